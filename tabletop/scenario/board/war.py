"""The war chapter of a board: every constant of the fortnight, integers only (W2 and W3).

Shares, indices and factors are per ten thousand (an index of 100 and a factor of 1.0 are both 10,000), stocks are
people, MW and square kilometres, flows are a month's. The attacker is the side whose lever sets the tempo on the
ground, the defender the other party; the words say who moves, not whose the ground is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Effects = tuple[tuple[str, int], ...]
"""Paths of quantities and their shift, in the state's unit."""


@dataclass(frozen=True, slots=True)
class TempoBoard:
    """One order on the ground (W2.1): tempo, and the chances a fortnight that a sector falls or an assault fails."""

    tempo: int
    falls: int
    fails: int


@dataclass(frozen=True, slots=True)
class CampaignBoard:
    """What an order for long-range strikes does in a fortnight (W2.5): MW lost without cover, and strain."""

    hits: int
    strain: int


@dataclass(frozen=True, slots=True)
class Losses:
    """Losses a month at tempo 1.0 and an index of 100, as the other side claims them (W2.2).

    Attributes:
        attacker, defender: People a month.
        standing: Share of the defender's losses that does not follow the tempo.
    """

    attacker: int
    defender: int
    standing: int


@dataclass(frozen=True, slots=True)
class Intake:
    """Who joins (W2.3).

    Attributes:
        attacker: People a month at full headroom and a recruiting factor of 100 per cent.
        standing: Share of it that does not follow headroom.
        worn_from: Losses of the last month from which recruiting wears, people.
        worn: Share lost for each further `worn_per` people.
        defender: People a month, those who leave without leave taken off.
        mean, back: The recruiting factor goes back to `mean` by `back` of the distance a fortnight.
    """

    attacker: int
    standing: int
    worn_from: int
    worn: int
    worn_per: int
    defender: int
    mean: int
    back: int


@dataclass(frozen=True, slots=True)
class TempoCap:
    """What manpower and headroom can carry (W2.1).

    The cap is `at_full * force / full * sqrt(headroom)`, less in proportion below `thin` people, at most `most`.
    """

    most: int
    at_full: int
    full: int
    thin: int


@dataclass(frozen=True, slots=True)
class Ground:
    """The line (W2.4), square kilometres and people.

    Attributes:
        pace: A month's gain at tempo 1.0, season 1.0, equal indices of 100 and `attacker` against `defender` people.
        country, region: The whole area, and that of the region the talks turn on.
        region_share: Share of the gain that falls in that region.
        fortress, fortress_from: The factor on it once so much of the region is held.
        back: A month's ground given back for each 100 per cent of momentum under `back_from`.
        fade: Share of momentum that is gone after a fortnight.
    """

    pace: int
    attacker: int
    defender: int
    country: int
    region: int
    region_share: int
    fortress: int
    fortress_from: int
    back: int
    back_from: int
    fade: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Power (W2.5).

    Attributes:
        full: MW towards which repair works.
        repair: Share of the distance that a fortnight's repair closes.
        cover: Share of a campaign's hits that full air cover keeps off.
        cuts: Minutes of cuts a day when nothing at all is supplied.
        dark: By day since the strike, 0 to 14: share of the homes that went dark and still are.
    """

    full: int
    repair: int
    cover: int
    cuts: int
    dark: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What goes with the month, January first: factors on gain and on intake, and demand in MW (W2.6)."""

    first: int
    """Month of the first fortnight, 1 to 12."""
    gain: tuple[int, ...]
    intake: tuple[int, ...]
    demand: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewsRules:
    """How news of the war moves an alternative (W3).

    Attributes:
        months: Months that an outlook of forces looks ahead.
        kept: Share of the attacker's force that counts in its outlook.
        rounds: Rounds of the expected path.
        expected: Driver, then its value at each of these rounds.
        moves: By seat: (driver, hundredths of a point, for so many units of the driver).
        most: The most one line may move, hundredths of a point.
    """

    months: int
    kept: int
    rounds: tuple[int, ...]
    expected: Mapping[str, tuple[int, ...]]
    moves: Mapping[int, tuple[tuple[str, int, int], ...]]
    most: int


@dataclass(frozen=True, slots=True)
class WarRules:
    """Everything the fortnight needs.

    Attributes:
        attacker, defender: Seats, by place.
        lever: The lever that sets the tempo.
        tempo: Its options.
        campaigns: Lever and option to what they do to grid and strain.
        drift: Field of the world to its shift a fortnight.
        noise: Field of the world to the spread of its draw a fortnight.
        moods: Seat, by place, and the spread of its home's mood a fortnight, hundredths of a point.
        falls, fails: What a sector that falls and an assault that fails do; `own` is the attacker.
        held, lost: On the first day: square kilometres that the attacker controls; by seat, a fortnight's losses.
    """

    attacker: int
    defender: int
    lever: str
    tempo: Mapping[str, TempoBoard]
    campaigns: Mapping[tuple[str, str], CampaignBoard]
    losses: Losses
    intake: Intake
    cap: TempoCap
    ground: Ground
    grid: Grid
    calendar: Calendar
    drift: Mapping[str, int]
    noise: Mapping[str, int]
    moods: tuple[tuple[int, int], ...]
    news: NewsRules
    held: int
    lost: tuple[int, ...]
    falls: Effects
    fails: Effects
