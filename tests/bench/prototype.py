"""The same steps with bare tuples: what a move costs before it has names, rules, reasons and types.

One move is checked against a mask, becomes events, the events are applied, and four seats get a filtered copy and
a list of boxes. Only what a party's move on a clause needs is here, and only the boxes of plenary in turn sittings;
a test holds the kinds that come out against the game's own.
"""

from tabletop.game.papers import Offer, StrikePaper
from tabletop.game.state import State
from tabletop.scenario.board import Board

Cells = tuple[tuple[int, int], ...]
"""Clause and option, by place."""

Row = tuple[int, ...]
Paper = tuple[int, str, int, tuple[int, ...]]
"""Audience, kind, maker, addressees."""

Raw = tuple[int, int, int, Row, Row, Row, tuple[Row, ...], Row, tuple[Paper, ...], tuple[tuple[int, str], ...]]
"""Awaiting, floor, passed, moves left, free moves left, questions left, positions, agreed, papers, lines."""

Event = tuple[str, int, int, int]
"""Kind, seat or field, clause, value."""

RawBox = tuple[str, tuple[object, ...]]
"""Kind and slots."""

LINES = 60
NAMES = ("ukraine", "russia", "us", "europe")


def raw(board: Board, state: State) -> Raw:
    """A state as bare tuples."""
    talks, text, seats = state.talks, state.text, board.seat_at
    papers: list[Paper] = []
    for paper in state.papers:
        if isinstance(paper, Offer):
            papers.append((paper.seen, paper.kind, seats[paper.by], tuple(seats[to] for to in paper.to)))
        elif isinstance(paper, StrikePaper):
            papers.append((paper.seen, paper.kind, seats[paper.by], ()))
    lines = tuple((line.event.seen, line.event.kind) for line in state.record)
    return (
        talks.awaiting, talks.floor, talks.passed, talks.moves_left, talks.free_left, text.positions, text.agreed,
        tuple(papers), lines,
    )  # fmt: skip


def masks(board: Board) -> Row:
    """By clause: the options that may be chosen."""
    return tuple((1 << len(clause.options)) - 1 if clause.annexed < 0 else 0 for clause in board.clauses)


def put(row: Row, at: int, to: int) -> Row:
    """A row with another entry."""
    return (*row[:at], to, *row[at + 1 :])


def refused(state: Raw, open_: Row, seat: int, cells: Cells) -> bool:
    """Whether a move on clauses is closed."""
    if not state[0] >> seat & 1 or state[1] != seat or state[3][seat] < 1 or not 1 <= len(cells) <= 3:
        return True
    mine = state[5][seat]
    return any(not open_[at] >> option & 1 or mine[at] == option for at, option in cells)


def decided(state: Raw, seat: int, cells: Cells) -> tuple[Event, ...]:
    """The events of a move on clauses."""
    left = state[3]
    count = len(left)
    events: list[Event] = [("position", seat, at, option) for at, option in cells]
    events.append(("moves-left", seat, 0, left[seat] - 1))
    still = [left[at] - (at == seat) > 0 and not state[2] >> at & 1 for at in range(count)]
    floor = next((at % count for at in range(seat + 1, seat + 1 + count) if still[at % count]), -1)
    events.append(("floor", 0, 0, floor))
    events.append(("awaiting", 0, 0, 1 << floor if floor >= 0 else 0))
    return tuple(events)


def applied(state: Raw, event: Event) -> Raw:
    """The state after an event."""
    awaiting, floor, passed, left, free, positions, agreed, papers, lines = state
    kind, seat, clause, value = event
    if kind == "position":
        row = put(positions[seat], clause, value)
        positions = (*positions[:seat], row, *positions[seat + 1 :])
        lines = (*lines, (-1, kind))
    elif kind == "moves-left":
        left = put(left, seat, value)
    elif kind == "floor":
        floor = value
    else:
        awaiting = value
    return awaiting, floor, passed, left, free, positions, agreed, papers, lines


def copied(state: Raw, seat: int) -> Raw:
    """What a seat may see."""
    lines: list[tuple[int, str]] = []
    for line in reversed(state[8]):
        if line[0] >> seat & 1:
            lines.append(line)
            if len(lines) == LINES:
                break
    papers = tuple(paper for paper in state[7] if paper[0] >> seat & 1)
    return (*state[:7], papers, tuple(reversed(lines)))


def boxes(state: Raw, open_: Row, seat: int) -> list[RawBox]:
    """What a seat may do in plenary, one entry a box."""
    others = tuple(name for at, name in enumerate(NAMES) if at != seat)
    clauses = tuple(at for at, mask in enumerate(open_) if mask)
    to_me = tuple(at for at, paper in enumerate(state[7]) if paper[1] == "offer" and seat in paper[3])
    mine = tuple(at for at, paper in enumerate(state[7]) if paper[1] == "offer" and paper[2] == seat)
    struck = tuple(at for at, paper in enumerate(state[7]) if paper[1] == "strike")
    found: list[RawBox] = [("ask", (others, clauses))]
    if to_me:
        found += [("accept", (to_me,)), ("decline", (to_me,))]
    if state[4][seat]:
        found += [("say", (("all",), 280)), ("protest", (280,))]
        if mine:
            found.append(("withdraw", (mine,)))
        if struck:
            found.append(("attribute", (struck, NAMES[:2])))
    if state[1] != seat or not state[0] >> seat & 1 or state[3][seat] < 1:
        return found
    position = tuple(mask & ~(1 << state[5][seat][at]) if state[5][seat][at] >= 0 else mask
                     for at, mask in enumerate(open_))  # fmt: skip
    found += [
        ("pass", ()),
        ("position", (position, 1, 3)),
        ("offer", (("all", *others), ("open",), 0, 2, open_, 1, 5)),
        ("promise", (others, 13, 18, 0, 2, 1, 6, others, ("open",))),
        ("promise", (others, 13, 18, 0, 2, 1, 6, others, ("private",))),
        ("caucus", (others,)),
        ("poll", ()),
        ("leak", (others, open_)),
        ("brief", (280,)),
    ]
    if any(option >= 0 for option in state[6]):
        found.append(("draft", (("rows",),)))
    if seat < 2:
        below = tuple((1 << option + 1) - 2 if option > 0 else 0 for option in state[5][seat])
        above = tuple(mask >> max(0, option) << max(0, option) for mask, option in zip(open_, state[5][seat], strict=True))
        found += [("vow", (("not-below",), below)), ("vow", (("not-above",), above)), ("walk-out", (6,))]
        if to_me:
            found.append(("counter", (to_me, open_, 1, 5)))
    else:
        found.append(("sweeten", (NAMES[:2], open_)))
    if seat == 2:
        found += [("recess", ()), ("bridge", (open_,)), ("lean", (NAMES[:2],)), ("deadline", (1, 3))]
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
    return state, [boxes(copied(state, at), open_, at) for at in range(len(state[3]))]
