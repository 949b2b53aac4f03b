"""What one seat may see of the match.

`see` copies what the annotations and masks of the state allow; everything else a seat touches (legality,
forms, previews, views, players) takes a `Sight` and never the state. A hidden field has no place here.
"""

from dataclasses import dataclass, field, replace
from operator import add

from tabletop.game.records.moves import Brief, Leak
from tabletop.game.records.papers import Paper
from tabletop.game.records.state import Alliance, Estimate, RecordLine, State, Talks, Text, Theatre, War
from tabletop.vocabulary import EVERYONE

RECORD_LINES = 60
"""How many lines of the record a sight carries, the newest."""

LOOKED_AT = 100
"""Among so many of the newest lines there are nearly always enough that a seat may see."""

NOBODY = 1 << 62
"""A bit that is no seat's: EVERYONE has it and no other audience."""

Record = tuple[RecordLine, ...]
"""Lines of the record, the newest last."""

Draft = Text
"""The text as it lies on the table: every seat sees the same."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Public figures of the world, in the state's units; `leans` is all the pressure a seat is under."""

    momentum: int
    grid: int
    held: int
    ground: int
    lost: tuple[int, ...]
    lost_before: tuple[int, ...]
    recruits: int
    over: int
    drones: int
    missiles: int
    dark: int
    struck: int
    patience: int
    attention: int
    cohesion: int
    support: int
    force_step: int
    leans: tuple[int, ...]
    lean_weight: int
    credit: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mine:
    """What is the seat's own.

    Attributes:
        alternative: Reservation value as the seat believes it, hundredths of a point.
        news: Lines of news of the war in it: driver and hundredths of a point.
        weights: Weight of each clause, summing to 10,000.
        audience: Mood at home against the start, hundredths of a point.
        trust: Its trust in each seat, hundredths of a point.
        orders: Orders sealed for this fortnight, or empty.
        answer: Its sealed answer to a strike.
        ballot: Its sealed ballot.
        bridge: Its sealed answer to the open bridge.
        bridged: For the mediator: the texts it bridged in this session.
        belief: Its estimates of others' alternatives, low to high.
        sincerity: How much a party wants an agreement at all, per ten thousand; no other seat knows.
        fallen: How far its own alternative has come down since the deal, hundredths of a point (A2.5).
        comply: How it keeps a truce in this fortnight; empty for *comply* (T8.7).
        press: What it has under seal for the press, or None (T7.10, T7.11).
    """

    alternative: int
    news: tuple[tuple[str, int], ...]
    weights: tuple[int, ...]
    card: int
    audience: int
    trust: tuple[int, ...]
    capital: int
    force: int
    lethality: int
    joined: int
    banked: int
    orders: tuple[tuple[str, str], ...]
    standing: tuple[tuple[str, str], ...]
    answer: tuple[str, str]
    ballot: str
    reason: str
    bridge: str
    bridged: tuple[tuple[tuple[str, int], ...], ...]
    belief: tuple[Estimate, ...]
    sincerity: int
    fallen: int = 0
    comply: str = ""
    press: Leak | Brief | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """One seat's sight: the public chapters, its own numbers, the papers and lines it may see.

    Attributes:
        seat: The seat, by place; -1 for an onlooker who sees what is public.
    """

    seat: int
    talks: Talks
    text: Text
    papers: tuple[Paper, ...]
    figures: Figures
    mine: Mine | None
    record: tuple[RecordLine, ...]
    theatre: Theatre = field(default_factory=Theatre)


def pressure_on(alliance: Alliance) -> tuple[int, ...]:
    """The pressure each seat is under: what stays and what passes, hundredths of a lean (T7.7, T7.15)."""
    return tuple(map(add, alliance.leans, alliance.passing))


def may_see(mask: int, seat: int) -> bool:
    """Whether a seat is in an audience; an onlooker (-1) sees only what is public."""
    return mask == EVERYONE or (seat >= 0 and bool(mask >> seat & 1))


def newest(record: Record, seat: int) -> Record:
    """The newest lines that a seat may see, oldest first."""
    bit = 1 << seat if seat >= 0 else NOBODY
    found = [line for line in record[-LOOKED_AT:] if line.event.seen & bit]
    if len(found) < RECORD_LINES and len(record) > LOOKED_AT:
        found = [line for line in record if line.event.seen & bit]
    return tuple(found[-RECORD_LINES:])


def see(state: State, seat: int, mediator: int) -> Sight:
    """What `seat` (its place, or one of ONLOOKER, CONTROL, CLOCK) may see of `state`."""
    mask = 1 << seat if seat >= 0 else 0
    return Sight(
        seat=seat,
        talks=replace(state.talks, free_left=own_alone(state.talks.free_left, seat)),
        text=state.text,
        papers=tuple([paper for paper in state.papers if paper.seen == EVERYONE or paper.seen & mask]),
        figures=figures(state.war, state.alliance, state.home.credit),
        mine=own(state, seat, mediator) if seat >= 0 else None,
        record=newest(state.record, seat),
        theatre=state.theatre,
    )


def own_alone(entries: tuple[int, ...], seat: int) -> tuple[int, ...]:
    """An entry a seat, of which only its own is told; 0 for the others'."""
    return tuple([entry if at == seat else 0 for at, entry in enumerate(entries)])


def figures(war: War, alliance: Alliance, credit: tuple[int, ...]) -> Figures:
    """The public figures of the world."""
    return Figures(
        momentum=war.momentum,
        grid=war.grid,
        held=war.held,
        ground=war.ground,
        lost=war.lost,
        lost_before=war.lost_before,
        recruits=war.recruits,
        over=war.over,
        drones=war.drones,
        missiles=war.missiles,
        dark=war.dark,
        struck=war.struck,
        patience=alliance.patience,
        attention=alliance.attention,
        cohesion=alliance.cohesion,
        support=alliance.support,
        force_step=alliance.force_step,
        leans=pressure_on(alliance),
        lean_weight=alliance.lean_weight,
        credit=credit,
    )


def own(state: State, seat: int, mediator: int) -> Mine:
    """The seat's own numbers and what it has under seal."""
    home, sealed = state.home, state.sealed
    return Mine(
        alternative=home.alternative[seat],
        news=home.news[seat],
        weights=home.weights[seat],
        card=home.card[seat],
        audience=home.audience[seat],
        trust=home.trust[seat],
        capital=state.alliance.capital[seat],
        force=state.war.force[seat],
        lethality=state.war.lethality[seat],
        joined=state.war.joined[seat],
        banked=home.banked[seat],
        orders=sealed.orders[seat],
        standing=sealed.standing[seat],
        answer=sealed.answers[seat],
        ballot=sealed.ballots[seat],
        reason=sealed.reasons[seat],
        bridge=sealed.bridge[seat],
        bridged=sealed.bridged if seat == mediator else (),
        belief=home.belief[seat],
        sincerity=home.sincerity[seat],
        fallen=home.dealt[seat] - home.alternative[seat] if home.dealt else 0,
        comply=sealed.comply[seat] if sealed.comply else "",
        press=sealed.press[seat] if sealed.press else None,
    )
