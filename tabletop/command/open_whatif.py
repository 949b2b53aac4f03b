"""A step of a match that is over, handed to a window that wants to try another move there; see `table.whatif_port`."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path

from tabletop.errors import IllegalMove, MatchNotOver, Refusal
from tabletop.game.notation import format_move, parse_move
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview
from tabletop.lab.parallel import Stopped
from tabletop.lab.whatif.arms import BranchPoint, branch_point
from tabletop.lab.whatif.band import whatif
from tabletop.table.replaying import open_replay
from tabletop.table.whatif_port import Band


class LocalWhatIfMove:
    """A match as it stood before one of its moves; see `WhatIfMove`."""

    def __init__(self, journal: Path, seq: int, here: BranchPoint) -> None:
        self.seq, self.seat, self.made = seq, here.seat, here.move
        self.board, self.view = here.match.board_of(here.seat), here.match.view(here.seat)
        self._journal, self._match = journal, here.match

    def preview(self, move: Move) -> Preview | Refusal:
        """What another move would have done, or why it was refused."""
        return self._match.preview(self.seat, move)

    def read(self, notation: str) -> Move:
        """A move from its notation, held against what was open.

        Raises:
            NotationError: It cannot be read.
            IllegalMove: It was refused there, with its rule.
        """
        move = parse_move(self._match.board, notation)
        found = self.preview(move)
        if isinstance(found, Refusal):
            raise IllegalMove(found)
        return move

    def write(self, move: Move) -> str:
        """A move in notation."""
        return format_move(self._match.board, move)

    def command(self, move: Move) -> str:
        """The command line that asks for the same band."""
        return shlex.join(
            ["tabletop", "whatif", str(self._journal), "--at", str(self.seq), "--move", self.write(move)]
        )

    def band(self, move: Move, continuations: int, tell: Callable[[], bool]) -> Band:
        """Play both arms on in processes of their own; what has been played when `tell` says stop is summed up.

        Raises:
            IllegalMove: The move was refused there, with its rule.
        """

        def tick() -> None:
            if not tell():
                raise Stopped

        jobs = max(2, os.cpu_count() or 1)
        return whatif(
            self._journal, self.seq, self.write(move), continuations, {}, jobs, tick, beside_threads=True
        )


def open_whatif(journal: Path, seq: int) -> LocalWhatIfMove:
    """A match that is over as it stood before an entry.

    Raises:
        JournalError: The file cannot be used, or the entry is no seat's move.
        MatchNotOver: What is under seal stays there until its end.
        ScenarioError: Its scenario is not valid for this version of the game.
    """
    if not open_replay(journal).over:
        raise MatchNotOver("this match is not over: what is under seal stays there until its end")
    return LocalWhatIfMove(journal, seq, branch_point(journal, seq))
