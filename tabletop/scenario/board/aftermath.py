"""What the board says of a text in force: violations, renewals, guarantees and relief taken back (A5)."""

from dataclasses import dataclass, field

from tabletop.vocabulary import LATER


@dataclass(frozen=True, slots=True)
class Watched:
    """Violations under one option of verification (A5.8).

    Attributes:
        typical: Violations in a middling month.
        by: Who tells of them: `parties`, `remote` or `mission`.
        seen: Share of them that is told, per ten thousand.
    """

    typical: int
    by: str
    seen: int


@dataclass(frozen=True, slots=True)
class Violations:
    """Violations under a text in force (A5.8), by option of verification; thousandths of an exponent.

    Attributes:
        spread: Standard deviation of the logarithm of a month's count, thousandths.
        weight: Added to the hazard's exponent for each ln(1 + V/100), thousandths.
    """

    watched: tuple[Watched, ...]
    spread: int
    weight: int


@dataclass(frozen=True, slots=True)
class Arming:
    """How a party's strength comes back under a text in force (A5.13), hundredths of a point on its own scale.

    Attributes:
        month: What a month adds.
        most: What is never passed.
        allowed: Clause, and by its option the share of this that the text allows, per ten thousand.
        price: By option of the guarantee: what breaking the text costs this party if the guarantee is fully believed.
    """

    month: int
    most: int
    allowed: tuple[tuple[int, tuple[int, ...]], ...]
    price: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Breaking:
    """When a party has something to gain by breaking a text in force (A5.12, A5.13).

    Attributes:
        ahead: Months that it looks ahead.
        kept: What something a month later is worth now, per ten thousand.
        every: The fewest months between two questions to one party.
        reserved: Decisions of a format that are kept for this question.
        worn: What breaking costs an army that has only just stopped, hundredths of a point.
        rest: Months in which that wears off.
        weight: Exponent for each point of a party's gain from breaking, thousandths (A2.7).
        most: The most that this adds to the exponent, thousandths.
        arming: By seat: how its strength comes back; None for a seat that is no party.
    """

    ahead: int
    kept: int
    every: int
    reserved: int
    worn: int
    rest: int
    weight: int
    most: int
    arming: tuple[Arming | None, ...]


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What a text in force asks of the seats (A5).

    Attributes:
        later: Factor on the monthly hazard after the season table, thousandths.
        renewable: Mask of the options of the term that end unless both parties renew them.
        snap_back: By option of the clause on sanctions: the option it falls back to, or -1.
        covers: The party that may call on a guarantee, by place.
        called: By option of the guarantee: mask of the seats that must answer a call.
        breaking: When a party has something to gain by breaking the text; None where no party may decide to.
    """

    later: int
    renewable: int
    snap_back: tuple[int, ...]
    covers: int
    called: tuple[int, ...]
    violations: Violations
    breaking: Breaking | None = field(default=None, metadata=LATER)
