"""Setting up a match: scenario, rules, format, who sits where, door, names, detail, seed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Input, Static

from tabletop.errors import ScenarioError
from tabletop.scenario.library import Listed, open_scenario, scenarios
from tabletop.scenario.sheets.frame import Frame
from tabletop.ui.shared.fields import Field, Value
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.saves import list_saves, played
from tabletop.ui.shared.setup import FIRST_MATCH, PERSON, Setup
from tabletop.ui.shared.window_words import said, said_or
from tabletop.ui.tui.screens.home.form import FormScreen, reading_rows, words_of
from tabletop.ui.tui.shell.keys import Hint, back_hint
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.vocabulary import BOTS
from tabletop.words.language.i18n import N_

SEED_MOST = 18
"""Digits of a seed that somebody types, at most."""


class MatchSetup(FormScreen):
    """Who plays what, and how."""

    HELP_SLUG = "setup.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", N_("begin the match"), show=False),
        Binding("escape", "close", N_("back to the home screen"), show=False),
    ]

    def __init__(self, scenario: str = "") -> None:
        self.scenarios: tuple[Listed, ...] = scenarios()
        self.index = next((index for index, each in enumerate(self.scenarios) if each.id == scenario), 0)
        """Which of the scenarios is set up."""
        self.fault = said("scenarios.none")
        super().__init__()

    def titled(self) -> str:
        """The title."""
        return said("setup.title")

    def rows(self) -> Iterable[Widget]:
        """A row for everything that can be chosen of the scenario; a broken one has only the row of scenarios."""
        if not self.scenarios:
            return
        listed, shell = self.scenarios[self.index], window(self)
        yield ChoiceRow(scenario_row(self.scenarios, self.index))
        try:
            frame = open_scenario(listed.path).frame
        except ScenarioError as error:
            self.fault = said("setup.invalid", scenario=listed.title, fault=str(error.findings[0]))
            return
        first = not played(list_saves(shell.host.saves))
        yield from map(ChoiceRow, match_rows(frame, listed.doors, shell.prefs, first=first))
        seed = Input(placeholder=said("setup.seed.none"), max_length=SEED_MOST, classes="words")
        yield Horizontal(Static(said("setup.seed"), markup=False), seed, classes="named")

    def hints(self) -> tuple[Hint, ...]:
        """Begin, back."""
        return (Hint("Enter", said("hint.begin"), "screen.begin"), back_hint())

    def on_mount(self) -> None:
        """Say what is missing, if anything is."""
        super().on_mount()
        if not self.query(Input):
            self.tell(self.fault)

    @on(ChoiceRow.Changed)
    async def _change(self, event: ChoiceRow.Changed) -> None:
        """Another scenario has other rows; other rules propose another door."""
        row = event.row
        if row.field.name == "scenario":
            self.index = row.index
            await self.recompose()
            self.query(ChoiceRow).first().focus()
        elif row.field.name == "rules":
            self._propose_door(first=bool(row.value and row.value.value == "first"))

    def _propose_door(self, *, first: bool) -> None:
        """A first match has the open door, any other the usual one; the row can still be changed."""
        for row in self.query(ChoiceRow):
            if row.field.name == "door":
                doors = [value.value for value in row.field.values]
                wanted = "open" if first else "standard"
                row.pick(doors.index(wanted) if wanted in doors else 0)

    @on(DescendantFocus)
    def _explain_seed(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, Input):
            self.explain(said("setup.seed.about"))

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


def scenario_row(listed: tuple[Listed, ...], index: int) -> Field:
    """The row of scenarios."""
    titles = tuple(
        Value(each.id, each.title, said("scenarios.as-of", date=each.as_of, seats=str(len(each.seats)),
                                        formats=", ".join(each.formats)))
        for each in listed
    )  # fmt: skip
    return Field("scenario", "", said("setup.scenario"), titles, start=index)


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
    names, detail, counsel = reading_rows(prefs)
    return (
        Field("rules", "", said("setup.rules"), words_of("setup.rules", ("first", "whole")), start=0 if first else 1),
        Field("format", "", said("setup.format"), formats, start=0 if first else min(1, len(formats) - 1)),
        *(
            Field("seat", slug, seat.name, words_of("keeper", (PERSON, *BOTS)), start=0 if index == 0 else 1)
            for index, (slug, seat) in enumerate(frame.seats.items())
        ),
        Field("door", "", said("setup.door"), door_values(doors), start=doors.index(door) if door in doors else 0),
        replace(names, label=said("setup.names")),
        detail,
        counsel,
    )  # fmt: skip


def door_values(doors: tuple[str, ...]) -> tuple[Value, ...]:
    """The doors of the scenario; one without words has its own name."""
    return tuple(
        Value(door, said_or(f"setup.door.{door}", door), said_or(f"setup.door.{door}.about", ""))
        for door in doors
    )
