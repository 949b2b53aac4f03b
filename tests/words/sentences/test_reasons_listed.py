"""Every reason a player gives has words and the facts they ask for, and every sentence there is belongs to a reason."""

import ast
import re
from string import Formatter

from tabletop.words.language.i18n import english
from tabletop.words.sentences.reasons import ALOUD
from tests.architecture.sources import modules

SLUG = re.compile(r"^[a-z]+(?:[.-][a-z]+)*$")
REASONS = english("reasons")
TABLES = {"why": ("reason.", REASONS), "bot_words": ("aloud.", ALOUD)}
"""What players ask for sentences by: how the slugs begin, and where they stand."""


def trees() -> list[ast.Module]:
    return [ast.parse(text) for module, text in modules().items() if module.startswith("tabletop/players/")]


def named() -> tuple[set[str], set[str]]:
    """Slugs that players name in full, and the beginnings of those they put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SLUG.match(node.value):
            whole.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            begun.add(str(node.values[0].value))
    return whole, begun


def calls(function: str) -> list[tuple[ast.Call, set[str]]]:
    """Every call of a function in the players, with the slugs it names in so many words."""
    return [
        (
            node,
            {
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value[-1] != "."
            },
        )
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function
    ]


def test_what_players_ask_for_is_in_the_table() -> None:
    for function, (beginning, table) in TABLES.items():
        slugs = {f"{beginning}{slug}" for _, found in calls(function) for slug in found}
        assert slugs
        assert slugs <= table.keys()


def test_every_fact_that_a_sentence_asks_for_is_given() -> None:
    checked = 0
    for call, slugs in calls("why"):
        given = {word.arg for word in call.keywords}
        if None in given:
            continue
        for slug in slugs:
            names = {name for _, name, *_ in Formatter().parse(REASONS[f"reason.{slug}"]) if name}
            assert names <= given, slug
            checked += 1
    assert checked > 60


def test_no_sentence_is_left_over() -> None:
    whole, begun = named()
    slugs = {slug.removeprefix("reason.") for slug in REASONS}
    left = {
        slug for slug in slugs - whole if not any(slug.startswith(start) for start in begun if "." in start)
    }
    assert left == set()
