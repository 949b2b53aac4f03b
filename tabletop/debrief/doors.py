"""Doors missed: rounds in which a text existed that beat no deal for both parties, and none was tabled.

Each round is looked at as it stood when its session ended. A text counts as tabled when an offer, a bridge or a
draft of that round, laid over the draft as it stood, would have beaten both alternatives.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tabletop.debrief.search import Find, Space
from tabletop.game import events as e
from tabletop.game.drafting import draft_options
from tabletop.game.papers import BridgePaper, Offer
from tabletop.game.state import State
from tabletop.game.value import complete
from tabletop.journal.replay import History
from tabletop.scenario.board import Board
from tabletop.terms import ENDS, IN_FORCE, Phase

OPEN = 30
"""From this gain for both, hundredths of a point, a door counts as open: less is within what a search can miss."""

STARTS = 10
"""Starts of the search in each round."""


@dataclass(frozen=True, slots=True)
class Door:
    """A round whose door was open.

    Attributes:
        round: The round.
        find: The best text that was found, with its worth to every seat then.
        tabled: Whether some text that beat both alternatives was on the table in that round.
    """

    round: int
    find: Find
    tabled: bool


def doors(board: Board, history: History) -> tuple[tuple[Door, ...], int]:
    """Every open door, and in how many rounds a search was made."""
    ends = last_states(history)
    found: list[Door] = []
    for number, state in ends.items():
        space = Space(board, state)
        find = space.best(f"door/{number}", STARTS)
        if find.both >= OPEN:
            found.append(Door(number, find, any_good(space, tabled(board, history, number))))
    return tuple(found), len(ends)


def last_states(history: History) -> dict[int, State]:
    """By round: the state as its session ended, with the alternatives of that round."""
    talking = frozenset(Phase) - ENDS - IN_FORCE - {Phase.INITIALLED}
    return {
        step.after.talks.round: step.after
        for step in history.steps
        if step.after.talks.phase in talking and step.after.talks.round > 0
    }


def tabled(board: Board, history: History, number: int) -> Iterator[tuple[int, ...]]:
    """The whole texts that lay on the table in a round, and the draft after each of its steps."""
    for step in history.steps:
        if step.after.talks.round != number:
            continue
        draft = draft_options(step.after.text)
        for event in step.entry.events:
            match event:
                case e.PaperTabled(paper=Offer(terms=terms) | BridgePaper(terms=terms)):
                    pass
                case e.DraftingOpened(terms=terms):
                    pass
                case e.RowAgreed(clause=clause, option=option):
                    terms = ((clause, option),)
                case _:
                    continue
            put = dict(terms)
            yield complete(
                board,
                tuple(put.get(clause.id, draft[at]) for at, clause in enumerate(board.clauses)),
            )


def any_good(space: Space, texts: Iterator[tuple[int, ...]]) -> bool:
    """Whether one of these texts is final and beats both alternatives."""
    rows = [text for text in texts if space.laid(text) == text]
    return bool(rows) and bool((space.both(np.array(rows, dtype=np.int64)) > 0).any())
