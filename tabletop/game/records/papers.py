"""The papers on the table: things with a life of their own, each with its audience.

What others may know of a hidden thing is another paper (`BridgeNotice` beside `Bridge`), never the same
paper with holes.
"""

from dataclasses import dataclass
from typing import Literal

from tabletop.game.records.moves import Terms


@dataclass(frozen=True, slots=True)
class NumberedPaper:
    """What all papers share.

    Attributes:
        id: Its number; they count up through the match.
        seen: Mask of the seats that may see it, `EVERYONE` for public.
    """

    id: int
    seen: int


@dataclass(frozen=True, slots=True)
class MadePaper(NumberedPaper):
    """A paper that a seat has made: `by` says which."""

    by: str


@dataclass(frozen=True, slots=True)
class Offer(MadePaper):
    """An open trade (T5.1)."""

    to: tuple[str, ...]
    terms: Terms
    until: int
    """Sittings it stays open after this one."""
    accepted: tuple[str, ...] = ()
    answer_first: bool = False
    """True when the addressee must answer before the sitting goes on (a truce clause demanded, S2.5)."""
    kind: Literal["offer"] = "offer"


@dataclass(frozen=True, slots=True)
class CaucusRequest(MadePaper):
    """A request for a private channel (T7.1)."""

    to: tuple[str, ...]
    kind: Literal["caucus-request"] = "caucus-request"


@dataclass(frozen=True, slots=True)
class BridgeNotice(MadePaper):
    """That a bridge lies before its addressees (T5.6); its terms are another paper."""

    to: tuple[str, ...]
    kind: Literal["bridge-notice"] = "bridge-notice"


@dataclass(frozen=True, slots=True)
class BridgePaper(MadePaper):
    """The terms of a bridge, for the mediator and the addressees (T5.6)."""

    to: tuple[str, ...]
    terms: Terms
    kind: Literal["bridge"] = "bridge"


@dataclass(frozen=True, slots=True)
class PromisePaper(MadePaper):
    """A promise with its terms (T6.2). Rounds are counted from the start of the match."""

    to: str
    act: str
    place: str
    start: int
    end: int
    verifier: str
    state: str = "open"
    kind: Literal["promise"] = "promise"


@dataclass(frozen=True, slots=True)
class Question(MadePaper):
    """A question about a clause, or pressure that asks for an answer on record (T6.3, T7.7)."""

    to: tuple[str, ...]
    clause: str
    """The clause asked about; empty when the paper is pressure."""
    kind: Literal["question"] = "question"


@dataclass(frozen=True, slots=True)
class Claim(MadePaper):
    """An unsigned report in the press of where a seat would stand (T7.10).

    Attributes:
        by: The source if it was traced, otherwise empty.
    """

    about: str
    terms: Terms
    kind: Literal["claim"] = "claim"


@dataclass(frozen=True, slots=True)
class PollCard(MadePaper):
    """The result of a poll at home (T7.9): support or chance as measured, in hundredths of a point."""

    result: int
    round: int
    kind: Literal["poll-card"] = "poll-card"


@dataclass(frozen=True, slots=True)
class SidePayment(MadePaper):
    """A sweetener tied to one option of a clause (T7.6)."""

    to: str
    terms: Terms
    kind: Literal["side-payment"] = "side-payment"


@dataclass(frozen=True, slots=True)
class Deadline(MadePaper):
    """A last round named by the mediator (T7.8). `nature` is another paper, the mediator's own."""

    round: int
    kind: Literal["deadline"] = "deadline"


@dataclass(frozen=True, slots=True)
class DeadlineNature(MadePaper):
    """Whether a deadline is binding or a bluff; sealed until it passes (T7.8)."""

    deadline: int
    nature: str
    kind: Literal["deadline-nature"] = "deadline-nature"


@dataclass(frozen=True, slots=True)
class StrikePaper(MadePaper):
    """A strike that was reported (S1.2), in pieces, homes and places.

    Attributes:
        by: The side it is laid to, which is accused; who was behind it is sealed (S1.5).
        target: `energy`, `refineries` or `military`.
        named: Seats that named somebody in public, and whom (S2.4).
        answer: What the accused answered, or empty (S2.3).
        settled: The cause, once an inspection has settled it (S2.7), or empty.
        author: The side behind it, once settled, or empty.
    """

    target: str
    place: str
    drones: int
    missiles: int
    stopped_drones: int
    stopped_missiles: int
    dark: int
    round: int
    named: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    settled: str = ""
    author: str = ""
    kind: Literal["strike"] = "strike"


@dataclass(frozen=True, slots=True)
class EvidencePaper(NumberedPaper):
    """What a seat was told in confidence of a strike (S1.6).

    Attributes:
        strike: The number of the strike's paper.
        to: The seat that was told; nobody else sees the paper.
        cause: What its services hold to be behind it.
        author: The side that they hold to be behind it.
        confidence: How sure they say they are, per cent.
    """

    strike: int
    to: str
    cause: str
    author: str
    confidence: int
    kind: Literal["evidence"] = "evidence"


@dataclass(frozen=True, slots=True)
class Incident(NumberedPaper):
    """An incident in the aftermath, falling on a gap of the text (A5.2)."""

    month: int
    gap: str
    kind: Literal["incident"] = "incident"


@dataclass(frozen=True, slots=True)
class ConsentSheet(MadePaper):
    """What a seat outside the room would carry in a session (T4.7).

    Attributes:
        to: The one seat that sees it besides its maker; empty when it is for all.
        price: What must stand in the draft, `clause.option`, or `none` (T4.8).
        sealed: Whether it waits for the session; nobody but its maker sees it then.
    """

    to: tuple[str, ...]
    price: str
    terms: Terms
    sealed: bool
    kind: Literal["consent-sheet"] = "consent-sheet"


@dataclass(frozen=True, slots=True)
class Invitation(MadePaper):
    """That a seat outside was asked in, while others may still object (T7.14).

    Attributes:
        to: The seats that have not answered yet.
        guest: The seat that was asked in.
    """

    to: tuple[str, ...]
    guest: str
    kind: Literal["invitation"] = "invitation"


@dataclass(frozen=True, slots=True)
class Objection(MadePaper):
    """That a seat has used its one objection (T7.14); in that round the guest stays outside."""

    guest: str
    round: int
    kind: Literal["objection"] = "objection"


Paper = (
    Offer | CaucusRequest | BridgeNotice | BridgePaper | PromisePaper | Question | Claim | PollCard
    | SidePayment | Deadline | DeadlineNature | StrikePaper | EvidencePaper | Incident
    | ConsentSheet | Invitation | Objection
)  # fmt: skip
"""Any paper."""
