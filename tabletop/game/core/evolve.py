"""Bookkeeping: (state, event) -> state. No rule, no arithmetic, no chance.

`book` finds each event's booking by its class; those with a story are also lines of the record, with their place in the
match.
"""

from dataclasses import replace
from functools import singledispatch
from typing import Any

from tabletop.game.core.quantities import put, resolve, seat_ids, write
from tabletop.game.records import events as e
from tabletop.game.records.moves import Brief, Leak
from tabletop.game.records.papers import BridgePaper, StrikePaper
from tabletop.game.records.state import (
    Alliance,
    Estimate,
    Figure,
    Home,
    RecordLine,
    Sealed,
    Sector,
    State,
    Talks,
    Text,
    Theatre,
    Truce,
    Truth,
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
            lost_before=board.war.lost if board.war else zero, joined=zero, strain=0,
            dark=board.war.dark if board.war else 0, struck=0, programme=100_00, drones=0,
            recruits=0, over=0, missiles=0,
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
        theatre=first_theatre(board),
        record=(),
        next_paper=1,
    )  # fmt: skip


def first_theatre(board: Board) -> Theatre:
    """The sectors of the first day, and the claims on them in the ledger."""
    sectors = board.theatre.sectors
    return Theatre(
        sectors=tuple(Sector(sector.holder, sector.claimed, 0) for sector in sectors),
        ledger=tuple(
            Figure(sector.id, board.seats[sector.claimed].id, "disputed", 0)
            for sector in sectors
            if sector.claimed >= 0
        ),
    )


def evolve(board: Board, state: State, event: e.Happening) -> State:
    """The state after an event."""
    talks, after = state.talks, book(event, board, state)
    if type(event) in STORYLESS:
        return after
    line = RecordLine(talks.round, talks.sitting, talks.step, event)
    return changed(after, record=after.record + (line,))  # noqa: RUF005 - copies a long record once, not twice


@singledispatch
def book(_event: e.Happening, _board: Board, state: State) -> State:
    """How an event is booked, by its class; one without a booking of its own is a line of the record and no more."""
    return state


def talks_with(state: State, **fields: Any) -> State:
    """The state with other values in the procedure."""
    return changed(state, talks=changed(state.talks, **fields))


def text_with(state: State, **fields: Any) -> State:
    """The state with other values in the text."""
    return changed(state, text=changed(state.text, **fields))


def sealed_with(state: State, **fields: Any) -> State:
    """The state with other values under seal."""
    return changed(state, sealed=changed(state.sealed, **fields))


@book.register
def dealt(event: e.MatchOpened, board: Board, state: State) -> State:
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


@book.register
def alternative_moved(event: e.AlternativeMoved, board: Board, state: State) -> State:
    """News of the war reads otherwise for a seat."""
    news = put(state.home.news, board.seat_index[event.seat], event.lines)
    return changed(state, home=changed(state.home, news=news))


@book.register
def phase_changed(event: e.PhaseChanged, _board: Board, state: State) -> State:
    """The chart took a step."""
    return talks_with(state, phase=Phase(event.to))


@book.register
def talks_set(event: e.TalksSet, _board: Board, state: State) -> State:
    """A field of the procedure changed."""
    return changed(state, talks=changed(state.talks, **{event.field: event.to}))


@book.register
def shifted(event: e.Shifted, board: Board, state: State) -> State:
    """A quantity changed."""
    path = resolve(event.path, seat_ids(board))
    if path is None:
        raise KeyError(event.path)
    return write(state, path, event.to)


@book.register
def round_opened(event: e.RoundOpened, board: Board, state: State) -> State:
    """A round began: nothing is sealed, nobody has moved or polled."""
    after = talks_with(state, round=event.round, polled=0)
    after = text_with(after, moved=0)
    return sealed_with(after, orders=((),) * len(board.seats), comply=(), press=())


@book.register
def news_came(event: e.NewsCame, _board: Board, state: State) -> State:
    """A card fell."""
    injects = tuple(card for card in state.sealed.injects if card != event.card)
    return sealed_with(state, deck=(*state.sealed.deck, event.card), injects=injects)


