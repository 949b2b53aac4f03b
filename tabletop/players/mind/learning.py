"""What the record says of others' answers: bridges and drafts, and what belief makes of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tabletop.game.records.events import (
    BridgeCarried,
    BridgeFailed,
    BridgeSealed,
    DraftFailed,
    PaperTabled,
)
from tabletop.game.records.papers import BridgePaper
from tabletop.game.views import SeatView
from tabletop.game.worth.value import Context
from tabletop.players.mind.model import Model
from tabletop.players.mind.public_record import Options, put_in, revealing, stands
from tabletop.players.mind.seat_tables import SeatTables
from tabletop.scenario.board.board import Board


@dataclass(frozen=True, slots=True)
class Tried:
    """A text that parties were asked about.

    Attributes:
        text: The text.
        elapsed: When, hundredths of the time for talks.
        answers: By party, what is known: 1 yes, -1 no, 0 that at least one of the unknown said no.
    """

    text: Options
    elapsed: int
    answers: dict[int, int]


def elapsed_at(board: Board, view: SeatView, number: int, sitting: int) -> int:
    """How much of the time for talks was gone at a sitting, hundredths."""
    form, talks = board.format, view.sight.talks
    done = (max(number, 1) - 1) * form.sittings + max(sitting - 1, 0)
    return min(100, 100 * done // max((form.rounds + talks.extra - 1) * form.sittings, 1))


def tried(board: Board, view: SeatView) -> Iterator[Tried]:
    """What a seat knows of the texts that were put to the parties, oldest first."""
    me = board.seats[view.sight.seat].id
    terms: tuple[tuple[str, int], ...] | None = None
    own = ""
    base = stands(board, view, board.parties[0])
    for line in revealing(board, view.sight.record):
        event = line.event
        match event:
            case PaperTabled(paper=BridgePaper(terms=said)):
                terms, own = said, ""
            case BridgeSealed(seat=seat, answer=answer) if seat == me:
                own = answer
            case BridgeFailed() | BridgeCarried() if terms is not None:
                bridged = isinstance(event, BridgeCarried)
                answers = dict.fromkeys(board.parties, 1 if bridged else 0)
                if not bridged and own:
                    answers[view.sight.seat] = 1 if own == "yes" else -1
                when = elapsed_at(board, view, line.round, line.sitting)
                yield Tried(put_in(board, view, base, terms), when, answers)
                terms = None
            case DraftFailed(instrument="final", reasons=reasons):
                names = {name for name, _ in reasons}
                against = [party for party in board.parties if board.seats[party].id in names]
                if against:
                    when = elapsed_at(board, view, line.round, line.sitting)
                    yield Tried(base, when, dict.fromkeys(against, -1))
            case _:
                pass


def learnt(board: Board, view: SeatView, tables: SeatTables, context: Context) -> dict[int, Model]:
    """Models of the parties that a seat is not itself, after all that it saw."""
    me = view.sight.seat
    models = {party: Model(board, view, party) for party in board.parties if party != me}
    seen = list(tried(board, view))
    if not seen:
        return models
    texts = np.array([one.text for one in seen], dtype=np.int64)
    survives, ratified = tables.prospects(texts, context)
    times = np.array([one.elapsed for one in seen], dtype=np.int64)
    odds = {party: model.odds(texts, survives, ratified, times) for party, model in models.items()}
    for at, one in enumerate(seen):
        doubted = len(models) > 1 and 0 in one.answers.values()
        means = {party: model.mean_of(odds[party][at]) for party, model in models.items()} if doubted else {}
        for party, model in models.items():
            known = one.answers.get(party)
            if known is None:
                continue
            chances = odds[party][at]
            others = [other for other in one.answers if other != party]
            if known == 1:
                model.learn(chances)
            elif known == -1 or all(one.answers[other] == 1 for other in others):
                model.learn(10_000 - chances)
            elif not any(one.answers[other] == -1 for other in others):
                beside = min(means.get(other, 10_000) for other in others)
                model.learn(10_000 - chances * beside // 10_000)
    return models
