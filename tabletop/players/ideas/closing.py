"""When a text is whole enough to be initialled: an idea that every seat may have."""

from collections.abc import Sequence

from tabletop.game.core.sight import Draft
from tabletop.game.records.events import DraftFailed, PositionTaken
from tabletop.game.records.papers import ConsentSheet
from tabletop.game.text.drafting import draft_options
from tabletop.game.text.sheet_cover import covering, open_sheets
from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.choosing.boxes import is_open
from tabletop.players.choosing.remembered_answers import remembered
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.public_record import revealing, settled
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import SILENT

OPEN_ROWS = 1
"""How many clauses of a final text may be open: only where silence is near what the parties stand for."""


@remembered
def standing(board: Board, view: SeatView) -> tuple[int, ...]:
    """By clause, the option on which all stand now whose consent it needs; SILENT where they do not."""
    text, sheets = view.sight.text, open_sheets(view.sight.papers)
    alone = _alone(board, text, settled(board, view))
    return with_sheets(board, text.positions, alone, sheets) if sheets else alone


@remembered
def _alone(board: Board, text: Draft, fixed: frozenset[int]) -> tuple[int, ...]:
    """The same without the consent of any sheet."""
    draft = draft_options(text)
    return tuple(
        draft[at] if at in fixed else together_on(clause.consent, row)
        for at, (clause, row) in enumerate(zip(board.clauses, zip(*text.positions, strict=True), strict=True))
    )


def together_on(consent: Sequence[int], stand: Sequence[int]) -> int:
    """The first option of a clause on which all stand whose consent it needs, or SILENT; `stand` is by seat."""
    for option, mask in enumerate(consent):
        missing = mask
        for seat, on in enumerate(stand):
            if on == option:
                missing &= ~(1 << seat)
        if not missing:
            return option
    return SILENT


def with_sheets(
    board: Board,
    positions: tuple[tuple[int, ...], ...],
    alone: tuple[int, ...],
    sheets: tuple[ConsentSheet, ...],
) -> tuple[int, ...]:
    """What stands with the consent of the sheets this seat can see."""

    def consented(at: int) -> int:
        """The option of an open clause on which only those are missing who consent by a sheet."""
        for option, mask in enumerate(board.clauses[at].consent):
            missing = sum(
                1 << seat for seat, row in enumerate(positions) if mask >> seat & 1 and row[at] != option
            )
            if missing != mask and not missing & ~covering(board, sheets, at, option, alone.__getitem__):
                return option
        return SILENT

    return tuple(consented(at) if option == SILENT else option for at, option in enumerate(alone))


def whole(board: Board, view: SeatView) -> bool:
    """Whether a final text would lack at most a clause on which the parties stand near its default."""
    left = [
        at for at, option in enumerate(standing(board, view)) if option < 0 and board.clauses[at].annexed < 0
    ]
    positions = view.sight.text.positions
    near = all(
        abs(positions[party][at] - board.clauses[at].default) <= 1 for at in left for party in board.parties
    )
    return len(left) <= OPEN_ROWS and near


def together(board: Board, view: SeatView) -> bool:
    """Whether the parties stand on one text, so that only the consent of others is missing."""
    one, other = (view.sight.text.positions[party] for party in board.parties)
    fixed = settled(board, view)
    open_rows = [at for at in range(len(board.clauses)) if at not in fixed]
    return all(
        one[at] == other[at] for at in open_rows if board.clauses[at].consent[one[at]] >> board.parties[0] & 1
    )


def refused_at_home(board: Board, view: SeatView) -> bool:
    """Whether home has refused the text on which all stand now."""
    text, roles = complete(board, standing(board, view)), board.roles
    return (text[roles.territory], text[roles.guarantee], text[roles.status]) in view.sight.text.barred


def just_failed(board: Board, view: SeatView) -> bool:
    """Whether a final draft failed in this round and nobody has moved since."""
    for line in reversed(revealing(board, view.sight.record)):
        if line.round != view.sight.talks.round or isinstance(line.event, PositionTaken):
            return False
        if isinstance(line.event, DraftFailed) and line.event.instrument == "final":
            return True
    return False


def final(turn: Turn) -> Chosen | None:
    """Open the drafting table for the final text when it is whole."""
    board, view = turn.board, turn.view
    if not whole(board, view) or not is_open(view, "draft") or just_failed(board, view):
        return None
    return turn.may(why("final"), "draft", instrument="final")
