"""The `consent` section of `rules.yaml`: the sheet of a seat outside the room, and the invitation to it."""

from typing import Annotated

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Effects, Sheet, Slug

Options = Annotated[dict[Slug, list[Slug]], Field(min_length=1, description="clause to some of its options")]


class ConsentSection(Sheet):
    """A seat outside says under seal, each round, what it would carry in the session (rules T4.7, T7.14).

    Attributes:
        seat: The seat; its role is `outside`.
        covers: Options that the sheet may carry; each needs the consent of the seat.
        prices: What the seat may ask for the whole sheet: a clause that stands at this option, or at one further
            down its list.
        inviters: Seats that may ask it into the room.
        objectors: Seats of which each, but the one that asks, may object once a match.
        objection: What an objection does.
    """

    basis: Basis
    seat: Slug
    covers: Options
    prices: dict[Slug, list[Slug]] = Field(default_factory=dict[str, list[str]])
    inviters: list[Slug]
    objectors: list[Slug]
    objection: Effects
