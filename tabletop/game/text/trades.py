"""Conditional trades: offer, accept, decline, counter, withdraw, lapse (rules T5.1 to T5.5)."""

from dataclasses import replace

from tabletop.errors import Refusal
from tabletop.game.core.floor import await_seats, spend, spend_free
from tabletop.game.core.price import FREE, Price, charges
from tabletop.game.core.rule import (
    SESSION,
    SITTING,
    Needs,
    Rule,
    no,
    open_clauses,
    option_bits,
    terms_grid,
    without_hardening,
)
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step, seats_in
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Choice, Count, Grid, Pick
from tabletop.game.records.moves import Accept, Counter, Decline, OfferTrade, Terms, Withdraw
from tabletop.game.records.papers import CaucusRequest, Offer
from tabletop.game.records.state import Text
from tabletop.game.text.positions import Change, changes, move_positions
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, Phase


def package_grid(board: Board, sight: Sight) -> Grid:
    """T5.1: one to five open clauses; nothing that would harden what the maker is bound by (T5.8)."""
    free = open_clauses(board, sight.text)
    masks = tuple(
        [
            without_hardening(board, sight, at, option_bits(len(clause.options))) if free[at] else 0
            for at, clause in enumerate(board.clauses)
        ]
    )
    return terms_grid(board, masks, 1, board.numbers["trade.rows"])


def offer_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.1: a package to one seat or to all in the room; in a caucus, to the other seat alone."""
    grid = package_grid(board, sight)
    if grid.high < 1:
        return no("no-open-clause", "T4.2")
    sittings = Count("sittings", 0, board.numbers["trade.sittings"], "sittings")
    others = [at for at in seats_in(sight.talks.room, len(board.seats)) if at != sight.seat]
    to = Pick("to", (*(board.seats[at].id for at in others), "all"))
    boxes = [Box("offer", "T5.1", "public", 1, 1, (to, Pick("channel", ("open",)), sittings, grid))]
    partners = tuple(board.seats[at].id for at in others if 1 << at | 1 << sight.seat in sight.talks.caucus)
    if partners:
        slots = (Pick("to", partners), Pick("channel", ("caucus",)), sittings, grid)
        boxes.append(Box("offer", "T5.1", "pair", 1, 1, slots))
    return tuple(boxes)


def decide_offer(step: Step, move: OfferTrade) -> None:
    """T5.1: the trade lies on the table and binds its maker until it runs out."""
    board = step.board
    if move.to == "all":
        to = tuple(
            board.seats[other].id
            for other in seats_in(step.state.talks.room, len(board.seats))
            if other != step.mover
        )
    else:
        to = (move.to,)
    seen = EVERYONE if move.channel == "open" else step.mask(step.mover, board.seat_index[to[0]])
    paper = Offer(step.state.next_paper, seen, step.seat, to, move.terms, move.sittings)
    step.table(paper, "T5.1")
    spend(step)


def hardens(board: Board, text: Text, seat: int, terms: Terms) -> bool:
    """T5.8: whether terms would harden a clause that a seat is bound by."""
    for clause, option in terms:
        at = board.clause_index[clause]
        now = text.positions[seat][at]
        values = board.clauses[at].options
        if text.bound[seat] >> at & 1 and now >= 0 and values[option].values[seat] > values[now].values[seat]:
            return True
    return False


def untouched(board: Board, text: Text, terms: Terms) -> bool:
    """T4.2: whether every clause of some terms is still open."""
    free = open_clauses(board, text)
    return all(free[board.clause_index[clause]] for clause, _ in terms)


def offers_to_answer(board: Board, sight: Sight) -> tuple[Offer, ...]:
    """The trades that wait for this seat's answer."""
    me = board.seats[sight.seat].id
    return tuple(
        paper
        for paper in sight.papers
        if isinstance(paper, Offer) and me in paper.to and me not in paper.accepted
    )


