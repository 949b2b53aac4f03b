"""A table for cases: a real board, set dice, moves in notation, and macros for what is not the point."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from tabletop.errors import IllegalMove, Refusal
from tabletop.game.core.evolve import evolve, start
from tabletop.game.core.floor import spend
from tabletop.game.core.quantities import resolve, seat_ids, write
from tabletop.game.core.sight import Sight, see
from tabletop.game.core.step import Step
from tabletop.game.decide import decide, opening
from tabletop.game.legality import legal
from tabletop.game.notation import parse_move
from tabletop.game.records.events import Happening, PositionTaken
from tabletop.game.records.menu import Legal
from tabletop.game.records.moves import Advance, AnswerInvitation, Initial, Move, Orders, Pass
from tabletop.game.records.papers import Invitation
from tabletop.game.records.state import State
from tabletop.game.views import Preview, preview
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.table.match import Match, new_match
from tabletop.table.seats import PERSON
from tabletop.vocabulary import CONTROL, ENDS, FACILITATOR, SILENT, TABLE, Effects, Phase

SCENARIO = "abu-dhabi-2026"

MIDDLE = {
    "scope": "all-domains", "term": "until-treaty", "donetsk": "civil-police-zone", "status": "reserved",
    "buffer": "seven-km", "weapons": "rockets", "caps": "800k", "verify": "both-side-access",
    "respond": "ladder", "guarantee": "ratified-pledge", "sanctions": "phased", "people": "all-for-all",
    "ratification": "referendum",
}  # fmt: skip
"""A whole text that every seat may stand on, for cases that begin late."""

LOW = {"card", "optimism", "news", "body", "drones", "missiles", "place", "gap"}
"""Draws that come out as face 0 unless a case says otherwise: bodies say yes, cards are even, news are quiet."""

MIDDLING = {"weight", "private", "poll", "night", "front", "mood", "programme"}
"""Draws that come out in the middle: mandates as the author wrote them, polls and fortnights without an error."""


Value = TypeVar("Value")


class Dials(dict[str, Value]):
    """Named effects or numbers of the rules that remember which of them were ever read."""

    read: set[str]

    def __init__(self, dials: Mapping[str, Value]) -> None:
        super().__init__(dials)
        self.read = set()

    def __getitem__(self, name: str) -> Value:
        self.read.add(name)
        return super().__getitem__(name)


@cache
def dials() -> tuple[Dials[Effects], Dials[int]]:
    """The effects and the numbers that every case reads."""
    board = compile_board(open_scenario(SCENARIO))
    return Dials(board.effects), Dials(board.numbers)


@cache
def board_of(format_id: str, door: str, *, open_sittings: bool) -> Board:
    """The board for a format."""
    board = compile_board(
        open_scenario(SCENARIO), format_id=format_id, door=door, open_sittings=open_sittings
    )
    effects, numbers = dials()
    return replace(board, effects=effects, numbers=numbers)


@dataclass
class Faces:
    """Dice that show what a case wants: by `purpose/subject`, or by the whole place and name of a draw."""

    faces: Mapping[str, int]
    asked: set[str] = field(default_factory=set)

    def __call__(self, name: str, sides: int) -> int:
        place, purpose, subject, _ = name.split("/")
        for key in (f"{place}/{purpose}/{subject}", f"{purpose}/{subject}"):
            if key in self.faces:
                self.asked.add(key)
                face = self.faces[key]
                assert 0 <= face < sides, f"the die {name} has {sides} sides, not a face {face}"
                return face
        return 0 if purpose in LOW else sides // 2 if purpose in MIDDLING else sides - 1


class Rig:
    """A table in the middle of a case.

    Attributes:
        events: What followed from the last line.
        refused: The refusal of the last line, or None.
        previewed: What the last preview said, or None.
    """

    def __init__(self, given: Mapping[str, Any]) -> None:
        unknown = set(given) - {"format", "door", "open", "dice", "stand", "set", "play", "match", "without"}
        assert not unknown, f"unknown keys in given: {unknown}"
        form, door, open_ = (
            given.get("format", "class"),
            given.get("door", "standard"),
            given.get("open", True),
        )
        self.faces = Faces(given.get("dice", {}))
        self.events: tuple[Happening, ...] = ()
        self.refused: Refusal | None = None
        self.previewed: Preview | None = None
        self.match: Match | None = None
        without = tuple(given.get("without", ()))
        self.board = replace(board_of(form, door, open_sittings=open_), without=without)
        if given.get("match"):
            seating = {seat.id: PERSON for seat in self.board.seats}
            self.match = new_match(
                open_scenario(SCENARIO),
                seating=seating,
                seed=1,
                format_id=form,
                door=door,
                open_sittings=open_,
                without=without,
            )
            self.state = self.match.state
        else:
            empty = start(self.board)
            self.state = self.fold(empty, opening(self.board, empty, self.faces).events)
        self.stand(given.get("stand", {}))
        for line in given.get("play", []):
            self.line(line)
            assert self.refused is None, f"given: {line!r} is refused: {self.refused}"
        for text, value in given.get("set", {}).items():
            self.set(text, value)

    def set(self, text: str, value: int) -> None:
        """Set a quantity, in the state's unit."""
        path = resolve(text, seat_ids(self.board))
        assert path is not None, f"no quantity {text}"
        self.state = write(self.state, path, value)

    def fold(self, state: State, events: tuple[Happening, ...]) -> State:
        """The state after events."""
        for event in events:
            state = evolve(self.board, state, event)
        return state

    def stand(self, wanted: Mapping[str, Any]) -> None:
        """Let seats stand somewhere before anything is played; `all` is every seat, `middle` a whole text."""
        for who, terms in wanted.items():
            seats = seat_ids(self.board) if who == "all" else (who,)
            for clause, option in (MIDDLE if terms == "middle" else terms).items():
                at = self.board.clauses[self.board.clause_index[clause]]
                if at.annexed >= 0:
                    continue
                to = SILENT if option == "-" else [one.id for one in at.options].index(option)
                for seat in seats:
                    event = PositionTaken(seat=seat, clause=clause, was=SILENT, option=to, move="opening")
                    self.state = evolve(self.board, self.state, event)

    def sight(self, seat: str) -> Sight:
        """What a seat, or the facilitator, sees."""
        place = CONTROL if seat == FACILITATOR else self.board.seat_index[seat]
        return see(self.state, place, self.board.mediator)

    def legal(self, seat: str) -> Legal:
        """What a seat may do."""
        return self.match.view(seat).legal if self.match else legal(self.board, self.sight(seat))

    @property
    def awaited(self) -> list[str]:
        """The seats that owe a move."""
        return [seat.id for at, seat in enumerate(self.board.seats) if self.state.talks.awaiting >> at & 1]

    def do(self, seat: str, move: Move) -> None:
        """Make a move; a refusal is kept and changes nothing."""
        before = self.state
        try:
            if self.match is not None:
                seq = self.match.seq
                self.match.submit(seat, move, self.match.turn(seat) if seat != FACILITATOR else 0)
                entries = self.match.store.since(seq)
                self.events += tuple(event for entry in entries for event in entry.events)
                self.state = self.match.state
                return
            found = decide(self.board, self.state, seat, move, self.faces).events
        except IllegalMove as error:
            self.refused = error.refusal
            assert self.state == before
            return
        self.events += found
        self.state = self.fold(self.state, found)

    def line(self, line: str) -> None:
        """Play a line: `seat: notation`, `preview seat: notation`, `set path=value`, or a macro."""
        self.refused = self.previewed = None
        if line.startswith("set "):
            text, _, to = line.removeprefix("set ").partition("=")
            self.set(text, int(to))
            return
        seat, colon, notation = line.partition(": ")
        if not colon:
            MACROS[line](self)
            return
        if seat.startswith("preview "):
            seat = seat.removeprefix("preview ")
            said = preview(self.board, self.sight(seat), parse_move(self.board, notation))
            self.refused, self.previewed = (said, None) if isinstance(said, Refusal) else (None, said)
            return
        self.do(seat, parse_move(self.board, notation))

    def lines(self, lines: list[str] | str) -> None:
        """Play the lines that a case is about; their events are kept."""
        self.events = ()
        for line in [lines] if isinstance(lines, str) else lines:
            assert self.refused is None, f"before {line!r}: {self.refused}"
            self.line(line)

    def one(self, seat: str, move: Move) -> None:
        """A move of a macro, which must be legal."""
        self.do(seat, move)
        assert self.refused is None, f"a macro's {move} by {seat} is refused: {self.refused}"


