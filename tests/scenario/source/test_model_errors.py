"""Every kind of broken scenario: the finding names file, line and column, and the nearest valid name."""

import pytest

from tabletop.scenario.loader import from_files
from tests.scenario.broken import broken, findings, minimal, where

CASES = [
    # file, what stands there, what an author wrote, needle of the place, words found, expected, nearest
    (
        "scenario.yaml",
        "    sittings: 1",
        "    sitings: 1",
        "sitings",
        "the key 'sitings'",
        "one of",
        "sittings",
    ),
    ("scenario.yaml", "role: mediator", "role: mediater", "mediater", "'mediater'", "party", "mediator"),
    ("scenario.yaml", "    rounds: 2", "    rounds: two", "two", "'two'", "a valid integer", ""),
    ("scenario.yaml", "    moves: 3", "    moves: 2.5", "2.5", "2.5", "a valid integer", ""),
    ("scenario.yaml", "HA, invited: true", "HA, invited: yes", "yes", "'yes'", "true or false", ""),
    (
        "scenario.yaml",
        "valley, verify, people]",
        "valey, verify, people]",
        "valey",
        "clause 'valey'",
        "",
        "valley",
    ),
    ("scenario.yaml", "buffer: wide,", "buffer: wid,", "wid,", "option 'wid'", "none, wide", "wide"),
    ("scenario.yaml", "term: term,", "term: therm,", "therm", "clause 'therm'", "", "term"),
    (
        "scenario.yaml",
        "starts: 2026-02-01",
        "starts: 2026-01-01",
        "2026-01-01",
        "2026-01-01",
        "a day after",
        "",
    ),
    ("clauses.yaml", "default: undated", "default: undatet", "undatet", "option 'undatet'", "", "undated"),
    (
        "clauses.yaml",
        "      vote: [northland, southland]",
        "      vote: [northlant]",
        "northlant]",
        "",
        "",
        "northland",
    ),
    (
        "clauses.yaml",
        "northland: 22, southland: 88,",
        "northland: 22, southland: 188,",
        "188",
        "188",
        "less than",
        "",
    ),
    (
        "rules.yaml",
        "    protest: {home.audience.own",
        "    protest: {home.audence.own",
        "home.audence",
        "",
        "",
        "home.audience.own",
    ),
    ("rules.yaml", "    brief.made:", "    brief.mad:", "brief.mad", "effect 'brief.mad'", "", "brief.made"),
    (
        "rules.yaml",
        "value: 280, unit: characters",
        "value: 280, unit: months",
        'months, basis: "game value"}\n  sweeten',
        "months",
        "characters",
        "",
    ),
    (
        "rules.yaml",
        "default: line-repair",
        "default: line-repare",
        "line-repare",
        "choice 'line-repare'",
        "",
        "line-repair",
    ),
    ("rules.yaml", "target: energy", "target: enrgy", "enrgy", "target 'enrgy'", "", "energy"),
    ("rules.yaml", "other: buffer", "other: bufer", "bufer", "clause 'bufer'", "", "buffer"),
    ("rules.yaml", "unmet: [none]", "unmet: [nine]", "nine", "option 'nine'", "", "none"),
    ("rules.yaml", "shift: {valley: 4,", "shift: {valley: 5,", "{valley: 5", "sum to 1", "sum to 0", ""),
    (
        "rules.yaml",
        "        name: Effort\n",
        "        name: Effort\n        punkte: 1\n",
        "punkte",
        "the key 'punkte'",
        "",
        "points",
    ),
    (
        "facts.yaml",
        "sources: [gazette], after",
        "sources: [gazete], after",
        "gazete]",
        "source 'gazete'",
        "",
        "gazette",
    ),
    ("facts.yaml", ", after_start: true", "", "2026-02-04", "2026-02-04", "up to 2026-01-31", ""),
    (
        "facts.yaml",
        "status: claimed, by: Southland,",
        "status: claimed,",
        "{statement: Southland",
        "by nobody",
        "'by'",
        "",
    ),
    (
        "events.yaml",
        "facts: [valley-held]",
        "facts: [valley-helt]",
        "valley-helt",
        "fact 'valley-helt'",
        "",
        "valley-held",
    ),
    (
        "events.yaml",
        "facts: [valley-held]",
        "facts: [later-news]",
        "later-news",
        "after the start",
        "before",
        "",
    ),
    (
        "events.yaml",
        "facts: [valley-held], says: [Southland]",
        "facts: []",
        "[], basis: sourced",
        "no facts",
        "basis: game",
        "",
    ),
    (
        "events.yaml",
        "kind: random, weight: 3,",
        "kind: random,",
        "{text: A quiet",
        "without weight",
        "'weight'",
        "",
    ),
    ("events.yaml", "path: war.grid,", "path: war.gird,", "war.gird", "path 'war.gird'", "", "war.grid"),
    ("events.yaml", "war.momentum: 16", "war.momentum: 16.123", "16.123", "16.123", "whole", ""),
    ("positions.yaml", "option: leave", "option: leaf", "leaf", "option 'leaf'", "", "leave"),
]


