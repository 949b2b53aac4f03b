"""What a server tells a seat's page beside the match: which page is asked for, and what became of the last post."""

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Literal

from tabletop.errors import Refusal
from tabletop.game.records.moves import Move
from tabletop.table.advice import Advice
from tabletop.ui.web.forms import Posted
from tabletop.words.language.i18n import FIRST
from tabletop.words.language.section import Section

TABLE = "table"
"""The page with the moves; every post comes back to it."""

PAGES = (
    TABLE, "text", "document", "conditions", "record", "outside", "map", "ledger", "brief", "notes", "counsel",
    "sources", "closed", "end",
)  # fmt: skip
"""Every page of a seat, in the order of its links; `source` tells of one figure of `sources`."""

NOTES_MOST = 2_000
"""Characters of a seat's notes that a page sends at most."""

STALE = Refusal("stale", "T1.2")
"""What a post is told whose turn is not the view's any more."""


def mark_of(text: str) -> str:
    """A mark of a text, by which a page that was opened before knows that it has changed."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the move that was posted last.

    Attributes:
        state: `written`, `refused` or `waiting`.
        at: The time of day it was written, for people; empty for none.
        line: The line of the journal, 0 where it is not told.
        own: Which of the seat's own moves it is, from 1; 0 where it is not told.
    """

    state: Literal["written", "refused", "waiting"]
    at: str = ""
    line: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """What is left of a sitting; instants are milliseconds since 1970 by the host's own time.

    Attributes:
        now: When the page was made.
        deadline: When the time is up; 0 while the clock stands.
        paused_left: Milliseconds left while it stands.
    """

    now: int
    deadline: int
    paused_left: int

    @property
    def left(self) -> int:
        """Whole seconds left, 0 once the time is up."""
        return max(0, (self.deadline - self.now if self.deadline else self.paused_left) // 1000)


@dataclass(frozen=True, slots=True)
class Dice:
    """What is told of the dice: the commitment to their seed; seed and salt only after the end."""

    commitment: str
    seed: str = ""
    salt: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One request for a seat's page.

    Attributes:
        page: One of `PAGES`, or `source`; any other is the table.
        figure: The figure that the page `source` is about.
        card: The card of orders that is to fill in its form; empty for none.
        language: The language of the answer.
        cid: A fresh key for the move that is posted from this page; forms add their own place to it.
        style: The address of the stylesheet.
        script: The address of the script; empty for a page without one.
        mine: Under what a browser keeps what belongs to this seat; other seats and rooms have other names.
        again: After so many seconds a page without a script asks anew by itself; 0 for never.
        clock: What is left of the sitting; None without a clock.
        dice: The commitment to the seed; None where there is none.
        refused: Why the last post was refused.
        posted: The fields of the last post, to stand in their form again.
        chosen: The move that the last post wants to see before it is made.
        receipt: What became of the move that was posted last.
        notice: A sentence of the server, such as that another window of this seat is open.
        advice: Counsel on the view, for the page `counsel`; `port.advice` gives it.
        unkept: A text of the seat's notes that could not be kept as it was sent; empty when it was.
        debrief: After the end: the seat's results and what was under seal.
        report: After the end: the address of the report as text.
    """

    page: str = TABLE
    figure: str = ""
    card: str = ""
    language: str = FIRST
    cid: str = "cid"
    style: str = "/style.css"
    script: str = ""
    mine: str = ""
    again: int = 0
    clock: Clock | None = None
    dice: Dice | None = None
    refused: Refusal | None = None
    posted: Posted = field(default_factory=dict[str, tuple[str, ...]])
    chosen: Move | None = None
    receipt: Receipt | None = None
    notice: str = ""
    advice: Advice | None = None
    unkept: str = ""
    debrief: tuple[Section, ...] = ()
    report: str = ""
