"""Bookkeeping for what is in doubt: causes of strikes, estimates, sectors and the ledger (S1.5, I1, I2, W4)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tabletop.game.records import events as e
from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import Estimate, Figure, Sector, State, Theatre, Truth, changed
from tabletop.scenario.board.board import Board


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


def cause_sealed(board: Board, state: State, event: e.CauseSealed) -> State:
    """What is behind a strike lies under seal."""
    truth = Truth(event.paper, event.cause, board.seat_index[event.author])
    return changed(state, sealed=changed(state.sealed, causes=(*state.sealed.causes, truth)))


def strike_settled(_board: Board, state: State, event: e.StrikeSettled) -> State:
    """What was behind a strike stands on its paper."""
    papers = tuple(
        replace(paper, settled=event.cause, author=event.author)
        if isinstance(paper, StrikePaper) and paper.id == event.paper
        else paper
        for paper in state.papers
    )
    return changed(state, papers=papers)


def belief_drawn(board: Board, state: State, event: e.BeliefDrawn) -> State:
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


def sector_claimed(board: Board, state: State, event: e.SectorClaimed) -> State:
    """A party says that it took a sector."""
    after = sector_set(
        board, state, event.sector, claimed=board.seat_index[event.by], since=state.talks.round
    )
    return listed(after, event.sector, event.by, "claimed")


def claim_sealed(board: Board, state: State, event: e.ClaimSealed) -> State:
    """Whether a claim is true lies under seal."""
    ground = list(state.sealed.ground)
    ground[sector_at(board, event.sector)] = int(event.true)
    return changed(state, sealed=changed(state.sealed, ground=tuple(ground)))


def claim_refuted(board: Board, state: State, event: e.ClaimRefuted) -> State:
    """A claim was shown to be false."""
    return listed(sector_set(board, state, event.sector, claimed=-1), event.sector, event.by, "refuted")


def sector_taken(board: Board, state: State, event: e.SectorTaken) -> State:
    """A party controls a sector."""
    after = sector_set(board, state, event.sector, holder=board.seat_index[event.by], claimed=-1)
    return listed(after, event.sector, event.by, "confirmed")


def sector_contested(board: Board, state: State, event: e.SectorContested) -> State:
    """Fighting reached a sector."""
    return sector_set(board, state, event.sector, holder=-1)


def figure_listed(_board: Board, state: State, event: e.FigureListed) -> State:
    """A claim stands in the ledger."""
    return listed(state, event.fact, "", event.standing)


BOOKS: dict[type[Any], Callable[[Board, State, Any], State]] = {
    e.CauseSealed: cause_sealed,
    e.StrikeSettled: strike_settled,
    e.BeliefDrawn: belief_drawn,
    e.SectorClaimed: sector_claimed,
    e.ClaimSealed: claim_sealed,
    e.ClaimRefuted: claim_refuted,
    e.SectorTaken: sector_taken,
    e.SectorContested: sector_contested,
    e.FigureListed: figure_listed,
}
"""How the events of this page are booked."""
