"""Every reason a player may give has words, and every sentence there is belongs to a reason."""

import ast
import re

from tabletop.words.sentences.reasons import REASONS, why
from tests.architecture.sources import modules

SLUG = re.compile(r"^[a-z]+(?:[.-][a-z]+)*$")


def named() -> tuple[set[str], set[str]]:
    """Slugs that players name in full, and the beginnings of those they put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    for module, text in modules().items():
        if not module.startswith("tabletop/players/"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SLUG.match(node.value):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
    return whole, begun


def asked() -> set[str]:
    """What `why` is called with in so many words."""
    found: set[str] = set()
    for module, text in modules().items():
        if not module.startswith("tabletop/players/"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "why":
                found |= {
                    part.value
                    for part in ast.walk(node.args[0])
                    if isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and part.value[-1] != "."
                }
    return found


def test_what_players_ask_for_is_in_the_table() -> None:
    slugs = {slug.removeprefix("reason.") for slug in REASONS}
    assert len(asked()) > 40
    assert asked() <= slugs


def test_no_sentence_is_left_over() -> None:
    whole, begun = named()
    slugs = {slug.removeprefix("reason.") for slug in REASONS}
    left = {
        slug for slug in slugs - whole if not any(slug.startswith(start) for start in begun if "." in start)
    }
    assert left == set()


def test_sentences_are_sentences() -> None:
    for slug, sentence in REASONS.items():
        facts = dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "7")
        told = why(slug.removeprefix("reason."), **facts)
        assert told[0].isupper() or told[0].isdigit(), slug
        assert told.endswith("."), slug
        assert "{" not in told
