"""What the board says of each home: how a mandate is drawn, and who must say yes to a text (V2.1, A4.1)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MandateBoard:
    """How a seat's mandate is drawn at set-up (V2.1). Points are hundredths.

    Attributes:
        weights: By clause, hundredths, summing to 10,000.
        alternative: Reservation value before dice and door.
        private_die: Faces added to the alternative; empty for a seat without one.
        optimism_die: Faces of hope added to the alternative.
        cards: Mandate cards: shift of weight by clause.
        spread: Weights are drawn within plus and minus this share, per ten thousand.
        collapse: What a collapse leaves against the alternative at signing: by option of the territory
            clause and, to be added, by option of the guarantee clause. Whole rows for every seat.
    """

    weights: tuple[int, ...]
    alternative: int
    private_die: tuple[int, ...]
    optimism_die: tuple[int, ...]
    cards: tuple[tuple[int, ...], ...]
    spread: int
    collapse: tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class RouteBoard:
    """A way of ratification at home, one for each option of the ratification clause (A4.1)."""

    fortnights: int
    support: tuple[int, ...]
    """By option of the territory clause, hundredths of a point."""


@dataclass(frozen=True, slots=True)
class BodyBoard:
    """A body that must say yes (A4.1).

    Attributes:
        id: Slug.
        seat: The seat it belongs to, by place.
        when: `initialling`, `first-fortnight` or `route-end`.
        asked_if: (clause, option mask) pairs: it is asked when any holds; empty means always.
        base: `support` (the seat's support of the text), `attention` or `cohesion`.
        middle: Where the chance is one half, hundredths of a point.
        slope: Points (hundredths) to one logit.
        adjust: (clause, option mask, hundredths of a point) added when the clause stands there.
        if_no: (clause, option): where the clause stands at an option of `asked_if`, it falls to this one;
            empty means the text is refused.
        counts: Whether its chance is part of a seat's ratification chance `q`.
        constant: Added to the seat's support of any text, hundredths of a point.
        credible: Whether the guarantee clause's support counts times the smaller of 1 and the credibility.
        invited: Added when its seat, outside at the start, sits in the room, hundredths of a point.
    """

    id: str
    seat: int
    when: str
    asked_if: tuple[tuple[int, int], ...]
    base: str
    middle: int
    slope: int
    adjust: tuple[tuple[int, int, int], ...]
    if_no: tuple[tuple[int, int], ...]
    counts: bool
    constant: int = 0
    credible: bool = False
    invited: int = 0
