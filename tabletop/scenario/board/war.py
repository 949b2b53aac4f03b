"""The war chapter of a board: every constant of the fortnight, integers only (W2 and W3).

Shares, indices and factors are per ten thousand (an index of 100 and a factor of 1.0 are both 10,000), stocks are
people, MW and square kilometres, flows are a month's. The attacker is the side whose lever sets the tempo on the
ground, the defender the other party; the words say who moves, not whose the ground is.

A field marked with a `Constant` is one of the numbers of the section `war` of `rules.yaml`: the field `worn_from` of
the section `intake` is written `intake.worn-from`. Nothing else lists them: to add one, add a marked field here and
its value there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, Literal, get_args, get_type_hints

from tabletop.vocabulary import Effects

WarUnit = Literal[
    "people", "people a month", "km2", "km2 a month", "MW", "per cent", "minutes a day", "days", "months", "points",
    "homes",
]  # fmt: skip
"""Units a constant of the war is written in."""


@dataclass(frozen=True, slots=True)
class Constant:
    """How an author writes a constant.

    Attributes:
        unit: The unit its value must be in.
        divides: Whether something is divided by it, so that it must be more than 0.
        later: Whether scenarios of before may leave it out; its field then has a default and is marked `LATER`.
    """

    unit: WarUnit
    divides: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class TempoBoard:
    """One order on the ground (W2.1): tempo, and the chances a fortnight that a sector falls or an assault fails."""

    tempo: int
    falls: int
    fails: int


@dataclass(frozen=True, slots=True)
class CampaignBoard:
    """What an order adds to a fortnight besides its effects (W2.4, W2.5, W2.8).

    Attributes:
        hits: MW lost without cover.
        strain: Strain of both sides, 10,000 for a fortnight at full tempo.
        points: Effort laid on the defender's drones, hundredths of a point.
        counter: More counter-attacks of the defender, 10,000 for as many as usual.
        drones, missiles: Launched by the attacker, in the middle.
    """

    hits: int = 0
    strain: int = 0
    points: int = 0
    counter: int = 0
    drones: int = 0
    missiles: int = 0


@dataclass(frozen=True, slots=True)
class Losses:
    """Losses a month at tempo 1.0 and an index of 100, as the other side claims them (W2.2).

    Attributes:
        standing: Share of the defender's losses that does not follow the tempo.
        aim: The attacker's losses that the defender says it aims at; 0 for none.
    """

    attacker: Annotated[int, Constant("people a month")]
    defender: Annotated[int, Constant("people a month")]
    standing: Annotated[int, Constant("per cent")]
    aim: Annotated[int, Constant("people a month", later=True)] = 0


@dataclass(frozen=True, slots=True)
class Intake:
    """Who joins (W2.3).

    Attributes:
        attacker: At full headroom and a recruiting factor of 100 per cent.
        standing: Share of it that does not follow headroom.
        worn_from: Losses of the last month from which recruiting wears.
        worn: Share lost for each further `worn_per` people.
        defender: Those who leave without leave are taken off.
        mean, back: The recruiting factor goes back to `mean` by `back` of the distance a fortnight.
    """

    attacker: Annotated[int, Constant("people a month")]
    standing: Annotated[int, Constant("per cent")]
    worn_from: Annotated[int, Constant("people")]
    worn: Annotated[int, Constant("per cent")]
    worn_per: Annotated[int, Constant("people", divides=True)]
    defender: Annotated[int, Constant("people a month")]
    mean: Annotated[int, Constant("per cent")]
    back: Annotated[int, Constant("per cent")]


@dataclass(frozen=True, slots=True)
class TempoCap:
    """What manpower and headroom can carry (W2.1).

    The cap is `at_full * force / full * sqrt(headroom)`, less in proportion below `thin` people, at most `most`.
    """

    most: Annotated[int, Constant("per cent")]
    at_full: Annotated[int, Constant("per cent")]
    full: Annotated[int, Constant("people", divides=True)]
    thin: Annotated[int, Constant("people", divides=True)]


@dataclass(frozen=True, slots=True)
class Ground:
    """The line (W2.4).

    Attributes:
        pace: A month's gain in the middle at tempo 1.0, season 1.0, equal indices of 100 and `attacker` against
            `defender` people.
        line: People of the attacker who hold and supply; those beside them attack, and the pace follows them.
        assault_least, assault_most: Least and most of the usual assault force that the pace is reckoned with.
        country, region: The whole area, and that of the region the talks turn on.
        region_share: Share of the gain that falls in that region.
        fortress, fortress_from: The factor on that share, booked as it is shown, once so much of the region is held.
        fade: Share of momentum that is gone after a fortnight.
        luck: Spread of a fortnight's gain, in powers of e.
        counter: A month's ground that the defender takes back by small counter-attacks, in the middle.
        counter_luck: Its spread, in powers of e.
        counter_momentum: What each per cent of momentum against the defender takes off it.
    """

    pace: Annotated[int, Constant("km2 a month")]
    attacker: Annotated[int, Constant("people", divides=True)]
    defender: Annotated[int, Constant("people", divides=True)]
    country: Annotated[int, Constant("km2", divides=True)]
    region: Annotated[int, Constant("km2", divides=True)]
    region_share: Annotated[int, Constant("per cent")]
    fortress: Annotated[int, Constant("per cent")]
    fortress_from: Annotated[int, Constant("per cent")]
    fade: Annotated[int, Constant("per cent")]
    line: Annotated[int, Constant("people", later=True)] = 0
    assault_least: Annotated[int, Constant("per cent", later=True)] = 0
    assault_most: Annotated[int, Constant("per cent", later=True)] = 20_000
    luck: Annotated[int, Constant("per cent", later=True)] = 0
    counter: Annotated[int, Constant("km2 a month", later=True)] = 0
    counter_luck: Annotated[int, Constant("per cent", later=True)] = 0
    counter_momentum: Annotated[int, Constant("per cent", later=True)] = 0


@dataclass(frozen=True, slots=True)
class DroneProgramme:
    """How the defender's drones become more lethal (W2.8).

    Attributes:
        point: What a point of effort adds to the index a fortnight, at the usual worth and the usual help.
        worth: Spread of the hidden worth of a point, drawn once a match, in powers of e.
        catch_up: Share of the index above 100 that counter-measures take back a fortnight.
        aid: What each ten points of help above `aid_usual` add to the growth.
        aid_usual: Help at which it is as said.
    """

    point: Annotated[int, Constant("per cent", later=True)] = 0
    worth: Annotated[int, Constant("per cent", later=True)] = 0
    catch_up: Annotated[int, Constant("per cent", later=True)] = 0
    aid: Annotated[int, Constant("per cent", later=True)] = 0
    aid_usual: Annotated[int, Constant("points", later=True)] = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Power (W2.5).

    Attributes:
        full: Supply towards which repair works.
        repair: Share of the distance that a fortnight's repair closes.
        cover: Share of a campaign's hits that full air cover keeps off.
        cuts: Cuts when nothing at all is supplied.
        launched_luck: Spread of the drones and missiles launched in a fortnight, in powers of e.
        dark: By day since the strike, 0 to 14: share of the homes that went dark and still are.
    """

    full: Annotated[int, Constant("MW")]
    repair: Annotated[int, Constant("per cent")]
    cover: Annotated[int, Constant("per cent")]
    cuts: Annotated[int, Constant("minutes a day")]
    dark: tuple[int, ...]
    launched_luck: Annotated[int, Constant("per cent", later=True)] = 0


