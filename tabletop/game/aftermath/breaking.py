"""Whether a party gains by breaking a text in force (rules A5.12, A5.13, A2.7): integers only, hundredths of a point.

    gain = left + balance - price - kept * (terms - alternative + balance ahead)

`left` is what stands after a collapse, against the alternative; the balance is a party's own strength that came back
since entry into force, less the other's; `price` is what the guarantee makes breaking cost, as far as it is believed,
and an army that is not rested; and staying is worth the terms over the alternative and the balance some months ahead,
discounted. So a party may be drawn to break by what it has grown to, or driven by what the other is about to grow to:
both are one figure here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.game.core.price import Price, charges
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.state import State
from tabletop.game.worth import value
from tabletop.game.worth.curves import half_even
from tabletop.game.worth.value import WHOLE, Context
from tabletop.scenario.board.aftermath import Breaking
from tabletop.scenario.board.board import Board

POINT = 100
"""Hundredths of a point in a point."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A party's own reckoning of breaking against staying, hundredths of a point on its own scale (A5.13).

    Attributes:
        left: What a collapse leaves, against the alternative.
        balance: Its strength that came back since entry into force, less the other's.
        ahead: The same, as many months ahead as it looks.
        price: What the guarantee, and an army that is not rested yet, make breaking cost it.
        terms: The terms over the alternative.
        gain: Breaking over staying; above nothing the text may ask it (A5.12).
    """

    left: int
    balance: int
    ahead: int
    price: int
    terms: int
    gain: int


def rules_of(board: Board) -> Breaking | None:
    """The rules on breaking, where a scenario has them."""
    return board.aftermath.breaking if board.aftermath else None


def strength(rules: Breaking, options: Sequence[int], seat: int, month: int) -> int:
    """A5.13: what has come back of a party's strength in so many months, as far as the text allows."""
    arming = rules.arming[seat]
    if arming is None:
        return 0
    grown = min(arming.month * month, arming.most)
    for clause, shares in arming.allowed:
        grown = half_even(grown * shares[options[clause]], WHOLE)
    return grown


def balance(board: Board, rules: Breaking, options: Sequence[int], seat: int, month: int) -> int:
    """A5.13: a party's own strength less the other's."""
    others = sum(strength(rules, options, party, month) for party in board.parties if party != seat)
    return strength(rules, options, seat, month) - others


def discounted(rules: Breaking, worth: int) -> int:
    """A5.13: what something as many months ahead as a party looks is worth now."""
    share = WHOLE
    for _ in range(rules.ahead):
        share = half_even(share * rules.kept, WHOLE)
    return half_even(worth * share, WHOLE)


def reckon(
    board: Board,
    seat: int,
    options: Sequence[int],
    context: Context,
    weights: Sequence[int],
    alternative: int,
    month: int,
) -> Reckoning | None:
    """A5.13: what a party reckons in a month in force; None for a seat that cannot break the text."""
    rules = rules_of(board)
    arming = rules.arming[seat] if rules else None
    if rules is None or arming is None:
        return None
    left = value.collapse(board, seat, options, context)
    now = balance(board, rules, options, seat, month)
    ahead = balance(board, rules, options, seat, month + rules.ahead)
    cost = half_even(arming.price[options[board.roles.guarantee]] * context.credibility, WHOLE)
    cost += half_even(rules.worn * max(rules.rest - month, 0), rules.rest)
    terms = value.worth(board, seat, weights, options, context.payments) - alternative
    gain = left + now - cost - discounted(rules, terms + ahead)
    return Reckoning(left, now, ahead, cost, terms, gain)


def reckoned(board: Board, state: State) -> dict[int, Reckoning]:
    """A5.13: by party, its reckoning in the month that runs; none where the scenario knows no breaking."""
    context, signed, home = value.true_context(board, state), state.text.signed, state.home
    found = {
        party: reckon(
            board, party, signed, context, home.weights[party], home.alternative[party], state.talks.step
        )
        for party in board.parties
    }
    return {party: one for party, one in found.items() if one is not None}


def own_reckoning(board: Board, sight: Sight, context: Context) -> Reckoning | None:
    """A5.13: the same for the seat of a sight, which needs to know nothing of the other."""
    mine = sight.mine
    if mine is None or sight.seat not in board.parties:
        return None
    signed = sight.text.signed
    return reckon(board, sight.seat, signed, context, mine.weights, mine.alternative, sight.talks.step)


def strain(board: Board, gains: Iterable[int]) -> int:
    """A2.7: what the parties' gains from breaking add to the exponent of a month's hazard, thousandths."""
    rules = rules_of(board)
    summed = sum(max(gain, 0) for gain in gains)
    return min(half_even(rules.weight * summed, POINT), rules.most) if rules else 0


def tempted(step: Step) -> tuple[int, ...]:
    """A5.12: the parties that would gain by breaking, and were not asked in the last months."""
    rules = rules_of(step.board)
    if rules is None:
        return ()
    since = step.state.talks.step - rules.every
    asked = {
        name
        for line in step.state.record
        if isinstance(line.event, e.QuestionPut) and line.event.question == "break" and line.step > since
        for name in line.event.seats
    }
    found = reckoned(step.board, step.state)
    return tuple(at for at, own in found.items() if own.gain > 0 and step.seats[at] not in asked)


def price(board: Board, seat: int) -> Price:
    """A5.12: what breaking the text costs, besides all that it ends."""
    return charges(board, board.effects["text.broken"], "A5.12", own=seat)
