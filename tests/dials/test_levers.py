"""The mediator's and Europe's levers at the table move what they say, and cost what they say."""

from dataclasses import replace

import pytest

from tabletop.game.calendar.rounds import orders_form
from tabletop.game.core.sight import see
from tabletop.game.core.step import Step
from tabletop.game.legality import RULES
from tabletop.game.leverage.pressure import pass_deadline
from tabletop.game.records.moves import Lean, SetDeadline, Sweeten
from tabletop.game.worth.value import exponent, survival, true_context, worth
from tabletop.vocabulary import Phase
from tests.dials.fortnight import dealt
from tests.game.worlds import board
from tests.laws.walk import MIDDLE, dice

UKRAINE, RUSSIA, US, EUROPE = range(4)
SEEDS = range(1, 13)


def sitting(seed: int) -> Step:
    """The first sitting of the first session."""
    state = dealt(seed)
    talks = replace(state.talks, phase=Phase.PLENARY, sitting=1, moves_left=(2, 2, 2, 2))
    return Step(board(), replace(state, talks=talks), dice(seed))


def make(step: Step, seat: str, move: Lean | Sweeten | SetDeadline) -> None:
    """Make a move as the table does: its price is worked out from the seat's sight, and charged by the decision."""
    rule, mover = RULES[move.kind], step.board.seat_index[seat]
    step.price = rule.price_of(step.board, see(step.state, mover, step.board.mediator), move)
    rule.decide(step, seat, move)


def holds(step: Step) -> int:
    """S of a middling text as things stand, per ten thousand."""
    return survival(step.board, exponent(step.board, MIDDLE, true_context(step.board, step.state)))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("party", ["ukraine", "russia"])
def test_pressure_makes_a_text_shorter_lived_and_costs_trust_capital_and_patience(
    seed: int, party: str
) -> None:
    step, at = sitting(seed), board().seat_index[party]
    before, stood = step.state, holds(step)
    make(step, "us", Lean(party))
    after = step.state
    assert after.alliance.leans[at] == before.alliance.leans[at] + 100
    assert holds(step) < stood
    assert after.home.trust[at][US] == before.home.trust[at][US] - 6_00
    assert after.home.audience[at] < before.home.audience[at]
    assert after.alliance.capital[US] < before.alliance.capital[US]
    assert after.alliance.patience < before.alliance.patience
    first = stood - holds(step)
    make(step, "us", Lean(party))
    assert stood - holds(step) > first


@pytest.mark.parametrize(("seat", "price"), [("us", "alliance.capital"), ("europe", "alliance.cohesion")])
def test_a_side_payment_raises_what_its_option_is_worth_to_one_seat(seat: str, price: str) -> None:
    step, option = sitting(1), MIDDLE[board().roles.guarantee]
    before = step.state
    make(step, seat, Sweeten("russia", (("guarantee", option),)))
    paid = true_context(step.board, step.state).payments
    mandate = board().mandates[RUSSIA]
    assert mandate is not None
    other = (*MIDDLE[: board().roles.guarantee], 0, *MIDDLE[board().roles.guarantee + 1 :])
    for place, text, added in ((RUSSIA, MIDDLE, 1_50), (UKRAINE, MIDDLE, 0), (RUSSIA, other, 0)):
        plain = worth(board(), place, mandate.weights, text)
        assert worth(board(), place, mandate.weights, text, paid) - plain == added
    spent = {
        "alliance.capital": before.alliance.capital[US] - step.state.alliance.capital[US],
        "alliance.cohesion": before.alliance.cohesion - step.state.alliance.cohesion,
    }
    assert spent.pop(price) > 0
    assert set(spent.values()) == {0}


def test_a_deadline_that_binds_ends_the_talks_and_a_bluff_costs_credit() -> None:
    ends: dict[str, Step] = {}
    for nature in ("binding", "bluff"):
        step = sitting(1)
        before = step.state
        make(step, "us", SetDeadline(1, nature))
        assert step.state.alliance.capital[US] < before.alliance.capital[US]
        pass_deadline(step)
        assert not step.state.talks.overdue, "its round is not over yet"
        step.state = replace(step.state, talks=replace(step.state.talks, round=2))
        pass_deadline(step)
        ends[nature] = step
    assert ends["binding"].state.talks.overdue
    assert ends["binding"].state.alliance.patience == dealt(1).alliance.patience
    bluffed = ends["bluff"]
    assert not bluffed.state.talks.overdue
    assert bluffed.state.alliance.patience == dealt(1).alliance.patience // 2
    make(bluffed, "us", Lean("russia"))
    assert bluffed.state.alliance.leans[RUSSIA] == 50, "later pressure counts for half"


def test_capital_that_is_gone_cannot_be_ordered() -> None:
    state = dealt(1)
    poor = replace(state, alliance=replace(state.alliance, capital=(0, 0, 0, 0)),
                   talks=replace(state.talks, phase=Phase.SCHEDULED))  # fmt: skip
    menus = {}
    for name, at in (("rich", state), ("poor", poor)):
        boxes = orders_form(board(), see(at, US, board().mediator))
        assert isinstance(boxes, tuple)
        slots = [slot for box in boxes for slot in box.slots]
        menus[name] = str(slots)
    assert "raise" in menus["rich"]
    assert "raise" not in menus["poor"]
    assert "tighten" not in menus["poor"]
