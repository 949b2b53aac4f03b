"""Two sizes on their way to one screen do not follow each other without end."""

from typing import ClassVar

import pytest
from textual.app import App
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tabletop.ui.tui.shell.newest_size import NewestSize

ENOUGH = 60
NOW, PAST = Size(80, 24), Size(100, 30)


class Plain(Screen[None]):
    """A screen of textual's own, which counts how often it is told a size, and has something to do then."""

    told: ClassVar[int] = 0

    def compose(self):  # type: ignore[no-untyped-def]
        yield Static("a line")

    def on_resize(self, event: Resize) -> None:
        type(self).told += 1
        if self.told > ENOUGH:
            event.prevent_default()  # it would go on for ever
        self.call_later(lambda: None)  # as widgets do that fit themselves when a layout is done


class Ours(NewestSize, Plain):
    """The same, made as our screens are."""

    told: ClassVar[int] = 0


async def sizes_heard(kind: type[Plain]) -> int:
    """How often a screen is told a size in a moment, when a past one was on its way before that of now."""
    app, kind.told = App[None](), 0
    async with app.run_test(size=NOW) as pilot:
        await app.push_screen(screen := kind())
        await pilot.pause()
        before = kind.told
        for size in (PAST, NOW):
            screen.post_message(Resize(size, size))
            screen.call_later(
                lambda: None
            )  # something between the two, so that textual does not take them for one
        await pilot.pause(0.3)
        return kind.told - before


@pytest.mark.parametrize(("kind", "at_most"), [(Plain, 0), (Ours, 3)])
async def test_a_past_size_is_not_heard(kind: type[Plain], at_most: int) -> None:
    heard = await sizes_heard(kind)
    assert heard <= at_most if at_most else heard > ENOUGH // 2, (
        "textual's own goes on: without it this file can go"
    )
