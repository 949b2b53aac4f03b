"""The end: how it ended, the five results, what was under seal; the same seed from another seat."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.errors import TabletopError
from tabletop.ui.shared.setup import PERSON, Setup
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.replay.whatif import open_whatif, own_step
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.indented import Indented, SelectableText
from tabletop.ui.tui.widgets.prose import prose, sections
from tabletop.vocabulary import SILENT, Role
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.section import Section
from tabletop.words.language.voice import full_stop


class End(Room):
    """The match is over."""

    HELP = N_(
        "The match is over: five results, strikes with what was behind them, estimates against the truth. "
        "v goes through it step by step, from any seat, and w there tries another move at that step; w here begins "
        "with your last move; b shows the last text in worlds with other faith in terms; r reads the record, t the "
        "text, o plays the same seed from another chair."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "other_chair", N_("the same seed from another chair"), show=False),
        Binding("v", "step_by_step", N_("the match step by step, from any seat"), show=False),
        Binding("w", "play_from_here", N_("change one move and see how it could have gone on"), show=False),
        Binding("b", "faith", N_("the last text in worlds with other faith in terms"), show=False),
        Binding("enter,escape", "leave", N_("to the home screen"), show=False),
        Binding("space", "further", N_("a page further"), show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """One page."""
        self.results: tuple[Section, ...] = ()
        yield VerticalScroll(SelectableText("", markup=False), classes="page")

    def show(self) -> None:
        """Fill the page."""
        self.query_one(".page Static", Static).update(self.summary())
        self.query_one(".page").focus()
        if not self.results:
            start(self, self._read, "debrief", alone=True)

    async def _read(self) -> None:
        """Have the host read the journal in a thread, and show the results."""
        try:
            self.results = await asyncio.to_thread(
                self.controls.match.debrief, self.voice.seat, self.voice.lexicon
            )
        except TabletopError as error:
            self.tell(_("The results cannot be read: {why}").format(why=error))
        else:
            self.query_one(".page Static", Static).update(self.summary())

    def summary(self) -> Content:
        """How it ended, the five results side by side, what was under seal; there is no total."""
        voice, view = self.voice, self.view
        talks, text = view.sight.talks, view.sight.text
        agreed = [
            voice.clause(voice.board.clauses[index].id)
            for index, was in enumerate(view.draft)
            if was != SILENT
        ]
        lines = [
            Content.styled(voice.say(f"phase.{talks.phase.value}"), "bold $accent"),
            Content(
                _("Rounds: {at} of {of}. In the text at the end: {clauses}.").format(
                    at=talks.round,
                    of=voice.board.format.rounds + talks.extra,
                    clauses=", ".join(agreed) if agreed else _("no clause"),
                )
            ),
        ]
        if not text.signed:
            lines.append(
                Content(_("Most matches end without a text in force. The record shows where it stood."))
            )
        if where := self.controls.match.where:
            lines.append(Content(_("The journal of this match: {where}").format(where=where)))
        lines += [
            Content(""),
            sections(self.results) if self.results else Content(_("Reading the journal…")),
            Content(""),
        ]
        if debrief := voice.lexicon.texts.get("debrief", "").strip():
            lines += [Content(""), prose(debrief)]
        return Indented(lines)

    def hints(self) -> tuple[Hint, ...]:
        """Leave, read, play again; only leave where the journal is on another machine."""
        leave = Hint("Enter", said("keymap.home"), "screen.leave")
        if not self.controls.match.where:
            return (leave, Hint("r", _("record"), "screen.read('record')"))
        return (
            leave,
            Hint("o", _("other chair"), "screen.other_chair"),
            Hint("v", _("step by step"), "screen.step_by_step"),
            Hint("w", _("play from here"), "screen.play_from_here"),
            Hint("b", _("other faith"), "screen.faith"),
        )

    def _kept_here(self) -> bool:
        """Whether the journal is on this machine; says so where it is not."""
        if not self.controls.match.where:
            self.tell(_("The journal of this match is kept by its host."))
        return bool(self.controls.match.where)

    def action_other_chair(self) -> None:
        """The same seed, with a person in the other party's seat."""
        if not self._kept_here():
            return
        window(self).open_new(other_chair(self.controls.match.setup, self.parties()))

    def action_step_by_step(self) -> None:
        """Look at the whole match, first from the seat that was played."""
        if not self._kept_here():
            return
        window(self).open_replay(self.controls.match.where, self.voice.seat)

    def action_faith(self) -> None:
        """Look at the last text in worlds with other faith in terms."""
        if not self._kept_here():
            return
        match, seat = self.controls.match, self.voice.seat

        def page() -> tuple[str, Content]:
            found = match.faith(seat, self.voice.lexicon)
            return (found[0].title if found else "", sections(found))

        try:
            window(self).push_screen(Page(page))
        except TabletopError as error:
            self.tell(_("The results cannot be read: {why}").format(why=error))

    def action_play_from_here(self) -> None:
        """Change a move of one's own: the last, or any other from the match step by step."""
        if not self._kept_here():
            return
        moments = self.seat.port.past.entries
        moment = own_step(moments, len(moments))
        if moment is None:
            self.tell(full_stop(self.voice.say("whatif.observer")))
            return
        app, where = window(self), self.controls.match.where
        start(app, partial(open_whatif, app, where, moment, self.voice.lexicon), "whatif", alone=True)

    def parties(self) -> tuple[str, ...]:
        """The parties, by id."""
        return tuple(seat.id for seat in self.voice.board.seats if seat.role is Role.PARTY)


def other_chair(setup: Setup, parties: tuple[str, ...]) -> Setup:
    """The same match with the keepers of the two parties swapped."""
    one, other = parties[0], parties[-1]
    seats = dict(setup.seats)
    seats[one], seats[other] = seats.get(other, "mixed"), seats.get(one, "mixed")
    if PERSON not in seats.values():
        seats[one] = PERSON
    return replace(setup, seats=seats)
