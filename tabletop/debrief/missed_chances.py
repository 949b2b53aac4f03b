"""Doors missed: rounds in which a text existed that beat no deal for all who must sign it, and none was tabled (V6.2).

Each round is looked at as it stood when its session ended, with every final text there was. A text counts as tabled
when an offer, a bridge or a draft of that round, laid over the draft as it stood, would have gone through that door.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.frontier.bargaining_problem import BargainingProblem, at_state
from tabletop.frontier.best import needed, open_door
from tabletop.frontier.frontier import Point
from tabletop.frontier.share import Share, share
from tabletop.game.records import events as e
from tabletop.game.records.papers import BridgePaper, Offer
from tabletop.game.records.state import State
from tabletop.game.text.drafting import draft_options
from tabletop.game.worth.value import complete
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import ENDS, IN_FORCE, Phase


@dataclass(frozen=True, slots=True)
class Find:
    """A text, and what it is worth to each seat over no deal, hundredths of a point."""

    options: tuple[int, ...]
    gains: tuple[int, ...]
    both: int
    """The smaller gain of the two parties."""


@dataclass(frozen=True, slots=True)
class Door:
    """A round whose door was open.

    Attributes:
        round: The round.
        find: The best text for both parties that gained something for everybody whose initials it needed.
        tabled: Whether some text that did so was on the table in that round.
    """

    round: int
    find: Find
    tabled: bool


@dataclass(frozen=True, slots=True)
class Width:
    """How wide the door stood in a round: texts above no deal for every seat, and for both parties."""

    round: int
    everybody: Share
    parties: Share


def doors(board: Board, history: History) -> tuple[tuple[Door, ...], int]:
    """Every open door, and how many rounds were looked at; exact."""
    ends = last_states(history)
    found: list[Door] = []
    for number, state in ends.items():
        problem = at_state(board, state)
        door = open_door(problem)
        if door is not None:
            through = any(goes_through(problem, text) for text in tabled(board, history, number))
            found.append(Door(number, as_find(*door), through))
    return tuple(found), len(ends)


def widths(board: Board, history: History) -> tuple[Width, ...]:
    """How wide the door stood, round by round; exact."""
    moments = {number: at_state(board, state) for number, state in last_states(history).items()}
    return tuple(
        Width(number, share(problem), share(problem, board.parties)) for number, problem in moments.items()
    )


def as_find(point: Point, both: int) -> Find:
    """A text with its worth, as results tell it."""
    return Find(point.text, point.gains, both)


def goes_through(problem: BargainingProblem, text: tuple[int, ...]) -> bool:
    """Whether a text is final and gains something for everybody whose initials it needs."""
    if not problem.holds(text):
        return False
    gains = problem.gains(text)
    return all(gains[seat] > 0 for seat in needed(problem, text))


def last_states(history: History) -> dict[int, State]:
    """By round: the state as its session ended, with the alternatives of that round."""
    talking = frozenset(Phase) - ENDS - IN_FORCE - {Phase.INITIALLED}
    return {
        step.after.talks.round: step.after
        for step in history.booked
        if step.after.talks.phase in talking and step.after.talks.round > 0
    }


def tabled(board: Board, history: History, number: int) -> Iterator[tuple[int, ...]]:
    """The whole texts that lay on the table in a round, and the draft after each of its steps."""
    for step in history.booked:
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