@book.register
def orders_sealed(event: e.OrdersSealed, board: Board, state: State) -> State:
    """Orders lie under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(state, orders=put(state.sealed.orders, at, event.choices))


@book.register
def orders_opened(event: e.OrdersOpened, board: Board, state: State) -> State:
    """Orders took effect and stand until others are sealed."""
    at = board.seat_index[event.seat]
    return sealed_with(state, standing=put(state.sealed.standing, at, event.choices))


@book.register
def last_look_asked(event: e.LastLookAsked, board: Board, state: State) -> State:
    """A seat takes a last look at each recess, or does not."""
    one = 1 << board.seat_index[event.seat]
    looking = state.talks.looking | one if event.switch == "on" else state.talks.looking & ~one
    return talks_with(state, looking=looking)


@book.register
def order_amended(event: e.OrderAmended, board: Board, state: State) -> State:
    """One lever of the sealed orders stands otherwise."""
    at, to = board.seat_index[event.seat], dict(event.choices)
    sealed = state.sealed.orders[at] or state.sealed.standing[at]
    choices = tuple((lever, to.get(lever, option)) for lever, option in sealed)
    return sealed_with(state, orders=put(state.sealed.orders, at, choices))


@book.register
def compliance_sealed(event: e.ComplianceSealed, board: Board, state: State) -> State:
    """How a truce is kept lies under seal."""
    ways = state.sealed.comply or ("",) * len(board.seats)
    return sealed_with(state, comply=put(ways, board.seat_index[event.seat], event.way))


@book.register
def leak_sealed(event: e.LeakSealed, board: Board, state: State) -> State:
    """A leak lies under seal."""
    return press_with(board, state, event.seat, Leak(event.about, event.terms))


@book.register
def brief_sealed(event: e.BriefSealed, board: Board, state: State) -> State:
    """Words for the press lie under seal."""
    return press_with(board, state, event.seat, Brief(event.words))


@book.register
def press_opened(event: e.PressOpened, board: Board, state: State) -> State:
    """What a seat had under seal for the press has appeared."""
    return press_with(board, state, event.seat, None)


def press_with(board: Board, state: State, seat: str, sealed: Leak | Brief | None) -> State:
    """The state with something else of a seat under seal for the press."""
    press = state.sealed.press or (None,) * len(board.seats)
    return sealed_with(state, press=put(press, board.seat_index[seat], sealed))


@book.register
def orders_replaced(event: e.OrdersReplaced, board: Board, state: State) -> State:
    """Sealed orders became others."""
    return sealed_with(state, orders=put(state.sealed.orders, board.seat_index[event.seat], event.choices))


@book.register
def convened(_event: e.Convened, board: Board, state: State) -> State:
    """A session began: its counters are at zero."""
    zero = (0,) * len(board.seats)
    after = talks_with(state, caucused=(), suspensions=0, sitting=0, votes=0)
    after = text_with(after, bound=zero, conceded=0)
    return sealed_with(after, bridged=())


@book.register
def sitting_opened(event: e.SittingOpened, _board: Board, state: State) -> State:
    """A sitting began."""
    return talks_with(state, sitting=event.sitting)


@book.register
def position_taken(event: e.PositionTaken, board: Board, state: State) -> State:
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


@book.register
def row_agreed(event: e.RowAgreed, board: Board, state: State) -> State:
    """A clause is agreed."""
    return text_with(state, agreed=put(state.text.agreed, board.clause_index[event.clause], event.option))


@book.register
def row_reopened(event: e.RowReopened, board: Board, state: State) -> State:
    """A clause is open again."""
    at = board.clause_index[event.clause]
    text = state.text
    return text_with(
        state,
        agreed=put(text.agreed, at, SILENT),
        initialled=put(text.initialled, at, SILENT),
        reopening=put(text.reopening, at, 0),
    )


@book.register
def row_initialled(event: e.RowInitialled, board: Board, state: State) -> State:
    """A clause carries initials."""
    at, text = board.clause_index[event.clause], state.text
    return text_with(
        state,
        agreed=put(text.agreed, at, event.option),
        initialled=put(text.initialled, at, event.option),
        version=text.version + 1,
    )


@book.register
def row_banked(event: e.RowBanked, board: Board, state: State) -> State:
    """A clause is in force already."""
    at = board.clause_index[event.clause]
    return text_with(state, banked=put(state.text.banked, at, event.option))


@book.register
def bound(event: e.Bound, board: Board, state: State) -> State:
    """A seat said yes."""
    at = board.seat_index[event.seat]
    return text_with(state, bound=put(state.text.bound, at, state.text.bound[at] | event.clauses))


@book.register
def reopen_asked(event: e.ReopenAsked, board: Board, state: State) -> State:
    """A seat asked to reopen a clause."""
    at, seat = board.clause_index[event.clause], board.seat_index[event.seat]
    return text_with(state, reopening=put(state.text.reopening, at, state.text.reopening[at] | 1 << seat))


@book.register
def paper_tabled(event: e.PaperTabled, _board: Board, state: State) -> State:
    """A paper lies on the table; the terms of a bridge are remembered for the session."""
    after = changed(state, papers=(*state.papers, event.paper), next_paper=event.paper.id + 1)
    if isinstance(event.paper, BridgePaper):
        return sealed_with(after, bridged=(*after.sealed.bridged, event.paper.terms))
    return after


@book.register
def paper_changed(event: e.PaperChanged, _board: Board, state: State) -> State:
    """A paper reads otherwise."""
    papers = tuple(event.paper if paper.id == event.paper.id else paper for paper in state.papers)
    return changed(state, papers=papers)


@book.register
def paper_closed(event: e.PaperClosed, _board: Board, state: State) -> State:
    """A paper left the table."""
    return changed(state, papers=tuple(paper for paper in state.papers if paper.id != event.paper))


@book.register
def bridge_sealed(event: e.BridgeSealed, board: Board, state: State) -> State:
    """An answer to a bridge lies under seal."""
    return sealed_with(state, bridge=put(state.sealed.bridge, board.seat_index[event.seat], event.answer))


@book.register
def bridge_over(_event: e.BridgeCarried | e.BridgeFailed, board: Board, state: State) -> State:
    """The bridge is over; its answers stay in the journal."""
    return sealed_with(state, bridge=("",) * len(board.seats))


@book.register
def vowed(event: e.Vowed, board: Board, state: State) -> State:
    """A vow stands."""
    vow = VowTaken(
        board.seat_index[event.seat],
        board.clause_index[event.clause],
        event.option,
        event.side == "not-below",
    )
    return text_with(state, vows=(*state.text.vows, vow))


@book.register
def vow_gone(event: e.VowBroken | e.VowReleased, board: Board, state: State) -> State:
    """A vow stands no more."""
    seat, clause = board.seat_index[event.seat], board.clause_index[event.clause]
    vows = tuple(vow for vow in state.text.vows if (vow.seat, vow.clause) != (seat, clause))
    return text_with(state, vows=vows)


def pair_mask(board: Board, seats: tuple[str, ...]) -> int:
    """The mask of some seats."""
    return sum(1 << board.seat_index[seat] for seat in seats)


@book.register
def caucus_opened(event: e.CaucusOpened, board: Board, state: State) -> State:
    """A pair is in caucus."""
    pair = pair_mask(board, event.seats)
    talks = state.talks
    return talks_with(state, caucus=(*talks.caucus, pair), caucused=(*talks.caucused, pair))


@book.register
def caucus_closed(event: e.CaucusClosed, board: Board, state: State) -> State:
    """A caucus is over."""
    pair = pair_mask(board, event.seats)
    return talks_with(state, caucus=tuple(other for other in state.talks.caucus if other != pair))


@book.register
def drafting_opened(event: e.DraftingOpened, _board: Board, state: State) -> State:
    """Clauses lie on the drafting table."""
    return talks_with(state, drafting=event.instrument, tried=state.talks.tried + 1)


@book.register
def ballot_sealed(event: e.BallotSealed, board: Board, state: State) -> State:
    """A ballot lies under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(
        state,
        ballots=put(state.sealed.ballots, at, event.ballot),
        reasons=put(state.sealed.reasons, at, event.words),
    )


