"""What a text is worth (chapter V): integers only, tables for every curve.

    gain = q * (S * (U - RV) + (1 - S) * D) - cost * (1 - q)

U are the terms if they hold, RV the alternative, S the chance that the text holds 24 months, q the chance
that home carries it, D what a collapse leaves against the alternative, `cost` what a refusal at home costs.
Points are hundredths, shares per ten thousand, exponents thousandths. An option is its place in its clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.errors import SeatError
from tabletop.game.core.sight import Sight, pressure_on
from tabletop.game.records.papers import SidePayment
from tabletop.game.records.state import State
from tabletop.game.worth.curves import decay, exponential, half_even, logistic
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.mandates import BodyBoard, MandateBoard

WHOLE = 10_000
"""All of a share."""

Payment = tuple[int, int, int, int]
"""A side payment: seat, clause, option, hundredths of a point."""


@dataclass(frozen=True, slots=True)
class Context:
    """What outside the text counts for its worth.

    Attributes:
        credibility: How far a guarantee is believed, per ten thousand.
        trust: The lower trust of the two parties in each other, hundredths of a point.
        leans: Pressure on the signatories, hundredths of a lean, summed.
        audience: By seat: mood at home against the start, hundredths of a point.
        attention: The mediator's attention, hundredths of a point.
        cohesion: Europe's cohesion, hundredths of a point.
        payments: Side payments that stand.
        fallen: How far the parties' alternatives have come down since the deal, summed, hundredths of a point.
    """

    credibility: int
    trust: int
    leans: int
    audience: tuple[int, ...]
    attention: int
    cohesion: int
    payments: tuple[Payment, ...] = ()
    fallen: int = 0


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a text is worth to one seat, by its own lights; nothing here is another seat's.

    Attributes:
        terms: U: the terms if they hold, hundredths of a point, 0 to 10,000.
        alternative: RV: the alternative, hundredths of a point.
        survival: S: chance that the text holds 24 months, per ten thousand.
        ratified: q: chance that it is ratified, per ten thousand, as far as the seat can know.
        collapse: D: what a collapse leaves, against the alternative, hundredths of a point.
        gain: Expected value over no deal, hundredths of a point (V1.1).
    """

    terms: int
    alternative: int
    survival: int
    ratified: int
    collapse: int
    gain: int


def credibility(board: Board, attention: int, cohesion: int, force_step: int) -> int:
    """How far a guarantee is believed, per ten thousand: 3,000 to 12,000 (L2.1).

    A quarter of it is always there; half follows the mediator's attention, a quarter Europe's cohesion, each
    against its value on the first day; a step of the force offered (hundredths) adds a twentieth.
    """
    start = board.start
    told = (
        2_500
        + half_even(5_000 * attention, max(start.attention, 1))
        + half_even(2_500 * cohesion, max(start.cohesion, 1))
        + half_even(500 * force_step, 100)
    )
    return min(max(told, 3_000), 12_000)


def context_of(board: Board, sight: Sight) -> Context:
    """The context as a seat can know it: its own trust for the lower one, others' audiences as 0.

    Of ripeness (A2.5) a party knows its own half. The other's alternative is under seal, and an estimate of it has an
    error about as large as what talks wear off, so that half is left out; a seat that is no party counts none. A
    party so reckons a little short where the other's fell too, and long where it rose.
    """
    figures, mine = sight.figures, sight.mine
    others = [party for party in board.parties if party != sight.seat]
    party = mine is not None and sight.seat in board.parties
    trust = min(mine.trust[other] for other in others) if mine and party else board.hazard.trust_zero
    mood = mine.audience if mine else 0
    return Context(
        credibility=credibility(board, figures.attention, figures.cohesion, figures.force_step),
        trust=trust,
        leans=sum(figures.leans[party] for party in board.parties),
        audience=tuple(mood if seat == sight.seat else 0 for seat in range(len(board.seats))),
        attention=figures.attention,
        cohesion=figures.cohesion,
        payments=_payments(board, sight.papers),
        fallen=max(mine.fallen, 0) if mine and party else 0,
    )


def true_context(board: Board, state: State) -> Context:
    """The context as it is."""
    alliance, home = state.alliance, state.home
    trust = min(home.trust[one][other] for one in board.parties for other in board.parties if one != other)
    return Context(
        credibility=credibility(board, alliance.attention, alliance.cohesion, alliance.force_step),
        trust=trust,
        leans=sum(pressure_on(alliance)[party] for party in board.parties),
        audience=home.audience,
        attention=alliance.attention,
        cohesion=alliance.cohesion,
        payments=_payments(board, state.papers),
        fallen=sum(home.dealt[party] - home.alternative[party] for party in board.parties)
        if home.dealt
        else 0,
    )


