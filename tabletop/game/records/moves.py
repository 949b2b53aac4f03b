"""What a seat can do: every move, as imperatives.

A move holds slugs, option numbers and words that people typed, nothing else. Its `kind` is its name in
journals, notation and forms; its field names are the names of the slots in a form (see `forms`).
An option is its place in the clause's list, from 0; `SILENT` (-1) takes a position back.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_args

Cell = tuple[str, int]
"""A clause and one of its options."""

Terms = tuple[Cell, ...]
"""Options on several clauses, in the scenario's order of clauses, each clause once."""


@dataclass(frozen=True, slots=True)
class Convene:
    """The mediator opens the session (T2.3)."""

    kind: Literal["convene"] = "convene"


@dataclass(frozen=True, slots=True)
class Orders:
    """Seal the orders for the coming fortnight (T2.2): one option for each of the seat's levers.

    Attributes:
        choices: Lever and option, in the scenario's order of levers.
    """

    choices: tuple[tuple[str, str], ...]
    kind: Literal["orders"] = "orders"


@dataclass(frozen=True, slots=True)
class Consent:
    """Seal a consent sheet: what a seat outside the room would carry in the coming session (T4.7).

    Attributes:
        to: Who sees it once the session is convened: `all`, or one seat.
        price: What must stand in the draft for it to count, `clause.option`, or `none` (T4.8).
        terms: Clauses with the option it would carry, of those that need its consent.
    """

    to: str
    price: str
    terms: Terms
    kind: Literal["consent"] = "consent"


@dataclass(frozen=True, slots=True)
class LastLook:
    """Ask to be awaited at each recess, before the orders take effect, or no longer (T2.7).

    Attributes:
        switch: `on` or `off`.
    """

    switch: str
    kind: Literal["last-look"] = "last-look"


@dataclass(frozen=True, slots=True)
class Amend:
    """Change one sealed order at the recess (T2.8): one lever and its new option."""

    choices: tuple[tuple[str, str], ...]
    kind: Literal["amend"] = "amend"


@dataclass(frozen=True, slots=True)
class KeepOrders:
    """Leave the sealed orders as they are at the recess (T2.8)."""

    kind: Literal["keep-orders"] = "keep-orders"


@dataclass(frozen=True, slots=True)
class Comply:
    """Seal how a truce in force is kept in the coming fortnight (T8.7).

    Attributes:
        way: `comply`, `look-away` or `breach`.
    """

    way: str
    kind: Literal["comply"] = "comply"


@dataclass(frozen=True, slots=True)
class Position:
    """Take, move or withdraw positions on one to three clauses (T4.1)."""

    terms: Terms
    kind: Literal["position"] = "position"


@dataclass(frozen=True, slots=True)
class OfferTrade:
    """Offer a package: accepted, maker and takers all stand on these options (T5.1).

    Attributes:
        to: The addressee, or `all` for every other seat in the room.
        channel: `open`, or `caucus` for a package only the pair sees.
        sittings: How many sittings it stays open after this one, 0 to 2.
        terms: One to five clauses with the option that all will stand on.
    """

    to: str
    channel: str
    sittings: int
    terms: Terms
    kind: Literal["offer"] = "offer"


@dataclass(frozen=True, slots=True)
class Accept:
    """Accept a trade, or a request for a caucus (T5.2)."""

    paper: int
    kind: Literal["accept"] = "accept"


@dataclass(frozen=True, slots=True)
class Decline:
    """Decline a trade or a request for a caucus (T5.3)."""

    paper: int
    kind: Literal["decline"] = "decline"


@dataclass(frozen=True, slots=True)
class Counter:
    """Answer a trade with another package to its maker (T5.4)."""

    paper: int
    terms: Terms
    kind: Literal["counter"] = "counter"


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back one's own open trade (T5.5)."""

    paper: int
    kind: Literal["withdraw"] = "withdraw"


@dataclass(frozen=True, slots=True)
class Bridge:
    """The mediator's double-blind proposal to both parties (T5.6)."""

    terms: Terms
    kind: Literal["bridge"] = "bridge"


@dataclass(frozen=True, slots=True)
class AnswerBridge:
    """Answer a bridge in secret: `yes` or `no` (T5.7)."""

    paper: int
    answer: str
    kind: Literal["answer-bridge"] = "answer-bridge"


@dataclass(frozen=True, slots=True)
class Vow:
    """Say in public that one will not go below (or above) an option (T6.1).

    Attributes:
        side: `not-below` or `not-above`.
        terms: Exactly one clause with the option that is the limit.
    """

    side: str
    terms: Terms
    kind: Literal["vow"] = "vow"


