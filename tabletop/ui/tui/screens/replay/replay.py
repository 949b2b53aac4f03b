"""A match step by step, from a seat it may be seen from: the table room as that seat was shown it."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from tabletop.errors import TabletopError
from tabletop.game.views import SeatView
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.port import Past
from tabletop.table.replaying import Recording
from tabletop.ui.shared.changes import News
from tabletop.ui.shared.personal_words import personal_words
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.screens.pages.clause import ClausePage
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.entry import EntryPage, moment_sentences, place
from tabletop.ui.tui.screens.pages.reader import page_of
from tabletop.ui.tui.screens.replay.seat_choice import SeatChoice
from tabletop.ui.tui.screens.replay.whatif import open_whatif, own_step
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.keys import Hint, help_hints
from tabletop.ui.tui.shell.shell import Shell, window
from tabletop.ui.tui.widgets.headline import standing
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.ui.tui.widgets.record import RecordPanel
from tabletop.ui.tui.widgets.slider import Slider
from tabletop.ui.tui.widgets.table_panels import PANEL_KEYS, TablePanels
from tabletop.vocabulary import OBSERVER
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, full_stop

LEAP = 10
"""Steps that Page Up and Page Down go."""


class Replay(FramedScreen):
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
        *PANEL_KEYS,
    ]

    def __init__(
        self, past: Past, replayed: Recording | None = None, step: int = 0, words: Lexicon | None = None
    ) -> None:
        """Look back.

        Args:
            past: What the seat was shown; it has at least one moment.
            replayed: The whole match, where it may be seen from other seats.
            step: The step to begin at; -1 for the last.
            words: The words as the person wants them; None for the scenario's own.
        """
        self.past, self.replayed, self.words = past, replayed, words
        self.voice = Voice(past.board, words or past.lexicon, past.seat)
        self.step = step % len(past.entries)
        self.view: SeatView = past.view(self.step)
        super().__init__()

    def compose(self) -> ComposeResult:
        """Where and who, the panels, the step, the slider, the footer."""
        yield self.heading()
        yield TablePanels(self.voice, self.view)
        yield Notice()
        yield Slider()
        yield Hints(self.footer())

    def footer(self) -> tuple[Hint, ...]:
        """Back, on, another seat, the text, close."""
        others = self.replayed is not None and len(self.replayed.seats) > 1
        seat = (Hint("s", _("seat"), "screen.seats"),) if others else ()
        return (
            Hint(",", _("back"), "screen.go(-1)"),
            Hint(".", _("on"), "screen.go(1)"),
            *seat,
            Hint("w", _("play from here"), "screen.whatif"),
            Hint("Esc", _("close"), "screen.close"),
            help_hints()[0],
        )

    def on_mount(self) -> None:
        """Show the step to begin at."""
        self.show()
        self.query_one("#clauses").focus()

    def show(self) -> None:
        """Show the step: the panels as they were, what happened, and the rule."""
        voice, moments = self.voice, self.past.entries
        self.view = self.past.view(self.step)
        before = self.past.view(self.step - 1) if self.step else self.view
        seen = voice.say("replay.seat", seat=voice.name(voice.seat))
        steps = voice.say("replay.step", at=str(self.step + 1), all=str(len(moments)))
        self.query_one("#title", Static).update(
            Content.assemble((steps, "bold $accent"), f"   {standing(voice, self.view)}   ", (seen, "bold"))
        )
        self.query_one(TablePanels).put(voice, self.view, News.between(voice, before, self.view))
        moment = moments[self.step]
        rules = ", ".join(dict.fromkeys(event.rule for event in moment.events if event.rule))
        said = " ".join(
            full_stop(each) for each in moment_sentences(voice, self.past, self.step)
        ) or voice.say("replay.quiet")
        number = f"{voice.say('replay.entry', seq=str(moment.seq))} · " if moment.seq else ""
        where = f"{number}{place(voice, moment.round, moment.sitting)}: "
        self.tell(f"{where}{said}{f' [{rules}]' if rules else ''}")
        self.query_one(Slider).put(self.step, len(moments))

    def action_go(self, by: int) -> None:
        """Go some steps; at either end it says so."""
        last = len(self.past.entries) - 1
        to = max(0, min(last, self.step + by))
        if to == self.step:
            self.tell(self.voice.say("replay.last" if by > 0 else "replay.first"))
            return
        self.step = to
        self.show()

    def action_first(self) -> None:
        """Go to the first step."""
        self.action_go(-len(self.past.entries))

    def action_last(self) -> None:
        """Go to the last step."""
        self.action_go(len(self.past.entries))

    def action_panel(self, index: int) -> None:
        """Go to a panel."""
        self.query_one(TablePanels).go(index)

    def action_text(self) -> None:
        """Read the text at this step, with red lines against earlier ones."""
        window(self).push_screen(Document(self.voice, self.view, self.past.until(self.step), None))

    def action_read(self, what: str) -> None:
        """Read a page as it was at this step."""
        window(self).push_screen(page_of(self.voice, self.view, what))

    def action_seats(self) -> None:
        """Choose whose eyes to look through."""
        shell, replayed = window(self), self.replayed
        if replayed is None or len(replayed.seats) < 2:
            self.tell(self.voice.say("replay.unfinished"))
            return

        def look_from(seat: str) -> None:
            start(shell, partial(change_seat, shell, self, replayed, seat), "replay", alone=True)

        shell.push_screen(SeatChoice(self.voice, replayed, look_from))

    def action_whatif(self) -> None:
        """Choose another move where this seat moved: at this step, or at the next of its own."""
        moment = own_step(self.past.entries, self.step)
        if self.replayed is None or not self.replayed.over:
            self.tell(full_stop(self.voice.say("whatif.unfinished")))
        elif self.past.seat == OBSERVER:
            self.tell(full_stop(self.voice.say("whatif.observer")))
        elif moment is None:
            self.tell(full_stop(self.voice.say("whatif.no-move", seat=self.voice.name(self.past.seat))))
        else:
            app, words = window(self), self.voice.lexicon
            start(app, partial(open_whatif, app, self.replayed.where, moment, words), "whatif", alone=True)

    @on(Slider.Moved)
    def _slid(self, event: Slider.Moved) -> None:
        self.action_go(event.step - self.step)

    @on(OptionList.OptionSelected, "#clauses")
    def _clause(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            window(self).push_screen(ClausePage(self.voice, self.view, event.option.id))

    @on(RecordPanel.Opened)
    def _entry(self, event: RecordPanel.Opened) -> None:
        window(self).push_screen(EntryPage(self.voice, self.past.until(self.step), event.entry))


async def change_seat(shell: Shell, beneath: Replay, replayed: Recording, seat: str) -> None:
    """Take one seat's replay away and show another's; a curtain stands between two people of a live match."""
    moment = beneath.past.entries[beneath.step]
    while beneath in shell.screen_stack:
        await shell.pop_screen()
    past = replayed.past(seat)
    if not past.entries:
        return
    if replayed.over:
        seqs = [each.seq for each in past.entries]
        step = max(0, sum(seq <= moment.seq for seq in seqs) - 1)
        await shell.push_screen(Replay(past, replayed, step, beneath.words))
        return
    replay = Replay(past, replayed, 0, beneath.words)
    if seat == OBSERVER:
        await shell.push_screen(replay)
        return

    async def open_curtain() -> None:
        await shell.pop_screen()
        await shell.push_screen(replay)

    curtain = Curtain(
        replay.voice.name(seat),
        lambda: start(shell, open_curtain, "replay", alone=True),
        shell.pop_screen,
    )
    await shell.push_screen(curtain)


async def open_replay(shell: Shell, path: str, seat: str = "") -> None:
    """Open a journal and look at it; what cannot be opened is a sentence on the screen that asked.

    Args:
        shell: The window.
        path: The journal.
        seat: Who it is seen as; empty for an onlooker.
    """
    tell: Callable[[str], None] = getattr(shell.screen, "tell", lambda _sentence: None)
    tell(_("Opening the match…"))
    try:
        replayed = await asyncio.to_thread(shell.host.open_journal, path)
        past = replayed.past(seat or OBSERVER)
    except TabletopError as error:
        tell(_("This match cannot be looked at: {why}").format(why=error))
        return
    if past.entries:
        words = personal_words(past.lexicon, shell.prefs)
        await shell.push_screen(Replay(past, replayed, words=words))
        tell("")
    else:
        tell(_("This match cannot be looked at: nothing has happened in it yet."))