def _payments(board: Board, papers: Sequence[object]) -> tuple[Payment, ...]:
    size = board.numbers["sweeten.points"]
    return tuple(
        (board.seat_index[paper.to], board.clause_index[clause], option, size)
        for paper in papers
        if isinstance(paper, SidePayment)
        for clause, option in paper.terms
    )


def complete(board: Board, draft: Sequence[int]) -> tuple[int, ...]:
    """The draft with every open clause at its annexed option, or else at its default (A1.1)."""
    return tuple(
        option if option >= 0 else clause.annexed if clause.annexed >= 0 else clause.default
        for clause, option in zip(board.clauses, draft, strict=True)
    )


def worth(
    board: Board, seat: int, weights: Sequence[int], options: Sequence[int], payments: Sequence[Payment] = ()
) -> int:
    """U: the terms if they hold, hundredths of a point; with the side payments that hold (V1.2)."""
    raw = sum(
        weight * clause.options[option].values[seat]
        for weight, clause, option in zip(weights, board.clauses, options, strict=True)
    )
    paid = sum(size for to, clause, option, size in payments if to == seat and options[clause] == option)
    return half_even(raw, 100) + min(paid, board.numbers["sweeten.points"] * board.numbers["sweeten.most"])


def exponent(board: Board, options: Sequence[int], context: Context) -> int:
    """The exponent of a text's hazard, thousandths: dangers less what terms and precision remove (A2.1)."""
    hazard, guarantee = board.hazard, board.roles.guarantee
    covered = min(WHOLE, half_even(hazard.guarantee[options[guarantee]] * context.credibility, 1_000))
    safety = 0
    danger = 0
    for at, (clause, option) in enumerate(zip(board.clauses, options, strict=True)):
        row = clause.options[option]
        safety += half_even(row.safety * context.credibility, WHOLE) if at == guarantee else row.safety
        danger += row.danger
    for clause_at, mask, share in hazard.covered:
        if mask >> options[clause_at] & 1:
            loose = board.clauses[clause_at].options[options[clause_at]].danger
            danger -= half_even(loose * share * covered, WHOLE * WHOLE)
    for pair in board.pairs:
        if pair.options >> options[pair.clause] & 1 and pair.others >> options[pair.other] & 1:
            row = board.clauses[pair.clause].options[options[pair.clause]]
            safety -= half_even(row.safety * (WHOLE - pair.keep), WHOLE)
            danger += pair.danger
    tests = [(at, mask) for at, mask in enumerate(hazard.precise) if mask]
    if tests:
        met = sum(mask >> options[at] & 1 for at, mask in tests)
        safety += half_even(hazard.specificity * met, len(tests))
    return danger - half_even(hazard.faith * safety, 1_000) + circumstance(board, context)


def circumstance(board: Board, context: Context) -> int:
    """What pressure, trust and ripeness add to the exponent, thousandths (A2.1, A2.5)."""
    hazard = board.hazard
    leaned = min(half_even(hazard.lean * context.leans, 100), hazard.lean_most)
    trusted = half_even(hazard.trust * (context.trust - hazard.trust_zero), 100)
    return leaned + min(max(trusted, hazard.trust_least), hazard.trust_most) + ripe(board, context.fallen)


def ripe(board: Board, fallen: int) -> int:
    """What ripeness takes from the exponent, thousandths, 0 or below: nothing where alternatives rose (A2.5)."""
    hazard = board.hazard
    most = hazard.ripe_at
    return half_even(hazard.ripeness * min(max(fallen, 0), most), most) if most else 0


def survival(board: Board, exponent: int) -> int:
    """S: the chance that a text of this hazard holds through every month of the season table (A2.2)."""
    hazard = board.hazard
    return decay(half_even(hazard.base * sum(hazard.season) * exponential(exponent), 10**9))


def month_risk(board: Board, exponent: int, month: int, factor: int = WHOLE) -> int:
    """The chance that a text in force collapses in `month` (from 1); answers to incidents made `factor`."""
    hazard = board.hazard
    season = hazard.season[min(max(month, 1), len(hazard.season)) - 1]
    share = half_even(hazard.base * season * exponential(exponent), 10**9)
    return WHOLE - decay(half_even(share * factor, WHOLE))


