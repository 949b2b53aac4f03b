"""What a skin asks of its host, and what it gets back.

A skin never makes a match. It hands a `Setup` to the host and gets an `OpenedMatch`: one port for each seat that a
person at this screen keeps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.scenario.board.lexicon import Lexicon
    from tabletop.table.port import TablePort
    from tabletop.table.replaying import Recording
    from tabletop.table.whatif_port import WhatIfMove
    from tabletop.words.language.section import Section

PERSON = "person"
"""The keeper of a seat that somebody at this screen plays."""

SCRIPTED = "scripted"
"""The keeper of a seat that plays the tutorial's part."""

FIRST_MATCH = ("leak", "vow", "deadline")
"""Kinds of moves that a first match leaves out unless somebody wants them (T1.8)."""


@dataclass(frozen=True, slots=True)
class Setup:
    """A match as somebody wants it.

    Attributes:
        scenario: Name or path of the scenario.
        format: Id of the format.
        seats: By seat: `person`, or the temper of the bot that keeps it.
        seed: The seed of every draw: same seed, same moves, same match. None lets the host draw one.
        door: One of the scenario's doors: how far apart the alternatives of the parties start.
        neutral: Whether invented names stand for the real ones.
        without: Kinds of moves that are left out of the match (T1.8).
        counsel: How much counsel the person at this screen wants, `Counsel`; empty as the settings have it.
    """

    scenario: str
    format: str
    seats: Mapping[str, str]
    seed: int | None = None
    door: str = "standard"
    neutral: bool = False
    without: tuple[str, ...] = ()
    counsel: str = ""

    @property
    def tutorial(self) -> bool:
        """Whether it is the tutorial: somebody plays a part."""
        return SCRIPTED in self.seats.values()

    def people(self) -> tuple[str, ...]:
        """The seats that people at this screen keep."""
        return tuple(seat for seat, keeper in self.seats.items() if keeper == PERSON)


TUTORIAL_SEED = 10
"""With this seed a strike is reported in the second round and not in the first, whatever the learner orders."""


def tutorial(*, neutral: bool = False) -> Setup:
    """The tutorial: a real match in which the other seats play a part."""
    seats = {"ukraine": PERSON, **dict.fromkeys(("russia", "us", "europe"), SCRIPTED)}
    return Setup(
        "abu-dhabi-2026", "pop-up", seats, TUTORIAL_SEED, door="open", neutral=neutral, without=FIRST_MATCH
    )


def no_debrief(_seat: str, _words: Lexicon) -> tuple[Section, ...]:
    """The debrief of a match that has no journal."""
    return ()


@dataclass(frozen=True, slots=True)
class OpenedMatch:
    """A match that has been opened for this screen.

    Attributes:
        ports: One port for each seat kept here, in the order of the seats.
        where: The journal's path, shown to the player; empty when nothing is kept.
        setup: How it was set up, with its seed, so that it can be played again from another seat.
        debrief: After the end: takes a seat and the words it reads in, and gives its results and what was under
            seal, read from the journal.
        faith: After the end: takes the same and gives the last text in worlds with other faith in terms (A2.6).
    """

    ports: tuple[TablePort, ...]
    where: str
    setup: Setup
    debrief: Callable[[str, Lexicon], tuple[Section, ...]] = no_debrief
    faith: Callable[[str, Lexicon], tuple[Section, ...]] = no_debrief


@dataclass(frozen=True, slots=True)
class Host:
    """Whoever opened the window, and opens matches for it.

    Attributes:
        start: Opens a new match.
        resume: Opens the match of a journal, by its path.
        saves: The folder of journals that the home screen lists.
        open_journal: Opens a journal to be looked at, by its path.
        fork: Opens a match that is over as it stood before an entry, by the journal's path and the entry's number.
    """

    start: Callable[[Setup], OpenedMatch]
    resume: Callable[[str], OpenedMatch]
    saves: Path
    open_journal: Callable[[str], Recording]
    fork: Callable[[str, int], WhatIfMove]
