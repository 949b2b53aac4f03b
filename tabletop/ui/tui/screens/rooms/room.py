"""A room: a screen that holds one view of the match and what can be done from everywhere.

Rooms hold no rules. What can be done comes from `view.legal`; a key whose move is not open says why.
"""

from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.ui.shared.fields import move_of
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.shared.setup import OpenedMatch
from tabletop.ui.tui.screens.compose.composer import MoveMenu, begin
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.screens.pages.counsel import CounselPage
from tabletop.ui.tui.screens.pages.notes import Notes
from tabletop.ui.tui.screens.pages.reader import read
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.ui.tui.shell.keys import KIND_NAMES, MOVE_KEYS, MOVE_NAMES, Hint, about, named
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.counsel_line import CounselLine
from tabletop.ui.tui.widgets.headline import Headline
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, capitalised
from tabletop.words.sentences.refusals import refusal_sentence

FIRST_HINTS = ("x", "i", "d", "b", "p", "o", "c")
"""Moves that the footer names when they are open, the most wanted first."""


class MatchControls(Protocol):
    """What a room may ask of whoever directs the match."""

    @property
    def match(self) -> OpenedMatch:
        """The match, as it was opened."""
        ...

    def make(self, move: Move) -> None:
        """Make a move; what comes of it arrives as a view, what is refused is a sentence on the screen."""
        ...

    def visit_caucus(self, *, inside: bool) -> None:
        """Go into the seat's caucus, or back to the table."""
        ...

    def choose_room(self) -> None:
        """Choose the room again: what the seat wants to look at has changed, its view has not."""
        ...

    def leave(self) -> None:
        """Back to the home screen."""
        ...


