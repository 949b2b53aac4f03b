"""Settings: each holds as soon as it is chosen, and is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Static

from tabletop.ui.shared.fields import Field, Value
from tabletop.ui.shared.prefs import COUNSELS, DETAILS, Prefs
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.look import THEMES
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.shell.terminal_sample import strip
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.words.language.i18n import N_, languages

SWITCHES = {
    "ascii": ("drawing", "drawn", "plain"),
    "motion": ("motion", "off", "on"),
    "neutral": ("names", "real", "neutral"),
}
"""Settings of two states: the setting's name, and what no and yes are called."""


class Settings(Screen[None]):
    """What a person may choose for the whole program."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("back"), show=False),
        Binding("k", "open_keys", N_("keys of your own"), show=False),
    ]

    @property
    def explains(self) -> str:
        """What F1 says."""
        return said("settings.help")

    def compose(self) -> ComposeResult:
        """A row for each setting, what it is, and the strip on which its effect is seen."""
        yield Static(Content.styled(said("settings.title"), "bold $accent"), id="title")
        with VerticalScroll(classes="rows", can_focus=False):
            yield from (ChoiceRow(field) for field in rows(window(self).prefs))
        yield Static("", classes="detail", markup=False)
        yield Static(strip(window(self).size), classes="strip", markup=False)
        yield Notice()
        yield Hints((
            Hint("←→", said("hint.change"), "focused.step(1)"),
            Hint("k", said("hint.keys"), "screen.open_keys"),
            Hint("Esc", said("hint.back"), "screen.back"),
            Hint("F1", said("hint.help"), "app.explain"),
            Hint("?", said("hint.keys"), "app.keys"),
        ))  # fmt: skip

    def on_mount(self) -> None:
        """Begin at the first row, and say where the settings are kept."""
        self.query(ChoiceRow).first().focus()
        file = window(self).settings_file
        self.tell(said("settings.kept", file=str(file)) if file else said("settings.not-kept"))

    def on_resize(self, _: Resize) -> None:
        """The strip names the size."""
        self.query_one(".strip", Static).update(strip(window(self).size))

    @on(ChoiceRow.Seen)
    def _about(self, event: ChoiceRow.Seen) -> None:
        name = event.row.field.name
        slug = SWITCHES[name][0] if name in SWITCHES else name
        self.query_one(".detail", Static).update(Content(said(f"settings.{slug}.about")))

    @on(ChoiceRow.Changed)
    async def _changed(self, event: ChoiceRow.Changed) -> None:
        row = event.row
        if row.value is None:
            return
        name, chosen = row.field.name, row.value.value
        kept = window(self).prefer(taken(window(self).prefs, name, str(chosen)))
        if not kept:
            self.tell(said("settings.unwritten", file=str(window(self).settings_file)))

    @on(ChoiceRow.Done)
    def action_open_keys(self) -> None:
        """The list of keys."""
        window(self).open_page("keymap")

    def action_back(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)


def rows(prefs: Prefs) -> tuple[Field, ...]:
    """A row for each setting, at what holds now."""
    found = [
        _row("language", "language", languages(), prefs.language),
        _row("theme", "theme", {theme.name: said(f"theme.{theme.name}") for theme in THEMES}, prefs.theme),
        _row("detail", "detail", {name: said(f"settings.detail.{name}") for name in DETAILS}, prefs.detail),
        _row(
            "counsel", "counsel", {name: said(f"settings.counsel.{name}") for name in COUNSELS}, prefs.counsel
        ),
    ]
    for name, (slug, *states) in SWITCHES.items():
        values = {
            state: said(f"settings.{slug}.{word}") for state, word in zip(("no", "yes"), states, strict=True)
        }
        found.append(_row(name, slug, values, "yes" if getattr(prefs, name) else "no"))
    return tuple(found)


def taken(prefs: Prefs, name: str, chosen: str) -> Prefs:
    """The settings with one of them chosen anew."""
    match name:
        case "language":
            return replace(prefs, language=chosen)
        case "theme":
            return replace(prefs, theme=chosen)
        case "detail":
            return replace(prefs, detail=chosen)
        case "counsel":
            return replace(prefs, counsel=chosen)
        case "ascii":
            return replace(prefs, ascii=chosen == "yes")
        case "motion":
            return replace(prefs, motion=chosen == "yes")
        case _:
            return replace(prefs, neutral=chosen == "yes")


def _row(name: str, slug: str, values: dict[str, str], now: str) -> Field:
    places = list(values)
    start = places.index(now) if now in places else 0
    return Field(
        name,
        "",
        said(f"settings.{slug}"),
        tuple(Value(key, label) for key, label in values.items()),
        start=start,
    )