@dataclass(frozen=True, slots=True)
class Reconnection:
    """How homes get their power back after a strike, as it is written; the board has it by day in `Grid.dark` (W2.5).

    Attributes:
        quick: Homes that are back in the first days, per cent.
        quick_half, slow_half: Days in which half of those, and of the others, are back.
    """

    quick: Annotated[float, Constant("per cent")]
    quick_half: Annotated[float, Constant("days", divides=True)]
    slow_half: Annotated[float, Constant("days", divides=True)]


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
        most: The most one line may move.
    """

    months: Annotated[int, Constant("months")]
    kept: Annotated[int, Constant("per cent")]
    rounds: tuple[int, ...]
    expected: Mapping[str, tuple[int, ...]]
    moves: Mapping[int, tuple[tuple[str, int, int], ...]]
    most: Annotated[int, Constant("points")]


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
        dark: Homes without power on the first day.
        drones: The defender's drone programme.
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
    held: Annotated[int, Constant("km2")]
    lost: tuple[int, ...]
    falls: Effects
    fails: Effects
    drones: DroneProgramme = field(default_factory=DroneProgramme)
    dark: Annotated[int, Constant("homes", later=True)] = 0


SECTIONS: dict[str, type[Any]] = {
    "losses": Losses,
    "intake": Intake,
    "cap": TempoCap,
    "ground": Ground,
    "drones": DroneProgramme,
    "grid": Grid,
    "dark": Reconnection,
    "news": NewsRules,
    "start": WarRules,
}
"""The records whose marked fields are written under `numbers`, by the first part of their name there."""


def constants_of(section: str) -> dict[str, tuple[str, Constant]]:
    """By field: the constants of a section, each with its name in `rules.yaml`."""
    record = SECTIONS[section]
    hints = get_type_hints(record, include_extras=True)
    marks = {one.name: get_args(hints[one.name])[1:] for one in fields(record)}
    return {
        name: (f"{section}.{name.replace('_', '-')}", mark)
        for name, found in marks.items()
        for mark in found
        if isinstance(mark, Constant)
    }


CONSTANTS: dict[str, Constant] = dict(
    named for section in SECTIONS for named in constants_of(section).values()
)
"""Every constant of the war by its name in `rules.yaml`."""
