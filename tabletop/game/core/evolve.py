"""Bookkeeping: (state, event) -> state. No rule, no arithmetic, no chance.

Every event has one entry in `BOOKS`; those with a story are also lines of the record, with their place in
the match.
"""

from collections.abc import Callable
from typing import Any

from tabletop.game.core import evolve_doubt
from tabletop.game.core.quantities import put, resolve, seat_ids, write
from tabletop.game.records import events as e
from tabletop.game.records.papers import BridgePaper
from tabletop.game.records.state import (
    Alliance,
    Home,
    Line,
    Sealed,
    State,
    Talks,
    Text,
    Truce,
    VowTaken,
    War,
    changed,
)
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT, Phase

STORYLESS = frozenset(
    {
        e.Shifted,
        e.TalksSet,
        e.PhaseChanged,
        e.MatchOpened,
        e.Bound,
        e.BallotsCleared,
        e.PaperChanged,
        e.Retaliating,
        e.HazardChanged,
        e.FaithCounted,
        e.CauseSealed,
        e.ClaimSealed,
        e.ViolationsHappened,
    }
)
"""Bookkeeping that makes no line of the record."""


def start(board: Board) -> State:
    """The state before anything has happened."""
    world, seats, rows = board.start, len(board.seats), len(board.clauses)
    zero, nothing = (0,) * seats, ("",) * seats
    room = sum(1 << at for at, seat in enumerate(board.seats) if seat.invited)
    standing = tuple(seat.default_orders for seat in board.seats)
    annexed = tuple(clause.annexed for clause in board.clauses)
    return State(
        talks=Talks(
            phase=Phase.SCHEDULED, round=0, sitting=0, step=0, floor=-1, awaiting=0, passed=0, room=room,
            moves_left=zero, free_left=zero, asks_left=zero, bridges_left=0, polled=0, caucused=(), caucus=(),
            leaned=zero, suspensions=0, absent=zero, until=nothing, votes=0, drafting="", accused=-1, extra=0,
            sent_back=0, tried=0,
            decided=0, asked="", overdue=False, paused=False,
        ),
        text=Text(
            positions=world.positions, opening=world.positions, stood=world.positions, agreed=annexed,
            initialled=annexed,
            banked=(SILENT,) * rows, moved=0, bound=zero, reopening=(0,) * rows, vows=(), truce=None, version=0,
            barred=(), signed=(), gaps=(), reported=(), tension=100_00,
            tension_until=0, unease=100_00, still=zero, conceded=0,
        ),
        papers=(),
        war=War(
            force=world.force, lethality=world.lethality, recruiting=world.recruiting, momentum=world.momentum,
            headroom=world.headroom, air_cover=world.air_cover, grid=world.grid, held=world.held,
            ground=board.war.held if board.war else 0, lost=board.war.lost if board.war else zero,
            lost_before=board.war.lost if board.war else zero, joined=zero, strain=0, dark=0, struck=0,
        ),
        alliance=Alliance(
            patience=board.format.patience, attention=world.attention, cohesion=world.cohesion,
            support=world.support, force_step=0, capital=world.capital, leans=zero, lean_weight=100_00,
            passing=zero,
        ),
        home=Home(
            audience=zero, trust=world.trust, credit=(100_00,) * seats, alternative=zero, news=((),) * seats,
            optimism=zero, weights=((0,) * rows,) * seats, card=(-1,) * seats, banked=zero, belief=((),) * seats,
            sincerity=zero,
        ),
        sealed=Sealed(
            orders=((),) * seats, standing=standing, answers=(("", ""),) * seats, ballots=nothing,
            reasons=nothing, bridge=nothing, deck=(), injects=(), odds=(), retaliation=zero,
            refused=(), violations=(), bridged=(), causes=(), ground=(0,) * len(board.theatre.sectors),
        ),
        theatre=evolve_doubt.first_theatre(board),
        record=(),
        next_paper=1,
    )  # fmt: skip


