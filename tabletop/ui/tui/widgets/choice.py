"""One row of a sheet: a label and a value that is chosen with arrows, digits or the mouse."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widgets import Static

from tabletop.ui.shared.fields import Field, Value
from tabletop.words.language.i18n import N_, _

LABEL = 28
"""Columns of the label."""

NARROW = 70
"""Columns of a row below which the label has fewer, so that the value has its room."""

SHORT = 20
"""Columns of the label then."""

FRAME = 7
"""Columns of the mark, the arrows about the value and the blanks between."""


class ChoiceRow(Static, can_focus=True):
    """A field on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", N_("one back"), show=False),
        Binding("right,space", "step(1)", N_("one on"), show=False),
        Binding("up", "app.focus_previous", N_("row above"), show=False),
        Binding("down", "app.focus_next", N_("row below"), show=False),
        Binding("enter", "done", N_("go on"), show=False),
    ]

    HELP = N_("Left and right arrow, or a digit, choose the value. 0 clears it. Enter goes on.")

    class Changed(Message):
        """Another value is chosen."""

        def __init__(self, row: "ChoiceRow") -> None:
            self.row = row
            super().__init__()

    class Focused(Message):
        """The row has the focus."""

        def __init__(self, row: "ChoiceRow") -> None:
            self.row = row
            super().__init__()

    class Done(Message):
        """Enter was pressed."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.index = field.start
        super().__init__(classes="choice")

    @property
    def value(self) -> Value | None:
        """What is chosen, None for nothing."""
        return self.field.values[self.index] if 0 <= self.index < len(self.field.values) else None

    @property
    def columns(self) -> int:
        """Columns of the label."""
        return SHORT if 0 < self.size.width < NARROW else LABEL

    def render(self) -> Content:
        """Label, value and place among the values, in one line."""
        mark = "▸ " if self.has_focus else "  "
        label = self.field.label
        columns = self.columns
        label = label if len(label) <= columns else label[: columns - 1] + "…"
        value = self.value
        shown = value.label if value else "—" if self.field.optional else _("choose")
        count = (
            _("  {at} of {of}").format(at=self.index + 1, of=len(self.field.values))
            if value
            else _("  {n} to choose").format(n=len(self.field.values))
        )
        return Content.assemble(
            f"{mark}{label:<{columns}} ",
            ("‹ ", "$accent"),
            (shown, "bold" if value else ""),
            (" ›", "$accent"),
            (count if self.has_focus and self._room(columns, shown, count) else "", "dim"),
        )

    def _room(self, columns: int, shown: str, count: str) -> bool:
        """Whether the place among the values fits behind the value."""
        return not self.size.width or columns + len(shown) + len(count) + FRAME <= self.size.width

    def pick(self, index: int) -> None:
        """Choose the value at a place; -1 chooses nothing."""
        least = -1 if self.field.optional else 0
        if least <= index < len(self.field.values) and index != self.index:
            self.index = index
            self.refresh()
            self.post_message(self.Changed(self))

    def action_step(self, by: int) -> None:
        """Go to the next or the previous value, around the end."""
        least = -1 if self.field.optional else 0
        span = len(self.field.values) - least
        if self.index < least:
            self.pick(0 if by > 0 else len(self.field.values) - 1)
        else:
            self.pick((self.index - least + by) % span + least)

    def action_done(self) -> None:
        """Say that the sheet is filled in."""
        self.post_message(self.Done())

    def on_key(self, event: Key) -> None:
        """A digit chooses the value with that number; 0 clears."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            event.stop()
            self.pick(int(event.character) - 1)

    def on_click(self, event: Click) -> None:
        """The left half goes back, the right half goes on."""
        self.focus()
        self.action_step(-1 if event.x < self.columns else 1)

    def on_focus(self) -> None:
        """Show the mark and the long text."""
        self.refresh()
        self.post_message(self.Focused(self))

    def on_blur(self) -> None:
        """Take the mark away."""
        self.refresh()
