"""An invitation to a seat outside, as players see it: whether to ask it in, and what to answer (T7.13, T7.14)."""

from tabletop.game.records.papers import Invitation
from tabletop.players.ideas.closing import standing
from tabletop.players.ideas.moment import Moment
from tabletop.players.mind.public_record import stands
from tabletop.table.port import Chosen, why

ASKED_FROM = 30
"""From which part of the time, hundredths, a seat outside is asked in whatever it carries by its sheet."""


def wanted(moment: Moment, guest: str) -> bool:
    """Whether it is time to ask a seat in: the parties stand on what it has not consented to, or time has gone by.

    A seat without a sheet, such as one that left, is always wanted.
    """
    board, view = moment.board, moment.view
    at = board.seat_index[guest]
    if board.consent is None or at != board.consent.seat or moment.opinion.elapsed >= ASKED_FROM:
        return True
    agreed, texts = standing(board, view), [stands(board, view, party) for party in board.parties]
    return any(
        option < 0
        and clause.annexed < 0
        and texts[0][row] == texts[-1][row]
        and bool(clause.consent[texts[0][row]] >> at & 1)
        for row, (option, clause) in enumerate(zip(agreed, board.clauses, strict=True))
    )


def answer(moment: Moment) -> Chosen | None:
    """Object seldom, the prouder the sooner; else let a guest in, gladly when the own text needs its consent."""
    for paper in moment.view.sight.papers:
        if not isinstance(paper, Invitation) or moment.me not in paper.to:
            continue
        if moment.stream.chance(moment.temper.proud):
            return moment.may(why("guest.no"), "answer-invitation", paper=paper.id, answer="object")
        guest = moment.board.seat_index[paper.guest]
        needed = any(
            clause.consent[option] >> guest & 1
            for clause, option in zip(moment.board.clauses, moment.opinion.own, strict=True)
        )
        reason = why("guest.needed" if needed else "guest.yes")
        return moment.may(reason, "answer-invitation", paper=paper.id, answer="let-in")
    return None
