"""Files that journals kept get today's keys and lose yesterday's; an author's files do not."""

from pathlib import Path

import pytest

from tabletop.errors import ScenarioError
from tabletop.journal.history import board_of
from tabletop.journal.reader import read
from tabletop.scenario.loader import from_files
from tabletop.scenario.source.kept_files import ADDED, REMOVED, as_of_now
from tabletop.scenario.source.placed_data import Plain
from tests.journals import SAVES, named, unpacked

DATA: dict[str, Plain] = {"war": {"losses": {"share": 50}, "line": {}}, "basis": "game value"}


def test_a_key_is_added_where_there_is_none_and_its_surroundings_are() -> None:
    added: dict[tuple[str, ...], Plain] = {
        ("rules.yaml", "war", "losses", "share"): 1,
        ("rules.yaml", "war", "*", "claim"): 2,
        ("rules.yaml", "salvo", "none"): 3,
        ("rules.yaml", "late"): {"basis": "game value"},
        ("facts.yaml", "war"): 4,
    }
    assert as_of_now("rules.yaml", DATA, added, ()) == {
        "war": {"losses": {"share": 50, "claim": 2}, "line": {"claim": 2}},
        "basis": "game value",
        "late": {"basis": "game value"},
    }


def test_a_key_that_is_gone_is_taken_out_first() -> None:
    removed = (("rules.yaml", "war", "losses"), ("rules.yaml", "war", "*", "none"), ("rules.yaml", "basis"))
    found = as_of_now("rules.yaml", DATA, {("rules.yaml", "war", "losses"): {"new": 1}}, removed)
    assert found == {"war": {"line": {}, "losses": {"new": 1}}}
    assert DATA["basis"] == "game value", "what was read is not changed"


@pytest.mark.parametrize("path", SAVES, ids=named)
def test_every_kept_scenario_loads_and_compiles(path: Path, tmp_path: Path) -> None:
    header = read(unpacked(path, tmp_path)).header
    assert board_of(header).seats
    assert from_files(header.files, kept=True).files == header.files, "what a journal carries stays as it is"


def test_a_required_key_is_missing_to_an_author_and_given_to_a_kept_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = dict(read(unpacked(SAVES[0], tmp_path)).header.files)
    line = next(each for each in files["rules.yaml"].splitlines() if each.strip().startswith("faith:"))
    files["rules.yaml"] = files["rules.yaml"].replace(f"{line}\n", "", 1)
    with pytest.raises(ScenarioError, match=r"hazard\.faith"):
        from_files(files)
    place = ("rules.yaml", "hazard", "faith")
    monkeypatch.setattr("tabletop.scenario.source.kept_files.ADDED", {**ADDED, place: 0.5})
    assert from_files(files, kept=True).rules.hazard.faith == 0.5


def test_places_name_a_file_and_a_key() -> None:
    for place in (*ADDED, *REMOVED):
        assert len(place) > 1
        assert place[0].endswith(".yaml")
