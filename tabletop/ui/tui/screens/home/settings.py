"""Settings: each holds as soon as it is chosen, and is kept."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tabletop.ui.shared.fields import Field
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.home.form import FormScreen, named_row, reading_rows, settings_row
from tabletop.ui.tui.shell.keys import Hint, back_hint
from tabletop.ui.tui.shell.look import THEMES
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.shell.terminal_sample import terminal_sample
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.words.language.i18n import N_, languages


class Settings(FormScreen):
    """What a person may choose for the whole program."""

    HELP_SLUG = "settings.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", N_("back"), show=False),
        Binding("k", "open_keys", N_("keys of your own"), show=False),
    ]

    def titled(self) -> str:
        """The title."""
        return said("settings.title")

    def body(self) -> Iterable[Widget]:
        """The rows, and a sample on which their effect is seen."""
        yield from super().body()
        yield Static(terminal_sample(window(self).size), classes="sample", markup=False)

    def rows(self) -> Iterable[Widget]:
        """A row for each setting."""
        return map(ChoiceRow, settings_rows(window(self).prefs))

    def hints(self) -> tuple[Hint, ...]:
        """Change, keys, back."""
        return (
            Hint("←→", said("hint.change"), "focused.step(1)"),
            Hint("k", said("hint.keys"), "screen.open_keys"),
            back_hint(),
        )

    def on_mount(self) -> None:
        """Say where the settings are kept."""
        super().on_mount()
        file = window(self).settings_file
        self.tell(said("settings.kept", file=str(file)) if file else said("settings.not-kept"))

    def on_resize(self, _: Resize) -> None:
        """The sample names the size."""
        self.query_one(".sample", Static).update(terminal_sample(window(self).size))

    @on(ChoiceRow.Changed)
    def _change(self, event: ChoiceRow.Changed) -> None:
        row, shell = event.row, window(self)
        if row.value is None:
            return
        if not shell.prefer(CHANGES[row.field.name](shell.prefs, str(row.value.value))):
            self.tell(said("settings.unwritten", file=str(shell.settings_file)))

    @on(ChoiceRow.Done)
    def action_open_keys(self) -> None:
        """The list of keys."""
        window(self).open_page("keymap")


CHANGES: dict[str, Callable[[Prefs, str], Prefs]] = {
    "language": lambda prefs, chosen: replace(prefs, language=chosen),
    "theme": lambda prefs, chosen: replace(prefs, theme=chosen),
    "drawing": lambda prefs, chosen: replace(prefs, ascii=chosen == "plain"),
    "motion": lambda prefs, chosen: replace(prefs, motion=chosen == "on"),
    "names": lambda prefs, chosen: replace(prefs, neutral=chosen == "neutral"),
    "detail": lambda prefs, chosen: replace(prefs, detail=chosen),
    "counsel": lambda prefs, chosen: replace(prefs, counsel=chosen),
}
"""What the choice of a value changes, by the name of the row."""


def theme_words() -> dict[str, str]:
    """The themes in words."""
    return {theme.name: said(f"theme.{theme.name}") for theme in THEMES}


def settings_rows(prefs: Prefs) -> tuple[Field, ...]:
    """A row for each setting, at what holds now."""
    names, detail, counsel = reading_rows(prefs)
    return (
        settings_row("language", languages(), prefs.language),
        settings_row("theme", theme_words(), prefs.theme),
        detail,
        counsel,
        named_row("drawing", ("drawn", "plain"), "plain" if prefs.ascii else "drawn"),
        named_row("motion", ("off", "on"), "on" if prefs.motion else "off"),
        names,
    )
