"""Promises are judged when their time is over (rule T6.7).

What was promised is held against what was ordered and done: each act of a scenario names one of the tests below.
What lies in the open anybody can judge; what lies in sealed orders only as far as the named verifier can see.
Under 70 per cent the verdict is *disputed*, whatever the truth was.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tabletop.game.commitments.promisable import moves, takes
from tabletop.game.core.sight import may_see
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.papers import PromisePaper, StrikePaper
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board, SeatBoard
from tabletop.vocabulary import IN_FORCE, Phase, Role

STEP = 10_00
"""Confidence comes in steps of ten per cent."""

LEAST, MOST = 20_00, 90_00
"""What a verifier is sure of, at the least and at the most, where acts are under seal."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a test finds.

    Attributes:
        kept: Whether the promise was kept; None when nothing could be tested.
        open: Whether everybody could see it.
    """

    kept: bool | None
    open: bool


Orders = dict[str, str]
"""Lever and option."""


def orders_in(state: State, paper: PromisePaper) -> tuple[Orders, ...]:
    """The promiser's orders of the fortnights the promise ran, as they took effect."""
    return tuple(
        dict(event.choices)
        for event in happened(state, paper)
        if isinstance(event, e.OrdersOpened) and event.seat == paper.by
    )


def happened(state: State, paper: PromisePaper) -> Iterator[e.Happening]:
    """What is on the record for the rounds the promise ran."""
    return (line.event for line in state.record if paper.start <= line.round <= paper.end)


def under_orders(broken: Callable[[Board, SeatBoard, Orders], bool | None]) -> "Test":
    """A test of sealed orders; once a text is in force, of answers in kind."""

    def test(board: Board, state: State, paper: PromisePaper) -> Found:
        """Hold sealed orders of the rounds the promise ran, or answers in force, against it."""
        seat = board.seats[board.seat_index[paper.by]]
        said = [broken(board, seat, orders) for orders in orders_in(state, paper)]
        if not said:
            in_kind = any(
                isinstance(event, e.IncidentAnswered) and (paper.by, "answer") in event.answers
                for event in happened(state, paper)
            )
            return Found(not in_kind if state.talks.phase in IN_FORCE else None, open=True)
        if all(one is None for one in said):
            return Found(None, open=True)
        return Found(not any(said), open=False)

    return test


def strikes_at(*targets: str) -> "Test":
    """Broken by an order for strikes at one of these targets; a strike that was reported shows it to all."""

    def broken(_board: Board, seat: SeatBoard, orders: Orders) -> bool | None:
        """Whether a strike at one of the targets was ordered; None for a seat that has no strikes."""
        ordered = [seat.strikes[choice][0] for choice in orders.items() if choice in seat.strikes]
        return any(target in targets for target in ordered) if seat.strikes else None

    sealed = under_orders(broken)

    def test(board: Board, state: State, paper: PromisePaper) -> Found:
        """A reported strike at such a target breaks it in the open; otherwise sealed orders are the test."""
        reported = any(
            isinstance(strike, StrikePaper)
            and strike.by == paper.by
            and strike.target in targets
            and paper.start <= strike.round <= paper.end
            for strike in state.papers
        )
        return Found(kept=False, open=True) if reported else sealed(board, state, paper)

    return test


def _mildest(_board: Board, seat: SeatBoard, orders: Orders) -> bool | None:
    """Whether a lever of strikes was set above its mildest option."""
    levers = {lever for lever, _ in seat.strikes}
    if not levers:
        return None
    chance = {choice: share for choice, (_, share) in seat.strikes.items()}
    for lever in levers:
        least = min(chance.get((lever, option), 0) for option in seat.levers[lever])
        if chance.get((lever, orders.get(lever, "")), 0) > least:
            return True
    return False


def _advancing(board: Board, seat: SeatBoard, orders: Orders) -> bool | None:
    """Whether the tempo on the ground was above its slowest."""
    war = board.war
    if war is None or war.lever not in seat.levers:
        return None
    slow = min(tempo.tempo for tempo in war.tempo.values())
    return war.tempo[orders[war.lever]].tempo > slow


def _unrestrained(_board: Board, seat: SeatBoard, orders: Orders) -> bool | None:
    """Whether the seat did without the restraint that it could have ordered."""
    if not seat.restraint:
        return None
    return not any(choice in seat.restraint for choice in orders.items())


def never_below(path: str, *, default: bool) -> "Test":
    """Broken by orders of a seat that is no party which take from a quantity, or take more than the default would."""

    def broken(_board: Board, seat: SeatBoard, orders: Orders) -> bool | None:
        """Whether the orders took more than they may; None for a party, or without such an order."""
        if seat.role is Role.PARTY or not moves(seat, path):
            return None
        floor = takes(seat, seat.default_orders, path) if default else 0
        return takes(seat, orders.items(), path) < min(floor, 0)

    sealed = under_orders(broken)

    def test(board: Board, state: State, paper: PromisePaper) -> Found:
        """What these orders did shows in public."""
        return replace(sealed(board, state, paper), open=True)

    return test


def delivered(path: str) -> "Test":
    """Kept by orders in any one fortnight that raise a quantity; the goods can be counted."""

    def test(board: Board, state: State, paper: PromisePaper) -> Found:
        """Whether any fortnight of the promise brought more; None without such an order."""
        seat = board.seats[board.seat_index[paper.by]]
        orders = orders_in(state, paper)
        if not orders or not moves(seat, path, up=True):
            return Found(None, open=True)
        return Found(any(takes(seat, one.items(), path) > 0 for one in orders), open=True)

    return test


