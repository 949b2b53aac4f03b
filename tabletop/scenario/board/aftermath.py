"""What the board says of a text in force: violations, renewals, guarantees and relief taken back (A5)."""

from dataclasses import dataclass


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
class Aftermath:
    """What a text in force asks of the seats (A5).

    Attributes:
        later: Factor on the monthly hazard after the season table, thousandths.
        renewable: Mask of the options of the term that end unless both parties renew them.
        snap_back: By option of the clause on sanctions: the option it falls back to, or -1.
        covers: The party that may call on a guarantee, by place.
        called: By option of the guarantee: mask of the seats that must answer a call.
    """

    later: int
    renewable: int
    snap_back: tuple[int, ...]
    covers: int
    called: tuple[int, ...]
    violations: Violations
