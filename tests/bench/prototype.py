"""The same steps with bare tuples: what a move costs before it has names, rules, reasons and types.

A move is checked against masks and becomes events, the events are applied, and four seats get a filtered copy and a
list of boxes. Only what a party's move on clauses needs is here, and only the boxes of a plenary in turn sittings
without agreed clauses; the benchmark holds what comes out against the game's own.
"""

from tabletop.game.records.papers import Offer
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board

Row = tuple[int, ...]
Cells = tuple[tuple[int, int], ...]
"""Clause and option, by place."""

Paper = tuple[int, int, Row]
"""Audience, maker, addressees of a trade."""

Floor = tuple[int, int, int, int, Row, Row, Row]
"""Awaiting, floor, passed, room; moves, free moves and questions left."""

Raw = tuple[Floor, tuple[Row, ...], Row, tuple[Paper, ...], tuple[tuple[int, str], ...]]
"""Procedure, positions, quantities, papers, lines."""

Event = tuple[str, int, int, int]
"""Kind, seat or quantity, clause, value."""

RawBox = tuple[str, tuple[object, ...]]
"""Kind and slots."""

LINES = 60
INVITERS = (0, 2)
NAMES = ("ukraine", "russia", "us", "europe")
PRICE = (-50, 30, -40)
"""What moving costs here: patience, trust, home."""


def raw(board: Board, state: State) -> Raw:
    """A state as bare tuples."""
    talks, seats = state.talks, board.seat_index
    procedure = (
        talks.awaiting, talks.floor, talks.passed, talks.room,
        talks.moves_left, talks.free_left, talks.asks_left,
    )  # fmt: skip
    papers = tuple(
        (paper.seen, seats[paper.by], tuple(seats[to] for to in paper.to))
        for paper in state.papers
        if isinstance(paper, Offer)
    )
    lines = tuple((line.event.seen, line.event.kind) for line in state.record)
    return procedure, state.text.positions, (state.alliance.patience, 0, 0), papers, lines


def masks(board: Board) -> Row:
    """By clause: the options that may be chosen."""
    return tuple((1 << len(clause.options)) - 1 if clause.annexed < 0 else 0 for clause in board.clauses)


def put(row: Row, at: int, to: int) -> Row:
    """A row with another entry."""
    return (*row[:at], to, *row[at + 1 :])


def refused(state: Raw, open_: Row, seat: int, cells: Cells) -> bool:
    """Whether a move on clauses is closed."""
    awaiting, floor, _, _, left, _, _ = state[0]
    if not awaiting >> seat & 1 or floor != seat or left[seat] < 1 or not 1 <= len(cells) <= 3:
        return True
    mine = state[1][seat]
    return any(not open_[at] >> option & 1 or mine[at] == option for at, option in cells)


def decided(state: Raw, seat: int, cells: Cells) -> tuple[Event, ...]:
    """The events of a move on clauses: positions, prices, and the floor."""
    _, _, passed, room, left, _, _ = state[0]
    count = len(left)
    events: list[Event] = [("position", seat, at, option) for at, option in cells]
    events += [("shift", at, 0, state[2][at] + price) for at, price in enumerate(PRICE)]
    events.append(("moves-left", seat, 0, left[seat] - 1))
    still = room & ~passed
    turns = (at % count for at in range(seat + 1, seat + 1 + count))
    floor = next((at for at in turns if still >> at & 1 and left[at] - (at == seat) > 0), -1)
    events.append(("floor", 0, 0, floor))
    events.append(("awaiting", 0, 0, 1 << floor if floor >= 0 else 0))
    return tuple(events)


def applied(state: Raw, event: Event) -> Raw:
    """The state after an event."""
    procedure, positions, quantities, papers, lines = state
    awaiting, floor, passed, room, left, free, asks = procedure
    kind, seat, clause, value = event
    if kind == "position":
        row = put(positions[seat], clause, value)
        positions = (*positions[:seat], row, *positions[seat + 1 :])
        return procedure, positions, quantities, papers, (*lines, (-1, kind))
    if kind == "shift":
        return procedure, positions, put(quantities, seat, value), papers, lines
    if kind == "moves-left":
        left = put(left, seat, value)
    elif kind == "floor":
        floor = value
    else:
        awaiting = value
    return (awaiting, floor, passed, room, left, free, asks), positions, quantities, papers, lines


