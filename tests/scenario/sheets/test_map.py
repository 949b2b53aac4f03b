"""`map.yaml` and `figures.yaml`: optional, checked, beside the rules, and never later than the first day."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tabletop.errors import ScenarioError
from tabletop.scenario.compiler.background import months
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import files_of, from_files
from tests.ui.tui.walk import VALLEY

FOLDER = Path(__file__).parents[3] / "scenarios" / "abu-dhabi-2026"
NAMES = ("map.yaml", "figures.yaml")


def findings(name: str, old: str, new: str) -> str:
    """What the check says of a file with one text in the place of another."""
    files = files_of(FOLDER)
    assert files[name].count(old) >= 1
    files[name] = files[name].replace(old, new, 1)
    with pytest.raises(ScenarioError) as caught:
        from_files(files)
    return "\n".join(map(str, caught.value.findings))


def test_the_board_and_its_digest_do_not_know_of_them() -> None:
    whole = open_scenario("abu-dhabi-2026")
    bare = from_files({name: text for name, text in files_of(FOLDER).items() if name not in NAMES})
    assert bare.map is None
    assert bare.figures is None
    one, other = (
        compile_board(each, format_id="class", door="standard", open_sittings=False) for each in (whole, bare)
    )
    assert one == other
    assert one.digest == other.digest
    assert lexicon(bare).background.map is None


def test_a_scenario_without_them_has_none() -> None:
    background = lexicon(open_scenario(VALLEY)).background
    assert background.map is None
    assert background.history == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("map.yaml", "  lyman: [37.9, 49.0]\n", "", "nothing for lyman"),
        ("map.yaml", "  lyman: [37.9, 49.0]", "  lymann: [37.9, 49.0]", "lyman"),
        ("map.yaml", "west: 32.1", "west: 42.1", "west before east"),
        ("map.yaml", "  kyiv: [30.52, 50.45]\n  kharkiv", "  kiev: [30.52, 50.45]\n  kharkiv", "kyiv"),
        ("map.yaml", "as_of: 2026-01-31", "as_of: 2026-03-01", "a day up to 2026-01-31"),
        ("map.yaml", "lyman: [37.9, 49.0]", "lyman: [37.9, 149.0]", "90"),
        ("figures.yaml", "{fact: gain-2025-03}", "{fact: losses-2026-01}", "losses-2026-01"),
        (
            "figures.yaml",
            "{fact: share-jan-2026}",
            "{fact: share-jan-2026, value: 20}",
            "the fact's own value, 19.3",
        ),
        (
            "figures.yaml",
            "{fact: share-peak-2022, value: 25}",
            "{fact: share-peak-2022}",
            "which has no number",
        ),
        (
            "figures.yaml",
            "facts: [energy-supply-gap, energy-deficit-pct]",
            "facts: [no-such-fact]",
            "no-such-fact",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(name: str, old: str, new: str, said: str) -> None:
    told = findings(name, old, new)
    assert said in told
    assert name in told


def test_every_point_of_a_history_is_a_fact_of_before_with_its_own_date_and_value() -> None:
    facts = yaml.load((FOLDER / "facts.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["facts"]
    points = 0
    for past in lexicon(open_scenario("abu-dhabi-2026")).background.history.values():
        for series in past.series:
            for fact, at, value in series.points:
                points += 1
                assert facts[fact]["date"] <= "2026-01-31"
                assert at == months(facts[fact]["date"])
                if fact not in {"share-peak-2022", "ru-recruit-2025"}:
                    assert value == float(facts[fact]["value"])
    assert points >= 14


def test_months_count_from_january_2022() -> None:
    assert months("2022-01-01") == 0
    assert months("2022-03") == 2.5
    assert months("2026-02-01") == 49
    assert months("2023") == 18


def test_what_numbers_rest_on_is_the_authors_own_words() -> None:
    rests = lexicon(open_scenario("abu-dhabi-2026")).background.bases
    rules = yaml.load((FOLDER / "rules.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    assert rests["start"].basis == rules["start"]["basis"]
    price = rules["numbers"]["no-deal.price"]
    assert rests["numbers.no-deal.price"].value == f"{price['value']:g} {price['unit']}"
    veiled = lexicon(open_scenario("abu-dhabi-2026"), neutral=True).background.bases
    assert "Kyiv" in rests["war.numbers.losses.attacker"].basis
    assert "Kyiv" not in veiled["war.numbers.losses.attacker"].basis
    assert replace(veiled["start"], basis="") == replace(rests["start"], basis="")
