"""What is true now: one small frozen record a chapter, integers and tuples only.

Every field is annotated with who may see it. A quantity that has a path has its range here and its unit in
`vocabulary.MEASURES`; other numbers have their unit here. The rulebook's table of quantities, the leak law's changes
and the facilitator's overrides are read off both.

Seats and clauses are numbers here: their place in `board.seats` and `board.clauses`. A mask is an integer
with one bit a seat; `EVERYONE` (-1) has every bit. Nothing here knows a rule.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from tabletop.game.records.moves import Brief, Leak
from tabletop.game.records.papers import Paper
from tabletop.vocabulary import LATER, Phase, Unit


class Seen(StrEnum):
    """Who may see a field."""

    PUBLIC = "public"
    OWN = "own"
    """One entry a seat; each seat sees its own."""
    SEALED = "sealed"
    MASKED = "masked"
    """Each item carries its own audience."""


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most a quantity can be."""

    least: int
    most: int


PERCENT = Range(0, 100_00)


@dataclass(frozen=True)
class Talks:
    """Procedure: where the talks stand and whose turn it is (chapter T)."""

    phase: Annotated[Phase, Seen.PUBLIC]
    round: Annotated[int, Unit.ROUND, Seen.PUBLIC]
    sitting: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    """From 1 inside a session, 0 outside."""
    step: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    """Fortnights since initialling, or months since entry into force."""
    floor: Annotated[int, Seen.PUBLIC]
    """The seat whose turn it is in turn sittings; -1 when the floor is open."""
    awaiting: Annotated[int, Seen.PUBLIC]
    """Mask of the seats that owe a move."""
    passed: Annotated[int, Seen.PUBLIC]
    """Mask of the seats that are done with this sitting."""
    room: Annotated[int, Seen.PUBLIC]
    """Mask of the seats in the room."""
    moves_left: Annotated[tuple[int, ...], Unit.COUNT, Seen.PUBLIC]
    free_left: Annotated[tuple[int, ...], Unit.COUNT, Seen.OWN]
    """Each seat's own: what it changes under seal uses one, too (T3.3)."""
    asks_left: Annotated[tuple[int, ...], Unit.COUNT, Seen.PUBLIC]
    bridges_left: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    polled: Annotated[int, Seen.PUBLIC]
    """Mask of the seats that polled in this round."""
    caucused: Annotated[tuple[int, ...], Seen.PUBLIC]
    """Pair masks that have met in this session."""
    caucus: Annotated[tuple[int, ...], Seen.PUBLIC]
    """Pair masks in caucus now."""
    leaned: Annotated[tuple[int, ...], Unit.COUNT, Seen.PUBLIC]
    """How often the mediator leaned on a seat (T7.7)."""
    suspensions: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    absent: Annotated[tuple[int, ...], Unit.COUNT, Seen.PUBLIC]
    """Sessions running that a seat has been out of the room."""
    until: Annotated[tuple[str, ...], Seen.PUBLIC]
    """What would bring a seat back; empty when it is in the room."""
    votes: Annotated[int, Seen.PUBLIC]
    """Mask of the votes to end the talks."""
    drafting: Annotated[str, Seen.PUBLIC]
    """The instrument on the drafting table, or empty."""
    accused: Annotated[int, Seen.PUBLIC]
    """The seat that must answer a strike second, or -1."""
    extra: Annotated[int, Unit.ROUND, Seen.PUBLIC]
    """Extra sessions granted after a refusal at home (A4.5)."""
    sent_back: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    """How often a text came back from home or from a party (A4.4)."""
    tried: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    """Drafting tables opened in this sitting."""
    decided: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    """In the aftermath: incidents, renewals and questions of breaking put to the seats so far."""
    asked: Annotated[str, Seen.PUBLIC]
    """In the aftermath: what the table asks now: `incident`, `renewal`, `guarantee`, `snap-back`, `break`, or empty."""
    overdue: Annotated[bool, Seen.PUBLIC]
    """A binding deadline has passed (T7.8)."""
    paused: Annotated[bool, Seen.PUBLIC]
    looking: Annotated[int, Seen.PUBLIC] = field(default=0, metadata=LATER)
    """Mask of the seats that take a last look at their orders at each recess (T2.7)."""


@dataclass(frozen=True, slots=True)
class VowTaken:
    """A standing vow: a seat will not stand below (or above) an option."""

    seat: int
    clause: int
    option: int
    below: bool
    """True for `not-below`, False for `not-above`."""


@dataclass(frozen=True, slots=True)
class Truce:
    """An interim text in force (T8.5)."""

    scope: int
    rounds: int
    """Fortnights left."""