@pytest.mark.parametrize(("name", "old", "new", "needle", "found", "expected", "near"), CASES)
def test_a_broken_place_is_named(
    name: str, old: str, new: str, needle: str, found: str, expected: str, near: str
) -> None:
    files, found_all = broken(name, old, new)
    here = [
        item
        for item in found_all
        if (item.path, item.line, item.column) == (name, *where(files[name], needle))
    ]
    assert here, "\n".join(map(str, found_all))
    assert found in here[0].found
    assert expected in here[0].expected
    assert here[0].nearest == near


def test_a_missing_key_is_named_at_its_parent() -> None:
    files, found = broken("rules.yaml", "  faith: 0.6\n", "")
    assert [(item.line, item.column, item.expected) for item in found] == [
        (*where(files["rules.yaml"], "hazard:"), "the key 'faith'")
    ]


def test_weights_that_do_not_sum_to_a_hundred_are_named() -> None:
    files = minimal()
    files["rules.yaml"] = files["rules.yaml"].replace("weights: {scope: 12,", "weights: {scope: 13,", 1)
    (finding,) = findings(files)
    assert finding.key == "mandates.seats.northland.weights"
    assert finding.found == "weights that sum to 101"
    assert (finding.line, finding.column) == where(files["rules.yaml"], "{scope: 13")


def test_a_missing_file_is_named() -> None:
    files = minimal()
    del files["events.yaml"]
    (finding,) = findings(files)
    assert str(finding) == "events.yaml: found no file, expected the file events.yaml"


def test_everything_is_found_at_once() -> None:
    files = minimal()
    files["scenario.yaml"] = files["scenario.yaml"].replace("    rounds: 2", "    rounds: two")
    files["facts.yaml"] = files["facts.yaml"].replace("quality: A", "quality: D")
    files["clauses.yaml"] = files["clauses.yaml"].replace("humane: true", "humane: yes")
    files["rules.yaml"] += "rules: {}\nrules: {}\n"
    files["positions.yaml"] = "[" * 100
    assert {item.path for item in findings(files)} == {
        *("scenario.yaml", "facts.yaml", "clauses.yaml", "rules.yaml", "positions.yaml")
    }


def test_files_that_fit_are_still_checked_against_each_other() -> None:
    files = minimal()
    files["positions.yaml"] = files["positions.yaml"].replace("option: leave", "optoin: leave")
    files["events.yaml"] = files["events.yaml"].replace("[valley-held]", "[valley-helt]")
    assert [(item.path, item.nearest) for item in findings(files) if item.nearest] == [
        ("positions.yaml", "option"),
        ("events.yaml", "valley-held"),
    ]


def test_a_seat_may_not_take_a_word_of_the_rules() -> None:
    files = {name: text.replace("harbour", "table") for name, text in minimal().items()}
    assert [item.key for item in findings(files)] == ["seats.table"]


def test_control_characters_in_a_page_are_found() -> None:
    files = minimal()
    files["briefings/general.md"] += "\nred \x1b[31m words\n"
    assert [(item.path, item.line) for item in findings(files)] == [("briefings/general.md", 5)]


def test_a_scenario_comes_back_from_its_own_texts() -> None:
    scenario = from_files(minimal())
    assert from_files(scenario.files) == scenario
