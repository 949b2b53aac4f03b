"""Every character that any screen draws stands out from what is behind it, in every theme; and none is lost to mono."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot

from tabletop.ui.tui.app import Window
from tabletop.ui.tui.shell.look import THEMES
from tests.ui.tui.shell.test_look import contrast
from tests.ui.tui.walk import NARROW, WIDE, open_window, press, screen_text, settle, to_the_table, valley

LEAST = 4.5
"""The contrast WCAG 2 asks of text."""

FRAMES = frozenset(map(chr, (*range(0x2500, 0x2580), *range(0x2580, 0x25A0))))
"""Drawn lines, bars and scrollbars: they carry no words."""

Shown = tuple[str, float]


def drawn(app: Window) -> Iterator[Shown]:
    """Every run of text on the screen with its contrast, through the filters that the terminal gets it through."""
    ground = app.screen.styles.background
    for strip in app.screen._compositor.render_strips():
        for filtered in app.get_line_filters():
            strip = strip.apply_filter(filtered, ground)  # noqa: PLW2901 - each filter takes what the last gave
        for segment in strip:
            words = "".join(char for char in segment.text if char not in FRAMES).strip()
            if words and segment.style is not None:
                yield words, seen(segment.style, ground)


def seen(style: Style, ground: Color) -> float:
    """The contrast of a style's text with what is behind it."""
    fore = rgb(style.color, ground.get_contrast_text())
    back = rgb(style.bgcolor, ground)
    if style.dim:
        fore = back.blend(fore, 0.66)
    return contrast(back, fore) if style.reverse else contrast(fore, back)


def rgb(color: RichColor | None, usual: Color) -> Color:
    return usual if color is None or color.is_default else Color.from_rich_color(color)


TOUR = (("n",), ("l",), ("b",), ("s",), ("s", "k"), ("question_mark",))
"""Keys from home to the screens before a match."""

PAGES = (("p",), pytest.param(("t", "y", "m", "r", "n", "f", "g", "question_mark"), marks=pytest.mark.slow))
"""Keys of what opens over the table; a sheet with every change, the others with the slow tests."""


async def faint_in_every_theme(pilot: Pilot[None], app: Window) -> list[str]:
    """The words of the open screen that can hardly be read, theme by theme."""
    faint: list[str] = []
    for theme in THEMES:
        app.wear(replace(app.prefs, theme=theme.name))
        await settle(pilot)
        here = f"{type(app.screen).__name__} in {theme.name}"
        faint += [f"{here}: {words!r} {ratio:.1f}" for words, ratio in drawn(app) if ratio < LEAST]
    return faint


@pytest.mark.slow
async def test_every_word_before_a_match_can_be_read(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        faint = await faint_in_every_theme(pilot, app)
        for keys in TOUR:
            await press(pilot, *keys)
            faint += await faint_in_every_theme(pilot, app)
            await press(pilot, *(["escape"] * len(keys)))
    assert faint == []


@pytest.mark.slow
@pytest.mark.parametrize("pages", PAGES)
async def test_every_word_at_the_table_can_be_read(tmp_path: Path, pages: tuple[str, ...]) -> None:
    app = open_window(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        faint = await faint_in_every_theme(pilot, app)
        await press(pilot, "enter")
        faint += await faint_in_every_theme(pilot, app)
        await to_the_table(pilot)
        faint += await faint_in_every_theme(pilot, app)
        for key in pages:
            await press(pilot, key)
            faint += await faint_in_every_theme(pilot, app)
            await press(pilot, "escape")
    assert faint == []


async def test_the_measure_finds_what_is_too_faint(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.screen.query_one("#welcome").styles.color = "#2a2f38"
        await settle(pilot)
        assert any(ratio < LEAST for _, ratio in drawn(app))


@pytest.mark.slow
async def test_without_colour_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words, and what is marked is marked by more than colour."""
    told: list[str] = []
    for folder, colour in ((tmp_path / "with", True), (tmp_path / "without", False)):
        folder.mkdir()
        if not colour:
            monkeypatch.setenv("NO_COLOR", "1")
        app = open_window(folder, valley())
        async with app.run_test(size=WIDE) as pilot:
            await to_the_table(pilot)
            told.append(screen_text(app))
            marked = [
                segment.style.reverse
                for strip in app.screen._compositor.render_strips()
                for segment in strip
                if segment.style is not None and segment.text.strip()
            ]
            assert any(marked), "the row that has the cursor is reversed"
    assert told[0] == told[1]