@dataclass(frozen=True)
class Text:
    """The single negotiating text (chapter T, sections 4 and 8). Options by clause; -1 is silent or open."""

    positions: Annotated[tuple[tuple[int, ...], ...], Seen.PUBLIC]
    """By seat, then clause."""
    opening: Annotated[tuple[tuple[int, ...], ...], Seen.PUBLIC]
    """The same, as the match opened."""
    stood: Annotated[tuple[tuple[int, ...], ...], Seen.PUBLIC]
    """The same, where a seat stood last: what it comes back from after taking a position back (T4.1)."""
    agreed: Annotated[tuple[int, ...], Seen.PUBLIC]
    initialled: Annotated[tuple[int, ...], Seen.PUBLIC]
    banked: Annotated[tuple[int, ...], Seen.PUBLIC]
    """Clauses in force already by an interim text."""
    moved: Annotated[int, Seen.PUBLIC]
    """Mask of clauses on which somebody moved in this round."""
    bound: Annotated[tuple[int, ...], Seen.PUBLIC]
    """By seat: mask of clauses it may not harden in this session, having said yes (T5.8)."""
    reopening: Annotated[tuple[int, ...], Seen.PUBLIC]
    """By clause: mask of the seats that asked to reopen it."""
    vows: Annotated[tuple[VowTaken, ...], Seen.PUBLIC]
    truce: Annotated[Truce | None, Seen.PUBLIC]
    version: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    barred: Annotated[tuple[tuple[int, int, int], ...], Seen.PUBLIC]
    """Donetsk, guarantee and status as home refused them (A4.6)."""
    signed: Annotated[tuple[int, ...], Seen.PUBLIC]
    """The initialled final text, every clause, or empty."""
    gaps: Annotated[tuple[str, ...], Seen.PUBLIC]
    """In the aftermath: the gaps of the text that are still open."""
    reported: Annotated[tuple[tuple[str, int], ...], Seen.PUBLIC]
    """In the aftermath: last month's violations as told, with who says so (A5.8)."""
    tension: Annotated[int, Unit.SHARE, Seen.PUBLIC]
    """In the aftermath: what answers did to the hazard, up to and with the month `tension_until` (A5.3)."""
    tension_until: Annotated[int, Unit.COUNT, Seen.PUBLIC]
    unease: Annotated[int, Unit.SHARE, Seen.PUBLIC]
    """In the aftermath: what letting go did to the chance of the next incident (A5.5)."""
    still: Annotated[tuple[int, ...], Unit.COUNT, Seen.PUBLIC]
    """By seat: sessions running without a concession (T7.12)."""
    conceded: Annotated[int, Seen.PUBLIC]
    """Mask of the seats that conceded something in this session (T7.12)."""


@dataclass(frozen=True)
class War:
    """Five stocks and the line (chapter W). Two-sided stocks are by seat, 0 for a seat that has none."""

    force: Annotated[tuple[int, ...], Range(0, 5_000_000), Seen.OWN]
    lethality: Annotated[tuple[int, ...], Range(10_00, 1000_00), Seen.OWN]
    recruiting: Annotated[int, Range(0, 300_00), Seen.SEALED]
    momentum: Annotated[int, Range(-100_00, 100_00), Seen.PUBLIC]
    headroom: Annotated[int, Range(0, 200_00), Seen.SEALED]
    air_cover: Annotated[int, PERCENT, Seen.SEALED]
    grid: Annotated[int, Range(0, 30_000), Seen.PUBLIC]
    held: Annotated[int, PERCENT, Seen.PUBLIC]
    """Share of Donetsk that Russia holds."""
    ground: Annotated[int, Range(0, 10_000_000), Seen.PUBLIC]
    """Square kilometres of the country that the attacker controls."""
    lost: Annotated[tuple[int, ...], Range(0, 1_000_000), Seen.PUBLIC]
    """Losses of the last fortnight as the other side claims them: killed and badly wounded."""
    lost_before: Annotated[tuple[int, ...], Range(0, 1_000_000), Seen.PUBLIC]
    """The same, the fortnight before it."""
    joined: Annotated[tuple[int, ...], Range(0, 1_000_000), Seen.OWN]
    """People who joined in the last fortnight."""
    strain: Annotated[int, Range(0, 1_000_000_00), Seen.SEALED]
    """What both sides feel of the war so far; 10,000 is a fortnight at full tempo."""
    dark: Annotated[int, Range(0, 20_000_000), Seen.PUBLIC]
    """Homes without power after the last strike."""
    struck: Annotated[int, Range(0, 9), Seen.PUBLIC]
    """Rounds running with a strike in the session."""
    programme: Annotated[int, Range(0, 1000_00), Seen.SEALED]
    """What a point of effort brings the defender's drones, 10,000 for the usual (W2.8)."""
    drones: Annotated[int, Range(0, 1_000_000), Seen.PUBLIC]
    """Long-range drones that the attacker launched in the last fortnight, as the defender counts."""
    missiles: Annotated[int, Range(0, 1_000_000), Seen.PUBLIC]
    """Missiles, likewise."""
    recruits: Annotated[int, Range(0, 1_000_000), Seen.PUBLIC]
    """Who joined the attacker in the last fortnight, as it claims (W2.9)."""
    over: Annotated[int, Range(0, 1_000), Seen.PUBLIC]
    """Fortnights running in which claimed losses of the attacker passed its recruits."""