@book.register
def ballots_cleared(_event: e.BallotsCleared, board: Board, state: State) -> State:
    """Ballots are put away."""
    nothing = ("",) * len(board.seats)
    return talks_with(sealed_with(state, ballots=nothing, reasons=nothing), drafting="")


@book.register
def truce_began(event: e.TruceBegan, _board: Board, state: State) -> State:
    """An interim text is in force."""
    return text_with(state, truce=Truce(event.scope, event.rounds), version=state.text.version + 1)


@book.register
def truce_ran(event: e.TruceRan, _board: Board, state: State) -> State:
    """A fortnight of an interim text passed."""
    truce = state.text.truce
    return text_with(state, truce=Truce(truce.scope, event.rounds) if truce and event.rounds else None)


@book.register
def text_initialled(event: e.TextInitialled, _board: Board, state: State) -> State:
    """The final text carries initials."""
    return text_with(talks_with(state, step=0), signed=event.options, version=state.text.version + 1)


@book.register
def rows_dropped(event: e.RowsDropped, board: Board, state: State) -> State:
    """A guarantor changed clauses of the text."""
    signed = state.text.signed
    for clause, option in event.terms:
        signed = put(signed, board.clause_index[clause], option)
    return text_with(state, signed=signed)


@book.register
def text_sent_back(event: e.TextSentBack, board: Board, state: State) -> State:
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


