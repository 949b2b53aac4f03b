"""An invitation to a seat outside, as players see it: whether to ask it in, and what to answer (T7.13, T7.14)."""

from tabletop.game.records.papers import Invitation
from tabletop.players.ideas.closing import standing
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.public_record import stands
from tabletop.table.port import Chosen, why

ASKED_FROM = 30
"""From which part of the time, hundredths, a seat outside is asked in whatever it carries by its sheet."""


def wanted(turn: Turn, guest: str) -> bool:
    """Whether it is time to ask a seat in: the parties stand on what it has not consented to, or time has gone by.

    A seat without a sheet, such as one that left, is always wanted.
    """
    board, view = turn.board, turn.view
    at = board.seat_index[guest]
    if board.consent is None or at != board.consent.seat or turn.opinion.elapsed >= ASKED_FROM:
        return True
    agreed, texts = standing(board, view), [stands(board, view, party) for party in board.parties]
    return any(
        option < 0
        and clause.annexed < 0
        and texts[0][row] == texts[-1][row]
        and bool(clause.consent[texts[0][row]] >> at & 1)
        for row, (option, clause) in enumerate(zip(agreed, board.clauses, strict=True))
    )


def answer(turn: Turn) -> Chosen | None:
    """Object seldom, the prouder the sooner; else let a guest in, gladly when the own text needs its consent."""
    for paper in turn.view.sight.papers:
        if not isinstance(paper, Invitation) or turn.me not in paper.to:
            continue
        if turn.stream.chance(turn.temper.proud):
            return turn.may(why("guest.no"), "answer-invitation", paper=paper.id, answer="object")
        guest = turn.board.seat_index[paper.guest]
        needed = any(
            clause.consent[option] >> guest & 1
            for clause, option in zip(turn.board.clauses, turn.opinion.own, strict=True)
        )
        reason = why("guest.needed" if needed else "guest.yes")
        return turn.may(reason, "answer-invitation", paper=paper.id, answer="let-in")
    return None
