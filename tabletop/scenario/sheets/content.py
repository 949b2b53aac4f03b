"""`facts.yaml`, `events.yaml` and `positions.yaml`: what is known, what may happen, where seats begin."""

from typing import Annotated, Literal

from pydantic import Field

from tabletop.scenario.sheets.base import Day, Effects, Label, Prose, Sheet, Slug

SILENT_OPTION = "silent"
"""In a position: the seat has none."""


class Source(Sheet):
    """Where a fact was published.

    Attributes:
        url: Its address; left out for what was read in a copy that is no address of its publisher.
        quality: A: wire, official text, research; B: relay; C: mirror, party media.
    """

    title: Prose
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=600)] | None = None
    date: Day | None = None
    quality: Literal["A", "B", "C"]


class Fact(Sheet):
    """One statement with its date, its standing and its sources.

    Attributes:
        by: Who claims, estimates or said it; where there are several, with `;` between them.
        report: Rows of the report that it carries, 1 to 14.
        after_start: It happened after play begins: for the debrief alone.
    """

    statement: Prose
    date: Day
    status: Literal["confirmed", "claimed", "disputed", "estimate"]
    by: Label | None = None
    value: str | int | float | None = None
    unit: Label | None = None
    sources: Annotated[list[Slug], Field(min_length=1)]
    report: list[Annotated[int, Field(ge=1, le=14)]] = Field(default_factory=list[int])
    after_start: bool = False

    def claimants(self) -> tuple[str, ...]:
        """Everybody on whose word it rests."""
        return tuple(name.strip() for name in (self.by or "").split(";") if name.strip())

    def number(self) -> float | None:
        """The value as a number; None where it is none, such as a range or two counts."""
        try:
            return None if self.value is None else float(self.value)
        except ValueError:
            return None


class Facts(Sheet):
    """The whole of `facts.yaml`."""

    sources: dict[Slug, Source]
    facts: dict[Slug, Fact]


class Condition(Sheet):
    """A quantity that has reached a level, in the author's unit."""

    path: str
    at_least: float | None = None
    at_most: float | None = None


class Card(Sheet):
    """Something that may happen between two rounds (rule W1.2).

    Attributes:
        says: Who claims what the card tells: the claimants of its facts, by their names there.
    """

    text: Prose
    kind: Literal["random", "scheduled", "conditional"]
    weight: Annotated[float, Field(gt=0, le=100, description="weight in the draw")] | None = None
    rounds: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]] | None = None
    condition: Condition | None = None
    effects: Effects
    facts: list[Slug]
    says: list[Label] = Field(default_factory=list[str])
    basis: Literal["sourced", "game"]
    once: bool


class Cards(Sheet):
    """The whole of `events.yaml`."""

    cards: Annotated[dict[Slug, Card], Field(min_length=1)]


class Position(Sheet):
    """Where a seat stands in public on a clause as the match opens; `silent` for nowhere."""

    option: Slug
    facts: list[Slug]
    basis: Literal["sourced", "game"]
    note: Prose | None = None


class Positions(Sheet):
    """The whole of `positions.yaml`."""

    positions: dict[Slug, dict[Slug, Position]]
