"""Who has the floor, and what a move uses up (rules T3.1 to T3.3)."""

from typing import Any

from tabletop.game.core.quantities import put
from tabletop.game.core.rule import Decision, is_in, waits_for
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.vocabulary import Phase


def active(step: Step) -> int:
    """T3.2: mask of the seats in the room that still have moves and have not passed."""
    talks = step.state.talks
    spent = step.mask(*(seat for seat, left in enumerate(talks.moves_left) if left <= 0))
    return talks.room & ~talks.passed & ~spent


def next_on_the_floor(step: Step, after: int) -> int:
    """T3.2: the next active seat, going round; -1 when there is none."""
    count, still = len(step.board.seats), active(step)
    return next((seat for turn in range(1, count + 1) if is_in(still, seat := (after + turn) % count)), -1)


def await_seats(step: Step) -> None:
    """T3.2: who owes a move: first those who owe an answer, then the floor, or in open sittings everybody active."""
    talks, board = step.state.talks, step.board
    if talks.phase not in {Phase.PLENARY, Phase.SUSPENDED} or talks.sitting == 0:
        return
    if bridge_is_answered(step):
        step.set("T5.7", awaiting=0)
        return
    owed = owing(step)
    if owed:
        step.set("T3.2", awaiting=owed)
    elif board.open_sittings:
        step.set("T3.2", awaiting=active(step))
    else:
        step.set("T3.2", awaiting=1 << talks.floor if talks.floor >= 0 else 0)


def owing(step: Step) -> int:
    """T3.2: mask of the seats in the room that owe an answer before the table goes on."""
    seats = step.board.seat_index
    answered = {seat for seat, answer in zip(step.seats, step.state.sealed.bridge, strict=True) if answer}
    names = {name for paper in step.state.papers for name in waits_for(paper, answered)}
    return step.mask(*(seats[name] for name in names)) & step.state.talks.room


def bridge_is_answered(step: Step) -> bool:
    """T5.7: whether a bridge has every answer it needs."""
    seats, answers = step.board.seat_index, step.state.sealed.bridge
    for paper in step.state.papers:
        if paper.kind == "bridge-notice" and all(answers[seats[to]] for to in paper.to):
            return True
    return False


def spend(step: Step) -> None:
    """T3.1: a move of the mover's budget is used up, and the floor goes on."""
    talks, mover = step.state.talks, step.mover
    step.set("T3.1", moves_left=put(talks.moves_left, mover, max(0, talks.moves_left[mover] - 1)))
    if talks.floor in {-1, mover}:
        pass_the_floor(step)
    else:
        await_seats(step)


def spend_free(step: Step, rule: str = "T3.3") -> None:
    """T3.3: one of the mover's free moves is used up."""
    left = step.state.talks.free_left
    step.set(rule, free_left=put(left, step.mover, max(0, left[step.mover] - 1)))


def answered(step: Step, rule: str) -> None:
    """The mover has answered and is no longer awaited."""
    step.set(rule, awaiting=step.state.talks.awaiting & ~(1 << step.mover))


def sealing(rule: str) -> Decision:
    """What a move does that is a ballot: its answer, or its kind where it has none, waits for the others."""

    def decide(step: Step, move: Any) -> None:
        """The mover's ballot lies under seal until all are in (T8.2, A4.3, A5.3)."""
        own, ballot = step.mask(step.mover), getattr(move, "answer", move.kind)
        words = getattr(move, "words", "")
        step.emit(e.BallotSealed(seen=own, rule=rule, seat=step.seat, ballot=ballot, words=words))
        answered(step, rule)

    return decide


def pass_the_floor(step: Step) -> None:
    """T3.2: the floor goes to the next active seat."""
    if not step.board.open_sittings:
        step.set("T3.2", floor=next_on_the_floor(step, step.state.talks.floor))
    await_seats(step)
