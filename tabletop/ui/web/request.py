"""What a server tells a seat's page beside the match: which page is asked for, and what became of the last post."""

from dataclasses import dataclass, field
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
    TABLE, "text", "document", "conditions", "record", "outside", "map", "ledger", "brief", "counsel", "sources",
    "closed", "end",
)  # fmt: skip
"""Every page of a seat, in the order of its links; `source` tells of one figure of `sources`."""

STALE = Refusal("stale", "T1.2")
"""What a post is told whose turn is not the view's any more."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the move that was posted last.

    Attributes:
        state: `written`, `refused` or `waiting`.
        at: The time of day it was written, for people; empty for none.
        line: The line of the journal, 0 where it is not told.
    """

    state: Literal["written", "refused", "waiting"]
    at: str = ""
    line: int = 0


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
        language: The language of the answer.
        cid: A fresh key for the move that is posted from this page; forms add their own place to it.
        style: The address of the stylesheet.
        clock: What is left of the sitting; None without a clock.
        dice: The commitment to the seed; None where there is none.
        refused: Why the last post was refused.
        posted: The fields of the last post, to stand in their form again.
        chosen: The move that the last post wants to see before it is made.
        receipt: What became of the move that was posted last.
        notice: A sentence of the server, such as that another window of this seat is open.
        advice: Counsel on the view, for the page `counsel`; `port.advice` gives it.
        debrief: After the end: the seat's results and what was under seal.
        report: After the end: the address of the report as text.
    """

    page: str = TABLE
    figure: str = ""
    language: str = FIRST
    cid: str = "cid"
    style: str = "/style.css"
    clock: Clock | None = None
    dice: Dice | None = None
    refused: Refusal | None = None
    posted: Posted = field(default_factory=dict[str, tuple[str, ...]])
    chosen: Move | None = None
    receipt: Receipt | None = None
    notice: str = ""
    advice: Advice | None = None
    debrief: tuple[Section, ...] = ()
    report: str = ""
