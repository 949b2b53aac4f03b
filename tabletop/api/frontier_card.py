"""The frontier card: what could be agreed, at the start of a scenario or at any moment of a match."""

from collections.abc import Sequence
from time import perf_counter

from tabletop.api.frontier_types import (
    DistanceCard,
    DraftCard,
    FrontierCard,
    Gains,
    RoundCard,
    SeatsCard,
    TextCard,
    TradeCard,
)
from tabletop.debrief.missed_chances import doors, widths
from tabletop.frontier.additive import of_terms
from tabletop.frontier.bargaining_problem import BargainingProblem, at_start, at_state
from tabletop.frontier.best import best_for_both, best_trade, open_door
from tabletop.frontier.distance import distance
from tabletop.frontier.frontier import Point, frontier
from tabletop.frontier.points import Named, named
from tabletop.frontier.share import Share, share
from tabletop.game.core.chance import keyed
from tabletop.game.core.evolve import start
from tabletop.game.decide import opening
from tabletop.game.records.state import State
from tabletop.game.text.drafting import draft_options
from tabletop.game.worth.value import complete
from tabletop.journal.entry import Entry
from tabletop.journal.history import History, fold
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.scenario import Scenario

CAP = 200
"""Points of the frontier that are listed when no number is named."""


def card_of_start(
    scenario: Scenario,
    *,
    format_id: str = "class",
    door: str = "standard",
    seed: int | None = None,
    cap: int = CAP,
) -> FrontierCard:
    """The card of a scenario's first day.

    Args:
        scenario: The scenario.
        format_id: The format.
        door: The door.
        seed: Draw the mandates by this seed; None takes every draw at its centre.
        cap: How many points of the frontier are listed at most.

    Raises:
        ScenarioError: There is no such format or door.
    """
    began = perf_counter()
    board = compile_board(scenario, format_id=format_id, door=door)
    state, problem = start(board), at_start(board)
    if seed is not None:
        state = opening(board, state, keyed(seed)).state
        problem = at_state(board, state)
    card = _card(problem, state, door, cap, draft=())
    card["seed"], card["seconds"] = seed, round(perf_counter() - began, 3)
    return card


def card_of_match(board: Board, door: str, entries: Sequence[Entry], cap: int = CAP) -> FrontierCard:
    """The card of a match as it stands after some of its entries, with its draft and the rounds so far.

    Args:
        board: The whole board of the match.
        door: Its door.
        entries: Its entries, from the first.
        cap: How many points of the frontier are listed at most.
    """
    began = perf_counter()
    history = fold(board, entries)
    state, problem = history.state, at_state(board, history.state)
    card = _card(problem, state, door, cap, draft_options(state.text) if state.home.weights else ())
    card["entry"], card["rounds"] = len(entries), _rounds(board, history)
    card["seconds"] = round(perf_counter() - began, 3)
    return card


def _card(
    problem: BargainingProblem, state: State, door: str, cap: int, draft: Sequence[int]
) -> FrontierCard:
    """What every card holds; entry, seed and rounds are filled in by who knows them."""
    board, found = problem.board, frontier(problem)
    everybody, parties = named(found, range(problem.seats)), named(found, board.parties)
    best, through = best_for_both(problem), open_door(problem)
    return {
        **_seats(board, everybody, share(problem)),
        "scenario": board.scenario,
        "format": board.format.id,
        "door": door,
        "entry": None,
        "seed": None,
        "round": state.talks.round,
        "phase": state.talks.phase.value,
        "outcomes": problem.outcomes,
        "texts": problem.texts,
        "alternatives": _by_seat(board, problem.alternatives),
        "points": [_text(board, point) for point in found[:cap]],
        "parties": _seats(board, parties, share(problem, board.parties)),
        "best_for_both": _text(board, best[0]) if best else None,
        "open_door": _text(board, through[0]) if through else None,
        "terms_frontier": len(of_terms(problem)) if problem.outcomes else 0,
        "draft": _draft(problem, draft, everybody, parties) if draft else None,
        "rounds": [],
        "seconds": 0.0,
    }


def _rounds(board: Board, history: History) -> list[RoundCard]:
    opened = {door.round: door for door in doors(board, history)[0]}
    return [
        {
            "round": width.round,
            "zopa_share": width.everybody.share,
            "zopa_share_parties": width.parties.share,
            "door": opened[width.round].find.both if width.round in opened else None,
            "tabled": width.round in opened and opened[width.round].tabled,
        }
        for width in widths(board, history)
    ]


def _draft(problem: BargainingProblem, draft: Sequence[int], everybody: Named, parties: Named) -> DraftCard:
    board = problem.board
    text = complete(board, draft)
    now = Point(text, problem.gains(text))
    trades: list[TradeCard] = []
    for within in range(1, board.numbers["trade.rows"] + 1):
        trade = best_trade(problem, text, within)
        if trade is not None and (not trades or trade.more > trades[-1]["more"]):
            changed = [board.clauses[at].id for at in trade.changed]
            trades.append(
                {**_text(board, trade.point), "within": within, "changed": changed, "more": trade.more}
            )
    return {
        **_text(board, now),
        "open": [board.clauses[at].id for at, option in enumerate(draft) if option < 0],
        "all": _distance(now, everybody),
        "parties": _distance(now, parties),
        "trades": trades,
    }


def _distance(now: Point, group: Named) -> DistanceCard:
    found = distance(now.gains, group)
    return {
        "left": found.left,
        "better": found.better,
        "frontier": found.frontier,
        "nash": found.nash,
        "kalai_smorodinsky": found.kalai_smorodinsky,
    }


def _seats(board: Board, group: Named, counted: Share) -> SeatsCard:
    seats = [board.seats[seat].id for seat in group.seats]
    return {
        "seats": seats,
        "frontier": len(group.points),
        "nash": _text(board, group.nash) if group.nash else None,
        "kalai_smorodinsky": _text(board, group.kalai_smorodinsky) if group.kalai_smorodinsky else None,
        "ideal": dict(zip(seats, group.ideal, strict=False)),
        "zopa_share": counted.share,
        "zopa_outcomes": counted.outcomes,
        "zopa_texts": counted.texts,
    }


def _text(board: Board, point: Point) -> TextCard:
    return {
        "text": {
            clause.id: clause.options[option].id
            for clause, option in zip(board.clauses, point.text, strict=True)
        },
        "gains": _by_seat(board, point.gains),
    }


def _by_seat(board: Board, figures: Sequence[int]) -> Gains:
    return {seat.id: figure for seat, figure in zip(board.seats, figures, strict=True)}