def evolve(board: Board, state: State, event: e.Happening) -> State:
    """The state after an event."""
    kind, talks = type(event), state.talks
    book = BOOKS.get(kind)
    after = state if book is None else book(board, state, event)
    if kind in STORYLESS:
        return after
    line = Line(talks.round, talks.sitting, talks.step, event)
    return changed(after, record=after.record + (line,))  # noqa: RUF005 - copies a long record once, not twice


def talks_with(state: State, **fields: Any) -> State:
    """The state with other values in the procedure."""
    return changed(state, talks=changed(state.talks, **fields))


def text_with(state: State, **fields: Any) -> State:
    """The state with other values in the text."""
    return changed(state, text=changed(state.text, **fields))


def sealed_with(state: State, **fields: Any) -> State:
    """The state with other values under seal."""
    return changed(state, sealed=changed(state.sealed, **fields))


def dealt(board: Board, state: State, event: e.MatchOpened) -> State:
    """Mandates were dealt; where ripeness counts, the first alternatives are kept."""
    home = changed(
        state.home,
        weights=event.weights,
        card=event.cards,
        alternative=event.alternatives,
        optimism=event.optimism,
        dealt=event.alternatives if board.hazard.ripeness else (),
    )
    return changed(state, home=home)


def alternative_moved(board: Board, state: State, event: e.AlternativeMoved) -> State:
    """News of the war reads otherwise for a seat."""
    news = put(state.home.news, board.seat_index[event.seat], event.lines)
    return changed(state, home=changed(state.home, news=news))


def phase_changed(_board: Board, state: State, event: e.PhaseChanged) -> State:
    """The chart took a step."""
    return talks_with(state, phase=Phase(event.to))


def talks_set(_board: Board, state: State, event: e.TalksSet) -> State:
    """A field of the procedure changed."""
    return changed(state, talks=changed(state.talks, **{event.field: event.to}))


def shifted(board: Board, state: State, event: e.Shifted) -> State:
    """A quantity changed."""
    path = resolve(event.path, seat_ids(board))
    if path is None:
        raise KeyError(event.path)
    return write(state, path, event.to)


def round_opened(board: Board, state: State, event: e.RoundOpened) -> State:
    """A round began: nothing is sealed, nobody has moved or polled."""
    after = talks_with(state, round=event.round, polled=0)
    after = text_with(after, moved=0)
    return sealed_with(after, orders=((),) * len(board.seats), comply=())


def news_came(_board: Board, state: State, event: e.NewsCame) -> State:
    """A card fell."""
    injects = tuple(card for card in state.sealed.injects if card != event.card)
    return sealed_with(state, deck=(*state.sealed.deck, event.card), injects=injects)


