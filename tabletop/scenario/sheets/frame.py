"""`scenario.yaml`: the frame: seats, formats, doors, roles of clauses, lists and front matter."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.aftermath import Act
from tabletop.scenario.sheets.base import Day, Hundredths, Label, Points, Prose, Sheet, Slug
from tabletop.scenario.sheets.doubt import TheatreSheet

Count = Annotated[int, Field(ge=1, le=200)]


class Seat(Sheet):
    """A chair at the table: an institution with interests and audiences."""

    role: Literal["party", "mediator", "outside"]
    name: Label
    neutral_name: Label
    short: Annotated[str, Field(min_length=1, max_length=12)]
    invited: bool
    temper: Literal["hard", "patient", "trading", "yielding", "stalling"]


class FormatSheet(Sheet):
    """Lengths and budgets of a format (rule T3.1)."""

    name: Label
    rounds: Annotated[int, Field(ge=1, le=40, description="rounds")]
    sittings: Annotated[int, Field(ge=1, le=6, description="sittings a session")]
    moves: Annotated[int, Field(ge=1, le=10, description="moves a seat in a sitting")]
    patience: Annotated[Hundredths, Field(gt=0, le=150, description="points of the mediator's patience")]
    incidents: Annotated[int, Field(ge=0, le=24, description="decisions in the aftermath, at most")]
    in_play: list[Slug]
    annex: dict[Slug, Slug]


class RolesSheet(Sheet):
    """Which clause plays which part in the rules."""

    scope: Slug
    term: Slug
    territory: Slug
    status: Slug
    buffer: Slug
    weapons: Slug
    verify: Slug
    respond: Slug
    guarantee: Slug
    sanctions: Slug
    people: Slug
    route: Slug


class Frame(Sheet):
    """The whole of `scenario.yaml`."""

    id: Slug
    title: Label
    as_of: Day
    starts: Day
    legal_baseline: Prose
    assumptions: Prose
    content_notes: Prose
    basis: Prose
    seats: dict[Slug, Seat]
    formats: dict[Slug, FormatSheet]
    doors: dict[Slug, Points]
    roles: RolesSheet
    acts: dict[Slug, Act]
    places: dict[Slug, Label]
    terms_of_return: dict[Slug, Label]
    neutral_words: dict[str, Label]
    theatre: TheatreSheet | None = None

    @property
    def parties(self) -> list[str]:
        """The seats that are parties, in the author's order."""
        return [slug for slug, seat in self.seats.items() if seat.role == "party"]
