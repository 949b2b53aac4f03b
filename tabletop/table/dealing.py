"""What a match is opened with, wherever it is kept."""

from collections.abc import Mapping

from tabletop.journal.entry import Header
from tabletop.scenario.board.board import Board
from tabletop.scenario.scenario import Scenario
from tabletop.table import clock
from tabletop.table.cache import package
from tabletop.table.seats import Seating, seated
from tabletop.vocabulary import RULESET


def header_for(
    scenario: Scenario,
    board: Board,
    *,
    seating: Seating,
    seed: int,
    door: str,
    names: Mapping[str, str] | None = None,
    neutral: bool = False,
) -> Header:
    """What stands at the head of a new match's journal; `board` is that of the scenario, behind that door.

    Raises:
        SeatError: The seating does not fit the board.
    """
    return Header(
        package=package(),
        ruleset=RULESET,
        scenario=scenario.id,
        board=board.digest,
        files=scenario.files,
        format=board.format.id,
        door=door,
        open_sittings=board.open_sittings,
        seed=seed,
        seating=seated(board, seating),
        at=clock.now(),
        names=names or {},
        neutral=neutral,
        without=board.without,
    )