def support(board: Board, seat: int, options: Sequence[int], context: Context) -> int:
    """Support of a text at a seat's home, hundredths of a point (A4.1).

    Where a body asks how far a guarantee is believed, its points count by that share; where home votes at the
    end of a route, the route chosen adds its own; the mood of the moment counts everywhere.
    """
    roles = board.roles
    home = [body for body in board.bodies if body.seat == seat and body.base == "support"]
    credible = any(body.credible for body in home)
    total = context.audience[seat] + sum(body.constant for body in home)
    for at, (clause, option) in enumerate(zip(board.clauses, options, strict=True)):
        points = clause.options[option].support[seat]
        if credible and at == roles.guarantee:
            points = half_even(points * min(context.credibility, WHOLE), WHOLE)
        total += points
    for pair in board.pairs:
        if pair.options >> options[pair.clause] & 1 and pair.others >> options[pair.other] & 1:
            total += pair.support[seat]
    if board.routes and any(body.when == "route-end" for body in home):
        total += board.routes[options[roles.route]].support[options[roles.territory]]
    return total


def asked(body: BodyBoard, options: Sequence[int]) -> bool:
    """Whether a body is asked about a text at all (A4.1)."""
    return not body.asked_if or any(mask >> options[clause] & 1 for clause, mask in body.asked_if)


def chance(board: Board, body: BodyBoard, options: Sequence[int], context: Context) -> int:
    """The chance that a body says yes, per ten thousand; a body that is not asked does not refuse (A4.1)."""
    if not asked(body, options):
        return WHOLE
    if body.base == "attention":
        points = context.attention + body.constant
    elif body.base == "cohesion":
        points = context.cohesion + body.constant
    else:
        points = support(board, body.seat, options, context)
    points += sum(size for clause, mask, size in body.adjust if mask >> options[clause] & 1)
    return logistic(half_even((points - body.middle) * 1_000, body.slope))


def ratified(board: Board, options: Sequence[int], context: Context) -> int:
    """q: the chance that every body that counts says yes, per ten thousand (A4.1)."""
    share = WHOLE
    for body in board.bodies:
        if body.counts:
            share = half_even(share * chance(board, body, options, context), WHOLE)
    return share


def collapse(
    board: Board, seat: int, options: Sequence[int], context: Context, mandate: MandateBoard | None = None
) -> int:
    """D: what a collapse leaves against the alternative, hundredths of a point; a guarantee if believed."""
    held = mandate or board.mandates[seat]
    if held is None:
        raise SeatError(f"the mandate of {board.seats[seat].id} is not on this board")
    ground, pledge = held.collapse
    left = ground[min(options[board.roles.territory], len(ground) - 1)]
    kept = pledge[min(options[board.roles.guarantee], len(pledge) - 1)]
    return left + half_even(kept * context.credibility, WHOLE)


def gain(board: Board, terms: int, alternative: int, survives: int, carried: int, left: int) -> int:
    """Expected value over no deal, hundredths of a point (V1.1); one rounding, halves to the even number."""
    inner = survives * (terms - alternative) + (WHOLE - survives) * left
    refused = board.numbers["no-deal.price"] * (WHOLE - carried)
    return half_even(carried * inner - refused * WHOLE, WHOLE * WHOLE)


def appraise(board: Board, sight: Sight, draft: Sequence[int]) -> Appraisal:
    """What a draft, its open clauses at their defaults, is worth to the seat by its own lights (V1.1).

    What interim texts have brought already is in hand with or without a deal, so it does not count here.

    Raises:
        SeatError: The sight is an onlooker's; an onlooker has no alternative to compare with.
    """
    if sight.mine is None:
        raise SeatError("an onlooker has no mandate to appraise a text by")
    return appraise_for(
        board, sight.seat, complete(board, draft), context_of(board, sight), sight.mine.weights,
        sight.mine.alternative,
    )  # fmt: skip


def appraise_for(
    board: Board,
    seat: int,
    options: Sequence[int],
    context: Context,
    weights: Sequence[int],
    alternative: int,
) -> Appraisal:
    """What a whole text is worth to `seat` with these weights and this alternative (V1.1)."""
    terms = worth(board, seat, weights, options, context.payments)
    survives = survival(board, exponent(board, options, context))
    carried = ratified(board, options, context)
    left = collapse(board, seat, options, context)
    return Appraisal(
        terms=terms,
        alternative=alternative,
        survival=survives,
        ratified=carried,
        collapse=left,
        gain=gain(board, terms, alternative, survives, carried, left),
    )