def orders_sealed(board: Board, state: State, event: e.OrdersSealed) -> State:
    """Orders lie under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(state, orders=put(state.sealed.orders, at, event.choices))


def orders_opened(board: Board, state: State, event: e.OrdersOpened) -> State:
    """Orders took effect and stand until others are sealed."""
    at = board.seat_index[event.seat]
    return sealed_with(state, standing=put(state.sealed.standing, at, event.choices))


def last_look_asked(board: Board, state: State, event: e.LastLookAsked) -> State:
    """A seat takes a last look at each recess, or does not."""
    one = 1 << board.seat_index[event.seat]
    looking = state.talks.looking | one if event.switch == "on" else state.talks.looking & ~one
    return talks_with(state, looking=looking)


def order_amended(board: Board, state: State, event: e.OrderAmended) -> State:
    """One lever of the sealed orders stands otherwise."""
    at, to = board.seat_index[event.seat], dict(event.choices)
    sealed = state.sealed.orders[at] or state.sealed.standing[at]
    choices = tuple((lever, to.get(lever, option)) for lever, option in sealed)
    return sealed_with(state, orders=put(state.sealed.orders, at, choices))


def compliance_sealed(board: Board, state: State, event: e.ComplianceSealed) -> State:
    """How a truce is kept lies under seal."""
    ways = state.sealed.comply or ("",) * len(board.seats)
    return sealed_with(state, comply=put(ways, board.seat_index[event.seat], event.way))


def orders_replaced(board: Board, state: State, event: e.OrdersReplaced) -> State:
    """Sealed orders became others."""
    return sealed_with(state, orders=put(state.sealed.orders, board.seat_index[event.seat], event.choices))


def convened(board: Board, state: State, _event: e.Convened) -> State:
    """A session began: its counters are at zero."""
    zero = (0,) * len(board.seats)
    after = talks_with(state, caucused=(), suspensions=0, sitting=0, votes=0)
    after = text_with(after, bound=zero, conceded=0)
    return sealed_with(after, bridged=())


def sitting_opened(_board: Board, state: State, event: e.SittingOpened) -> State:
    """A sitting began."""
    return talks_with(state, sitting=event.sitting)


def position_taken(board: Board, state: State, event: e.PositionTaken) -> State:
    """A seat stands elsewhere."""
    seat, clause = board.seat_index[event.seat], board.clause_index[event.clause]
    row = put(state.text.positions[seat], clause, event.option)
    conceded = state.text.conceded | (1 << seat if event.move == "concession" else 0)
    stood = (
        state.text.stood[seat]
        if event.option == SILENT
        else put(state.text.stood[seat], clause, event.option)
    )
    return text_with(
        state,
        positions=put(state.text.positions, seat, row),
        stood=put(state.text.stood, seat, stood),
        moved=state.text.moved | 1 << clause,
        conceded=conceded,
    )


def row_agreed(board: Board, state: State, event: e.RowAgreed) -> State:
    """A clause is agreed."""
    return text_with(state, agreed=put(state.text.agreed, board.clause_index[event.clause], event.option))


def row_reopened(board: Board, state: State, event: e.RowReopened) -> State:
    """A clause is open again."""
    at = board.clause_index[event.clause]
    text = state.text
    return text_with(
        state,
        agreed=put(text.agreed, at, SILENT),
        initialled=put(text.initialled, at, SILENT),
        reopening=put(text.reopening, at, 0),
    )


def row_initialled(board: Board, state: State, event: e.RowInitialled) -> State:
    """A clause carries initials."""
    at, text = board.clause_index[event.clause], state.text
    return text_with(
        state,
        agreed=put(text.agreed, at, event.option),
        initialled=put(text.initialled, at, event.option),
        version=text.version + 1,
    )


def row_banked(board: Board, state: State, event: e.RowBanked) -> State:
    """A clause is in force already."""
    at = board.clause_index[event.clause]
    return text_with(state, banked=put(state.text.banked, at, event.option))


def bound(board: Board, state: State, event: e.Bound) -> State:
    """A seat said yes."""
    at = board.seat_index[event.seat]
    return text_with(state, bound=put(state.text.bound, at, state.text.bound[at] | event.clauses))


def reopen_asked(board: Board, state: State, event: e.ReopenAsked) -> State:
    """A seat asked to reopen a clause."""
    at, seat = board.clause_index[event.clause], board.seat_index[event.seat]
    return text_with(state, reopening=put(state.text.reopening, at, state.text.reopening[at] | 1 << seat))


def paper_tabled(_board: Board, state: State, event: e.PaperTabled) -> State:
    """A paper lies on the table; the terms of a bridge are remembered for the session."""
    after = changed(state, papers=(*state.papers, event.paper), next_paper=event.paper.id + 1)
    if isinstance(event.paper, BridgePaper):
        return sealed_with(after, bridged=(*after.sealed.bridged, event.paper.terms))
    return after


def paper_changed(_board: Board, state: State, event: e.PaperChanged) -> State:
    """A paper reads otherwise."""
    papers = tuple(event.paper if paper.id == event.paper.id else paper for paper in state.papers)
    return changed(state, papers=papers)


def paper_closed(_board: Board, state: State, event: e.PaperClosed) -> State:
    """A paper left the table."""
    return changed(state, papers=tuple(paper for paper in state.papers if paper.id != event.paper))


def bridge_sealed(board: Board, state: State, event: e.BridgeSealed) -> State:
    """An answer to a bridge lies under seal."""
    return sealed_with(state, bridge=put(state.sealed.bridge, board.seat_index[event.seat], event.answer))


def bridge_over(board: Board, state: State, _event: e.BridgeCarried | e.BridgeFailed) -> State:
    """The bridge is over; its answers stay in the journal."""
    return sealed_with(state, bridge=("",) * len(board.seats))


def vowed(board: Board, state: State, event: e.Vowed) -> State:
    """A vow stands."""
    vow = VowTaken(
        board.seat_index[event.seat],
        board.clause_index[event.clause],
        event.option,
        event.side == "not-below",
    )
    return text_with(state, vows=(*state.text.vows, vow))


def vow_gone(board: Board, state: State, event: e.VowBroken | e.VowReleased) -> State:
    """A vow stands no more."""
    seat, clause = board.seat_index[event.seat], board.clause_index[event.clause]
    vows = tuple(vow for vow in state.text.vows if (vow.seat, vow.clause) != (seat, clause))
    return text_with(state, vows=vows)


def pair_mask(board: Board, seats: tuple[str, ...]) -> int:
    """The mask of some seats."""
    return sum(1 << board.seat_index[seat] for seat in seats)


def caucus_opened(board: Board, state: State, event: e.CaucusOpened) -> State:
    """A pair is in caucus."""
    pair = pair_mask(board, event.seats)
    talks = state.talks
    return talks_with(state, caucus=(*talks.caucus, pair), caucused=(*talks.caucused, pair))


def caucus_closed(board: Board, state: State, event: e.CaucusClosed) -> State:
    """A caucus is over."""
    pair = pair_mask(board, event.seats)
    return talks_with(state, caucus=tuple(other for other in state.talks.caucus if other != pair))


def drafting_opened(_board: Board, state: State, event: e.DraftingOpened) -> State:
    """Clauses lie on the drafting table."""
    return talks_with(state, drafting=event.instrument, tried=state.talks.tried + 1)


def ballot_sealed(board: Board, state: State, event: e.BallotSealed) -> State:
    """A ballot lies under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(
        state,
        ballots=put(state.sealed.ballots, at, event.ballot),
        reasons=put(state.sealed.reasons, at, event.words),
    )


