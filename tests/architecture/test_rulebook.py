"""Every rule stands in the code, in the rulebook and in a case; what can be read off the code is read off it."""

import re

import pytest

from tabletop.scenario.library import open_scenario
from tests.architecture.blocks import BEGIN, RULEBOOK, written
from tests.architecture.sources import RULE, game, in_play, modules
from tests.cases.case import cases

BOOK = RULEBOOK.read_text(encoding="utf-8")
PARAGRAPH = re.compile(r"^\*\*([A-Z]\d+\.\d+)\b(.*?)(?=^\*\*[A-Z]\d|^#|\Z)", re.MULTILINE | re.DOTALL)
OTHERS = (
    "tabletop/frontier/",
    "tabletop/table/",
    "tabletop/journal/",
    "tabletop/players/",
    "tabletop/ui/",
    "tabletop/command/",
    "tabletop/words/",
    "tabletop/debrief/",
)
HEADING = re.compile(r"^### ([A-Z]\d+) ", re.MULTILINE)


def in_code() -> set[str]:
    """Rule numbers that a match and its debrief speak of, with their sections."""
    spoken = [text for name, text in modules().items() if name in in_play() or name.startswith(OTHERS)]
    found = {number for text in spoken for number in RULE.findall(text)}
    return found | {number.split(".")[0] for number in found}


def test_the_book_holds_the_rules_of_the_code_and_no_others() -> None:
    ruled = [found[1] for found in PARAGRAPH.finditer(BOOK)]
    assert sorted(ruled) == sorted(set(ruled)), "a rule stands twice"
    assert set(ruled) == {number for number in in_code() if "." in number}


def test_the_sections_of_the_book_are_those_of_the_code() -> None:
    assert set(HEADING.findall(BOOK)) == {number for number in in_code() if "." not in number}


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert {case.rule for case in cases()} == {number for number in in_code() if "." in number}


def test_rules_are_said_in_words() -> None:
    for found in PARAGRAPH.finditer(BOOK):
        assert len(found[2].split()) >= 6, found[1]


def test_rules_speak_of_rules_that_exist() -> None:
    known = in_code()
    spoken = set(RULE.findall(BOOK.split(f"\n{BEGIN}\n")[0]))
    assert spoken <= known


def test_the_tables_of_the_book_are_those_of_the_code() -> None:
    """`python -m tests.architecture.blocks` writes them anew."""
    assert BOOK.endswith(f"\n{written()}")


def test_names_in_the_book_are_names_of_the_rules() -> None:
    """A name such as `trade.rows` in a rule is an effect or a number in the tables at the end."""
    rules, tables = BOOK.split(f"\n{BEGIN}\n")
    named = set(re.findall(r"`([a-z]+\.[a-z_.-]+)`", rules)) - {"rules.yaml"}
    war = open_scenario("abu-dhabi-2026").rules.war
    known = set(re.findall(r"^\| ([a-z_.-]+) \|", tables, re.MULTILINE)) | set(war.numbers if war else ())
    assert named - known == set()


ELSEWHERE = {"T9": "the journal takes a step back", "V6": "the debrief counts results"}
"""Sections whose rules stand outside `game`."""

CHAPTERS = re.compile(r"^### ([A-Z]\d+) ([A-Z][a-z]+(?: and [a-z]+)?): ", re.MULTILINE)
"""A section of the book: its number and the chapters that its heading names."""


def chapters_of(section: str) -> dict[str, int]:
    """By folder of the rules: how often its files name rules of a section; records only carry the numbers."""
    number = re.compile(rf"\b{section}\.\d")
    found: dict[str, int] = {}
    for name in game():
        folder = name.split("/")[2]
        if "." not in folder and folder != "records":
            found[folder] = found.get(folder, 0) + len(number.findall(modules()[name]))
    return found


@pytest.mark.parametrize("section", [found for found in HEADING.findall(BOOK) if found not in ELSEWHERE])
def test_a_chapter_of_the_book_carries_the_name_of_its_folder(section: str) -> None:
    """Who reads T5.3 knows the folder."""
    named = dict(CHAPTERS.findall(BOOK))[section].lower().split(" and ")
    held = chapters_of(section)
    assert max(held, key=lambda folder: held[folder]) in named
    assert all(held[folder] for folder in named)
