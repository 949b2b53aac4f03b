"""Setting up a match: scenario, format, who sits where, door, seed, names."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from tabletop.errors import ScenarioError
from tabletop.scenario.library import Listed, open_scenario, scenarios
from tabletop.tui.fields import Field, Value
from tabletop.tui.frame import window
from tabletop.tui.keys import Hint
from tabletop.tui.setup import PERSON, TEMPERS, Setup
from tabletop.tui.widgets.choice import ChoiceRow
from tabletop.tui.widgets.hints import Hints

KEEPERS = (
    Value(PERSON, "a person at this screen", "Two people at one screen: a curtain is drawn between them."),
    Value("mixed", "a bot, temper by the dice"),
    *(Value(temper, f"a bot: {temper}") for temper in TEMPERS if temper != "mixed"),
)

DOOR_NAMES = {
    "open": ("open", "Both parties' alternatives are a little worse: room for a text is likelier."),
    "standard": ("standard", "As the scenario has it."),
    "hard": ("hard", "Both parties' alternatives are a little better: room for a text is rarer."),
}


NAMES = (Value("real", "as they are"), Value("neutral", "invented", "Same rules, invented countries."))


class MatchSetup(Screen[None]):
    """Who plays what, and how."""

    HELP = (
        "Up and down go from row to row, left and right choose, Enter begins. "
        "An empty seed lets the game draw one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin the match", show=False),
        Binding("escape", "back", "back to the home screen", show=False),
    ]

    def __init__(self) -> None:
        self.known: tuple[Listed, ...] = scenarios()
        self.at = 0
        self.fault = "No scenario was found. Run `tabletop check PATH` on the folder of one."
        super().__init__()

    def compose(self) -> ComposeResult:
        """A row for everything that can be chosen."""
        yield Static(Content.styled("A new match", "bold $accent"), id="title")
        with VerticalScroll(classes="rows", can_focus=False):
            yield from self._rows()
        yield Static("", classes="detail", markup=False)
        yield Static("", id="notice", markup=False)
        yield Hints((
            Hint("Enter", "begin", "screen.begin"),
            Hint("Esc", "back", "screen.back"),
            Hint("F1", "help", "app.explain"),
            Hint("?", "keys", "app.keys"),
        ))  # fmt: skip

    def _rows(self) -> list[ChoiceRow | Input]:
        """The rows for the scenario that is chosen."""
        if not self.known:
            return []
        listed = self.known[self.at]
        titles = tuple(Value(each.id, each.title, f"as of {each.as_of}") for each in self.known)
        rows: list[ChoiceRow | Input] = [
            ChoiceRow(Field("scenario", "", "scenario", titles, start=self.at)),
        ]
        try:
            frame = open_scenario(listed.path).frame
        except ScenarioError as error:
            self.fault = f"{listed.title} cannot be played. {error.findings[0]}"
            return rows
        formats = tuple(
            Value(slug, sheet.name, f"rounds: {sheet.rounds}; sittings a session: {sheet.sittings}")
            for slug, sheet in frame.formats.items()
        )
        rows.append(ChoiceRow(Field("format", "", "format", formats, start=min(1, len(formats) - 1))))
        rows += [
            ChoiceRow(Field("seat", slug, seat.name, KEEPERS, start=0 if at == 0 else 1))
            for at, (slug, seat) in enumerate(frame.seats.items())
        ]
        doors = tuple(Value(door, *DOOR_NAMES.get(door, (door, ""))) for door in listed.doors)
        usual = listed.doors.index("standard") if "standard" in listed.doors else 0
        rows += [
            ChoiceRow(Field("door", "", "door", doors, start=usual)),
            ChoiceRow(Field("names", "", "names", NAMES, start=0)),
            Input(placeholder="seed: empty lets the game draw one", max_length=18, classes="words"),
        ]
        return rows

    def on_mount(self) -> None:
        """Begin at the first row, or say what is missing."""
        rows = self.query(ChoiceRow)
        if rows:
            rows.first().focus()
        if not self.query(Input):
            self.tell(self.fault)

    def tell(self, sentence: str) -> None:
        """Show a sentence above the footer."""
        self.query_one("#notice", Static).update(Content(sentence))

    @on(ChoiceRow.Seen)
    @on(ChoiceRow.Changed)
    async def _explain(self, event: ChoiceRow.Seen | ChoiceRow.Changed) -> None:
        value = event.row.value
        if event.row.field.name == "scenario" and event.row.at != self.at:
            self.at = event.row.at
            await self.recompose()
            self.query(ChoiceRow).first().focus()
            return
        self.query_one(".detail", Static).update(Content(value.detail if value else ""))

    def chosen(self) -> Setup | None:
        """The match as it is filled in; None when there is no scenario."""
        if not self.query(Input):
            return None
        values = {
            (row.field.name, row.field.key): str(row.value.value)
            for row in self.query(ChoiceRow)
            if row.value
        }
        typed = self.query_one(Input).value.strip()
        return Setup(
            scenario=values["scenario", ""],
            format=values["format", ""],
            seats={key: keeper for (name, key), keeper in values.items() if name == "seat"},
            seed=int(typed) if typed.lstrip("-").isdecimal() else None,
            door=values["door", ""],
            neutral=values["names", ""] == "neutral",
        )

    @on(ChoiceRow.Done)
    @on(Input.Submitted)
    def action_begin(self) -> None:
        """Begin."""
        setup = self.chosen()
        if setup is None:
            return
        if not setup.people():
            self.tell("Nobody sits at this screen: give at least one seat to a person.")
            return
        window(self).open_new(setup)

    def action_back(self) -> None:
        """Back to the home screen."""
        self.dismiss()