def table(rig: Rig) -> None:
    """One step of the table."""
    rig.one(TABLE, Advance())


def settle(rig: Rig) -> None:
    """The table moves until somebody is awaited or the match is over."""
    while not rig.awaited and rig.state.talks.phase not in ENDS:
        table(rig)


def seal(rig: Rig) -> None:
    """Everybody who has not yet seals default orders."""
    for at, seat in enumerate(rig.board.seats):
        if not rig.state.sealed.orders[at]:
            rig.one(seat.id, Orders(seat.default_orders))


def sit(rig: Rig) -> None:
    """Orders are sealed, the session is convened, its first sitting opens."""
    seal(rig)
    rig.line(f"{rig.board.seats[rig.board.mediator].id}: convene")
    if rig.match is None:
        settle(rig)


def pass_all(rig: Rig) -> None:
    """Everybody awaited passes until nobody is."""
    while rig.awaited:
        rig.one(rig.awaited[0], Pass())


def sitting_over(rig: Rig) -> None:
    """Everybody passes, and the table goes on to what comes next."""
    pass_all(rig)
    table(rig)


def us_spends(rig: Rig) -> None:
    """The mediator uses up a move and changes nothing else: what is spoken of is not the point, the budget is."""
    assert rig.match is None, "a match knows moves alone"
    step = Step(rig.board, rig.state, rig.faces, rig.board.seats[rig.board.mediator].id)
    spend(step)
    rig.events += step.events
    rig.state = rig.fold(rig.state, step.events)


