"""The end: how it ended, in words; five lines; where the journal is; the same seed from another chair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.terms import SILENT, Role
from tabletop.tui.frame import window
from tabletop.tui.keys import Hint
from tabletop.tui.prose import prose
from tabletop.tui.room import Room
from tabletop.tui.setup import PERSON, Setup
from tabletop.words.appraisal import parts


class End(Room):
    """The match is over."""

    HELP = "The match is over. r reads the record, t the text, z plays the same seed from another chair."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "other_chair", "the same seed from another chair", show=False),
        Binding("enter,escape", "leave", "to the home screen", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield VerticalScroll(Static("", markup=False), classes="page")

    def show(self) -> None:
        """Fill the page."""
        self.query_one(".page Static", Static).update(self.summary())
        self.query_one(".page").focus()

    def summary(self) -> Content:
        """How it ended and five lines; nothing is summed to one number."""
        voice, view = self.voice, self.view
        talks, text = view.sight.talks, view.sight.text
        agreed = [at for at, option in enumerate(view.draft) if option != SILENT]
        names = [voice.clause(voice.board.clauses[at].id) for at in agreed]
        lines = [
            Content.styled(voice.say(f"phase.{talks.phase.value}"), "bold $accent"),
            Content(""),
            Content(f"1  Rounds: {talks.round} of {voice.board.format.rounds + talks.extra}"),
            Content(f"2  In the text at the end: {', '.join(names) if names else 'no clause'}"),
            Content(f"3  A final text was {'initialled' if text.signed else 'not initialled'}"),
            Content(f"4  Vows standing: {len(text.vows)}; open gaps: {len(text.gaps)}"),
            Content(f"5  {self._worth()}"),
            Content(""),
        ]
        if not text.signed:
            lines += [
                Content("Most matches end without a text in force. The record shows where it stood."),
                Content(""),
            ]
        if where := self.sitting.seating.where:
            lines.append(Content(f"The journal of this match: {where}"))
        if debrief := voice.lexicon.texts.get("debrief", "").strip():
            lines += [Content(""), prose(debrief)]
        return Content("\n").join(lines)

    def _worth(self) -> str:
        """The text's worth to the seat in its four parts."""
        if self.view.appraisal is None:
            return "An onlooker has no figures of its own"
        said = "; ".join(f"{part.label}: {part.words}" for part in parts(self.voice, self.view.appraisal))
        return f"To you — {said}"

    def hints(self) -> tuple[Hint, ...]:
        """Leave, read, play again."""
        return (
            Hint("Enter", "home screen", "screen.leave"),
            Hint("z", "other chair", "screen.other_chair"),
            Hint("r", "record", "screen.read('record')"),
            Hint("t", "text", "screen.read('text')"),
            Hint("F1", "help", "app.explain"),
            Hint("?", "keys", "app.keys"),
        )

    def action_other_chair(self) -> None:
        """The same seed, with a person in the other party's chair."""
        window(self).open_new(other_chair(self.sitting.seating.setup, self.parties()))

    def parties(self) -> tuple[str, ...]:
        """The parties, by id."""
        return tuple(seat.id for seat in self.voice.board.seats if seat.role is Role.PARTY)


def other_chair(setup: Setup, parties: tuple[str, ...]) -> Setup:
    """The same match with the keepers of the two parties changed about."""
    one, other = parties[0], parties[-1]
    seats = dict(setup.seats)
    seats[one], seats[other] = seats.get(other, "mixed"), seats.get(one, "mixed")
    if PERSON not in seats.values():
        seats[one] = PERSON
    return replace(setup, seats=seats)
