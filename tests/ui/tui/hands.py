"""A person at the window who knows what to do: any legal move, made with keys that anybody could press."""

from itertools import pairwise
from typing import cast

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList

from tabletop.game.legality import outside
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Move
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import Composer, MoveMenu
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.hints import HintKey
from tests.ui.tui.walk import press, screen_text, settle

DIGITS = 9
"""Places that have a digit of their own."""


def typed(words: str) -> list[str]:
    """Words as the keys that type them."""
    return ["space" if letter == " " else letter for letter in words]


def to(row: ChoiceRow, place: int) -> list[str]:
    """Keys that choose the value at a place: `0` for none, its digit, or the shorter way round by arrows."""
    if place == row.index:
        return []
    if place < DIGITS:
        return [str(place + 1)]
    least = -1 if row.field.optional else 0
    span = len(row.field.values) - least
    start = row.index if row.index >= least else span + least
    on, back = (place - start) % span, (start - place) % span
    on += row.index < least
    return ["right"] * on if on <= back else ["left"] * back


def box_of(boxes: tuple[Box, ...], move: Move) -> int:
    """The place of the box that holds a move."""
    for at, box in enumerate(boxes):
        if box.move == move.kind and outside(box, move) is None:
            return at
    raise AssertionError(f"{move} lies in no open box")


def wanted(row: ChoiceRow, move: Move) -> int:
    """The place of the value that a move has in a row; -1 where it leaves the row out."""
    value = getattr(move, row.field.name)
    if row.field.key:
        value = dict(cast("tuple[tuple[str, str | int], ...]", value)).get(row.field.key)
        if value is None:
            return -1
    return [each.value for each in row.field.values].index(value)


async def make(pilot: Pilot[None], move: Move) -> None:
    """Make a move: `m`, its line, its rows, its words, Enter, and Enter again where two steps are asked for."""
    app = cast("Window", pilot.app)
    await come_to_a_room(pilot)
    assert app.director is not None
    port = app.director.seat.port
    told = len(port.past.entries)
    boxes = port.view.legal.boxes
    await press(pilot, "m")
    menu = app.screen
    assert isinstance(menu, MoveMenu), screen_text(app)
    at = box_of(boxes, move)
    if at < DIGITS:
        await press(pilot, str(at + 1))
    else:
        ahead = at - (menu.query_one(OptionList).highlighted or 0)
        await press(pilot, *["down"] * ahead, "enter")
    if isinstance(app.screen, Composer):
        await fill(pilot, move)
        await press(pilot, "enter")
    if isinstance(app.screen, Confirm):
        assert app.screen.made == move
        await press(pilot, "enter")
    for _ in range(200):
        await settle(pilot)
        if len(port.past.entries) > told:
            return
    raise AssertionError(f"{move} was not made:\n{screen_text(app)}")


async def fill(pilot: Pilot[None], move: Move) -> None:
    """Fill in the sheet that is open, row by row from the top."""
    rows = list(pilot.app.screen.query(ChoiceRow))
    for row, following in pairwise((*rows, None)):
        assert row is not None
        assert pilot.app.focused is row, screen_text(cast("Window", pilot.app))
        place = wanted(row, move)
        await press(pilot, *to(row, place))
        assert row.index == place
        if following is not None:
            await press(pilot, "down")
    for field in pilot.app.screen.query(Input):
        if pilot.app.focused is not field:
            await press(pilot, "tab" if not rows else "down")
        await press(pilot, *typed(str(getattr(move, field.name or ""))))


async def point(pilot: Pilot[None], widget: Widget, x: int = 2, y: int = 0) -> None:
    """Click on a place within a widget."""
    assert await pilot.click(widget, offset=(x, y)), f"{widget} is covered"
    await settle(pilot)


async def point_at_hint(pilot: Pilot[None], key: str) -> None:
    """Click on the hint of a key, in the footer."""
    await point(pilot, next(each for each in pilot.app.screen.query(HintKey) if each.hint.key == key))


async def point_at_line(pilot: Pilot[None], listed: OptionList, at: int) -> None:
    """Click on a line of a list."""
    listed.highlighted = None
    listed.scroll_to(y=0, animate=False)
    await settle(pilot)
    region = listed.content_region
    for y in range(region.y, region.bottom):
        if pilot.app.screen.get_style_at(region.x + 1, y).meta.get("option") == at:
            await point(pilot, listed, region.x - listed.region.x + 1, y - listed.region.y)
            return
    raise AssertionError(f"line {at} cannot be seen:\n{screen_text(cast('Window', pilot.app))}")


async def come_to_a_room(pilot: Pilot[None]) -> None:
    """Open the curtain and read the briefing, if they stand there."""
    for _ in range(10):
        await settle(pilot)
        screen = pilot.app.screen
        if isinstance(screen, Curtain | Briefing):
            await press(pilot, "enter")
        elif isinstance(screen, Room):
            return
    raise AssertionError(screen_text(cast("Window", pilot.app)))
