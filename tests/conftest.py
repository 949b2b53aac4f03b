"""What every test may ask for: a real scenario, real players, real matches; and no settings of their own."""

import gc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tabletop.players.choosing.random_player import Uniform
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.match import Match, new_match
from tabletop.table.port import Player
from tabletop.table.seats import PERSON
from tabletop.words.language import i18n

SCENARIO = "abu-dhabi-2026"


def pytest_collection_finish() -> None:
    """What is loaded stays loaded: the collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(scope="session")
def _settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings") / "settings.json"


@pytest.fixture(autouse=True)
def _own_settings(_settings: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads the settings of whoever runs it or of another test, or leaves another language behind."""
    _settings.unlink(missing_ok=True)
    monkeypatch.setenv("TABLETOP_SETTINGS", str(_settings))
    monkeypatch.delenv("TABLETOP_LANG", raising=False)
    yield
    i18n.speak(i18n.FIRST)


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return open_scenario(SCENARIO)


@pytest.fixture
def players(scenario: Scenario) -> Mapping[str, Player]:
    """Players that make any legal move, in every seat."""
    return {seat: Uniform() for seat in scenario.frame.seats}


@pytest.fixture
def deal(scenario: Scenario) -> Callable[..., Match]:
    """Deals a pop-up match; `people` are the seats that persons keep."""

    def new(seed: int = 1, path: Path | None = None, *people: str, open_sittings: bool = False) -> Match:
        seating = {seat: PERSON if seat in people else "uniform" for seat in scenario.frame.seats}
        return new_match(
            scenario,
            seating=seating,
            seed=seed,
            format_id="pop-up",
            open_sittings=open_sittings,
            path=path,
        )

    return new