@book.register
def bar_lifted(event: e.BarLifted, _board: Board, state: State) -> State:
    """A combination is barred no more."""
    kept = [
        (combination, refused)
        for combination, refused in zip(state.text.barred, state.sealed.refused, strict=True)
        if combination != event.combination
    ]
    after = text_with(state, barred=tuple(combination for combination, _ in kept))
    return sealed_with(after, refused=tuple(refused for _, refused in kept))


@book.register
def entered_into_force(event: e.EnteredIntoForce, _board: Board, state: State) -> State:
    """The text is in force."""
    return text_with(talks_with(state, step=0), gaps=event.gaps, truce=None)


@book.register
def month_passed(event: e.MonthPassed, _board: Board, state: State) -> State:
    """A month passed."""
    return talks_with(state, step=event.month)


@book.register
def fortnight_passed(event: e.FortnightPassed, _board: Board, state: State) -> State:
    """A fortnight passed."""
    return talks_with(state, step=event.fortnight)


@book.register
def gap_closed(event: e.GapClosed, _board: Board, state: State) -> State:
    """A gap was repaired."""
    return text_with(state, gaps=tuple(gap for gap in state.text.gaps if gap != event.gap))


@book.register
def hazard_changed(event: e.HazardChanged, _board: Board, state: State) -> State:
    """Answers changed the hazard of this month and the next."""
    return text_with(state, tension=event.to, tension_until=event.until, unease=event.incidents)


@book.register
def violations_happened(event: e.ViolationsHappened, _board: Board, state: State) -> State:
    """A month had its violations."""
    return sealed_with(state, violations=(*state.sealed.violations, event.count))


@book.register
def violations_reported(event: e.ViolationsReported, _board: Board, state: State) -> State:
    """They were told."""
    return text_with(state, reported=event.figures)


@book.register
def answer_sealed(event: e.AnswerSealed, board: Board, state: State) -> State:
    """An answer to a strike lies under seal."""
    at = board.seat_index[event.seat]
    return sealed_with(state, answers=put(state.sealed.answers, at, (event.answer, event.until)))


@book.register
def answers_opened(_event: e.AnswersOpened, board: Board, state: State) -> State:
    """Answers were opened and put away."""
    return sealed_with(state, answers=(("", ""),) * len(board.seats))


@book.register
def retaliating(event: e.Retaliating, board: Board, state: State) -> State:
    """A seat will strike more, or no more, likely."""
    at = board.seat_index[event.seat]
    return sealed_with(state, retaliation=put(state.sealed.retaliation, at, event.to))


@book.register
def walked_out(event: e.WalkedOut, board: Board, state: State) -> State:
    """A seat left the room."""
    at, talks = board.seat_index[event.seat], state.talks
    return talks_with(
        state,
        room=talks.room & ~(1 << at),
        until=put(talks.until, at, event.until),
        suspensions=talks.suspensions + 1,
    )


@book.register
def returned(event: e.Returned, board: Board, state: State) -> State:
    """A seat is back in the room."""
    at, talks = board.seat_index[event.seat], state.talks
    return talks_with(
        state,
        room=talks.room | 1 << at,
        until=put(talks.until, at, ""),
        absent=put(talks.absent, at, 0),
    )


@book.register
def invited(event: e.Invited, board: Board, state: State) -> State:
    """A seat outside is in the room; one that left is not, until it comes back."""
    at = board.seat_index[event.to]
    return state if state.talks.until[at] else talks_with(state, room=state.talks.room | 1 << at)


@book.register
def leaned(event: e.Leaned, board: Board, state: State) -> State:
    """The mediator leaned on a party once more."""
    at = board.seat_index[event.to]
    return talks_with(state, leaned=put(state.talks.leaned, at, state.talks.leaned[at] + 1))


@book.register
def voted_to_end(event: e.VotedToEnd, board: Board, state: State) -> State:
    """A vote to end the talks."""
    return talks_with(state, votes=state.talks.votes | 1 << board.seat_index[event.seat])


@book.register
def faith_counted(event: e.FaithCounted, _board: Board, state: State) -> State:
    """The good-faith clock ticked."""
    return text_with(state, still=event.still)


@book.register
def fortnight_told(_event: e.FortnightTold, _board: Board, state: State) -> State:
    """The figures of a fortnight are told; the shifts before it have moved them."""
    return state


@book.register
def orders_told(_event: e.OrdersTold, _board: Board, state: State) -> State:
    """A seat hears what its orders did; the shifts before it have moved what they moved."""
    return state


@book.register
def losses_passed(_event: e.LossesPassed, _board: Board, state: State) -> State:
    """Losses passed recruits for the third fortnight running."""
    return state


