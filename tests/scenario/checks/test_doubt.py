"""The sections on doubt: what an author gets wrong is named with its place and the nearest name."""

import pytest

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import from_files
from tests.scenario.broken import MINIMAL

FLAGSHIP = dict(open_scenario("abu-dhabi-2026").files)

WRONG = [
    ("rules.yaml", "      mixed: {timed: 25", "      mixd: {timed: 25", "the option 'mixd'", "mixed"),
    (
        "rules.yaml",
        "      energy: {timed: 40, standing: 60, ordered: 80, rogue: 5, astray: 8, debris: 7}\n",
        "",
        "nothing for strikes: energy",
        "",
    ),
    (
        "rules.yaml",
        "  single: {ordered: 15, rogue: 35,",
        "  single: {staged: 15, rogue: 35,",
        "of older rules",
        "",
    ),
    (
        "rules.yaml",
        "  single: {ordered: 15, rogue: 35, astray: 30, debris: 20}",
        "  single: {rogue: 0}",
        "no weight at all",
        "",
    ),
    ("rules.yaml", "  large: 100", "  large: -1", "-1", ""),
    ("rules.yaml", "  large: 100", "  large: 100\n  staged_most: 100", "a part of older rules", ""),
    ("rules.yaml", "  large: 100", "  large: 100\n  rhythm: {rogue: 1}", "a part of older rules", ""),
    ("rules.yaml", "    own: [70, 80, 90]", "    own: [70, 85, 90]", "85", ""),
    ("rules.yaml", "    outside: [20, 30, 40, 50, 60]\n", "", "nothing for outside", ""),
    ("rules.yaml", "  verify: {self-report: 0, ", "  verify: {", "nothing for self-report", ""),
    (
        "scenario.yaml",
        "      claimed: russia\n      likely: 60",
        "      claimed: rusia\n      likely: 60",
        "the party 'rusia'",
        "russia",
    ),
    (
        "scenario.yaml",
        "      opens: kramatorsk-sloviansk\n      cities: {lyman",
        "      opens: kramatorsk\n      cities: {lyman",
        "the sector 'kramatorsk'",
        "kramatorsk-sloviansk",
    ),
    (
        "scenario.yaml",
        "  refuting: {claim-disproved: russia}",
        "  refuting: {claim-disprove: russia}",
        "the card 'claim-disprove'",
        "claim-disproved",
    ),
    (
        "scenario.yaml",
        "    russia: [ryazan, samara,",
        "    russia: [riazan, samara,",
        "the place 'riazan'",
        "ryazan",
    ),
    (
        "scenario.yaml",
        "[pokrovsk-claimed, pokrovsk-troops, pokrovsk-north]",
        "[losses-2026-01]",
        "after the start",
        "",
    ),
]


def findings(files: dict[str, str]) -> tuple[Finding, ...]:
    try:
        from_files(files)
    except ScenarioError as error:
        return error.findings
    return ()


@pytest.mark.parametrize(("name", "old", "new", "found", "nearest"), WRONG)
def test_a_fault_is_named(name: str, old: str, new: str, found: str, nearest: str) -> None:
    assert FLAGSHIP[name].count(old) == 1
    told = findings({**FLAGSHIP, name: FLAGSHIP[name].replace(old, new)})
    assert [one for one in told if found in one.found and one.path == name and one.line]
    assert not nearest or nearest in {one.nearest for one in told}


def test_a_scenario_without_doubt_has_plain_strikes_and_no_theatre() -> None:
    board = compile_board(open_scenario(MINIMAL))
    assert board.causes.options == {}
    assert board.estimates.error == 0
    assert board.theatre.sectors == ()


def test_the_flagship_has_its_seven_sectors_and_ten_cities_on_the_map() -> None:
    theatre = compile_board(open_scenario("abu-dhabi-2026")).theatre
    assert len(theatre.sectors) == 7
    assert [city for sector in theatre.sectors for city in sector.cities] == [
        "pokrovsk", "myrnohrad", "kostiantynivka", "druzhkivka", "kramatorsk", "sloviansk", "lyman", "kupiansk",
        "zaporizhzhia", "kherson",
    ]  # fmt: skip
