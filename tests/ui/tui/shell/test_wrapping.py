"""A number and what it counts stand on one line, however wide the line is."""

import re

import pytest
from textual.content import Content

from tabletop.ui.tui.shell.wrapping import keep_numbers_whole
from tabletop.ui.tui.widgets.indented import INDENT, Indented

TEXTS = (
    "The text is worth +0.6 points more than no deal, and home would carry it in 6 of 10 cases or 62 % of them.",
    "Текст вартий на +0,6 пункту більше, ніж відсутність угоди; втрачено 1\u00a0200\u00a0000 домівок, себто 62 %.",
)
PARTED = re.compile(r"\d$")


@pytest.mark.parametrize("text", TEXTS, ids=["en", "uk"])
@pytest.mark.parametrize("width", range(24, 80))
def test_no_line_ends_with_a_number_whose_unit_follows(text: str, width: int) -> None:
    keep_numbers_whole()
    lines = [line.plain.rstrip() for line in Content(text).wrap(width)]
    assert " ".join(lines).split() == text.split()
    assert not [line for line in lines[:-1] if PARTED.search(line)]
    hung = Indented((Content(text),), INDENT).folded(width).plain.split("\n")
    assert all(len(line.rstrip()) <= width for line in [*lines, *hung])
    assert not [line for line in hung[:-1] if PARTED.search(line.rstrip())]