def copied(state: Raw, seat: int) -> Raw:
    """What a seat may see."""
    lines: list[tuple[int, str]] = []
    for line in reversed(state[4]):
        if line[0] >> seat & 1:
            lines.append(line)
            if len(lines) == LINES:
                break
    papers = tuple(paper for paper in state[3] if paper[0] >> seat & 1)
    return (*state[:3], papers, tuple(reversed(lines)))


def boxes(state: Raw, open_: Row, seat: int) -> list[RawBox]:
    """What a seat may do in plenary, one entry a box."""
    (awaiting, floor, _, room, left, free, asks), positions, _, papers, _ = state
    if not room >> seat & 1:
        return []
    inside = tuple(name for at, name in enumerate(NAMES) if at != seat and room >> at & 1)
    others = tuple(name for at, name in enumerate(NAMES) if at != seat)
    found: list[RawBox] = []
    to_me = tuple(at for at, paper in enumerate(papers) if seat in paper[2])
    mine = tuple(at for at, paper in enumerate(papers) if paper[1] == seat)
    if asks[seat]:
        found.append(("ask", (inside, tuple(at for at, mask in enumerate(open_) if mask))))
    if to_me:
        found += [("accept", (to_me,)), ("decline", (to_me,))]
    if free[seat]:
        found += [("say", (("all",), 280)), ("protest", (280,)), ("last-look", (("on",),))]
        if mine:
            found.append(("withdraw", (mine,)))
    if floor == seat and awaiting >> seat & 1:
        found += on_the_floor(positions[seat], open_, seat, inside, others, left[seat], to_me)
    return found


def on_the_floor(
    stands: Row, open_: Row, seat: int, inside: tuple[str, ...], others: tuple[str, ...], left: int, to_me: Row
) -> list[RawBox]:  # fmt: skip
    """What only the seat with the floor may do."""
    found: list[RawBox] = [("pass", ())]
    if seat < 2:
        found.append(("walk-out", (6,)))
    if seat == 2:
        found.append(("recess", ()))
    if not left:
        return found
    moved = tuple(mask & ~(1 << now) if now >= 0 else mask for mask, now in zip(open_, stands, strict=True))
    found += [
        ("position", (moved, 1, 3)),
        ("offer", (("all", *inside), ("open",), 0, 2, open_, 1, 5)),
        ("promise", (others, 13, 18, 0, 2, 1, 6, others, ("open",))),
        ("promise", (others, 13, 18, 0, 2, 1, 6, others, ("private",))),
        ("caucus", (inside,)),
        ("poll", ()),
    ]
    if seat in INVITERS:
        found.append(("invite", (("europe",),)))
    if to_me:
        found.append(("counter", (to_me, open_, 1, 5)))
    if seat < 2:
        below = tuple((1 << now + 1) - 2 if now > 0 else 0 for now in stands)
        above = tuple(mask >> max(0, now) << max(0, now) for mask, now in zip(open_, stands, strict=True))
        found += [("vow", (("not-below",), below)), ("vow", (("not-above",), above))]
    if seat == 2:
        found += [
            ("bridge", (open_,)),
            ("lean", (NAMES[:2],)),
            ("sweeten", (NAMES[:2], open_)),
            ("deadline", (1, 3)),
        ]
    return found


def one_move(state: Raw, open_: Row, seat: int, cells: Cells) -> tuple[Raw, list[list[RawBox]]]:
    """A move through all of it.

    Raises:
        ValueError: The move is closed.
    """
    if refused(state, open_, seat, cells):
        raise ValueError(cells)
    for event in decided(state, seat, cells):
        state = applied(state, event)
    return state, [boxes(copied(state, at), open_, at) for at in range(len(state[1]))]
