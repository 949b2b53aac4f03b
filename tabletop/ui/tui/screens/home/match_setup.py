"""Setting up a match: scenario, rules, format, who sits where, door, names, detail, seed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static

from tabletop.errors import ScenarioError
from tabletop.scenario.library import Listed, open_scenario, scenarios
from tabletop.scenario.sheets.frame import Frame
from tabletop.ui.shared.fields import Field, Value
from tabletop.ui.shared.prefs import COUNSELS, DETAILS, Prefs
from tabletop.ui.shared.saves import list_saves, played
from tabletop.ui.shared.setup import FIRST_MATCH, PERSON, Setup
from tabletop.ui.shared.window_words import said, said_or
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
from tabletop.vocabulary import BOTS
from tabletop.words.language.i18n import N_

SEED_MOST = 18
"""Digits of a seed that somebody types, at most."""


class MatchSetup(Screen[None]):
    """Who plays what, and how."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", N_("begin the match"), show=False),
        Binding("escape", "back", N_("back to the home screen"), show=False),
    ]

    def __init__(self, scenario: str = "") -> None:
        self.known: tuple[Listed, ...] = scenarios()
        self.at = next((at for at, each in enumerate(self.known) if each.id == scenario), 0)
        self.fault = said("scenarios.none")
        super().__init__()

    @property
    def explains(self) -> str:
        """What F1 says."""
        return said("setup.help")

    def compose(self) -> ComposeResult:
        """A row for everything that can be chosen."""
        yield Static(Content.styled(said("setup.title"), "bold $accent"), id="title")
        with VerticalScroll(classes="rows", can_focus=False):
            yield from self._rows()
        yield Static("", classes="detail", markup=False)
        yield Notice()
        yield Hints((
            Hint("Enter", said("hint.begin"), "screen.begin"),
            Hint("Esc", said("hint.back"), "screen.back"),
            Hint("F1", said("hint.help"), "app.explain"),
            Hint("?", said("hint.keys"), "app.keys"),
        ))  # fmt: skip

    def _rows(self) -> list[Widget]:
        """The rows for the scenario that is chosen."""
        if not self.known:
            return []
        listed = self.known[self.at]
        found: list[Widget] = [ChoiceRow(scenario_row(self.known, self.at))]
        try:
            frame = open_scenario(listed.path).frame
        except ScenarioError as error:
            self.fault = said("setup.invalid", scenario=listed.title, fault=str(error.findings[0]))
            return found
        app = window(self)
        first = not played(list_saves(app.host.saves))
        found += [ChoiceRow(field) for field in match_rows(frame, listed.doors, app.prefs, first=first)]
        seed = Input(placeholder=said("setup.seed.none"), max_length=SEED_MOST, classes="words")
        found.append(Horizontal(Static(said("setup.seed"), markup=False), seed, classes="named"))
        return found

    def on_mount(self) -> None:
        """Begin at the first row, or say what is missing."""
        rows = self.query(ChoiceRow)
        if rows:
            rows.first().focus()
        if not self.query(Input):
            self.tell(self.fault)

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one(Notice).say(sentence)

    @on(ChoiceRow.Seen)
    @on(ChoiceRow.Changed)
    async def _explain(self, event: ChoiceRow.Seen | ChoiceRow.Changed) -> None:
        row = event.row
        if row.field.name == "scenario" and row.at != self.at:
            self.at = row.at
            await self.recompose()
            self.query(ChoiceRow).first().focus()
            return
        if row.field.name == "rules" and isinstance(event, ChoiceRow.Changed):
            self._propose(first=bool(row.value and row.value.value == "first"))
        self.query_one(".detail", Static).update(Content(row.value.detail if row.value else ""))

    def _propose(self, *, first: bool) -> None:
        """A first match has the open door, any other the usual one; the row can still be changed."""
        for row in self.query(ChoiceRow):
            if row.field.name == "door":
                doors = [value.value for value in row.field.values]
                wanted = "open" if first else "standard"
                row.pick(doors.index(wanted) if wanted in doors else 0)

    @on(DescendantFocus)
    def _explain_seed(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            self.query_one(".detail", Static).update(Content(said("setup.seed.about")))

    def chosen(self) -> Setup | None:
        """The match as it is filled in; None when there is no scenario, or the seed is none."""
        if not self.query(Input):
            return None
        values = {
            (row.field.name, row.field.key): str(row.value.value)
            for row in self.query(ChoiceRow)
            if row.value
        }
        typed = self.query_one(Input).value.strip()
        if typed and not (typed.isascii() and typed.isdecimal()):
            self.tell(said("setup.seed.wrong"))
            return None
        return Setup(
            scenario=values["scenario", ""],
            format=values["format", ""],
            seats={key: keeper for (name, key), keeper in values.items() if name == "seat"},
            seed=int(typed) if typed else None,
            door=values["door", ""],
            neutral=values["names", ""] == "neutral",
            without=FIRST_MATCH if values["rules", ""] == "first" else (),
            counsel=values["counsel", ""],
        )

    @on(ChoiceRow.Done)
    @on(Input.Submitted)
    def action_begin(self) -> None:
        """Begin."""
        setup = self.chosen()
        if setup is None:
            return
        if not setup.people():
            self.tell(said("setup.nobody"))
            return
        app = window(self)
        detail = next((row.value for row in self.query(ChoiceRow) if row.field.name == "detail"), None)
        if detail is not None and detail.value != app.prefs.detail:
            app.prefer(replace(app.prefs, detail=str(detail.value)))
        app.open_new(setup)

    def action_back(self) -> None:
        """Back to the home screen."""
        self.dismiss()


def scenario_row(known: tuple[Listed, ...], at: int) -> Field:
    """The row of scenarios."""
    titles = tuple(
        Value(each.id, each.title, said("scenarios.as-of", date=each.as_of, seats=str(len(each.seats)),
                                        formats=", ".join(each.formats)))
        for each in known
    )  # fmt: skip
    return Field("scenario", "", said("setup.scenario"), titles, start=at)


def match_rows(frame: Frame, doors: tuple[str, ...], prefs: Prefs, *, first: bool) -> tuple[Field, ...]:
    """The rows of one scenario; a first match is proposed short and without what can wait."""
    formats = tuple(
        Value(
            slug, sheet.name, said("setup.format.about", rounds=str(sheet.rounds), sittings=str(sheet.sittings),
                                   moves=str(sheet.moves))
        )
        for slug, sheet in frame.formats.items()
    )  # fmt: skip
    door = "open" if first else "standard"
    return (
        Field("rules", "", said("setup.rules"), _values("setup.rules", ("first", "whole")), start=0 if first else 1),
        Field("format", "", said("setup.format"), formats, start=0 if first else min(1, len(formats) - 1)),
        *(
            Field("seat", slug, seat.name, _values("keeper", (PERSON, *BOTS)), start=0 if at == 0 else 1)
            for at, (slug, seat) in enumerate(frame.seats.items())
        ),
        Field("door", "", said("setup.door"), _doors(doors), start=doors.index(door) if door in doors else 0),
        Field(
            "names", "", said("setup.names"),
            _alike("settings.names", ("real", "neutral")),
            start=int(prefs.neutral),
        ),
        Field(
            "detail", "", said("settings.detail"),
            _alike("settings.detail", DETAILS),
            start=DETAILS.index(prefs.detail),
        ),
        Field(
            "counsel", "", said("settings.counsel"),
            _alike("settings.counsel", COUNSELS),
            start=COUNSELS.index(prefs.counsel),
        ),
    )  # fmt: skip


def _doors(doors: tuple[str, ...]) -> tuple[Value, ...]:
    """The doors of the scenario; one without words has its own name."""
    return tuple(
        Value(door, said_or(f"setup.door.{door}", door), said_or(f"setup.door.{door}.about", ""))
        for door in doors
    )


def _alike(area: str, names: tuple[str, ...]) -> tuple[Value, ...]:
    """Values that share one sentence on what they are about."""
    return tuple(Value(name, said(f"{area}.{name}"), said(f"{area}.about")) for name in names)


def _values(area: str, names: tuple[str, ...]) -> tuple[Value, ...]:
    """Values with their words by slug."""
    return tuple(Value(name, said(f"{area}.{name}"), said(f"{area}.{name}.about")) for name in names)