def ballots_cleared(board: Board, state: State, _event: e.BallotsCleared) -> State:
    """Ballots are put away."""
    nothing = ("",) * len(board.seats)
    return talks_with(sealed_with(state, ballots=nothing, reasons=nothing), drafting="")


def truce_began(_board: Board, state: State, event: e.TruceBegan) -> State:
    """An interim text is in force."""
    return text_with(state, truce=Truce(event.scope, event.rounds), version=state.text.version + 1)


def truce_ran(_board: Board, state: State, event: e.TruceRan) -> State:
    """A fortnight of an interim text passed."""
    truce = state.text.truce
    return text_with(state, truce=Truce(truce.scope, event.rounds) if truce and event.rounds else None)


def text_initialled(_board: Board, state: State, event: e.TextInitialled) -> State:
    """The final text carries initials."""
    return text_with(talks_with(state, step=0), signed=event.options, version=state.text.version + 1)


def rows_dropped(board: Board, state: State, event: e.RowsDropped) -> State:
    """A guarantor changed clauses of the text."""
    signed = state.text.signed
    for clause, option in event.terms:
        signed = put(signed, board.clause_index[clause], option)
    return text_with(state, signed=signed)


def text_sent_back(board: Board, state: State, event: e.TextSentBack) -> State:
    """The text is back on the table; the combination home refused is barred."""
    by = board.seat_index[event.by]
    roles, signed = board.roles, state.text.signed
    combination = (signed[roles.territory], signed[roles.guarantee], signed[roles.status])
    after = sealed_with(state, refused=(*state.sealed.refused, (by, state.home.audience[by])))
    return talks_with(
        text_with(after, signed=(), barred=(*state.text.barred, combination)),
        step=0,
        sent_back=state.talks.sent_back + 1,
    )