@dataclass(frozen=True)
class Alliance:
    """Mediator and Europe (chapter L)."""

    patience: Annotated[int, Range(0, 150_00), Seen.PUBLIC]
    attention: Annotated[int, PERCENT, Seen.PUBLIC]
    cohesion: Annotated[int, PERCENT, Seen.PUBLIC]
    support: Annotated[int, PERCENT, Seen.PUBLIC]
    """What Ukraine can count on from outside for twelve months, 0 to 100 points."""
    force_step: Annotated[int, Range(0, 3_00), Seen.PUBLIC]
    """Steps of the European force offered, hundredths, at most 300."""
    capital: Annotated[tuple[int, ...], Range(0, 12_00), Seen.OWN]
    leans: Annotated[tuple[int, ...], Range(0, 2_00), Seen.PUBLIC]
    """Pressure put on a seat, hundredths of a lean."""
    lean_weight: Annotated[int, PERCENT, Seen.PUBLIC]
    """What the next lean counts for; halves when a bluff is called (T7.8)."""
    passing: Annotated[tuple[int, ...], Range(0, 2_00), Seen.PUBLIC] = field(default=(), metadata=LATER)
    """By seat: pressure that passes, such as that of a cut, hundredths of a lean (T7.15)."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a seat holds another's alternative to be (I1), hundredths of a point.

    Attributes:
        about: The seat estimated, by place.
        low, high: One standard error below and above the middle.
        error: The standard error it was drawn with.
    """

    about: int
    low: int
    high: int
    error: int


@dataclass(frozen=True)
class Home:
    """Mandates and audiences (chapters V and A)."""

    audience: Annotated[tuple[int, ...], Range(-50_00, 50_00), Seen.OWN]
    """Mood at home against the start."""
    trust: Annotated[tuple[tuple[int, ...], ...], PERCENT, Seen.OWN]
    """By seat: its trust in each other seat, 0 to 100 points."""
    credit: Annotated[tuple[int, ...], PERCENT, Seen.PUBLIC]
    """Weight of a seat's vows; halves when it breaks one (T6.1)."""
    alternative: Annotated[tuple[int, ...], Range(0, 150_00), Seen.OWN]
    """Reservation value as the seat believes it: table, door, private die, optimism, news."""
    news: Annotated[tuple[tuple[tuple[str, int], ...], ...], Seen.OWN]
    """By seat: lines of news in the alternative, hundredths of a point each (W3.2)."""
    optimism: Annotated[tuple[int, ...], Range(0, 20_00), Seen.SEALED]
    """The part of the alternative that is hope; fades, unknown to its owner (V2.3)."""
    weights: Annotated[tuple[tuple[int, ...], ...], Unit.SHARE, Seen.OWN]
    """By seat: weight of each clause, summing to 10,000."""
    card: Annotated[tuple[int, ...], Seen.OWN]
    """By seat: the mandate card drawn, or -1."""
    banked: Annotated[tuple[int, ...], Range(0, 50_00), Seen.OWN]
    """Value already in hand from interim texts."""
    belief: Annotated[tuple[tuple[Estimate, ...], ...], Seen.OWN]
    """By seat: its estimates of others' alternatives (I1)."""
    sincerity: Annotated[tuple[int, ...], PERCENT, Seen.OWN]
    """How much a party wants an agreement at all (I1.3); 0 for a seat that is no party."""
    dealt: Annotated[tuple[int, ...], Unit.POINT, Seen.OWN] = field(default=(), metadata=LATER)
    """By seat: the alternative as it was dealt, where the scenario knows ripeness (A2.5); else empty."""


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of the theatre: who controls it, never whose it is (W4.1).

    Attributes:
        holder: The party that holds it, by place; -1 while it is contested.
        claimed: The party that says it took it, by place; -1 for nobody.
        since: The round of the claim.
    """

    holder: int
    claimed: int
    since: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the ledger of claims (I2.2): a fact of the scenario or a sector, and how the claim stands.

    Attributes:
        about: A fact's or a sector's id.
        by: The seat that claims a sector; empty for a fact, which names its own claimant.
        standing: `claimed`, `estimated`, `disputed`, `corrected`, `confirmed` or `refuted`.
        round: The round it came to stand so.
    """

    about: str
    by: str
    standing: str
    round: int


