"""A form: rows of choices, and below them what the marked one is about."""

from collections.abc import Iterable

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.shared.fields import Field, Value
from tabletop.ui.shared.prefs import COUNSELS, DETAILS, Prefs
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.indented import detail


class FormScreen(FramedScreen):
    """A screen of rows to choose from."""

    def body(self) -> Iterable[Widget]:
        """The rows, and what the marked one is about."""
        yield VerticalScroll(*self.rows(), classes="rows", can_focus=False)
        yield Static("", classes="detail", markup=False)

    def rows(self) -> Iterable[Widget]:
        """The rows."""
        return ()

    def on_mount(self) -> None:
        """Begin at the first row."""
        for row in [*self.query(ChoiceRow)][:1]:
            row.focus()

    def explain(self, sentence: str) -> None:
        """Show what a row is about."""
        self.query_one(".detail", Static).update(detail(Content(sentence)))

    @on(ChoiceRow.Focused)
    @on(ChoiceRow.Changed)
    def _explain_row(self, event: ChoiceRow.Focused | ChoiceRow.Changed) -> None:
        self.explain(event.row.value.detail if event.row.value else "")


def words_of(area: str, names: Iterable[str]) -> tuple[Value, ...]:
    """Values in words, each with a sentence of its own."""
    return tuple(Value(name, said(f"{area}.{name}"), said(f"{area}.{name}.about")) for name in names)


def settings_row(name: str, words: dict[str, str], now: str) -> Field:
    """The row of a setting: its values in words, all about one thing, and the one that holds now."""
    about = said(f"settings.{name}.about")
    values = tuple(Value(value, label, about) for value, label in words.items())
    return Field(name, "", said(f"settings.{name}"), values, start=[*words].index(now) if now in words else 0)


def named_row(name: str, values: Iterable[str], now: str) -> Field:
    """The row of a setting whose values are words of the window."""
    return settings_row(name, {value: said(f"settings.{name}.{value}") for value in values}, now)


def reading_rows(prefs: Prefs) -> tuple[Field, Field, Field]:
    """How a match is read: real or invented names, how much of harm, how much counsel."""
    return (
        named_row("names", ("real", "neutral"), "neutral" if prefs.neutral else "real"),
        named_row("detail", DETAILS, prefs.detail),
        named_row("counsel", COUNSELS, prefs.counsel),
    )