@dataclass(frozen=True, slots=True)
class Promise:
    """A typed commitment outside the text (T6.2).

    Attributes:
        to: The addressee.
        act: What will be done, from the scenario's list of acts.
        place: Where, from the scenario's list of places.
        start: In how many rounds it begins, 0 to 2.
        rounds: How many rounds it runs, 1 to 6.
        verifier: Who judges it.
        channel: `open` or `private`.
    """

    to: str
    act: str
    place: str
    start: int
    rounds: int
    verifier: str
    channel: str
    kind: Literal["promise"] = "promise"


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a seat how much a clause matters to it (T6.3)."""

    to: str
    clause: str
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True)
class AnswerAsk:
    """Answer a question, true or not; or answer on record for pressure put on one (T6.4)."""

    paper: int
    answer: str
    kind: Literal["answer-ask"] = "answer-ask"


@dataclass(frozen=True, slots=True)
class Say:
    """Free words, in public or to one seat in a caucus (T6.5).

    Attributes:
        to: `all`, or the other seat of a caucus.
    """

    to: str
    words: str
    kind: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class Show:
    """Put the result of one's own poll before all, or before the other seat of a caucus (T6.6)."""

    paper: int
    to: str
    kind: Literal["show"] = "show"


@dataclass(frozen=True, slots=True)
class RequestCaucus:
    """Ask another seat for a private channel until the end of the sitting (T7.1)."""

    to: str
    kind: Literal["caucus"] = "caucus"


@dataclass(frozen=True, slots=True)
class Invite:
    """A seat in the room asks one outside in (T7.13)."""

    to: str
    kind: Literal["invite"] = "invite"


@dataclass(frozen=True, slots=True)
class AnswerInvitation:
    """Answer an invitation to a seat outside (T7.14).

    Attributes:
        answer: `let-in`, or `object`, which may be said once a match.
    """

    paper: int
    answer: str
    kind: Literal["answer-invitation"] = "answer-invitation"


@dataclass(frozen=True, slots=True)
class OpenDrafting:
    """Take agreed clauses to the drafting table (T8.1).

    Attributes:
        instrument: `rows`, `truce`, `exchange` or `final`.
    """

    instrument: str
    kind: Literal["draft"] = "draft"


@dataclass(frozen=True, slots=True)
class Initial:
    """Initial what lies on the drafting table (T8.2)."""

    kind: Literal["initial"] = "initial"


@dataclass(frozen=True, slots=True)
class Object:
    """Refuse what lies on the drafting table; the reason may be empty (T8.3)."""

    words: str
    kind: Literal["object"] = "object"


@dataclass(frozen=True, slots=True)
class Reopen:
    """Ask to take an initialled clause out of its initials; all on its list must ask (T8.6)."""

    clause: str
    kind: Literal["reopen"] = "reopen"


@dataclass(frozen=True, slots=True)
class Pass:
    """Leave the floor: no more moves in this sitting, or nothing to add (T3.2)."""

    kind: Literal["pass"] = "pass"


@dataclass(frozen=True, slots=True)
class Recess:
    """The mediator ends the session early (T3.4)."""

    kind: Literal["recess"] = "recess"


@dataclass(frozen=True, slots=True)
class EndTalks:
    """Vote to end the talks when a party has stayed away for two sessions (T3.6)."""

    kind: Literal["end-talks"] = "end-talks"


@dataclass(frozen=True, slots=True)
class Protest:
    """Protest on the record; the reason may be empty (T7.3)."""

    words: str
    kind: Literal["protest"] = "protest"


@dataclass(frozen=True, slots=True)
class WalkOut:
    """Leave the room (T7.4).

    Attributes:
        until: What would bring the seat back, from the scenario's list of conditions, or `for-good`.
    """

    until: str
    kind: Literal["walk-out"] = "walk-out"


@dataclass(frozen=True, slots=True)
class Return:
    """Come back to the room (T7.5)."""

    kind: Literal["return"] = "return"


@dataclass(frozen=True, slots=True)
class Sweeten:
    """Mediator or Europe: a side payment tied to one option of a clause (T7.6)."""

    to: str
    terms: Terms
    kind: Literal["sweeten"] = "sweeten"


@dataclass(frozen=True, slots=True)
class Lean:
    """The mediator puts pressure on one party (T7.7)."""

    to: str
    kind: Literal["lean"] = "lean"


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """The mediator names a last round; sealed beside it, whether it is binding or a bluff (T7.8).

    Attributes:
        rounds: In how many rounds it passes, 1 to 3.
        nature: `binding` or `bluff`; nobody else sees it until it passes.
    """

    rounds: int
    nature: str
    kind: Literal["deadline"] = "deadline"


@dataclass(frozen=True, slots=True)
class Poll:
    """Ask one's own home whether it would carry the draft (T7.9)."""

    kind: Literal["poll"] = "poll"


@dataclass(frozen=True, slots=True)
class Attribute:
    """Say in public who was behind a strike (S2.4)."""

    paper: int
    to: str
    kind: Literal["attribute"] = "attribute"


@dataclass(frozen=True, slots=True)
class Leak:
    """Put before the public, unsigned, that a seat would stand somewhere in private; true or not (T7.10)."""

    about: str
    terms: Terms
    kind: Literal["leak"] = "leak"


@dataclass(frozen=True, slots=True)
class Brief:
    """Brief the press in words, unsigned (T7.11)."""

    words: str
    kind: Literal["brief"] = "brief"


