"""The levers of `rules.yaml`: orders of a fortnight, and what a strike is made of."""

from itertools import combinations_with_replacement
from typing import Annotated

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Effects, Label, Percent, Prose, Sheet, Slug, Thousandths

Pieces = tuple[Annotated[int, Field(ge=0, le=5_000)], Annotated[int, Field(ge=0, le=5_000)]]
"""Least and most pieces."""


class StrikeChance(Sheet):
    """How often a strike on `target` is reported in a session.

    Attributes:
        rate: Salvos a fortnight; the chance of a session follows the days it stands for (`strike.days`).
        chance: The chance itself, as scenarios before rules 2.0 wrote it; one of the two.
        campaign: Whether the order is a campaign that a truce over its target forbids; false for what may
            happen without an order.
    """

    target: Slug
    rate: Annotated[float, Field(ge=0, le=14, description="salvos a fortnight")] | None = None
    chance: Percent | None = None
    campaign: bool = True


class LeverOption(Sheet):
    """What an order does in a fortnight.

    Attributes:
        strike: The strike it may lead to.
        strikes_times: It multiplies the chance of the seat's strikes, per cent.
    """

    label: Label
    effects: Effects = Field(default_factory=dict[str, float])
    strike: StrikeChance | None = None
    strikes_times: Percent | None = None


class LeverSheet(Sheet):
    """A lever: options to choose from, or points to lay on lines.

    Attributes:
        points: How many points are laid; 0 for a lever with plain options.
        most: At most so many points on one line.
    """

    name: Label
    default: Slug
    points: Annotated[int, Field(ge=0, le=4)] = 0
    most: Annotated[int, Field(ge=0, le=4)] = 0
    options: Annotated[dict[Slug, LeverOption], Field(min_length=2, max_length=12)]

    def choices(self) -> dict[str, tuple[str, ...]]:
        """What may be chosen, each with the options it is made of.

        A lever of points has one choice for every way to lay them, such as `drones-drones-repair`.
        """
        if not self.points:
            return {name: (name,) for name in self.options}
        ways = combinations_with_replacement(self.options, self.points)
        return {"-".join(way): way for way in ways if max(map(way.count, way)) <= self.most}


class PresetSheet(Sheet):
    """A card of orders (T2.2): a name, what it is thought to do, and choices by lever.

    Attributes:
        does: One sentence for the player; it promises nothing.
    """

    label: Label
    does: Prose
    orders: Annotated[dict[Slug, Slug], Field(min_length=1, max_length=8)]


class Levers(Sheet):
    """The levers of every seat, and cards of orders for those who want them."""

    basis: Basis
    seats: dict[Slug, dict[Slug, LeverSheet]]
    presets: dict[Slug, Annotated[dict[Slug, PresetSheet], Field(max_length=4)]] = Field(
        default_factory=dict[Slug, dict[Slug, PresetSheet]]
    )


class Stops(Sheet):
    """Chance that one is stopped: ballistic at full air cover."""

    drones: Percent
    cruise: Percent
    ballistic: Percent


class SalvoSheet(Sheet):
    """A strike on a kind of target (rule S1.3); a missile that leaks counts as eight drones."""

    label: Label
    drones: Pieces
    missiles: Pieces
    tail: Annotated[bool, Field(description="most salvos are near the least, a few reach the most")] = False
    ballistic: Percent
    stop: Stops
    homes: Annotated[int, Field(ge=0, le=100_000, description="homes dark for each drone that leaks")]
    dark_most: Annotated[int, Field(ge=0, le=20_000_000, description="homes dark in a night, at most")]
    grid: Annotated[Thousandths, Field(ge=0, le=100, description="MW lost for each drone that leaks")]
    places: Annotated[list[Slug], Field(min_length=1)]


class Salvos(Sheet):
    """Strikes by target."""

    basis: Basis
    targets: dict[Slug, SalvoSheet]