def accept_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.2: accept a trade (free), or a request for a caucus (costs a move, T7.1)."""
    me = board.seats[sight.seat].id
    boxes: list[Box] = []
    offers = tuple(
        offer.id
        for offer in offers_to_answer(board, sight)
        if untouched(board, sight.text, offer.terms)
        and not hardens(board, sight.text, sight.seat, offer.terms)
    )
    if offers and sight.talks.phase == Phase.PLENARY:
        boxes.append(Box("accept", "T5.2", "public", 0, 2, (Choice("paper", offers),)))
    requests = tuple(
        paper.id for paper in sight.papers if isinstance(paper, CaucusRequest) and me in paper.to
    )
    if requests and sight.talks.moves_left[sight.seat] > 0:
        boxes.append(Box("accept", "T7.1", "public", 1, 1, (Choice("paper", requests),)))
    return tuple(boxes) or no("nothing-to-answer", "T5.2")


def decide_accept(step: Step, move: Accept) -> None:
    """T5.2: a yes binds; when all addressees have said it, positions move at once."""
    paper = paper_by_id(step, move.paper)
    if isinstance(paper, CaucusRequest):
        open_caucus(step, paper)
        return
    if not isinstance(paper, Offer):
        return
    agreed = replace(paper, accepted=(*paper.accepted, step.seat))
    step.emit(e.PaperChanged(seen=paper.seen, rule="T5.2", paper=agreed))
    if set(agreed.to) <= set(agreed.accepted) and paper.seen == EVERYONE:
        carry_out(step, agreed)
    await_seats(step)


def open_caucus(step: Step, request: CaucusRequest) -> None:
    """T7.1: both pay a move; T7.2: the pair is in caucus until the end of the sitting."""
    step.close(request, step.seat, "accepted", "T7.1")
    pair = sorted((step.board.seat_index[request.by], step.mover))
    step.pay()
    step.emit(e.CaucusOpened(rule="T7.2", seats=tuple(step.seats[seat] for seat in pair)))
    spend(step)


def first_caucus(board: Board, one: int, other: int) -> Price:
    """T7.2: the first caucus of a session brings the two a little closer."""
    return charges(board, board.effects["caucus.first"], "T7.2", own=one, to=other)


def paper_by_id(step: Step, number: int) -> object:
    """The paper with a number, or None."""
    return next((paper for paper in step.state.papers if paper.id == number), None)


def carry_out(step: Step, offer: Offer) -> None:
    """T5.2: maker and takers stand on the terms; a yes may not be hardened in the same session (T5.8).

    Between the parties what is given is returned; with a third seat a hardening is charged as one (T4.1).
    """
    board = step.board
    step.close(offer, offer.accepted[-1], "accepted", "T5.2")
    rows = sum(1 << board.clause_index[clause] for clause, _ in offer.terms)
    seats = [board.seat_index[name] for name in (offer.by, *offer.to)]
    both = set(board.parties) <= set(seats)
    for at in seats:
        made = move_positions(step, at, offer.terms, "T5.2")
        if not both:
            step.charge(hardening_price(board, at, made))
        step.emit(e.Bound(rule="T5.8", seat=board.seats[at].id, clauses=rows))
    if both:
        step.charge(between_parties(board, seats[0]))


def hardening_price(board: Board, seat: int, made: tuple[Change, ...]) -> Price:
    """T4.1: what a trade costs a seat that hardens by it."""
    hardened = any(one.kind == "hardening" for one in made) and seat in board.parties
    return charges(board, board.effects["position.hardening"], "T4.1", own=seat) if hardened else FREE


def between_parties(board: Board, maker: int) -> Price:
    """T5.2: what a trade that both parties take does."""
    return charges(board, board.effects["trade.accepted"], "T5.2", own=maker)


def accept_price(board: Board, sight: Sight, move: Accept) -> Price:
    """T5.2, T7.1: what the seat's own yes brings about at once; how far others harden hangs on their own weights."""
    paper = next(paper for paper in sight.papers if paper.id == move.paper)
    me = board.seats[sight.seat].id
    if isinstance(paper, CaucusRequest):
        return (
            first_caucus(board, board.seat_index[paper.by], sight.seat) if not sight.talks.caucused else FREE
        )
    last = isinstance(paper, Offer) and set(paper.to) <= {*paper.accepted, me}
    if not isinstance(paper, Offer) or not last or paper.seen != EVERYONE or sight.mine is None:
        return FREE
    maker = board.seat_index[paper.by]
    if set(board.parties) <= {maker, *(board.seat_index[name] for name in paper.to)}:
        return between_parties(board, maker)
    made = changes(board, sight.text, sight.seat, sight.mine.weights, paper.terms)
    return hardening_price(board, sight.seat, made)