class Room(FramedScreen):
    """What all rooms share: the headline, the line of what changed, the footer, the keys of every move."""

    BINDINGS: ClassVar[list[BindingType]] = named(
        "table",
        [
            Binding("m", "moves", N_("all moves"), show=False),
            Binding("u", "undo", N_("undo, as far as nothing was revealed"), show=False),
            Binding("t", "read('text')", N_("the text, its gaps and what it is worth"), show=False),
            Binding("r", "read('record')", N_("the record"), show=False),
            Binding("n", "read('brief')", N_("your briefing"), show=False),
            Binding("f", "read('ground')", N_("the theatre: held, contested, claimed"), show=False),
            Binding("y", "read('war')", N_("the war outside, and what moved your alternative"), show=False),
            Binding("g", "read('ledger')", N_("the ledger: promises, vows, papers, claims"), show=False),
            Binding("f3", "notes", N_("notes of your own"), show=False),
            Binding("f4", "counsel", N_("counsel: the draft, home, moves worth a thought"), show=False),
            Binding("comma", "look_back", N_("look back, step by step"), show=False),
            Binding("f10", "leave", N_("leave to the home screen; the match is saved"), show=False),
            *(
                Binding(key, f"move('{key}')", about(N_("your move: {what}"), MOVE_NAMES[key]), show=False)
                for key in MOVE_KEYS
            ),
        ],
    )

    view = reactive[SeatView](cast("SeatView", None), init=False)

    def __init__(self, seat: SeatSession, controls: MatchControls, view: SeatView) -> None:
        self.seat, self.controls = seat, controls
        super().__init__()
        self.set_reactive(Room.view, view)

    @property
    def voice(self) -> Voice:
        """The words of the seat that looks."""
        return self.seat.voice

    @property
    def maker(self) -> MoveMaker:
        """What the screens on which a move is composed need to know of this seat."""
        return MoveMaker(self.voice, self.seat.port, self.controls.make, self.restated)

    def compose(self) -> ComposeResult:
        """Headline, body, what changed, footer."""
        yield self.heading()
        yield from self.body()
        yield CounselLine(self.seat)
        yield Notice()
        yield Hints(self.footer())

    def heading(self) -> Widget:
        """Where the talks stand, and whose seat this is."""
        return Headline(self.voice, self.view)

    def restated(self) -> Content:
        """What the second step of a move repeats besides the move itself."""
        return Content("")

    def show(self) -> None:
        """Put the view into the room's parts."""

    def on_mount(self) -> None:
        """Show the view the room was entered with."""
        self.show()
        self.tell(self.seat.news)

    async def watch_view(self) -> None:
        """Show another view."""
        if not self.is_mounted:
            return
        self.query_one(Headline).show(self.voice, self.view)
        self.show()
        await self.query_one(Hints).show(self.footer())

    def show_counsel(self) -> None:
        """Show what the coach says now, if one is wanted."""
        for line in self.query(CounselLine):
            line.put()

    def on_screen_resume(self) -> None:
        """Counsel may have been turned on or off on the page above."""
        self.show_counsel()

    def hints(self) -> tuple[Hint, ...]:
        """At most six hints: the moves that are open first."""
        keys = [key for key in FIRST_HINTS if self.boxes(key)][:2]
        if self.boxes("e"):
            keys.append("e")
        moves = tuple(Hint(key, self.name_of(key), f"screen.move('{key}')") for key in keys)
        return (
            *moves,
            Hint("m", _("all moves"), "screen.moves"),
            Hint("t", _("text"), "screen.read('text')"),
        )

    def name_of(self, key: str) -> str:
        """What a key does now, in one to three words."""
        names = {KIND_NAMES.get(box.move, MOVE_NAMES[key]) for box in self.boxes(key)}
        return _(names.pop() if len(names) == 1 else MOVE_NAMES[key])

    def boxes(self, key: str) -> tuple[Box, ...]:
        """The open boxes of a key."""
        kinds = MOVE_KEYS[key]
        return tuple(box for box in self.view.legal.boxes if box.move in kinds)

    def why_not(self, kinds: tuple[str, ...]) -> str:
        """Why none of these moves is open; what is of this phase before what is of another one."""
        shut = [entry for kind in kinds for entry in self.view.legal.closed if entry.move == kind]
        closed = min(shut, key=lambda entry: entry.refusal.code == "wrong-phase", default=None)
        return (
            refusal_sentence(self.voice, closed.refusal)
            if closed
            else _("There is nothing of the kind to do here.")
        )

    def action_move(self, key: str) -> None:
        """Compose a move of one key's kinds, or say why none is open."""
        boxes = self.boxes(key)
        if not boxes:
            self.tell(f"{capitalised(_(MOVE_NAMES[key]))}: {self.why_not(MOVE_KEYS[key])}")
        elif len(boxes) == 1:
            begin(window(self), self.maker, boxes[0])
        else:
            window(self).push_screen(MoveMenu(self.maker, boxes, ()))

    def action_moves(self) -> None:
        """All moves; those that are not open stand below with the reason."""
        window(self).push_screen(MoveMenu(self.maker, self.view.legal.boxes, self.view.legal.closed))

    def action_undo(self) -> None:
        """Take back the last step."""
        box = next((box for box in self.view.legal.boxes if box.move == "undo"), None)
        made = move_of(box, {}, {}) if box else None
        if made is None:
            self.tell(_("Undo: {why}").format(why=self.why_not(("undo",))))
        else:
            self.controls.make(made)

    def action_read(self, what: str) -> None:
        """Open something to read over the room."""
        read(window(self), self.seat, self.view, what)

    def action_notes(self) -> None:
        """Write notes of one's own."""
        window(self).push_screen(Notes(self.voice, self.seat.port.notes))

    def action_counsel(self) -> None:
        """Ask the adviser."""
        window(self).push_screen(CounselPage(self.seat, self.maker))

    def action_look_back(self) -> None:
        """Look back at what this seat was shown, step by step."""
        past = self.seat.port.past
        if past.entries:
            window(self).push_screen(Replay(past, None, -1, self.voice.lexicon))
        else:
            self.tell(_("Nothing has happened yet."))

    def action_leave(self) -> None:
        """Back to the home screen."""
        self.controls.leave()
