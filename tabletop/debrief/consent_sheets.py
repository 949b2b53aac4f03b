"""Consent sheets and invitations, laid open after the end: at what price, and what came of it (T4.7, T7.14)."""

from dataclasses import dataclass

from tabletop.game.records import events as e
from tabletop.game.records.papers import ConsentSheet, Invitation
from tabletop.journal.history import History


@dataclass(frozen=True, slots=True)
class SheetAccount:
    """A sheet that was open in a session.

    Attributes:
        round: The round of the session.
        sheet: The sheet, whoever could see it.
        carried: The clauses that were agreed by it, each once.
    """

    round: int
    sheet: ConsentSheet
    carried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationAccount:
    """An invitation that others were asked about.

    Attributes:
        round: The round in which it was made.
        invitation: As it was laid on the table.
        answers: Seat and answer, in the order they were given.
    """

    round: int
    invitation: Invitation
    answers: tuple[tuple[str, str], ...]


def sheets(history: History) -> tuple[SheetAccount, ...]:
    """Every sheet that was opened, in order."""
    lines = history.state.record
    return tuple(
        SheetAccount(
            line.round,
            line.event.paper,
            tuple(
                dict.fromkeys(
                    other.event.clause
                    for other in lines
                    if isinstance(other.event, e.Consented)
                    and (other.round, other.event.seat) == (line.round, line.event.paper.by)
                )
            ),
        )
        for line in lines
        if isinstance(line.event, e.PaperTabled)
        and isinstance(line.event.paper, ConsentSheet)
        and not line.event.paper.sealed
    )


def invitations(history: History) -> tuple[InvitationAccount, ...]:
    """Every invitation that somebody could object to, in order, with what was answered until the next one."""
    found: list[InvitationAccount] = []
    for line in history.state.record:
        match line.event:
            case e.PaperTabled(paper=Invitation() as made):
                found.append(InvitationAccount(line.round, made, ()))
            case e.InvitationAnswered(seat=seat, answer=answer) if found:
                last = found.pop()
                found.append(InvitationAccount(last.round, last.invitation, (*last.answers, (seat, answer))))
            case _:
                pass
    return tuple(found)
