"""A small board and its words, made by hand: two parties, a mediator, three clauses."""

from dataclasses import replace

from tabletop.scenario.board.board import (
    Board,
    ClauseBoard,
    Format,
    Hazard,
    OptionBoard,
    Roles,
    SeatBoard,
    Start,
)
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.vocabulary import Role
from tabletop.words.language.voice import Voice

_SEATS = (("ukraine", Role.PARTY), ("russia", Role.PARTY), ("us", Role.MEDIATOR))
_CLAUSES = ("scope", "donetsk", "people")


def clause(name: str, options: int = 3) -> ClauseBoard:
    listed = tuple(OptionBoard(str(at), (at, at, at), 0, 0, (0, 0, 0)) for at in range(options))
    return ClauseBoard(name, listed, (0b11,) * options, 0, -1, name == "people", True)


def small_board() -> Board:
    seats = tuple(SeatBoard(name, role, {}, (), {}, {}, True) for name, role in _SEATS)
    roles = Roles(0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1)
    hazard = Hazard(0, (), 0, 0, (), (), (), 0, 0, 0, 0, 0, 0)
    start = Start((), (), 0, 0, 0, 0, 0, 0, 0, (), 0, 0, (), ())
    return Board(
        scenario="small",
        digest="",
        format=Format("class", 6, 2, 2, 0, 4),
        seats=seats,
        clauses=tuple(clause(name) for name in _CLAUSES),
        roles=roles,
        mandates=(None, None, None),
        door=0,
        open_sittings=False,
        pairs=(),
        routes=(),
        bodies=(),
        hazard=hazard,
        salvo={},
        cards=(),
        acts=("no-energy-strikes",),
        places=("kyiv",),
        terms_of_return=("truce",),
        effects={},
        numbers={},
        start=start,
        seat_index={name: at for at, (name, _) in enumerate(_SEATS)},
        clause_index={name: at for at, name in enumerate(_CLAUSES)},
        parties=(0, 1),
        mediator=2,
    )


LABELS = {
    "seat.ukraine": "Ukraine",
    "seat.russia": "Russia",
    "seat.us": "United States",
    "clause.scope": "Scope",
    "clause.donetsk": "Donetsk",
    "clause.people": "People",
    "option.scope.0": "nothing yet",
    "option.scope.1": "energy",
    "option.donetsk.2": "neutral zone",
    "lever.tempo": "Tempo",
    "lever.tempo.hold": "hold",
    "card.oil-falls": "The oil price falls",
    "act.no-energy-strikes": "no strikes on energy supply",
    "place.kyiv": "Kyiv",
    "until.truce": "a truce is in force",
    "pair.verify-buffer": "a zone without monitors",
    "body.kyiv": "Ukraine's vote",
}


def voice(seat: str = "ukraine", **labels: str) -> Voice:
    return Voice(small_board(), Lexicon({**LABELS, **labels}), seat)


def other(seat: str) -> Voice:
    return replace(voice(), seat=seat)
