"""The board: a scenario compiled for play, read-only, integers and tables only.

The compiler builds it once from the author's files for one format; rules, views and players read it.
Quantities are in the state's units (see `vocabulary.Unit`): points and per cent times a hundred, people, MW.
Option values are 0 to 100 points. A mask is an integer with one bit a seat, in the order of `seats`.

A player gets `board_for(board, seat)`: the same board without what other seats' options are worth.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tabletop.scenario.board.aftermath import Aftermath
from tabletop.scenario.board.consent import ConsentRules
from tabletop.scenario.board.doubt import CauseRules, EstimateRules, EvidenceRules, TheatreBoard
from tabletop.scenario.board.mandates import BodyBoard, MandateBoard, RouteBoard
from tabletop.scenario.board.war import WarRules
from tabletop.vocabulary import LATER, Effects, Role, formerly


@dataclass(frozen=True, slots=True)
class SeatBoard:
    """A seat: its id, its role, its levers and its audience.

    Attributes:
        levers: Lever, then option, then what that option does in a fortnight.
        default_orders: One option a lever, played when nothing was ever sealed.
        strikes: For a party: lever and option, then target, chance per ten thousand of a reported strike.
        campaigns: The levers and options among them that a truce over their target forbids.
        restraint: Lever and option that multiply the chance of the seat's strikes, per ten thousand.
        invited: Whether the seat sits in the room from the start.
    """

    id: str
    role: Role
    levers: Mapping[str, Mapping[str, Effects]]
    default_orders: tuple[tuple[str, str], ...]
    strikes: Mapping[tuple[str, str], tuple[str, int]]
    restraint: Mapping[tuple[str, str], int]
    invited: bool
    campaigns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OptionBoard:
    """One option of a clause.

    Attributes:
        id: Slug, unique in the clause.
        values: Worth by seat, 0 to 100 points; -1 where the reader may not know.
        safety: The hazard table's `a`, thousandths.
        danger: The hazard table's `b`, thousandths.
        support: By seat: hundredths of a point of support at home.
    """

    id: str
    values: tuple[int, ...]
    safety: int
    danger: int
    support: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClauseBoard:
    """A clause of the text.

    Attributes:
        consent: By option: mask of the seats that must agree to it.
        default: The option that counts when the clause is left out.
        annexed: The option printed in the annex, or -1 when the clause is in play.
        humane: True for the clause on people: no vow, no pressure, no payment on it.
        omissible: False for the clause that no final text may leave out.
    """

    id: str
    options: tuple[OptionBoard, ...]
    consent: tuple[int, ...]
    default: int
    annexed: int
    humane: bool
    omissible: bool


@dataclass(frozen=True, slots=True)
class PairRule:
    """An interlock: options of one clause that work worse, or cost, with options of another (A1.4).

    Attributes:
        id: Slug, for lint and gaps.
        clause: First clause, by place.
        options: Mask of its options that need the other.
        other: Second clause, by place.
        others: Mask of the options of the second that do not meet the need.
        keep: Share of the first option's safety that still works, per ten thousand (10,000: all).
        danger: Added to the hazard's exponent, thousandths.
        support: By seat: hundredths of a point of support at home.
        advice: Slug of the sentence of the lint.
    """

    id: str
    clause: int
    options: int
    other: int
    others: int
    keep: int
    danger: int
    support: tuple[int, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class CardBoard:
    """An event card (W1.2).

    Attributes:
        kind: `random`, `scheduled` or `conditional`.
        weight: Weight in the draw, hundredths; 0 for a card that is not drawn.
        rounds: Scheduled: the round it falls in, from and to.
        condition: Conditional: (path of a public or sealed quantity, `at-least` or `at-most`, value).
        effects: What it does.
        once: Whether it may fall only once a match.
    """

    id: str
    kind: str
    weight: int
    rounds: tuple[int, int]
    condition: tuple[str, str, int] | None
    effects: Effects
    once: bool


@dataclass(frozen=True, slots=True)
class Format:
    """Lengths and budgets of a format (T3.1)."""

    id: str
    rounds: int
    sittings: int
    moves: int
    """Moves a seat has in a sitting."""
    patience: int
    """The mediator's patience at the start, hundredths of a point."""
    incidents: int
    """At most so many incidents are put to the seats in the aftermath."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Which clause plays which part in the rules, by place: rules never name a clause by its slug."""

    scope: int
    term: int
    territory: int
    status: int
    buffer: int
    weapons: int
    verify: int
    respond: int
    guarantee: int
    sanctions: int
    people: int
    route: int