def bar_lifted(_board: Board, state: State, event: e.BarLifted) -> State:
    """A combination is barred no more."""
    kept = [
        (combination, refused)
        for combination, refused in zip(state.text.barred, state.sealed.refused, strict=True)
        if combination != event.combination
    ]
    after = text_with(state, barred=tuple(combination for combination, _ in kept))
    return sealed_with(after, refused=tuple(refused for _, refused in kept))


def entered_into_force(_board: Board, state: State, event: e.EnteredIntoForce) -> State:
    """The text is in force."""
    return text_with(talks_with(state, step=0), gaps=event.gaps, truce=None)


def month_passed(_board: Board, state: State, event: e.MonthPassed) -> State:
    """A month passed."""
    return talks_with(state, step=event.month)


def fortnight_passed(_board: Board, state: State, event: e.FortnightPassed) -> State:
    """A fortnight passed."""
    return talks_with(state, step=event.fortnight)


def gap_closed(_board: Board, state: State, event: e.GapClosed) -> State:
    """A gap was repaired."""
    return text_with(state, gaps=tuple(gap for gap in state.text.gaps if gap != event.gap))


def hazard_changed(_board: Board, state: State, event: e.HazardChanged) -> State:
    """Answers changed the hazard of this month and the next."""
    return text_with(state, tension=event.to, tension_until=event.until, unease=event.incidents)


def violations_happened(_board: Board, state: State, event: e.ViolationsHappened) -> State:
    """A month had its violations."""
    return sealed_with(state, violations=(*state.sealed.violations, event.count))


def violations_reported(_board: Board, state: State, event: e.ViolationsReported) -> State:
    """They were told."""
    return text_with(state, reported=event.figures)


