"""A move to fill in: its box as rows to choose from, the long text of a value, and what the move would do.

The form is generic: it draws whatever slots a box has. It asks the port what the move would do and never
works anything out itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box, Words
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.ui.shared.field_labels import labelled
from tabletop.ui.shared.fields import Field, Picked, Value, move_of
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.indented import detail
from tabletop.ui.tui.widgets.outlook import outlook
from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import clean
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.moves import slot_question
from tabletop.words.sentences.refusals import refusal_sentence

WIDE = 98
"""Columns of the form from which values and outlook stand beside the rows."""

MOST = 150
"""Characters of the list of values beneath the rows."""


class MoveSource(Protocol):
    """A view, and what moves on it would do: a seat's port, or a step of a match that is over."""

    @property
    def view(self) -> SeatView:
        """What the seat sees."""
        ...

    def preview(self, move: Move) -> Preview | Refusal:
        """What a move would do, or why it is refused."""
        ...


class MoveForm(Vertical):
    """A box to be filled in."""

    class Filled(Message):
        """Enter was pressed and the move is complete."""

        def __init__(self, move: Move) -> None:
            self.move = move
            super().__init__()

    def __init__(
        self,
        voice: Voice,
        source: MoveSource,
        box: Box,
        filled: tuple[Picked, dict[str, str]] | None = None,
    ) -> None:
        """Draw a box.

        Args:
            voice: The words of the seat.
            source: The view the move is made on.
            box: What may be chosen.
            filled: What is chosen and typed at first, by slot: the orders sealed last, a move of counsel.

        Rows that have one value only are settled and not shown.
        """
        self.voice, self.source, self.box = voice, source, box
        fields = labelled(voice, box.slots, source.view)
        self.filled, self.typed = filled or ({}, {})
        self.settled: Picked = {
            (field.name, field.key): field.values[0].value
            for field in fields
            if len(field.values) == 1 and not field.optional
        }
        self.fields = tuple(field for field in fields if (field.name, field.key) not in self.settled)
        self.shown: ChoiceRow | None = None
        """The row whose values are listed."""
        super().__init__(classes="move-form")

    def compose(self) -> ComposeResult:
        """The rows, a field for each slot of words, the long text, the outlook."""
        with VerticalScroll(classes="rows", can_focus=False):
            for field in self.fields:
                row = ChoiceRow(field)
                start = self.filled.get((field.name, field.key))
                row.index = next(
                    (index for index, value in enumerate(field.values) if value.value == start), row.index
                )
                yield row
            for slot in self.box.slots:
                if isinstance(slot, Words):
                    hint = slot_question(self.voice, slot) + (_(" (may be empty)") if slot.optional else "")
                    yield Input(
                        self.typed.get(slot.name, ""),
                        placeholder=hint,
                        max_length=slot.most,
                        name=slot.name,
                        classes="words",
                    )
        with Vertical(classes="side"):
            yield Static("", classes="detail", markup=False)
            values = Options(classes="values")
            values.can_focus = False
            yield values
            yield Static("", classes="outlook", markup=False)

    def on_resize(self, event: Resize) -> None:
        """With columns enough the values of a row and the outlook stand beside the rows."""
        self.set_class(event.size.width >= WIDE and bool(self.fields), "wide")
        self._explain_row(self.shown)

    def on_mount(self) -> None:
        """Begin at the first row."""
        first = next(iter(self.query("ChoiceRow, Input")), None)
        if first is not None:
            first.focus()
        self.query_one(".detail").display = bool(self.fields)
        self._look_ahead()

    def choose(self, chosen: Iterable[tuple[str, str | int]]) -> None:
        """Choose a value in each row that is named, by the row's key."""
        wanted = dict(chosen)
        for row in self.query(ChoiceRow):
            if row.field.key in wanted:
                values = [value.value for value in row.field.values]
                if wanted[row.field.key] in values:
                    row.pick(values.index(wanted[row.field.key]))

    def action_choose(self) -> None:
        """The next value of the row whose values are listed: what a click on the footer's arrows does."""
        if self.shown is not None:
            self.shown.action_step(1)
            self.shown.focus()

    def move(self) -> Move | None:
        """The move as it is filled in, None while something is missing."""
        picked: Picked = self.settled | {
            (row.field.name, row.field.key): row.value.value for row in self.query(ChoiceRow) if row.value
        }
        typed = {str(field.name): clean(field.value, field.max_length or 280) for field in self.query(Input)}
        return move_of(self.box, picked, typed)

    @on(ChoiceRow.Changed)
    @on(Input.Changed)
    def _look_ahead(self) -> None:
        """Say what the move would do, or what is missing."""
        made = self.move()
        self.query_one(".outlook", Static).update(self._outlook(made))

    def _outlook(self, made: Move | None) -> Content:
        if made is None:
            return Content(_("Not complete yet: {what}.").format(what=self._missing()))
        seen = self.source.preview(made)
        if isinstance(seen, Refusal):
            return Content(refusal_sentence(self.voice, seen))
        return outlook(self.voice, made, seen, self.source.view)

    def _missing(self) -> str:
        """The first thing that is still to be chosen."""
        for row in self.query(ChoiceRow):
            if row.value is None and not row.field.optional:
                return row.field.label
        for field in self.query(Input):
            if not field.value.strip():
                return field.placeholder
        grid = next((slot for slot in self.box.slots if slot.slot == "grid"), None)
        return (
            _("choose {low} to {high} clauses").format(low=grid.low, high=grid.high)
            if grid
            else _("something is to be chosen")
        )

    @on(ChoiceRow.Focused)
    @on(ChoiceRow.Changed)
    def _explain(self, event: ChoiceRow.Focused | ChoiceRow.Changed) -> None:
        """The long text of the value, and the values there are."""
        if event.row.has_focus:
            self._explain_row(event.row)

    def _explain_row(self, row: ChoiceRow | None) -> None:
        self.shown = row
        self.query_one(".side .values").display = self.has_class("wide") and row is not None
        if row is None:
            return
        wide = self.has_class("wide")
        told = _detail(row.value, row.field, listed=not wide)
        place = self.query_one(".detail", Static)
        place.display = bool(told.plain)
        place.update(told)
        if wide:
            values = self.query_one(".values", OptionList)
            values.clear_options()
            values.add_options(
                _line(index, value, chosen=index == row.index) for index, value in enumerate(row.field.values)
            )
            values.highlighted = row.index if row.index >= 0 else None

    @on(OptionList.OptionSelected, ".values")
    def _picked(self, event: OptionList.OptionSelected) -> None:
        """A value of the list was clicked."""
        event.stop()
        if self.shown is not None:
            self.shown.pick(event.option_index)
            self.shown.focus()

    @on(ChoiceRow.Done)
    @on(Input.Submitted)
    def action_done(self) -> None:
        """Hand the move on when it is complete."""
        made = self.move()
        if made is None:
            window(self).say(_("Not complete yet: {what}.").format(what=self._missing()))
        else:
            self.post_message(self.Filled(made))


