"""A sheet: a box as rows to choose from, with the long text of a value and what the move would do.

The sheet is generic: it draws whatever slots a box has. It asks the port what the move would do and never
works anything out itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tabletop.errors import Refusal
from tabletop.game.forms import Box, Words
from tabletop.game.moves import Move
from tabletop.tui.fields import Field, Picked, Value, move_of
from tabletop.tui.labels import labelled
from tabletop.tui.widgets.choice import ChoiceRow
from tabletop.tui.widgets.outlook import outlook
from tabletop.words.moves import question
from tabletop.words.refusals import refusal
from tabletop.words.sanitize import clean

if TYPE_CHECKING:
    from tabletop.tui.sitting import Sitting

MOST = 150
"""Characters of the list of values beneath the rows."""


class Sheet(Vertical):
    """A box to be filled in."""

    class Filled(Message):
        """Enter was pressed and the move is complete."""

        def __init__(self, move: Move) -> None:
            self.move = move
            super().__init__()

    def __init__(self, sitting: Sitting, box: Box, chosen: Iterable[tuple[str, str]] = ()) -> None:
        """Draw a box.

        Args:
            sitting: The match.
            box: What may be chosen.
            chosen: Row and value that stand chosen at first, such as the orders sealed last.

        Rows that have one value only are settled and not shown.
        """
        self.sitting, self.box = sitting, box
        fields = labelled(sitting.voice, box.slots, sitting.port.view)
        self.first = dict(chosen)
        self.settled: Picked = {
            (field.name, field.key): field.values[0].value
            for field in fields
            if len(field.values) == 1 and not field.optional
        }
        self.fields = tuple(field for field in fields if (field.name, field.key) not in self.settled)
        super().__init__(classes="sheet")

    def compose(self) -> ComposeResult:
        """The rows, a field for each slot of words, the long text, the outlook."""
        with VerticalScroll(classes="rows", can_focus=False):
            for field in self.fields:
                row = ChoiceRow(field)
                start = self.first.get(field.key)
                row.at = next((at for at, value in enumerate(field.values) if value.value == start), row.at)
                yield row
            for slot in self.box.slots:
                if isinstance(slot, Words):
                    hint = question(self.sitting.voice, slot) + (" (may be empty)" if slot.optional else "")
                    yield Input(placeholder=hint, max_length=slot.most, name=slot.name, classes="words")
        yield Static("", classes="detail", markup=False)
        yield Static("", classes="outlook", markup=False)

    def on_mount(self) -> None:
        """Begin at the first row."""
        first = next(iter(self.query("ChoiceRow, Input")), None)
        if first is not None:
            first.focus()
        self.query_one(".detail").display = bool(self.fields)
        self._look_ahead()

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
            return Content(f"Not complete yet: {self._missing()}.")
        seen = self.sitting.port.preview(made)
        if isinstance(seen, Refusal):
            return Content(refusal(self.sitting.voice, seen))
        return outlook(self.sitting.voice, made, seen, self.sitting.port.view.sight.papers)

    def _missing(self) -> str:
        """The first thing that is still to be chosen."""
        for row in self.query(ChoiceRow):
            if row.value is None and not row.field.optional:
                return row.field.label
        for field in self.query(Input):
            if not field.value.strip():
                return field.placeholder
        grid = next((slot for slot in self.box.slots if slot.slot == "grid"), None)
        return f"choose {grid.low} to {grid.high} clauses" if grid else "something is to be chosen"

    @on(ChoiceRow.Seen)
    @on(ChoiceRow.Changed)
    def _explain(self, event: ChoiceRow.Seen | ChoiceRow.Changed) -> None:
        """The long text of the value, and the values there are."""
        row = event.row
        self.query_one(".detail", Static).update(_detail(row.value, row.field))

    @on(ChoiceRow.Done)
    @on(Input.Submitted)
    def action_done(self) -> None:
        """Hand the move on when it is complete."""
        made = self.move()
        if made is None:
            self.sitting.say(f"Not complete yet: {self._missing()}.")
        else:
            self.post_message(self.Filled(made))


def _detail(value: Value | None, field: Field) -> Content:
    names = " · ".join(f"{at} {each.label}" for at, each in enumerate(field.values, 1))
    names = names if len(names) <= MOST else f"{names[:MOST]}…"
    said = f"{value.label}: {value.detail}" if value and value.detail else ""
    lines = [*(Content(each) for each in (said, field.note) if each), Content.styled(names, "dim")]
    return Content("\n").join(lines)