@dataclass(frozen=True, slots=True)
class AnswerStrike:
    """Answer a strike that was reported (S2.1 to S2.3).

    Attributes:
        answer: `go-on`, `protest`, `condemn`, `truce`, `suspend`, `retaliate`, `pass`;
            for the one accused `deny`, `regret`, `blame`.
        until: With `suspend`, what would bring the seat back; otherwise empty.
    """

    answer: str
    until: str = ""
    kind: Literal["answer-strike"] = "answer-strike"


@dataclass(frozen=True, slots=True)
class Confirm:
    """After guarantors dropped clauses: `confirm` the text as it is, or `return` it, in secret (A4.3)."""

    answer: str
    kind: Literal["confirm"] = "confirm"


@dataclass(frozen=True, slots=True)
class Answer:
    """In the aftermath: answer an incident in kind (A5.3)."""

    kind: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Repair:
    """In the aftermath: offer to repair a gap; it works if both say so (A5.4)."""

    kind: Literal["repair"] = "repair"


@dataclass(frozen=True, slots=True)
class LetGo:
    """In the aftermath: let an incident go (A5.5)."""

    kind: Literal["let-go"] = "let-go"


@dataclass(frozen=True, slots=True)
class Refer:
    """In the aftermath: take an incident to the commission (A5.6)."""

    kind: Literal["refer"] = "refer"


@dataclass(frozen=True, slots=True)
class Decide:
    """In the aftermath: answer what the text asks (A5.9 to A5.12).

    Attributes:
        answer: To a renewal `renew` or `let-lapse`; to a call on the guarantee `stand-by` or `hold-back`; to a
            breach under phased relief `snap-back` or `wait`; to whether it breaks the text `stay` or `break`; to an
            incident `call-guarantee`.
    """

    answer: str
    kind: Literal["decide"] = "decide"


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one's own last step, as far as nothing was revealed (T9.1)."""

    kind: Literal["undo"] = "undo"


@dataclass(frozen=True, slots=True)
class Advance:
    """The table moves itself: nobody is awaited, or a clock ran out (T1.4)."""

    kind: Literal["advance"] = "advance"


@dataclass(frozen=True, slots=True)
class Override:
    """The facilitator sets a quantity, with a reason (T10.1).

    Attributes:
        path: The quantity, such as `alliance.patience` or `home.trust.ukraine.russia`.
        to: The new value, in the quantity's own unit.
        words: The reason.
    """

    path: str
    to: int
    words: str
    kind: Literal["override"] = "override"


@dataclass(frozen=True, slots=True)
class Inject:
    """The facilitator puts an event card on the table; it falls at the next seam (T10.2)."""

    card: str
    kind: Literal["inject"] = "inject"


@dataclass(frozen=True, slots=True)
class Retract:
    """The facilitator takes back an inject that has not fallen yet (T10.3)."""

    card: str
    kind: Literal["retract"] = "retract"


@dataclass(frozen=True, slots=True)
class Pause:
    """The facilitator freezes talks, war and clocks, or lets them go on (T10.4).

    Attributes:
        switch: `on` or `off`.
    """

    switch: str
    kind: Literal["pause"] = "pause"


@dataclass(frozen=True, slots=True)
class SetOdds:
    """The facilitator sets the odds of a strike at the next seam (T10.5).

    Attributes:
        by: The party that would strike.
        percent: 10, 25, 40, 60, 75 or 90.
    """

    by: str
    percent: int
    kind: Literal["odds"] = "odds"


@dataclass(frozen=True, slots=True)
class Reseat:
    """The facilitator gives a seat to a person or to a bot (T10.6).

    Attributes:
        seat: The seat.
        keeper: `person`, or a bot's temper.
    """

    seat: str
    keeper: str
    kind: Literal["reseat"] = "reseat"


@dataclass(frozen=True, slots=True)
class Stop:
    """The facilitator ends the match where it stands (T10.7).

    Attributes:
        words: Why; may be empty.
    """

    words: str
    kind: Literal["stop"] = "stop"


Move = (
    Convene | Orders | Position | OfferTrade | Accept | Decline | Counter | Withdraw | Bridge | AnswerBridge
    | Vow | Promise | Ask | AnswerAsk | Say | Show | RequestCaucus | Invite | OpenDrafting | Initial | Object | Reopen
    | Pass | Recess | EndTalks | Protest | WalkOut | Return | Sweeten | Lean | SetDeadline | Poll | Attribute
    | Leak | Brief | AnswerStrike | Confirm | Answer | Repair | LetGo | Refer | Decide | Undo | Advance | Override
    | Inject | Retract | Pause | SetOdds | Reseat | Consent | AnswerInvitation
    | LastLook | Amend | KeepOrders | Comply | Stop
)  # fmt: skip
"""Any move."""

KINDS: dict[str, type[Any]] = {cls.__dataclass_fields__["kind"].default: cls for cls in get_args(Move)}
"""Every move class by its kind."""
