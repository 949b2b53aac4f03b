"""What a terminal and a host say to each other: one JSON object a message, by its `kind`.

A terminal gets what its seat sees and computes its view from that, by the same function and the same rules as the
host, so previews and menus need no network. Nothing that is sent counts or dates what others do under seal.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from hashlib import blake2b
from typing import Annotated, Literal, cast, get_args, get_type_hints

from pydantic import BeforeValidator, Field, PlainSerializer, TypeAdapter, ValidationError

from tabletop.errors import Refusal, TabletopError
from tabletop.game.core.sight import Sight
from tabletop.game.records.events import Happening, Undone
from tabletop.game.records.moves import Move
from tabletop.game.records.state import RecordLine
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.port import SeatEntry
from tabletop.vocabulary import RULESET, Phase
from tabletop.words.language.section import Section

PATH = "/terminal"
"""Where a host lets terminals in."""

UP_MOST, DOWN_MOST = 16_384, 8_000_000
"""Bytes of a message at most: from a terminal, from a host."""

PAIRS = "="
"""The one key of an object that stands for a mapping whose keys are no strings."""


class Strange(TabletopError):
    """What came over the wire is no message of this program's."""


def _in_pairs(value: object) -> object:
    """Plain data in which every mapping has keys that JSON knows."""
    if isinstance(value, dict):
        found = {key: _in_pairs(held) for key, held in cast("dict[object, object]", value).items()}
        return found if all(isinstance(key, str) for key in found) else {PAIRS: [*map(list, found.items())]}
    return [*map(_in_pairs, cast("list[object]", value))] if isinstance(value, list | tuple) else value


def _out_of_pairs(value: object) -> object:
    """The other way round."""
    if isinstance(value, dict):
        found = cast("dict[object, object]", value)
        if found.keys() == {PAIRS}:
            pairs = cast("list[tuple[object, object]]", found[PAIRS])
            return {_key(key): _out_of_pairs(held) for key, held in pairs}
        return {key: _out_of_pairs(held) for key, held in found.items()}
    return [*map(_out_of_pairs, cast("list[object]", value))] if isinstance(value, list) else value


def _key(value: object) -> object:
    """A key as it was before JSON made a list of it."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


@cache
def _boards() -> TypeAdapter[Board]:
    return TypeAdapter(Board)


AnyMove = Annotated[Move, Field(discriminator="kind")]
AnyHappening = Annotated[Happening, Field(discriminator="kind")]
SentBoard = Annotated[
    Board,
    PlainSerializer(lambda board: _in_pairs(_boards().dump_python(board))),
    BeforeValidator(_out_of_pairs),
]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record; see `RecordLine`."""

    round: int
    sitting: int
    step: int
    event: AnyHappening


