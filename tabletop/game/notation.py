"""One line for a move, both ways.

    position terms=donetsk:freeze,verify:both-side-access
    offer to=russia channel=open sittings=1 terms=scope:energy,term:week
    say to=all words="We have heard you."

The first word is the kind; then the move's own fields, in order, as `name=value`. Options are written by their
slugs, `-` takes a position back. Words stand in double quotes as in JSON. `NAMES` that replace seats (neutral
names) go in and come out the same way, so that no line gives a seat away.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from tabletop.errors import NotationError
from tabletop.game.records.moves import KINDS, Move
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT

TOKEN = re.compile(r'\s*([a-z-]+)=("(?:[^"\\]|\\.)*"|\S*)')
"""A field and its value."""

SEAT_FIELDS = frozenset({"to", "verifier", "about", "by", "seat"})
"""Fields that name a seat."""

NO_NAMES: Mapping[str, str] = {}


def format_move(board: Board, move: Move, names: Mapping[str, str] = NO_NAMES) -> str:
    """The line of a move.

    Args:
        board: Gives the slugs of options.
        move: The move.
        names: Seat id to the slug to write for it.
    """
    written = (
        f"{field.name}={write_value(board, field.name, getattr(move, field.name), names)}"
        for field in fields(move)
        if field.name != "kind"
    )
    return " ".join((move.kind, *written))


def write_value(board: Board, name: str, value: Any, names: Mapping[str, str]) -> str:
    """A field's value as it is written."""
    if name == "terms":
        return ",".join(f"{clause}:{write_option(board, clause, option)}" for clause, option in value)
    if name == "choices":
        return ",".join(f"{lever}:{option}" for lever, option in value)
    if name == "words":
        return json.dumps(value, ensure_ascii=False)
    if name in SEAT_FIELDS:
        return names.get(value, value)
    if name == "path":
        return ".".join(names.get(part, part) for part in value.split("."))
    return str(value)


def write_option(board: Board, clause: str, option: int) -> str:
    """An option by its slug, or `-`."""
    return "-" if option == SILENT else board.clauses[board.clause_index[clause]].options[option].id


def parse_move(board: Board, line: str, names: Mapping[str, str] = NO_NAMES) -> Move:
    """The move of a line.

    Raises:
        NotationError: It cannot be read; `at` says from where on.
    """
    text = line.strip()
    head = re.match(r"[a-z-]+", text)
    if head is None or head.group() not in KINDS:
        raise NotationError(line, 0, "a kind of move, such as position, offer or pass")
    cls = KINDS[head.group()]
    wanted = [field.name for field in fields(cls) if field.name != "kind"]
    found, at = read_fields(line, text, head.end(), wanted)
    seats = {shown: seat for seat, shown in names.items()}
    values: dict[str, Any] = {}
    for field in fields(cls):
        if field.name in found:
            start, raw = found[field.name]
            values[field.name] = read_value(board, line, (field.name, str(field.type)), raw, start, seats)
        elif field.name not in {"kind", "until"}:
            raise NotationError(line, at, f"{field.name}=…")
    try:
        move: Move = cls(**values)
    except TypeError as wrong:
        raise NotationError(line, at, "every field of the move") from wrong
    return move


def read_fields(line: str, text: str, at: int, wanted: list[str]) -> tuple[dict[str, tuple[int, str]], int]:
    """Fields with the offset and the text of their values, and where reading stopped."""
    found: dict[str, tuple[int, str]] = {}
    while at < len(text) and text[at:].strip():
        token = TOKEN.match(text, at)
        if token is None or token.group(1) not in wanted or token.group(1) in found:
            raise NotationError(line, at, f"one of {', '.join(wanted)}" if wanted else "nothing more")
        found[token.group(1)] = (token.start(2), token.group(2))
        at = token.end()
    return found, at


def read_value(
    board: Board, line: str, field: tuple[str, str], raw: str, at: int, seats: Mapping[str, str]
) -> Any:
    """A field's value as it is meant."""
    name, kind = field
    if name == "terms":
        return tuple(read_cell(board, line, part, at) for part in raw.split(",")) if raw else ()
    if name == "choices":
        pairs = [part.split(":") for part in raw.split(",")] if raw else []
        if any(len(pair) != 2 for pair in pairs):
            raise NotationError(line, at, "lever:option, separated by commas")
        return tuple((lever, option) for lever, option in pairs)
    if name == "words":
        try:
            return str(json.loads(raw))
        except json.JSONDecodeError as wrong:
            raise NotationError(line, at, 'words in double quotes, such as "We agree."') from wrong
    if kind == "<class 'int'>":
        try:
            return int(raw)
        except ValueError as wrong:
            raise NotationError(line, at, "a whole number") from wrong
    if name == "path":
        return ".".join(seats.get(part, part) for part in raw.split("."))
    return seats.get(raw, raw) if name in SEAT_FIELDS else raw


def read_cell(board: Board, line: str, part: str, at: int) -> tuple[str, int]:
    """A clause with an option."""
    clause, _, option = part.partition(":")
    if clause not in board.clause_index:
        raise NotationError(line, at, f"clause:option with a clause of {', '.join(board.clause_index)}")
    if option == "-":
        return clause, SILENT
    slugs = [known.id for known in board.clauses[board.clause_index[clause]].options]
    if option not in slugs:
        raise NotationError(line, at, f"an option of {clause}: {', '.join(slugs)}")
    return clause, slugs.index(option)