def _line(index: int, value: Value, *, chosen: bool) -> Option:
    mark = ("▸ " if chosen else "  ", "bold $accent")
    number = (f"{index + 1:>2} ", "bold $accent")
    note = (f"  {value.brief}", "dim") if value.brief else ""
    return Option(Content.assemble(mark, number, (value.label, "bold" if chosen else ""), note))


def _detail(value: Value | None, field: Field, *, listed: bool) -> Content:
    """The long text of a value, what is known of the row, and the values there are, where no list tells them."""
    names = _names(field, field.values.index(value) if value else 0)
    said = f"{value.label}: {value.detail}" if value and value.detail else ""
    lines = [Content(each) for each in (said, field.note) if each]
    if listed:
        lines.append(Content.styled(names, "dim"))
    return detail(*lines)


def _names(field: Field, index: int) -> str:
    """The values with their numbers; where they are too many to tell, those about the chosen one."""
    names = [f"{number} {each.label}" for number, each in enumerate(field.values, 1)]
    first = last = index
    while (first, last) != (0, len(names) - 1):
        wider = max(0, first - 1), min(len(names) - 1, last + 1)
        if len(" · ".join(names[wider[0] : wider[1] + 1])) > MOST:
            break
        first, last = wider
    before = "… · " if first else ""
    after = " · …" if last < len(names) - 1 else ""
    return f"{before}{' · '.join(names[first : last + 1])}{after}"