@dataclass(frozen=True, slots=True)
class Told:
    """A step of the match as a seat could tell it; see `SeatEntry`."""

    seq: int
    round: int
    sitting: int
    phase: Phase
    move: AnyMove | None
    events: tuple[AnyHappening, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a seat sees.

    Attributes:
        turn: The turn of its view.
        undo: Whether its last step can be taken back.
        sight: Its sight, without the record.
        record: The record of its sight.
    """

    turn: int
    undo: bool
    sight: Sight
    record: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Knock:
    """Up: the class code, to be told which seats there are; `shape` says how this terminal speaks."""

    shape: str
    code: str
    kind: Literal["knock"] = "knock"


@dataclass(frozen=True, slots=True)
class Sit:
    """Up, after a code that was right: take a seat."""

    table: int
    seat: str
    nickname: str
    kind: Literal["sit"] = "sit"


@dataclass(frozen=True, slots=True)
class Come:
    """Up: the token of a seat.

    Attributes:
        shape: How this terminal speaks.
        token: The token.
        known: How many steps of the match it was told before; -1 when it comes for the first time and needs the board.
    """

    shape: str
    token: str
    known: int
    kind: Literal["come"] = "come"


@dataclass(frozen=True, slots=True)
class Make:
    """Up: a move on the view of a turn, under the terminal's own id of it; sent again until there is an answer."""

    cid: str
    turn: int
    move: AnyMove
    kind: Literal["make"] = "make"


@dataclass(frozen=True, slots=True)
class Look:
    """Up: what was seen after a step, by its place among those that the seat was told."""

    index: int
    kind: Literal["look"] = "look"


@dataclass(frozen=True, slots=True)
class AskDebrief:
    """Up, once the match is over: what it came to, in a language."""

    language: str
    kind: Literal["ask-debrief"] = "ask-debrief"


@dataclass(frozen=True, slots=True)
class Place:
    """A seat of a table, as whoever comes in may know it: who sits there, and whether it can be had."""

    table: int
    seat: str
    label: str
    state: Literal["free", "taken", "closed"]
    nickname: str


@dataclass(frozen=True, slots=True)
class Places:
    """Down: every seat of the class."""

    places: tuple[Place, ...]
    kind: Literal["places"] = "places"


@dataclass(frozen=True, slots=True)
class Seated:
    """Down: the token of the seat that was taken."""

    token: str
    kind: Literal["seated"] = "seated"


@dataclass(frozen=True, slots=True)
class Welcome:
    """Down, to who comes for the first time: the seat, what it may know of the board, and its words.

    Attributes:
        room: A name for the class, the same each time.
        table: The table's number.
        seat: The seat.
        board: The board as the seat may know it.
        lexicon: The words of the scenario, without those written for others.
        commitment: What the host committed to for its dice before the first move.
    """

    room: str
    table: int
    seat: str
    board: SentBoard
    lexicon: Lexicon
    commitment: str
    kind: Literal["welcome"] = "welcome"


@dataclass(frozen=True, slots=True)
class Shown:
    """Down: what the seat sees now, and what it was told since.

    Attributes:
        seen: What it sees.
        stand_in: Whether a bot plays the seat at present.
        since: The place of the first of these steps among all that the seat was told.
        told: The steps.
    """

    seen: Seen
    stand_in: bool
    since: int
    told: tuple[Told, ...]
    kind: Literal["shown"] = "shown"


@dataclass(frozen=True, slots=True)
class Looked:
    """Down: what was seen after a step; None where there is no such step."""

    index: int
    seen: Seen | None
    kind: Literal["looked"] = "looked"


@dataclass(frozen=True, slots=True)
class Answer:
    """Down: what became of a move; see `Receipt`, of which it has no number and no digest."""

    cid: str
    state: Literal["written", "refused", "unknown"]
    refusal: Refusal | None = None
    why: str = ""
    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Debrief:
    """Down: what the match came to, as the seat may read it, and what the scenario says to those who played it."""

    sections: tuple[Section, ...]
    text: str
    kind: Literal["debrief"] = "debrief"


@dataclass(frozen=True, slots=True)
class Bye:
    """Down, and nothing after it: why this connection ends.

    Attributes:
        code: Its sentence stands in the words under `lobby.` or `join.` and this.
        facts: What the sentence needs.
    """

    code: str
    facts: Mapping[str, str]
    kind: Literal["bye"] = "bye"


Up = Knock | Sit | Come | Make | Look | AskDebrief
Down = Places | Seated | Welcome | Shown | Looked | Answer | Debrief | Bye


@cache
def _ups() -> TypeAdapter[Up]:
    return TypeAdapter(Annotated[Up, Field(discriminator="kind")])


@cache
def _downs() -> TypeAdapter[Down]:
    return TypeAdapter(Annotated[Down, Field(discriminator="kind")])


def up_sent(message: Up) -> str:
    """A message of a terminal, to be sent."""
    return _ups().dump_json(message).decode()


def down_sent(message: Down) -> str:
    """A message of a host, to be sent."""
    return _downs().dump_json(message).decode()


def up_read(raw: str | bytes) -> Up:
    """A message of a terminal.

    Raises:
        Strange: It is none.
    """
    try:
        return _ups().validate_json(raw)
    except (ValidationError, RecursionError) as error:
        raise Strange(str(error).splitlines()[0]) from None


def down_read(raw: str | bytes) -> Down:
    """A message of a host.

    Raises:
        Strange: It is none.
    """
    try:
        return _downs().validate_json(raw)
    except (ValidationError, RecursionError) as error:
        raise Strange(str(error).splitlines()[0]) from None


def seen_of(sight: Sight, turn: int, *, undo: bool) -> Seen:
    """A seat's sight, as it is sent."""
    lines = tuple(Line(line.round, line.sitting, line.step, uncounted(line.event)) for line in sight.record)
    return Seen(turn, undo, replace(sight, record=()), lines)


def sight_of(seen: Seen) -> Sight:
    """The sight that was sent."""
    lines = tuple(RecordLine(line.round, line.sitting, line.step, line.event) for line in seen.record)
    return replace(seen.sight, record=lines)


def told_of(entry: SeatEntry) -> Told:
    """A step that a seat was told, as it is sent."""
    heard = tuple(uncounted(event) for event in entry.events)
    return Told(entry.seq, entry.round, entry.sitting, entry.phase, entry.move, heard)


def uncounted(event: Happening) -> Happening:
    """An event as it is sent: a step that was taken back stands in it without its number in the journal.

    That number counts what others did under seal; no sentence names it.
    """
    return replace(event, to=0) if isinstance(event, Undone) else event


def entry_of(told: Told) -> SeatEntry:
    """The step that was sent."""
    return SeatEntry(told.seq, told.round, told.sitting, told.phase, told.move, told.events)


@cache
def shape() -> str:
    """How this program speaks: the rules it plays by, and a digest of the names of everything that is ever sent.

    Two programs with one shape read each other's messages alike, whatever versions they have.
    """
    names: dict[str, str] = {}
    gather(Up, names)
    gather(Down, names)
    digest = blake2b(repr(sorted(names.items())).encode(), digest_size=8).hexdigest()
    return f"{RULESET}/{digest}"


def gather(found: object, names: dict[str, str]) -> None:
    """Every record that a type leads to, with the names of its fields."""
    if isinstance(found, type) and is_dataclass(found):
        name = f"{found.__module__}.{found.__qualname__}"
        if name in names:
            return
        names[name] = ",".join(field.name for field in fields(found))
        for hint in get_type_hints(found).values():
            gather(hint, names)
    for part in get_args(found):
        gather(part, names)
