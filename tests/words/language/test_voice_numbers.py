"""Numbers are written as the language that is spoken writes them, and in one place alone."""

import ast
import re
from collections.abc import Iterator

import pytest

from tabletop.game.records.sentence import Sentence
from tabletop.vocabulary import Unit
from tabletop.words.language import i18n
from tabletop.words.language.voice import amount, change, decimal, number, points
from tabletop.words.sentences.reasons import said
from tests.architecture.sources import modules, tree

ONE_PLACE = "tabletop/words/language/voice.py"
ENGLISH_ALONE = ("tabletop/command/reports/ba", "tabletop/command/reports/whatif.py")
"""Reports for who weighs scenarios: English tables, whatever is spoken."""

FORMAT = re.compile(r",|\.[1-9][f%g]")


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    i18n.speak(i18n.FIRST)


def test_in_english() -> None:
    assert (points(1_44), points(-30), points(3), number(1_200_000)) == ("+1.4", "−0.3", "0.0", "1,200,000")
    assert points(61_50, signed=False) == "61.5"


def test_in_ukrainian() -> None:
    i18n.speak("uk")
    assert (points(1_44), points(-30), points(3)) == ("+1,4", "−0,3", "0,0")
    assert number(1_200_000) == "1\u00a0200\u00a0000"
    assert decimal(0.125, 2) == "0,12"
    assert amount(61_50, Unit.POINT) == "61,5"
    assert change(-1_50, Unit.POINT) == "−1,5"
    assert "+0,6" in said(Sentence("bridge.no", {"gain": "+0.6", "least": "+1.0"}))


def test_no_other_place_writes_decimals_or_thousands() -> None:
    rooms = tuple(f"tabletop/{room}/" for room in ("words", "ui", "debrief", "command"))
    found = [
        f"{module}:{node.lineno}"
        for module in modules()
        if module.startswith(rooms) and module != ONE_PLACE and not module.startswith(ENGLISH_ALONE)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if FORMAT.search(
            "".join(str(part.value) for part in ast.walk(node.format_spec) if isinstance(part, ast.Constant))
        )
    ]
    assert found == []
