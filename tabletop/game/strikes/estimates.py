"""What seats know of each other: estimates of alternatives, and sincerity (I1).

An estimate is drawn around the truth and booked for its own seat; no view computes it. Fighting and talking both
teach: the error shrinks each round, and the estimate is drawn anew.
"""

from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.records.state import State
from tabletop.game.worth.curves import FACES, half_even, normal

MOST = 150_00
"""The highest an alternative can be, hundredths of a point."""


def pairs(step: Step) -> tuple[tuple[int, int], ...]:
    """I1.1: who estimates whom: each party the other, the mediator both."""
    parties, mediator = step.board.parties, step.board.mediator
    return tuple((seat, about) for seat in (*parties, mediator) for about in parties if seat != about)


def open_estimates(step: Step) -> None:
    """I1.1, I1.3: at the deal each party draws its sincerity, and estimates are drawn with the full error."""
    rules = step.board.estimates
    if rules.sincerity:
        for at in step.board.parties:
            face = rules.sincerity[step.roll("sincerity", step.seats[at], len(rules.sincerity))]
            step.shift(step.path(f"home.sincerity.{step.seats[at]}"), face, "I1.3")
    if rules.error:
        for seat, about in pairs(step):
            draw(step, seat, about, rules.error)


def learn(step: Step) -> None:
    """I1.2: a round of fighting, and each caucus or answered question, take a share of the error away."""
    rules = step.board.estimates
    for seat, about in pairs(step):
        was = next((one.error for one in step.state.home.belief[seat] if one.about == about), 0)
        if not was:
            continue
        kept = was * (WHOLE - rules.battle)
        parts = WHOLE
        for _ in range(contacts(step, seat, about)):
            kept, parts = kept * (WHOLE - rules.contact), parts * WHOLE
        draw(step, seat, about, max(rules.least, half_even(kept, parts)))


def contacts(step: Step, seat: int, about: int) -> int:
    """I1.2: caucuses the two held in this session, and questions that the one answered the other in it."""
    talks = step.state.talks
    names = step.seats[about], step.seats[seat]
    answered = sum(
        isinstance(line.event, e.Answered)
        and bool(line.event.clause)
        and line.event.answer != "will-not-say"
        and (line.event.seat, line.event.to) == names
        for line in step.this_round()
    )
    return talks.caucused.count(1 << seat | 1 << about) + answered


def draw(step: Step, seat: int, about: int, error: int) -> None:
    """I1.1: an estimate around the alternative as it is, with a normal error of that size."""
    names = step.seats[seat], step.seats[about]
    face = step.roll("belief", f"{names[0]}-{names[1]}", FACES)
    middle = max(0, min(MOST, step.state.home.alternative[about] + half_even(normal(face) * error, 1000)))
    step.emit(
        e.BeliefDrawn(
            seen=step.mask(seat),
            rule="I1.1",
            seat=names[0],
            about=names[1],
            low=max(0, middle - error),
            high=min(MOST, middle + error),
            error=error,
        )
    )


def against_truth(state: State) -> tuple[tuple[int, int, int, int, int], ...]:
    """Belief against truth, for the debrief: seat, whom it is about, low, high, the alternative as it is."""
    return tuple(
        (seat, one.about, one.low, one.high, state.home.alternative[one.about])
        for seat, row in enumerate(state.home.belief)
        for one in row
    )
