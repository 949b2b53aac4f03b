"""Driving the window in tests: a real host, real matches, keys only, and the screen read as text."""

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.command import open_match
from tabletop.command.open_whatif import open_fork
from tabletop.table.replaying import open_replay
from tabletop.ui.shared.setup import PERSON, Host, OpenedMatch, Setup
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.compose.composer import MoveMenu
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.sheet import Sheet

NARROW = (80, 24)
WIDE = (120, 36)
SIZES = (NARROW, WIDE)


def setup(*people: str, format_id: str = "class", seed: int = 7, neutral: bool = False) -> Setup:
    """A match of the flagship with these seats kept by people."""
    seats = {seat: PERSON if seat in people else "trading" for seat in ("ukraine", "russia", "us", "europe")}
    return Setup("abu-dhabi-2026", format_id, seats, seed, "standard", neutral)


VALLEY = Path(__file__).parents[2] / "scenario" / "minimal"


def valley(format_id: str = "class") -> Setup:
    """The small invented scenario, every seat kept by a person: nothing depends on bots."""
    seats = dict.fromkeys(("northland", "southland", "harbour"), PERSON)
    return Setup(str(VALLEY), format_id, seats, 7, "standard")


def open_window(folder: Path, first: Setup | None = None) -> Window:
    """The window with the program's own host behind it."""

    def start(wanted: Setup) -> OpenedMatch:
        return open_match.start(wanted, folder)

    def resume(path: str) -> OpenedMatch:
        return open_match.resume(path, folder)

    host = Host(
        start,
        resume,
        folder,
        open_journal=lambda path: open_replay(Path(path)),
        fork=lambda path, seq: open_fork(Path(path), seq),
    )
    return Window(host, None if first is None else lambda: start(first))


def files(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder that fit a pattern."""
    return sorted(folder.glob(pattern))


def screen_text(app: Window) -> str:
    """The screen as the terminal would show it, without colours."""
    lines = (strip.text.rstrip() for strip in app.screen._compositor.render_strips())
    return "\n".join(lines).rstrip()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker but the one that follows the views has anything to do, and something is drawn."""
    app = pilot.app
    for _ in range(400):
        await pilot.pause(0.01)
        busy = [
            worker for worker in app.workers if worker.group in {"begin", "move"} and not worker.is_finished
        ]
        if not busy and screen_text(app):  # type: ignore[arg-type]
            break
    await pilot.pause(0.05)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, one after another, and let the table answer each."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def fill_in(pilot: Pilot[None]) -> None:
    """Fill in the sheet that is open: the first value of every row that must be chosen, words where wanted."""
    for row in pilot.app.screen.query(ChoiceRow):
        if row.value is None and not row.field.optional:
            row.focus()
            await press(pilot, "right")
    for field in pilot.app.screen.query(Input):
        field.focus()
        await press(pilot, *"no")
    sheet = next(iter(pilot.app.screen.query(Sheet)), None)
    if sheet is not None and sheet.move() is None:
        for row in sheet.query(ChoiceRow):
            if row.field.optional and row.value is None:
                row.focus()
                await press(pilot, "right")
                if sheet.move() is not None:
                    break
    await press(pilot, "enter")
    if isinstance(pilot.app.screen, Confirm):
        await press(pilot, "enter")


def sealed(screen: OrdersRoom) -> bool:
    """Whether the seat's orders are under seal already."""
    mine = screen.view.sight.mine
    return mine is not None and bool(mine.orders)


async def take_a_step(pilot: Pilot[None]) -> None:
    """Do the plainest thing the open screen offers."""
    screen = pilot.app.screen
    if isinstance(screen, OrdersRoom) and sealed(screen) and screen.boxes("k"):
        await press(pilot, "k")
        await fill_in(pilot)
    elif isinstance(screen, Curtain | Briefing | OrdersRoom):
        await press(pilot, "enter")
    elif isinstance(screen, AnsweringRoom):
        await press(pilot, "1")
        await fill_in(pilot)
    elif isinstance(screen, TableRoom):
        await press(pilot, "x" if screen.boxes("x") else "e" if screen.boxes("e") else "m")
        if isinstance(pilot.app.screen, MoveMenu):
            await press(pilot, "1")
        await fill_in(pilot)
    else:
        await press(pilot, "escape")


async def to_the_table(pilot: Pilot[None]) -> None:
    """Seal the orders of every seat at this screen and open the session."""
    await settle(pilot)
    for _ in range(20):
        if isinstance(pilot.app.screen, TableRoom):
            return
        await take_a_step(pilot)
