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


async def look_around(pilot: Pilot[None], *, playing: bool) -> list[str]:
    """Through the screens, and the words on each that can hardly be read."""
    app = pilot.app
    assert isinstance(app, Window)
    faint: list[str] = []

    def look() -> None:
        here = type(app.screen).__name__
        faint.extend(f"{here}: {words!r} {ratio:.1f}" for words, ratio in drawn(app) if ratio < LEAST)

    await settle(pilot)
    look()
    if playing:
        await press(pilot, "enter")
        look()
        await to_the_table(pilot)
        for key in ("m", "p", "t", "r", "n", "y", "f", "g", "question_mark"):
            look()
            await press(pilot, key)
            look()
            await press(pilot, "escape")
    else:
        tour: tuple[tuple[str, ...], ...] = (("n",), ("l",), ("b",), ("s",), ("s", "k"), ("question_mark",))
        for keys in tour:
            await press(pilot, *keys)
            look()
            await press(pilot, *(["escape"] * len(keys)))
    return faint


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
@pytest.mark.parametrize("playing", [False, True], ids=["outside", "at-the-table"])
async def test_every_word_on_every_screen_can_be_read(tmp_path: Path, theme: str, playing: bool) -> None:
    app = open_window(tmp_path, valley() if playing else None)
    app.wear(replace(app.prefs, theme=theme))
    async with app.run_test(size=WIDE) as pilot:
        faint = await look_around(pilot, playing=playing)
    assert faint == []


async def test_the_measure_finds_what_is_too_faint(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.screen.query_one("#welcome").styles.color = "#2a2f38"
        await settle(pilot)
        assert any(ratio < LEAST for _, ratio in drawn(app))


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