def lapse(step: Step, offer: Offer) -> None:
    """T5.5: a trade ran out."""
    step.close(offer, "table", "lapsed", "T5.5")
    step.act("trade.lapsed", "T5.5", own=step.board.seat_index[offer.by])


def decline_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.3: decline a trade or a request; a free move."""
    me = board.seats[sight.seat].id
    papers = tuple(offer.id for offer in offers_to_answer(board, sight)) + tuple(
        paper.id for paper in sight.papers if isinstance(paper, CaucusRequest) and me in paper.to
    )
    if not papers:
        return no("nothing-to-answer", "T5.3")
    return (Box("decline", "T5.3", "public", 0, 1, (Choice("paper", papers),)),)


def decide_decline(step: Step, move: Decline) -> None:
    """T5.3: the paper leaves the table."""
    paper = paper_by_id(step, move.paper)
    if isinstance(paper, Offer | CaucusRequest):
        step.close(paper, step.seat, "declined", "T5.3")
    await_seats(step)


def counter_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.4: answer a trade with another package to its maker; costs a move."""
    offers = tuple(
        offer.id for offer in offers_to_answer(board, sight) if offer.seen == EVERYONE and len(offer.to) == 1
    )
    if not offers:
        return no("nothing-to-answer", "T5.4")
    grid = package_grid(board, sight)
    if grid.high < 1:
        return no("no-open-clause", "T4.2")
    return (Box("counter", "T5.4", "public", 1, 1, (Choice("paper", offers), grid)),)


def decide_counter(step: Step, move: Counter) -> None:
    """T5.4: the old trade is closed, the new one lies on the table until the end of the next sitting."""
    paper = paper_by_id(step, move.paper)
    if not isinstance(paper, Offer):
        return
    step.close(paper, step.seat, "countered", "T5.4")
    step.table(Offer(step.state.next_paper, EVERYONE, step.seat, (paper.by,), move.terms, 1), "T5.4")
    spend(step)


def withdraw_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T5.5: take back one's own trade before its time; a free move with a price."""
    me = board.seats[sight.seat].id
    papers = tuple(
        paper.id
        for paper in sight.papers
        if isinstance(paper, Offer) and paper.by == me and not set(paper.to) <= set(paper.accepted)
    )
    if not papers:
        return no("no-open-trade", "T5.5")
    return (Box("withdraw", "T5.5", "public", 0, 2, (Choice("paper", papers),)),)


def decide_withdraw(step: Step, move: Withdraw) -> None:
    """T5.5: the others trust a maker less that pulls a trade before its time."""
    paper = paper_by_id(step, move.paper)
    if isinstance(paper, Offer):
        step.close(paper, step.seat, "withdrawn", "T5.5")
        step.pay()
    spend_free(step)
    await_seats(step)


RULES: dict[str, Rule] = {
    "offer": Rule("T5.1", offer_form, decide_offer, SITTING, needs=Needs.FLOOR),
    "accept": Rule(
        "T5.2",
        accept_form,
        decide_accept,
        SESSION,
        needs=Needs.TABLE,
        effects=("caucus.first", "trade.accepted", "position.hardening"),
        price=accept_price,
    ),
    "decline": Rule("T5.3", decline_form, decide_decline, SESSION, needs=Needs.TABLE),
    "counter": Rule("T5.4", counter_form, decide_counter, SITTING, needs=Needs.FLOOR),
    "withdraw": Rule(
        "T5.5", withdraw_form, decide_withdraw, SESSION, needs=Needs.FREE, effects=("trade.pulled",)
    ),
}