def answer_sealed(board: Board, state: State, event: e.AnswerSealed) -> State:
    """An answer to a strike lies under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(state, answers=put(state.sealed.answers, at, (event.answer, event.until)))


def answers_opened(board: Board, state: State, _event: e.AnswersOpened) -> State:
    """Answers were opened and put away."""
    return sealed_with(state, answers=(("", ""),) * len(board.seats))


def retaliating(board: Board, state: State, event: e.Retaliating) -> State:
    """A seat will strike more, or no more, likely."""
    at = board.seat_index[event.seat]
    return sealed_with(state, retaliation=put(state.sealed.retaliation, at, event.to))


def walked_out(board: Board, state: State, event: e.WalkedOut) -> State:
    """A seat left the room."""
    at, talks = board.seat_index[event.seat], state.talks
    return talks_with(
        state,
        room=talks.room & ~(1 << at),
        until=put(talks.until, at, event.until),
        suspensions=talks.suspensions + 1,
    )


def returned(board: Board, state: State, event: e.Returned) -> State:
    """A seat is back in the room."""
    at, talks = board.seat_index[event.seat], state.talks
    return talks_with(
        state,
        room=talks.room | 1 << at,
        until=put(talks.until, at, ""),
        absent=put(talks.absent, at, 0),
    )


def invited(board: Board, state: State, event: e.Invited) -> State:
    """A seat outside is in the room; one that left is not, until it comes back."""
    at = board.seat_index[event.to]
    return state if state.talks.until[at] else talks_with(state, room=state.talks.room | 1 << at)


def leaned(board: Board, state: State, event: e.Leaned) -> State:
    """The mediator leaned on a party once more."""
    at = board.seat_index[event.to]
    return talks_with(state, leaned=put(state.talks.leaned, at, state.talks.leaned[at] + 1))


def voted_to_end(board: Board, state: State, event: e.VotedToEnd) -> State:
    """A vote to end the talks."""
    return talks_with(state, votes=state.talks.votes | 1 << board.seat_index[event.seat])


def faith_counted(_board: Board, state: State, event: e.FaithCounted) -> State:
    """The good-faith clock ticked."""
    return text_with(state, still=event.still)


def overridden(board: Board, state: State, event: e.Overridden) -> State:
    """The facilitator set a quantity."""
    return shifted(board, state, e.Shifted(path=event.path, to=event.to))


def inject_armed(_board: Board, state: State, event: e.InjectArmed) -> State:
    """An inject waits for the next seam."""
    return sealed_with(state, injects=(*state.sealed.injects, event.card))


def inject_retracted(_board: Board, state: State, event: e.InjectRetracted) -> State:
    """An inject was taken back."""
    return sealed_with(state, injects=tuple(card for card in state.sealed.injects if card != event.card))


def odds_set(board: Board, state: State, event: e.OddsSet) -> State:
    """The odds of the next strike by a side were set; a negative number takes them back."""
    by = board.seat_index[event.by]
    others = tuple(odds for odds in state.sealed.odds if odds[0] != by)
    return sealed_with(state, odds=others if event.to < 0 else (*others, (by, event.to)))


BOOKS: dict[type[Any], Callable[[Board, State, Any], State]] = {
    e.MatchOpened: dealt,
    e.PhaseChanged: phase_changed,
    e.AlternativeMoved: alternative_moved,
    e.TalksSet: talks_set,
    e.Shifted: shifted,
    e.RoundOpened: round_opened,
    e.NewsCame: news_came,
    e.OrdersSealed: orders_sealed,
    e.OrdersOpened: orders_opened,
    e.Convened: convened,
    e.LastLookAsked: last_look_asked,
    e.OrderAmended: order_amended,
    e.ComplianceSealed: compliance_sealed,
    e.OrdersReplaced: orders_replaced,
    e.SittingOpened: sitting_opened,
    e.PositionTaken: position_taken,
    e.RowAgreed: row_agreed,
    e.RowReopened: row_reopened,
    e.RowInitialled: row_initialled,
    e.RowBanked: row_banked,
    e.Bound: bound,
    e.ReopenAsked: reopen_asked,
    e.PaperTabled: paper_tabled,
    e.PaperChanged: paper_changed,
    e.PaperClosed: paper_closed,
    e.BridgeSealed: bridge_sealed,
    e.BridgeCarried: bridge_over,
    e.BridgeFailed: bridge_over,
    e.Vowed: vowed,
    e.VowBroken: vow_gone,
    e.VowReleased: vow_gone,
    e.CaucusOpened: caucus_opened,
    e.CaucusClosed: caucus_closed,
    e.DraftingOpened: drafting_opened,
    e.BallotSealed: ballot_sealed,
    e.BallotsCleared: ballots_cleared,
    e.TruceBegan: truce_began,
    e.TruceRan: truce_ran,
    e.TextInitialled: text_initialled,
    e.RowsDropped: rows_dropped,
    e.TextSentBack: text_sent_back,
    e.BarLifted: bar_lifted,
    e.EnteredIntoForce: entered_into_force,
    e.FortnightPassed: fortnight_passed,
    e.MonthPassed: month_passed,
    e.GapClosed: gap_closed,
    e.HazardChanged: hazard_changed,
    e.ViolationsHappened: violations_happened,
    e.ViolationsReported: violations_reported,
    e.AnswerSealed: answer_sealed,
    e.AnswersOpened: answers_opened,
    e.Retaliating: retaliating,
    e.WalkedOut: walked_out,
    e.Returned: returned,
    e.Invited: invited,
    e.Leaned: leaned,
    e.VotedToEnd: voted_to_end,
    e.FaithCounted: faith_counted,
    e.Overridden: overridden,
    e.InjectArmed: inject_armed,
    e.InjectRetracted: inject_retracted,
    e.OddsSet: odds_set,
    **evolve_doubt.BOOKS,
}
"""How each event is booked; events without an entry are lines of the record and nothing else."""