@book.register
def overridden(event: e.Overridden, board: Board, state: State) -> State:
    """The facilitator set a quantity."""
    return shifted(e.Shifted(path=event.path, to=event.to), board, state)


@book.register
def inject_armed(event: e.InjectArmed, _board: Board, state: State) -> State:
    """An inject waits for the next seam."""
    return sealed_with(state, injects=(*state.sealed.injects, event.card))


@book.register
def inject_retracted(event: e.InjectRetracted, _board: Board, state: State) -> State:
    """An inject was taken back."""
    return sealed_with(state, injects=tuple(card for card in state.sealed.injects if card != event.card))


@book.register
def odds_set(event: e.OddsSet, board: Board, state: State) -> State:
    """The odds of the next strike by a side were set; a negative number takes them back."""
    by = board.seat_index[event.by]
    others = tuple(odds for odds in state.sealed.odds if odds[0] != by)
    return sealed_with(state, odds=others if event.to < 0 else (*others, (by, event.to)))


@book.register
def cause_sealed(event: e.CauseSealed, board: Board, state: State) -> State:
    """What is behind a strike lies under seal."""
    truth = Truth(event.paper, event.cause, board.seat_index[event.author])
    return sealed_with(state, causes=(*state.sealed.causes, truth))


@book.register
def strike_settled(event: e.StrikeSettled, _board: Board, state: State) -> State:
    """What was behind a strike stands on its paper."""
    papers = tuple(
        replace(paper, settled=event.cause, author=event.author)
        if isinstance(paper, StrikePaper) and paper.id == event.paper
        else paper
        for paper in state.papers
    )
    return changed(state, papers=papers)


@book.register
def belief_drawn(event: e.BeliefDrawn, board: Board, state: State) -> State:
    """A seat estimates another's alternative anew."""
    at, about = board.seat_index[event.seat], board.seat_index[event.about]
    rows = list(state.home.belief)
    others = tuple(one for one in rows[at] if one.about != about)
    rows[at] = (*others, Estimate(about, event.low, event.high, event.error))
    return changed(state, home=changed(state.home, belief=tuple(rows)))


def sector_at(board: Board, sector: str) -> int:
    """The place of a sector."""
    return next(at for at, one in enumerate(board.theatre.sectors) if one.id == sector)


def sector_set(board: Board, state: State, sector: str, **fields: int) -> State:
    """The state with a sector that reads otherwise."""
    rows = list(state.theatre.sectors)
    at = sector_at(board, sector)
    rows[at] = replace(rows[at], **fields)
    return changed(state, theatre=replace(state.theatre, sectors=tuple(rows)))


def listed(state: State, about: str, by: str, standing: str) -> State:
    """I2.2: the state with a line of the ledger, in the place of an older one on the same."""
    rest = tuple(one for one in state.theatre.ledger if (one.about, one.by) != (about, by))
    line = Figure(about, by, standing, state.talks.round)
    return changed(state, theatre=replace(state.theatre, ledger=(*rest, line)))


@book.register
def sector_claimed(event: e.SectorClaimed, board: Board, state: State) -> State:
    """A party says that it took a sector."""
    after = sector_set(
        board, state, event.sector, claimed=board.seat_index[event.by], since=state.talks.round
    )
    return listed(after, event.sector, event.by, "claimed")


@book.register
def claim_sealed(event: e.ClaimSealed, board: Board, state: State) -> State:
    """Whether a claim is true lies under seal."""
    ground = list(state.sealed.ground)
    ground[sector_at(board, event.sector)] = int(event.true)
    return sealed_with(state, ground=tuple(ground))


@book.register
def claim_refuted(event: e.ClaimRefuted, board: Board, state: State) -> State:
    """A claim was shown to be false."""
    return listed(sector_set(board, state, event.sector, claimed=-1), event.sector, event.by, "refuted")


@book.register
def sector_taken(event: e.SectorTaken, board: Board, state: State) -> State:
    """A party controls a sector."""
    after = sector_set(board, state, event.sector, holder=board.seat_index[event.by], claimed=-1)
    return listed(after, event.sector, event.by, "confirmed")


@book.register
def sector_contested(event: e.SectorContested, board: Board, state: State) -> State:
    """Fighting reached a sector."""
    return sector_set(board, state, event.sector, holder=-1)


@book.register
def strike_blamed(event: e.StrikeBlamed, _board: Board, state: State) -> State:
    """A side says that the other did it itself; the ledger has it as a claim."""
    return listed(state, f"strike-{event.paper}", event.by, event.standing)


@book.register
def figure_listed(event: e.FigureListed, _board: Board, state: State) -> State:
    """A claim stands in the ledger."""
    return listed(state, event.fact, "", event.standing)
