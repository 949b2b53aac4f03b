"""The constants of the war: each is named once, by a marked field of the board."""

from dataclasses import fields

import pytest

from tabletop.scenario.board.war import CONSTANTS, SECTIONS, Constant, Intake, constants_of
from tabletop.scenario.check import check
from tabletop.scenario.library import open_scenario


def test_a_constant_is_named_by_its_section_and_field() -> None:
    assert constants_of("intake")["worn_from"] == ("intake.worn-from", Constant("people"))
    assert [field.name for field in fields(Intake)] == list(constants_of("intake"))
    assert constants_of("start") == {
        "held": ("start.held", Constant("km2")),
        "dark": ("start.dark", Constant("homes", later=True)),
    }


def test_every_section_has_constants_and_the_flagship_has_every_constant() -> None:
    assert all(constants_of(section) for section in SECTIONS)
    war = open_scenario("abu-dhabi-2026").rules.war
    assert war is not None
    assert {name: number.unit for name, number in war.numbers.items()} == {
        name: constant.unit for name, constant in CONSTANTS.items()
    }


def test_a_new_constant_is_asked_for_and_a_later_one_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CONSTANTS, "losses.new", Constant("people", later=True))
    assert check("scenarios/abu-dhabi-2026") == ()
    monkeypatch.setitem(CONSTANTS, "losses.new", Constant("people"))
    (finding,) = check("scenarios/abu-dhabi-2026")
    assert (finding.key, finding.found, finding.expected) == (
        "war.numbers", "nothing for losses.new", "every number",
    )  # fmt: skip
