"""The compiler's laws, on the smallest scenario."""

import typing

import pytest

from tabletop.errors import ScenarioError
from tabletop.game.records.state import Alliance, Home, Range, War
from tabletop.scenario.check import check
from tabletop.scenario.compiler.board import compile_board, lexicon
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import SHEETS, from_files
from tabletop.scenario.schema import json_schema
from tabletop.vocabulary import MEASURES
from tests.scenario.broken import MINIMAL, minimal


def digest(files: dict[str, str]) -> str:
    return compile_board(from_files(files)).digest


def test_the_smallest_scenario_can_be_played() -> None:
    assert check(MINIMAL) == ()


def test_words_do_not_enter_the_digest() -> None:
    files = minimal()
    before = digest(files)
    files["clauses.yaml"] = files["clauses.yaml"].replace("title: Valley", "title: The long valley")
    files["events.yaml"] = files["events.yaml"].replace("A quiet fortnight.", "Nothing is heard.")
    files["scenario.yaml"] = files["scenario.yaml"].replace("name: Northland", "name: The North")
    files["facts.yaml"] = files["facts.yaml"].replace("Talks went on.", "They talked.")
    files["rules.yaml"] = "# A remark.\n" + files["rules.yaml"]
    files["briefings/general.md"] = "Other words."
    assert digest(files) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("rules.yaml", "faith: 0.6", "faith: 0.7"),
        ("rules.yaml", "spread: 10", "spread: 12"),
        ("clauses.yaml", "northland: 22, southland: 88", "northland: 23, southland: 88"),
        ("scenario.yaml", "south-city: South city", "southern-city: South city"),
        ("scenario.yaml", "    patience: 25", "    patience: 26"),
        ("scenario.yaml", "open: -1.5", "open: -1"),
        ("events.yaml", "war.momentum: 16", "war.momentum: 15"),
        ("positions.yaml", "scope: {option: nothing", "scope: {option: energy"),
    ],
)
def test_rules_and_ids_enter_the_digest(name: str, old: str, new: str) -> None:
    files = minimal()
    before = digest(files)
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    assert digest(files) != before


def test_an_unknown_format_or_door_is_refused_with_the_nearest_name() -> None:
    scenario = open_scenario(MINIMAL)
    with pytest.raises(ScenarioError, match="did you mean short"):
        compile_board(scenario, format_id="shorts")
    with pytest.raises(ScenarioError, match="did you mean open"):
        compile_board(scenario, door="opne")


def test_an_unknown_scenario_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(ScenarioError, match="did you mean abu-dhabi-2026"):
        open_scenario("abu-dhabi")


def test_a_condition_becomes_a_bound_in_the_states_unit() -> None:
    board = compile_board(open_scenario(MINIMAL))
    cards = {card.id: card for card in board.cards}
    assert cards["dark-city"].condition == ("war.grid", "at-most", 9_000)
    assert (cards["visit"].rounds, cards["visit"].once) == ((2, 2), True)
    assert (cards["scare"].weight, cards["scare"].effects) == (150, (("war.momentum", 16_00),))


def test_effects_of_the_actor_keep_their_placeholders() -> None:
    board = compile_board(open_scenario(MINIMAL))
    assert dict(board.effects["lean"])["home.trust.to.own"] == -6_00


def test_neutral_names_are_laid_over_the_labels() -> None:
    scenario = open_scenario(MINIMAL)
    plain, veiled = lexicon(scenario), lexicon(scenario, neutral=True)
    assert plain.labels["seat.northland"] == "Northland"
    assert plain.neutral["seat.northland"] == veiled.labels["seat.northland"] == "Party A"
    assert "Party A and Party B talk" in veiled.texts["general"]
    assert "Southland held" in plain.facts["valley-held"].statement


def test_measures_name_the_fields_of_the_state_that_have_a_range() -> None:
    found: dict[str, int] = {}
    for chapter, record in {"war": War, "alliance": Alliance, "home": Home}.items():
        for field, hint in typing.get_type_hints(record, include_extras=True).items():
            if any(isinstance(mark, Range) for mark in hint.__metadata__):
                found[f"{chapter}.{field}"] = str(hint.__origin__).count("tuple")
    assert found == {path: measure.seats for path, measure in MEASURES.items()}


def test_the_schema_has_a_definition_for_each_file() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(SHEETS)
    rules = schema["$defs"]["Ruleset"]
    assert "hazard" in rules["required"]
    assert rules["additionalProperties"] is False
