"""`record.yaml`: optional, checked, beside play, each figure with its series and a source that there is."""

from pathlib import Path

import pytest

from tabletop.errors import ScenarioError
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import files_of, from_files
from tabletop.scenario.schema import json_schema

FOLDER = Path(__file__).parents[3] / "scenarios" / "abu-dhabi-2026"
NAME = "record.yaml"
SOURCE = "sources:\n  cm-60: {title: A page, url: https://example.org/a, date: 2026-01-16, quality: A}\n\n"
"""A source that the facts have already."""


def findings(old: str, new: str) -> str:
    """What the check says of the record with one text in the place of another."""
    files = files_of(FOLDER)
    assert files[NAME].count(old) >= 1
    files[NAME] = files[NAME].replace(old, new, 1)
    with pytest.raises(ScenarioError) as caught:
        from_files(files)
    return "\n".join(map(str, caught.value.findings))


def test_the_board_and_its_digest_do_not_know_of_it() -> None:
    whole = open_scenario("abu-dhabi-2026")
    bare = from_files({name: text for name, text in files_of(FOLDER).items() if name != NAME})
    assert whole.record is not None
    assert bare.record is None
    one, other = (compile_board(each, format_id="class", door="standard") for each in (whole, bare))
    assert one == other
    assert one.digest == other.digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("source: [prodesq-isw, aitopics-isw]", "source: [prodesq, aitopics-isw]", "months.2025-01.ground.source"),
        ("    losses: {value: 26000", "    losses: {value: many", "months.2025-10.losses.value"),
        ("    losses: {value: 26000", "    casualties: {value: 26000", "casualties"),
        ("  2025-10:\n", "  2025-13:\n", "2025-13"),
        ("      counted: false\n", "", "counted: false"),
        ("{tempo: press, strikes: military}", "{tempo: press, strikes: millitary}", "did you mean military?"),
        ("{tempo: press, strikes: military}", "{temper: press}", "did you mean tempo?"),
        ("  2025-03-25:\n", "  2025-02-30:\n", "a day of the calendar"),
        ("war.force.russia: {value: 700000", "war.farce.russia: {value: 700000", "did you mean war.force.russia?"),
        ("fact:losses-2025-10 at full tempo", "fact:no-such-fact at full tempo", "no-such-fact"),
        ("  month: 2025-01\n", "  month: 2026-07\n", "a month up to 2026-02"),
        ("counted: [ground]", "counted: [grounds]", "did you mean ground?"),
        ("counted: [ground]", f"{SOURCE}counted: [ground]", "it once, in facts.yaml"),
        ("source: ifx-ds-jan, says: about twice January's 245}", "source: ifx-ds-jan}", "the key 'value' or 'says'"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(old: str, new: str, said: str) -> None:
    told = findings(old, new)
    assert said in told
    assert NAME in told


def test_every_gain_rests_on_a_source_of_the_facts_and_none_on_grade_c_alone() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    assert scenario.record is not None
    assert not scenario.record.sources
    for figures in scenario.record.months.values():
        for said in figures.values():
            keys = [said.source] if isinstance(said.source, str) else said.source
            assert any(scenario.facts.sources[key].quality != "C" for key in keys)


def test_what_is_in_play_of_it_is_the_same_in_the_facts() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    assert scenario.record is not None
    checked = 0
    for month, figures in scenario.record.months.items():
        for figure, prefix in (("ground", "gain"), ("losses", "losses")):
            fact = scenario.facts.facts.get(f"{prefix}-{month}")
            if figure in figures and fact is not None:
                said = figures[figure]
                values = [said.value, *(one.value for one in said.also)]
                assert fact.number() in values
                checked += 1
    assert checked >= 9


def test_the_schema_has_it_and_does_not_ask_for_it() -> None:
    schema = json_schema()
    assert NAME in schema["properties"]
    assert NAME not in schema["required"]