@dataclass(frozen=True, slots=True)
class Hazard:
    """The hazard of a text (A2). Thousandths, but for the share `base`, per ten thousand a month.

    Attributes:
        base: Monthly hazard of a bare written text.
        season: By month, thousandths: front-loading.
        faith: How much terms count (the rulebook's lambda), thousandths; frozen for a match.
        specificity: Safety of a wholly specific text, thousandths.
        precise: By clause: mask of the options that pass its test of precision, 0 for clauses without one.
        guarantee: By option of the guarantee clause: how much it covers a hand-over, thousandths.
        covered: (clause, option mask, share per ten thousand): dangers that a guarantee lessens.
        lean: Danger a lean adds, thousandths; `lean_most` is the most.
        trust: Danger a point of the lower trust above `trust_zero` adds, thousandths (negative).
        trust_least, trust_most: Bounds of the trust term.
        ripeness: Danger that goes once the parties' alternatives have fallen by `ripe_at` points together,
            thousandths (negative); 0 where a scenario knows no ripeness.
        ripe_at: Hundredths of a point.
    """

    base: int
    season: tuple[int, ...]
    faith: int
    specificity: int
    precise: tuple[int, ...]
    guarantee: tuple[int, ...]
    covered: tuple[tuple[int, int, int], ...]
    lean: int
    lean_most: int
    trust: int
    trust_zero: int
    trust_least: int
    trust_most: int
    ripeness: int = field(default=0, metadata=LATER)
    ripe_at: int = field(default=0, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Salvo:
    """What a strike is made of (S1.3), by target.

    Attributes:
        drones: Least and most launched.
        missiles: Least and most launched.
        ballistic: Share of the missiles, per ten thousand.
        stop_drones, stop_cruise, stop_ballistic: Chance that one is stopped, per ten thousand; ballistic is
            at full air cover.
        homes: Homes without power for each drone-equivalent that leaks through (a missile counts eight).
        dark_most: Cap of homes a night.
        grid: MW lost for each drone-equivalent that leaks through, thousandths of a MW.
        places: Slugs of the places it may be reported from.
        tail: Whether most salvos are near the least and a few reach the most.
    """

    drones: tuple[int, int]
    missiles: tuple[int, int]
    ballistic: int
    stop_drones: int
    stop_cruise: int
    stop_ballistic: int
    homes: int
    dark_most: int
    grid: int
    places: tuple[str, ...]
    tail: bool = field(default=False, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Start:
    """The world on the first day, in the state's units; by seat where the state is."""

    force: tuple[int, ...]
    lethality: tuple[int, ...]
    recruiting: int
    momentum: int
    headroom: int
    air_cover: int
    grid: int
    held: int
    attention: int
    capital: tuple[int, ...]
    cohesion: int
    support: int
    trust: tuple[tuple[int, ...], ...]
    positions: tuple[tuple[int, ...], ...]
    """By seat, then clause: the opening sheet."""


@dataclass(frozen=True, slots=True)
class Board:
    """A scenario, compiled for one format."""

    scenario: str
    digest: str
    format: Format
    seats: tuple[SeatBoard, ...]
    clauses: tuple[ClauseBoard, ...]
    roles: Roles
    mandates: tuple[MandateBoard | None, ...]
    """By seat; None where the reader may not know."""
    door: int
    """Added to both parties' alternatives, hundredths of a point (the difficulty)."""
    open_sittings: bool
    """True: all seats move at once; False: the floor goes round (T3.1)."""
    pairs: tuple[PairRule, ...]
    routes: tuple[RouteBoard, ...]
    bodies: tuple[BodyBoard, ...]
    hazard: Hazard
    salvo: Mapping[str, Salvo]
    cards: tuple[CardBoard, ...]
    acts: tuple[str, ...]
    """What may be promised."""
    places: tuple[str, ...]
    """Where it may be promised, and where strikes are reported."""
    terms_of_return: tuple[str, ...]
    """What may bring a seat back that left."""
    effects: Mapping[str, Effects]
    """Every named effect of the rules, such as `position.concession`."""
    numbers: Mapping[str, int]
    """Every named number of the rules, such as `trade.rows`."""
    start: Start
    seat_index: Mapping[str, int] = field(metadata=formerly("seat_at"))
    clause_index: Mapping[str, int] = field(metadata=formerly("clause_at"))
    parties: tuple[int, ...]
    mediator: int
    act_tests: Mapping[str, str] = field(default_factory=dict[str, str])
    """By act that may be promised: the test it is judged by (T6.7)."""
    aftermath: Aftermath | None = None
    """What a text in force asks; None when it only holds or falls."""
    war: WarRules | None = None
    """The war under the talks; None when a fortnight does only what orders do."""
    causes: CauseRules = field(default_factory=CauseRules)
    evidence: EvidenceRules = field(default_factory=EvidenceRules)
    estimates: EstimateRules = field(default_factory=EstimateRules)
    theatre: TheatreBoard = field(default_factory=TheatreBoard)
    consent: ConsentRules | None = field(default=None, metadata=LATER)
    """The sheet of a seat outside the room and the invitation to it; None where any seat may ask it in."""
    without: tuple[str, ...] = field(default=(), metadata=LATER)
    """Kinds of moves that were left out of this match when it was set up (T1.8)."""


def board_for(board: Board, seat: int) -> Board:
    """The board a seat may hold: without the worth of options to others, and without others' mandates."""
    clauses = tuple(
        replace(
            clause,
            options=tuple(
                replace(
                    option,
                    values=tuple(value if at == seat else -1 for at, value in enumerate(option.values)),
                )
                for option in clause.options
            ),
        )
        for clause in board.clauses
    )
    mandates = tuple(mandate if at == seat else None for at, mandate in enumerate(board.mandates))
    return replace(board, clauses=clauses, mandates=mandates)
