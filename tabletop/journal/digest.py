"""Digests: the same thing always gives the same letters, on every machine.

Canonical JSON has sorted keys, no spaces and slugs; records become objects by their field names. Digests are
blake2b, 16 bytes, in hexadecimal.
"""

import json
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

from tabletop.game.core.sight import see
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import counted

SIZE = 16
"""Bytes of a digest."""


def plain(value: object) -> dict[str, Any]:
    """A record as an object of its fields: what `json` asks for when it meets something it does not know.

    Raises:
        TypeError: It is neither plain data nor a record.
    """
    if is_dataclass(value) and not isinstance(value, type):
        found = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: held for field, held in found if counted(field, held)}
    raise TypeError(f"not plain data: {type(value).__name__}")


def canonical(value: object) -> str:
    """Canonical JSON of plain data and records; everything beyond ASCII is escaped."""
    return json.dumps(value, default=plain, sort_keys=True, separators=(",", ":"))


def digest(value: object) -> str:
    """The digest of plain data and records."""
    return blake2b(canonical(value).encode(), digest_size=SIZE).hexdigest()


def chain(prev: str, played: object) -> str:
    """The digest of a link: what was played, and the digest of the link before it."""
    return digest([prev, played])


def state_digest(state: State) -> str:
    """The digest of a state without its record, whose lines are the chain's own events."""
    chapters = {field.name: getattr(state, field.name) for field in fields(state) if field.name != "record"}
    return digest(chapters)


def sight_digest(board: Board, state: State, seat: str) -> str:
    """The fingerprint of what a seat is shown of a state; empty for whoever keeps no seat.

    Words, clocks and turns are no part of it, so it is the same for a person, a bot and a machine.
    """
    if seat not in board.seat_index:
        return ""
    return digest(see(state, board.seat_index[seat], board.mediator))
