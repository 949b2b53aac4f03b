"""What stands in a journal: a header, then one entry for every move.

What is played is hashed; wall time, client ids and display names stand beside, outside the chain, so two
runs of the same seed and the same moves differ in nothing else. Records are read back through pydantic, by
their `kind`, into the very classes that the game plays with.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from tabletop.errors import OtherRules
from tabletop.game.records.events import Happening
from tabletop.game.records.moves import Move
from tabletop.game.records.sentence import Sentence
from tabletop.journal.digest import chain, digest, plain
from tabletop.vocabulary import LATER, RULESET

VERSION = 2
"""The version of the journal's form that this program writes."""

Draw = tuple[str, int, int]
"""A draw: its name, the number of sides, and what came."""

Raw = dict[str, Any]
"""A line of a journal before it is known to be one."""

OPTIONAL = frozenset({"reason", "voice", "state", "saw", "at", "cid"})
"""What a line leaves out when it is empty."""

BESIDE = frozenset({"at", "cid", "names", "neutral", "digest", "prev"})
"""What is not played: it stands beside the chain or is the chain itself."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a match was opened with; enough to compile its board again, without any file of the scenario.

    Attributes:
        package: Version of the program that wrote it.
        ruleset: Version of the rulebook.
        scenario: Id of the scenario.
        board: Digest of the scenario's rules and ids.
        files: The scenario's own texts, by name.
        format: Id of the format, such as `class`.
        door: Id of the difficulty.
        open_sittings: Whether all seats move at once.
        seed: What every draw is keyed by.
        seating: By seat: `person`, or a bot's temper.
        version: Version of the journal's form.
        at: When it was opened, UTC; beside the chain.
        names: Display names by seat; beside the chain.
        neutral: Whether invented names stand for the real ones on screens; beside the chain.
        without: Kinds of moves that were left out (T1.8).
    """

    package: str
    ruleset: str
    scenario: str
    board: str
    files: Mapping[str, str]
    format: str
    door: str
    open_sittings: bool
    seed: int
    seating: Mapping[str, str]
    version: int = VERSION
    at: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    neutral: bool = False
    without: tuple[str, ...] = field(default=(), metadata=LATER)

    @property
    def same_rules(self) -> bool:
        """Whether this program decides by the rules it was played by; if not, nothing of it is decided again."""
        return self.ruleset == RULESET

    def need_same_rules(self, where: str) -> None:
        """Refuse to decide anything about a match of other rules; `where` names its journal.

        Raises:
            OtherRules: It was played by other rules.
        """
        if not self.same_rules:
            raise OtherRules(where, self.ruleset, RULESET)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of a match.

    Attributes:
        seq: From 1, without gaps.
        seat: Who moved; `table` for the calendar.
        move: The move.
        draws: Every draw that was asked for, in order.
        events: What then happened, in order.
        reason: Why a bot made the move; None for people.
        state: Digest of the state after it, on entries by `table`; otherwise empty.
        at: When, UTC; beside the chain.
        cid: The client's own id of the move, so that a resend does no harm; it belongs to the seat, and another
            seat may use the same; beside the chain.
        saw: Digest of what the seat was shown when it moved, person and bot alike; empty for the table.
        voice: The sentence the seat said in public with the move; None when it said nothing. Others heard it, so
            the chain covers it.
    """

    seq: int
    seat: str
    move: Annotated[Move, Field(discriminator="kind")]
    draws: tuple[Draw, ...]
    events: tuple[Annotated[Happening, Field(discriminator="kind")], ...]
    reason: Sentence | None = None
    state: str = ""
    at: str = ""
    cid: str = ""
    saw: str = ""
    voice: Sentence | None = None


@cache
def headers() -> TypeAdapter[Header]:
    """Reads headers; built when the first one is read."""
    return TypeAdapter(Header)


@cache
def entries() -> TypeAdapter[Entry]:
    """Reads entries; built when the first one is read."""
    return TypeAdapter(Entry)


def played(raw: Raw) -> Raw:
    """The part of a line that the chain covers."""
    return {key: value for key, value in raw.items() if key not in BESIDE}


def encode_header(header: Header) -> tuple[str, str]:
    """A header as a line without its end, and its digest, where the chain begins."""
    raw = plain(header)
    raw["digest"] = digest(played(raw))
    return json.dumps(raw, separators=(",", ":")), raw["digest"]


def encode_entry(entry: Entry, prev: str) -> tuple[str, str]:
    """An entry as a line without its end, and its digest, which the next entry follows."""
    raw = {key: value for key, value in plain(entry).items() if value or key not in OPTIONAL}
    raw["digest"], raw["prev"] = chain(prev, played(raw)), prev
    return json.dumps(raw, default=plain, separators=(",", ":")), raw["digest"]


def decode_header(raw: Raw) -> Header:
    """A header from a line in the newest form.

    Raises:
        pydantic.ValidationError: It is no header.
    """
    return headers().validate_json(json.dumps({key: value for key, value in raw.items() if key != "digest"}))


def decode_entry(raw: Raw) -> Entry:
    """An entry from a line in the newest form.

    Raises:
        pydantic.ValidationError: It is no entry.
    """
    kept = {key: value for key, value in raw.items() if key not in {"digest", "prev"}}
    return entries().validate_json(json.dumps(kept))
