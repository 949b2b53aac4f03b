"""Lines with a hanging indent, and values told about the chosen one: folded, copied, told as they stand."""

import re
from pathlib import Path

import pytest
from textual.content import Content
from textual.geometry import Offset
from textual.selection import Selection

from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.indented import (
    DETAIL,
    HEADING,
    LEAST,
    Indented,
    SelectableText,
    detail,
    heading,
)
from tests.architecture.sources import PACKAGE
from tests.ui.tui.walk import NARROW, SIZES, open_window, press, screen_text, settle, setup

WORDS = "1.2   " + " ".join(f"word{at}" for at in range(30))


def test_no_lines_are_an_empty_one() -> None:
    assert Indented(()).folded(40).plain == ""


def test_further_lines_stand_under_the_words() -> None:
    first, *rest = Indented((Content(WORDS),), 6).folded(40).plain.split("\n")
    assert first.startswith("1.2   word0 ")
    assert rest
    assert all(line.startswith("      word") for line in rest)
    assert all(len(line) <= 40 for line in (first, *rest))


def test_no_word_is_lost_and_the_text_itself_has_no_indents() -> None:
    shown = Indented((Content(WORDS),), 6)
    assert shown.plain == WORDS
    assert shown.folded(33).plain.split() == WORDS.split()


def test_lines_that_hang_keep_their_own_indents_among_others() -> None:
    inner = Indented((Content("1.2   one two three four five six"), Content("short")), 6)
    shown = Indented((Content("title"), Content(""), inner, Content("a wrapped line of words")), 2)
    assert shown.indents == (2, 2, 6, 6, 2)
    assert shown.folded(26).plain.split("\n") == [
        "title",
        "",
        "1.2   one two three four",
        "      five six",
        "short",
        "a wrapped line of words",
    ]


def test_a_narrow_place_sets_nothing_in() -> None:
    lines = Indented((Content(WORDS),), 6).folded(LEAST + 5).plain.split("\n")
    assert not any(line.startswith(" ") for line in lines[1:])


@pytest.mark.parametrize("width", [26, 41, 78])
def test_height_is_what_is_drawn(width: int) -> None:
    shown = Indented((Content(WORDS), Content(""), Content(WORDS)), 6)
    assert shown.get_height({}, width) == len(shown.folded(width).plain.split("\n"))
    assert shown.get_height({"text_wrap": "nowrap", "text_overflow": "ellipsis"}, width) == 3


async def test_what_is_marked_on_a_page_is_copied_as_it_stands(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.push_screen(Page(lambda: ("A page", Indented((Content(WORDS),), 6))))
        await settle(pilot)
        text = app.screen.query_one(SelectableText)
        found = text.get_selection(Selection(Offset(0, 1), Offset(12, 1)))
        assert found is not None
        assert found[0] in screen_text(app)
        assert found[0].startswith("      word")


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_value_is_among_those_that_are_told(tmp_path: Path, size: tuple[int, int]) -> None:
    """Sixteen values are too many to tell at once: those about the chosen one stand there, wherever it is."""
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        row = app.screen.query(ChoiceRow).first()
        for at in (15, 8, 0):
            row.pick(at)
            await settle(pilot)
            shown = " ".join(screen_text(app).replace("│", " ").split())
            assert f"{at + 1} {row.field.values[at].label}" in shown


@pytest.mark.parametrize("width", [24, 40, 80])
def test_what_does_not_fit_its_lines_ends_in_an_ellipsis(width: int) -> None:
    long = Content.styled(" ".join(["offer", "to", "everybody,"] * 40), "bold")
    for made, most in ((heading(long), HEADING), (detail(Content("short"), long), DETAIL)):
        lines = made.folded(width).split(allow_blank=True)
        assert len(lines) == most
        assert all(len(line.plain.rstrip()) <= width for line in lines)
        assert lines[-1].plain.endswith("…")
    assert heading(Content("short")).folded(width).plain == "short"


def test_no_text_of_limited_height_is_cut_in_silence() -> None:
    """What the style sheet gives so many lines is put in by who knows how many they are."""
    sheet = (PACKAGE / "ui/tui/app.tcss").read_text(encoding="utf-8")
    for name, most, edges in (("heading", HEADING, 0), ("detail", DETAIL, 1)):
        given = re.search(rf"^\.{name} {{.*max-height: (\d+);", sheet, re.MULTILINE)
        assert given is not None
        assert int(given[1]) == most + edges