@dataclass(frozen=True, slots=True)
class Theatre:
    """What is said in public of the ground, and of figures (chapter W, section 4; chapter I, section 2)."""

    sectors: Annotated[tuple[Sector, ...], Seen.PUBLIC] = ()
    ledger: Annotated[tuple[Figure, ...], Seen.PUBLIC] = ()


@dataclass(frozen=True, slots=True)
class Truth:
    """What is behind a strike (S1.5): the number of its paper, the cause, the side behind it by place."""

    paper: int
    cause: str
    author: int


@dataclass(frozen=True)
class Sealed:
    """What is under seal until the table opens it."""

    orders: Annotated[tuple[tuple[tuple[str, str], ...], ...], Seen.OWN]
    standing: Annotated[tuple[tuple[tuple[str, str], ...], ...], Seen.OWN]
    """Last round's orders; unsent orders repeat them (T2.5)."""
    answers: Annotated[tuple[tuple[str, str], ...], Seen.OWN]
    """Strike answers: answer and condition."""
    ballots: Annotated[tuple[str, ...], Seen.OWN]
    """Answers in drafting, confirming and the aftermath."""
    reasons: Annotated[tuple[str, ...], Seen.OWN]
    """Words given with an objection."""
    bridge: Annotated[tuple[str, ...], Seen.OWN]
    """Answers to the open bridge."""
    deck: Annotated[tuple[str, ...], Seen.SEALED]
    """Event cards that have fallen."""
    injects: Annotated[tuple[str, ...], Seen.SEALED]
    """Cards the facilitator armed for the next seam."""
    odds: Annotated[tuple[tuple[int, int], ...], Seen.SEALED]
    """Striking seat and chance, per ten thousand, set by the facilitator."""
    retaliation: Annotated[tuple[int, ...], Unit.SHARE, Seen.SEALED]
    """Added chance of a strike by a seat in the next session."""
    refused: Annotated[tuple[tuple[int, int], ...], Seen.SEALED]
    """By barred combination: the seat that sent the text back, and the mood at its home then (A4.6)."""
    violations: Annotated[tuple[int, ...], Unit.COUNT, Seen.SEALED]
    """In the aftermath, by month: how many violations there truly were (A5.8)."""
    bridged: Annotated[tuple[tuple[tuple[str, int], ...], ...], Seen.SEALED]
    """Texts bridged in this session; only the mediator knows them all."""
    causes: Annotated[tuple[Truth, ...], Seen.SEALED]
    """What is behind each strike."""
    ground: Annotated[tuple[int, ...], Seen.SEALED]
    """By sector: 1 when the open claim on it is true."""
    comply: Annotated[tuple[str, ...], Seen.OWN] = field(default=(), metadata=LATER)
    """By seat: how it keeps a truce in this fortnight, empty for *comply*; empty when nobody sealed it (T8.7)."""
    press: Annotated[tuple[Leak | Brief | None, ...], Seen.OWN] = field(default=(), metadata=LATER)
    """By seat: what waits under seal for the press; empty when nobody sealed anything (T7.10, T7.11)."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of the record: what happened, where in the match, who saw it."""

    round: int
    sitting: int
    step: int
    event: Any


@dataclass(frozen=True)
class State:
    """The whole match as it stands."""

    talks: Talks
    text: Text
    papers: Annotated[tuple[Paper, ...], Seen.MASKED]
    war: War
    alliance: Alliance
    home: Home
    sealed: Sealed
    theatre: Theatre
    record: Annotated[tuple[RecordLine, ...], Seen.MASKED]
    next_paper: Annotated[int, Unit.COUNT, Seen.SEALED]


T = TypeVar("T")


def changed(record: T, /, **to: Any) -> T:
    """The chapter with other values in some fields, at an eighth of the time of `dataclasses.replace`.

    That is what chapters have no slots for: the fields of an unchanged record are copied as one dictionary.

    Raises:
        TypeError: The chapter has no such field.
    """
    before = record.__dict__
    values = before | to
    if len(values) != len(before):
        raise TypeError(f"{type(record).__name__} has not all of {', '.join(to)}")
    made = object.__new__(type(record))
    object.__setattr__(made, "__dict__", values)
    return made
