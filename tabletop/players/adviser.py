"""The adviser of a person: the players' own thinking, asked for counsel in the place of a move.

It is given the seat's board and view like any player, so it cannot know more than the person beside it. Players of
several tempers are asked what they would do; each different move is a suggestion, with the reason its player gives
and the worth that the rules' own preview states.
"""

from tabletop.game.records.moves import Move
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import SeatView, preview
from tabletop.game.worth.value import asked, chance, complete, context_of
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.table.advice import Advice, Remark, Suggestion
from tabletop.table.port import Chosen

VOICES = ("trading", "patient", "yielding", "hard")
"""The tempers that are asked, the one first whose counsel comes first."""

ASKED = 4
"""How often each is asked, with chance of its own."""

MOST = 3
"""Suggestions that are given."""


def advise(board: Board, view: SeatView) -> Advice:
    """Counsel for the seat of a view.

    Args:
        board: The board as the seat may know it.
        view: What the seat sees now.
    """
    found = suggestions(board, view)
    return Advice(view.turn, view.appraisal, home(board, view), found[:MOST])


def home(board: Board, view: SeatView) -> tuple[tuple[str, int], ...]:
    """What each body of the seat's own home would say to the draft, as the seat can know it (A4.1)."""
    sight = view.sight
    if sight.mine is None:
        return ()
    options, context = complete(board, view.draft), context_of(board, sight)
    return tuple(
        (body.id, chance(board, body, options, context))
        for body in board.bodies
        if body.seat == sight.seat and asked(body, options)
    )


def suggestions(board: Board, view: SeatView) -> tuple[Suggestion, ...]:
    """Every different move the voices would make: those they agree on first, a second of one kind after all kinds."""
    if not view.legal.boxes or view.sight.mine is None:
        return ()
    seat = board.seats[view.sight.seat]
    asked: dict[Move, list[Chosen]] = {}
    for temper in VOICES:
        voice = player(temper, seat)
        for n in range(ASKED):
            chosen = voice.choose(board, view, f"adviser/{view.turn}/{n}")
            asked.setdefault(chosen.move, []).append(chosen)
    ranked = sorted(asked.values(), key=len, reverse=True)
    kinds: set[str] = set()
    first: list[Chosen] = []
    more: list[Chosen] = []
    for row in ranked:
        (more if row[0].move.kind in kinds else first).append(row[0])
        kinds.add(row[0].move.kind)
    return tuple(weighed(board, view, one.move, one.reason) for one in (*first, *more))


def weighed(board: Board, view: SeatView, move: Move, reason: Sentence | None) -> Suggestion:
    """A move with what the rules' preview says of it."""
    shown = preview(board, view.sight, move)
    before = getattr(shown, "before", None)
    return Suggestion(move, reason, before, getattr(shown, "after", None))


def coach(board: Board, view: SeatView, move: Move) -> Remark:
    """What to say after a move that was made on a view."""
    others = suggestions(board, view)
    same = next((one for one in others if one.move == move), None)
    made = same or weighed(board, view, move, None)
    return Remark(made, tuple(one for one in others if one.move != move)[:MOST], agreed=same is not None)
