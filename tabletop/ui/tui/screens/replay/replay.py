"""A match step by step, from a seat it may be seen from: the table room as that seat was shown it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.errors import TabletopError
from tabletop.game.views import SeatView
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.port import Past, Replayed
from tabletop.ui.shared.changes import News, Until
from tabletop.ui.shared.personal_words import worded
from tabletop.ui.shared.saves import Save, list_saves
from tabletop.ui.tui.screens.pages.clause import ClausePage
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.entry import EntryPage, place, told
from tabletop.ui.tui.screens.pages.reader import page_of
from tabletop.ui.tui.screens.replay.whatif import open_whatif, own_step
from tabletop.ui.tui.screens.rooms.curtain import Curtain
from tabletop.ui.tui.shell.frame import window
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.widgets.headline import standing
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.ui.tui.widgets.record import RecordPanel
from tabletop.ui.tui.widgets.slider import Slider
from tabletop.ui.tui.widgets.table_panels import TITLES, Desk
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, stop

if TYPE_CHECKING:
    from tabletop.ui.tui.app import Window

OBSERVER = "observer"

LEAP = 10
"""Steps that Page Up and Page Down go."""


class Replay(Screen[None]):
    """Looking back: nothing can be done here."""

    HELP = N_(
        "A match step by step. , and . or the arrows go a step back and on, Page Up and Page Down ten, Home and "
        "End to either end; the line above the footer can be clicked. What you see is what the seat was shown. "
        "s changes the seat: a match that is over may be seen from every seat, another from outside and from "
        "the seats that people keep. Enter opens the clause or the line of the record that is marked."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("comma,left", "go(-1)", N_("a step back"), show=False, priority=True),
        Binding("full_stop,right", "go(1)", N_("a step on"), show=False, priority=True),
        Binding("pageup", f"go(-{LEAP})", N_("ten steps back"), show=False, priority=True),
        Binding("pagedown", f"go({LEAP})", N_("ten steps on"), show=False, priority=True),
        Binding("home", "first", N_("the first step"), show=False, priority=True),
        Binding("end", "last", N_("the last step"), show=False, priority=True),
        Binding("s", "seats", N_("see it from another seat"), show=False),
        Binding("w", "whatif", N_("play from here: another move, and how it could have gone on"), show=False),
        Binding("t", "text", N_("the text as a document, at this step"), show=False),
        Binding("n", "read('brief')", N_("the briefing of this seat"), show=False),
        Binding("g", "read('ledger')", N_("the ledger, at this step"), show=False),
        Binding("f", "read('ground')", N_("the theatre, at this step"), show=False),
        Binding("y", "read('war')", N_("the war outside, at this step"), show=False),
        Binding("escape,q,f10", "close", N_("close"), show=False),
        *(
            Binding(str(at + 1), f"panel({at})", about(N_("panel: {what}"), title), show=False)
            for at, title in enumerate(TITLES)
        ),
    ]

    def __init__(
        self, past: Past, replayed: Replayed | None = None, at: int = 0, words: Lexicon | None = None
    ) -> None:
        """Look back.

        Args:
            past: What the seat was shown; it has at least one moment.
            replayed: The whole match, where it may be seen from other seats.
            at: The step to begin at; -1 for the last.
            words: The words as the person wants them; None for the scenario's own.
        """
        self.past, self.replayed, self.words = past, replayed, words
        self.voice = Voice(past.board, words or past.lexicon, past.seat)
        self.at = at % len(past.moments)
        self.view: SeatView = past.view(self.at)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Where and who, the panels, the step, the slider, the footer."""
        yield Static("", id="title", markup=False)
        yield Desk(self.voice, self.view)
        yield Notice()
        yield Slider()
        yield Hints(self.hints())

    def hints(self) -> tuple[Hint, ...]:
        """Back, on, another seat, the text, close."""
        others = self.replayed is not None and len(self.replayed.seats) > 1
        seat = (Hint("s", _("seat"), "screen.seats"),) if others else ()
        return (
            Hint(",", _("back"), "screen.go(-1)"),
            Hint(".", _("on"), "screen.go(1)"),
            *seat,
            Hint("w", _("play from here"), "screen.whatif"),
            Hint("Esc", _("close"), "screen.close"),
            Hint("F1", _("help"), "app.explain"),
        )

    def on_mount(self) -> None:
        """Show the step to begin at."""
        self.show()
        self.query_one("#clauses").focus()

    def show(self) -> None:
        """Show the step: the panels as they were, what happened, and the rule."""
        voice, moments = self.voice, self.past.moments
        self.view = self.past.view(self.at)
        before = self.past.view(self.at - 1) if self.at else self.view
        seen = voice.say("replay.seat", seat=voice.name(voice.seat))
        steps = voice.say("replay.step", at=str(self.at + 1), all=str(len(moments)))
        self.query_one("#title", Static).update(
            Content.assemble((steps, "bold $accent"), f"   {standing(voice, self.view)}   ", (seen, "bold"))
        )
        self.query_one(Desk).put(voice, self.view, News.between(voice, before, self.view))
        moment = moments[self.at]
        rules = ", ".join(dict.fromkeys(event.rule for event in moment.events if event.rule))
        said = " ".join(stop(each) for each in told(voice, self.past, self.at)) or voice.say("replay.quiet")
        number = f"{voice.say('replay.entry', seq=str(moment.seq))} · " if moment.seq else ""
        where = f"{number}{place(voice, moment.round, moment.sitting)}: "
        self.tell(f"{where}{said}{f' [{rules}]' if rules else ''}")
        self.query_one(Slider).put(self.at, len(moments))

    def tell(self, sentence: str) -> None:
        """Show a sentence above the slider."""
        self.query_one(Notice).say(sentence)

    def action_go(self, by: int) -> None:
        """Go some steps; at either end it says so."""
        last = len(self.past.moments) - 1
        to = max(0, min(last, self.at + by))
        if to == self.at:
            self.tell(self.voice.say("replay.last" if by > 0 else "replay.first"))
            return
        self.at = to
        self.show()

    def action_first(self) -> None:
        """Go to the first step."""
        self.action_go(-len(self.past.moments))

    def action_last(self) -> None:
        """Go to the last step."""
        self.action_go(len(self.past.moments))

    def action_panel(self, at: int) -> None:
        """Go to a panel."""
        self.query_one(Desk).go(at)

    def action_text(self) -> None:
        """Read the text at this step, with red lines against earlier ones."""
        window(self).push_screen(Document(self.voice, self.view, Until(self.past, self.at), None))

    def action_read(self, what: str) -> None:
        """Read a page as it was at this step."""
        window(self).push_screen(page_of(self.voice, self.view, what))

    def action_seats(self) -> None:
        """Choose whose eyes to look through."""
        if self.replayed is None or len(self.replayed.seats) < 2:
            self.tell(self.voice.say("replay.unfinished"))
            return
        window(self).push_screen(SeatMenu(self, self.replayed))

    def action_whatif(self) -> None:
        """Choose another move where this seat moved: at this step, or at the next of its own."""
        moment = own_step(self.past.moments, self.at)
        if self.replayed is None or not self.replayed.over:
            self.tell(stop(self.voice.say("whatif.unfinished")))
        elif self.past.seat == OBSERVER:
            self.tell(stop(self.voice.say("whatif.observer")))
        elif moment is None:
            self.tell(stop(self.voice.say("whatif.no-move", seat=self.voice.name(self.past.seat))))
        else:
            app, words = window(self), self.voice.lexicon
            app.run_worker(
                open_whatif(app, self.replayed.where, moment, words), group="whatif", exclusive=True
            )

    def action_close(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()

    @on(Slider.Moved)
    def _slid(self, event: Slider.Moved) -> None:
        self.action_go(event.at - self.at)

    @on(OptionList.OptionSelected, "#clauses")
    def _clause(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            window(self).push_screen(ClausePage(self.voice, self.view, event.option.id))

    @on(RecordPanel.Opened)
    def _entry(self, event: RecordPanel.Opened) -> None:
        window(self).push_screen(EntryPage(self.voice, Until(self.past, self.at), event.entry))


class SeatMenu(Screen[None]):
    """The seats a match may be seen from."""

    HELP = N_("Arrows and Enter, or a digit, choose a seat. Esc goes back.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("seat {what}"), str(at)), show=False)
            for at in range(1, 10)
        ),
    ]

    def __init__(self, beneath: Replay, replayed: Replayed) -> None:
        self.beneath, self.replayed = beneath, replayed
        super().__init__()

    def compose(self) -> ComposeResult:
        """One line a seat."""
        voice = self.beneath.voice
        names = [voice.name(seat) for seat in self.replayed.seats]
        yield Static(Content.styled(_("See the match from"), "bold $accent"), id="title")
        yield OptionList(
            *(
                Option(Content.assemble((f"{at} ", "bold $accent"), name), id=seat)
                for at, (seat, name) in enumerate(zip(self.replayed.seats, names, strict=True), 1)
            ),
            id="menu",
        )
        said = "" if self.replayed.over else voice.say("replay.unfinished")
        yield Notice(said)
        yield Hints((
            Hint("Enter", _("choose"), "screen.choose(0)"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def action_back(self) -> None:
        """Back to the match."""
        self.dismiss()

    def action_choose(self, at: int) -> None:
        """Choose a seat by its number; 0 is the one that is marked."""
        at = at or (self.query_one(OptionList).highlighted or 0) + 1
        if at <= len(self.replayed.seats):
            self._see(self.replayed.seats[at - 1])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._see(event.option.id or "")

    def _see(self, seat: str) -> None:
        app = window(self)
        app.run_worker(change_seat(app, self.beneath, self.replayed, seat), group="replay", exclusive=True)


async def change_seat(app: Window, beneath: Replay, replayed: Replayed, seat: str) -> None:
    """Take one seat's replay away and show another's; a curtain stands between two people of a live match."""
    at = 0
    wanted = beneath.past.moments[beneath.at]
    while beneath in app.screen_stack:
        await app.pop_screen()
    past, words = replayed.past(seat), beneath.words
    if not past.moments:
        return
    if replayed.over:
        seqs = [moment.seq for moment in past.moments]
        at = max(0, sum(seq <= wanted.seq for seq in seqs) - 1)
    elif seat != OBSERVER:
        name = Voice(past.board, past.lexicon).name(seat)

        def opened() -> None:
            app.run_worker(_behind(app, Replay(past, replayed, 0, words)), group="replay", exclusive=True)

        await app.push_screen(Curtain(name, opened))
        return
    await app.push_screen(Replay(past, replayed, at, words))


async def _behind(app: Window, replay: Replay) -> None:
    """What stands behind the curtain that is opened."""
    await app.pop_screen()
    await app.push_screen(replay)


def words_for(app: Window, past: Past) -> Lexicon:
    """The words of a match as the person at this window wants them."""
    return worded(past.lexicon, app.prefs)


async def open_replay(app: Window, looked: Callable[[], Replayed], seat: str = "") -> None:
    """Open a journal and look at it; what cannot be opened is a sentence on the screen that asked.

    Args:
        app: The window.
        looked: Opens the journal.
        seat: Who it is seen as; empty for an onlooker.
    """
    tell: Callable[[str], None] | None = getattr(app.screen, "tell", None)
    if tell is not None:
        tell(_("Opening the match…"))
    try:
        replayed = await asyncio.to_thread(looked)
        past = replayed.past(seat or OBSERVER)
    except TabletopError as error:
        said = _("This match cannot be looked at: {why}").format(why=error)
    else:
        said = "" if past.moments else _("This match cannot be looked at: nothing has happened in it yet.")
        if past.moments:
            await app.push_screen(Replay(past, replayed, words=words_for(app, past)))
    if tell is not None:
        tell(said)


class ReplayChoice(Screen[None]):
    """Which saved match to look at."""

    HELP = N_(
        "Your saved matches, the last played first. Arrows and Enter, or a digit, open one step by step."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("match {what}"), str(at)), show=False)
            for at in range(1, 10)
        ),
    ]

    def compose(self) -> ComposeResult:
        """One line a match."""
        self.saves: tuple[Save, ...] = list_saves(window(self).saves)
        yield Static(Content.styled(_("Look at a match, step by step"), "bold $accent"), id="title")
        yield OptionList(
            *(
                Option(Content.assemble((f"{at} ", "bold $accent"), save.line))
                for at, save in enumerate(self.saves, 1)
            ),
            id="menu",
        )
        empty = (
            "" if self.saves else _("There is no saved match yet. Esc goes back; n there deals a new one.")
        )
        yield Notice(empty)
        yield Hints((
            Hint("Enter", _("look at it"), "screen.choose(0)"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    def action_back(self) -> None:
        """Back to what lies beneath."""
        self.dismiss()

    def action_choose(self, at: int) -> None:
        """Open a match by its number; 0 is the one that is marked."""
        at = at or (self.query_one(OptionList).highlighted or 0) + 1
        if at <= len(self.saves):
            window(self).open_replay(str(self.saves[at - 1].path))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index + 1)