def session_over(rig: Rig) -> None:
    """Everybody passes until the session is in recess."""
    while rig.state.talks.phase != Phase.RECESSED:
        sitting_over(rig)


def next_round(rig: Rig) -> None:
    """The session ends and the fortnight passes."""
    session_over(rig)
    table(rig)


def initial_all(rig: Rig) -> None:
    """All that are asked initial."""
    while rig.awaited:
        rig.one(rig.awaited[0], Initial())


def let_in(rig: Rig) -> None:
    """All that are asked let the guest in."""
    asked = next(paper for paper in rig.state.papers if isinstance(paper, Invitation))
    for seat in asked.to:
        rig.one(seat, AnswerInvitation(asked.id, "let-in"))


def sign(rig: Rig) -> None:
    """The final text is put on the drafting table and initialled by all that are asked."""
    rig.line(f"{rig.awaited[0]}: draft instrument=final")
    assert rig.refused is None, f"a final text is refused: {rig.refused}"
    initial_all(rig)
    table(rig)


def in_force(rig: Rig) -> None:
    """Home says yes at every step of the way."""
    while rig.state.talks.phase == Phase.INITIALLED:
        table(rig)
    assert rig.state.talks.phase == Phase.HOLDING, rig.state.talks.phase


MACROS = {
    "table": table,
    "settle": settle,
    "seal": seal,
    "sit": sit,
    "pass-all": pass_all,
    "sitting-over": sitting_over,
    "us-spends": us_spends,
    "session-over": session_over,
    "next-round": next_round,
    "initial-all": initial_all,
    "let-in": let_in,
    "sign": sign,
    "in-force": in_force,
}
"""What a case may write instead of moves."""