def attended(_board: Board, state: State, paper: PromisePaper) -> Found:
    """Kept by one who never left the room while the promise ran."""
    left = any(isinstance(event, e.WalkedOut) and event.seat == paper.by for event in happened(state, paper))
    away = any(
        isinstance(event, e.AnswersOpened) and (paper.by, "suspend") in event.answers
        for event in happened(state, paper)
    )
    return Found(not left and not away, open=True)


HOSTILE = frozenset({"condemn", "blame", "retaliate"})
"""Answers to a strike that count as words against the other side."""


def held_its_tongue(_board: Board, state: State, paper: PromisePaper) -> Found:
    """Broken by naming the other side behind a strike, condemning it, or a leak or briefing traced to the seat."""
    for event in happened(state, paper):
        match event:
            case e.Attributed(seat=by) | e.LeakTraced(seat=by) | e.Protested(seat=by):
                if by == paper.by:
                    return Found(kept=False, open=True)
            case e.AnswersOpened(answers=answers):
                if any(seat == paper.by and answer in HOSTILE for seat, answer in answers):
                    return Found(kept=False, open=True)
            case _:
                pass
    return Found(kept=True, open=True)


def people_moved(board: Board, state: State, paper: PromisePaper) -> Found:
    """Kept when an exchange was carried while the promise ran, or the text in force has one."""
    carried = any(isinstance(event, e.ExchangeCarried) for event in happened(state, paper))
    people = board.roles.people
    agreed = state.talks.phase in IN_FORCE and state.text.signed[people] > board.clauses[people].default
    return Found(carried or agreed, open=True)


def lists_agreed(board: Board, state: State, paper: PromisePaper) -> Found:
    """Kept when the clause on people stands agreed, initialled or in force above nothing at the end."""
    at, text = board.roles.people, state.text
    least = board.clauses[at].default
    stands = any(row and row[at] > least for row in (text.agreed, text.initialled, text.banked, text.signed))
    return Found(stands or people_moved(board, state, paper).kept, open=True)


Test = Callable[[Board, State, PromisePaper], Found]

TESTS: dict[str, Test] = {
    "no-energy-strikes": strikes_at("energy"),
    "no-refinery-strikes": strikes_at("refineries"),
    "no-long-range": under_orders(_mildest),
    "quiet-line": under_orders(_advancing),
    "restraint": under_orders(_unrestrained),
    "attend": attended,
    "no-public-attacks": held_its_tongue,
    "exchange": people_moved,
    "lists": lists_agreed,
    "no-new-sanctions": never_below("war.headroom", default=False),
    "steady-aid": never_below("alliance.support", default=True),
    "deliver": delivered("war.grid"),
}
"""T6.7: how an act is judged, by the name a scenario gives it."""


def now(state: State) -> int:
    """T6.7: the round it would be, were rounds still counted: a fortnight a step before the vote, two a month after."""
    talks = state.talks
    if talks.phase == Phase.INITIALLED:
        return talks.round + talks.step
    return talks.round + 2 * talks.step if talks.phase in IN_FORCE else talks.round


def judge_due(step: Step) -> None:
    """T6.7: every promise whose time is over gets its verdict."""
    for paper in step.state.papers:
        if isinstance(paper, PromisePaper) and paper.state == "open" and paper.end <= now(step.state):
            judge(step, paper)


def judge(step: Step, paper: PromisePaper) -> None:
    """T6.7: *kept*, *broken*, *disputed* or *lapsed*, by what the verifier can show; trust follows."""
    board = step.board
    found = (
        TESTS[board.act_tests[paper.act]](board, step.state, paper) if paper.act in board.act_tests else None
    )
    if found is None or found.kept is None:
        close(step, paper, "lapsed", 0)
        return
    sure = 100_00 if found.open else confidence(step, paper)
    if sure < step.number("promise.sure"):
        verdict = key = "disputed"
    elif not found.kept:
        verdict = key = "broken"
    else:
        verdict = "kept"
        key = "kept-unverified" if paper.verifier == paper.to else "kept-verified"
    close(step, paper, verdict, sure)
    by, to = board.seat_index[paper.by], board.seat_index[paper.to]
    step.act(f"promise.{key}", "T6.7", own=by, to=to)
    if verdict == "broken" and may_see(paper.seen, board.mediator):
        step.act("promise.broken-known", "T6.7", own=by, to=to)
    if verdict == "kept" and step.state.text.still[by]:
        still = step.state.text.still
        step.emit(e.FaithCounted(rule="T7.12", still=(*still[:by], 0, *still[by + 1 :])))


def confidence(step: Step, paper: PromisePaper) -> int:
    """T6.7: how sure the verifier is of what lies under seal, per ten thousand, in steps of ten per cent or so."""
    third = step.board.seat_index[paper.verifier] not in step.board.parties
    base = step.number("promise.sight") + (step.number("promise.third") if third else 0)
    sure = base + STEP * step.roll("verdict", f"{paper.id}", 4)
    return min(max(sure, LEAST), MOST)


def close(step: Step, paper: PromisePaper, verdict: str, sure: int) -> None:
    """T6.7: the verdict, for those who knew of the promise."""
    step.emit(
        e.PromiseJudged(
            seen=paper.seen, rule="T6.7", promise=paper.id, by=paper.by, to=paper.to, act=paper.act,
            verifier=paper.verifier, verdict=verdict, confidence=sure,
        )
    )  # fmt: skip
    step.emit(e.PaperChanged(seen=paper.seen, rule="T6.7", paper=replace(paper, state=verdict)))


def lapse(step: Step) -> None:
    """T6.7: what is still open when a match ends has lapsed."""
    for paper in step.state.papers:
        if isinstance(paper, PromisePaper) and paper.state == "open":
            close(step, paper, "lapsed", 0)
