"""What then happened: every event, in the past tense.

Events carry results (`to`), never differences, so that booking them needs no arithmetic. `seen` is the mask
of the seats that may know, `EVERYONE` for public; `rule` is the rule that made it. Events with a story are
lines of the record; `Shifted`, `TalksSet` and `PhaseChanged` are bookkeeping.
"""

from dataclasses import dataclass
from typing import Literal

from tabletop.game.records.moves import Terms
from tabletop.game.records.papers import Paper
from tabletop.vocabulary import EVERYONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What all events share.

    Attributes:
        seen: Mask of the seats that may know.
        rule: The rule that made it.
    """

    seen: int = EVERYONE
    rule: str = ""


@dataclass(frozen=True, slots=True)
class SeatEvent(Event):
    """What a seat did, or what came to it: `seat` says which."""

    seat: str


@dataclass(frozen=True, slots=True)
class MatchOpened(Event):
    """The match was dealt: mandates, cards and alternatives, under seal (V2.1)."""

    weights: tuple[tuple[int, ...], ...]
    cards: tuple[int, ...]
    alternatives: tuple[int, ...]
    optimism: tuple[int, ...]
    kind: Literal["match-opened"] = "match-opened"


@dataclass(frozen=True, slots=True)
class PhaseChanged(Event):
    """The chart took a step (T1.1)."""

    trigger: str
    to: str
    kind: Literal["phase-changed"] = "phase-changed"


@dataclass(frozen=True, slots=True)
class TalksSet(Event):
    """A field of the procedure has a new value."""

    field: str
    to: int | str | bool | tuple[int, ...] | tuple[str, ...]
    kind: Literal["talks-set"] = "talks-set"


@dataclass(frozen=True, slots=True)
class Shifted(Event):
    """A quantity has a new value, in its unit; `path` as in `paths`."""

    path: str
    to: int
    kind: Literal["shifted"] = "shifted"


@dataclass(frozen=True, slots=True)
class FrontMoved(SeatEvent):
    """On the ground, by the tempo of `seat`: a sector `falls`, or an assault `fails` (W2.6)."""

    how: str
    kind: Literal["front-moved"] = "front-moved"


@dataclass(frozen=True, slots=True)
class FortnightTold(Event):
    """What a fortnight of the war came to, told to everybody (W2.9).

    Attributes:
        attacker, defender: The sides.
        ground: Square kilometres that the attacker gained, below 0 where it lost ground.
        lost: The attacker's losses, as the defender claims.
        recruits: Who joined the attacker, as it claims.
        drones, missiles: Launched by the attacker, as the defender counts.
        grid: The defender's supply of power, MW.
        dark: Homes without power.
        support: Help from outside, hundredths of a point.
        estimate: The defender's losses, which nobody claims: the game's estimate.
        cuts: Cuts of power, minutes a day; −1 in journals of rules before 2.2.
    """

    attacker: str
    defender: str
    ground: int
    lost: int
    recruits: int
    drones: int
    missiles: int
    grid: int
    dark: int
    support: int
    estimate: int
    cuts: int = -1
    kind: Literal["fortnight-told"] = "fortnight-told"


@dataclass(frozen=True, slots=True)
class OrdersTold(SeatEvent):
    """What the orders of `seat` did in the fortnight, told to it alone (W2.10).

    Attributes:
        did: By name: a quantity's path and what the orders moved it by, in its unit; and of the war `tempo` (that there
            was strength for, per ten thousand), `taken`, `taken-back` (square kilometres), `hits` (MW), `index` (what
            its weapons do to the other side, change, 10,000 for 100), `index-now`, `spent` (people).
    """

    did: tuple[tuple[str, int], ...]
    kind: Literal["orders-told"] = "orders-told"


@dataclass(frozen=True, slots=True)
class LossesPassed(SeatEvent):
    """Losses of `seat`, as `by` claims, passed its recruits for the third fortnight running (W2.9)."""

    by: str
    kind: Literal["losses-passed"] = "losses-passed"


@dataclass(frozen=True, slots=True)
class AlternativeMoved(SeatEvent):
    """News of the war moved a seat's alternative (W3.2).

    Attributes:
        change: By so much in this fortnight, hundredths of a point.
        lines: What each driver is worth to it now against the expected path, hundredths of a point.
    """

    change: int
    lines: tuple[tuple[str, int], ...]
    kind: Literal["alternative-moved"] = "alternative-moved"


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round began (T2.1)."""

    round: int
    kind: Literal["round-opened"] = "round-opened"


@dataclass(frozen=True, slots=True)
class NewsCame(Event):
    """An event card fell (W1.2)."""

    card: str
    kind: Literal["news-came"] = "news-came"


@dataclass(frozen=True, slots=True)
class OrdersSealed(SeatEvent):
    """A seat sealed its orders (T2.2)."""

    choices: tuple[tuple[str, str], ...]
    kind: Literal["orders-sealed"] = "orders-sealed"


@dataclass(frozen=True, slots=True)
class OrdersOpened(SeatEvent):
    """The orders of the fortnight took effect; each seat sees its own (T2.5)."""

    choices: tuple[tuple[str, str], ...]
    kind: Literal["orders-opened"] = "orders-opened"


@dataclass(frozen=True, slots=True)
class LastLookAsked(SeatEvent):
    """A seat will be awaited at each recess, `on`, or no longer, `off` (T2.7)."""

    switch: str
    kind: Literal["last-look-asked"] = "last-look-asked"


@dataclass(frozen=True, slots=True)
class OrderAmended(SeatEvent):
    """A seat changed one order at the recess; it alone sees that (T2.8)."""

    choices: tuple[tuple[str, str], ...]
    kind: Literal["order-amended"] = "order-amended"


@dataclass(frozen=True, slots=True)
class ComplianceSealed(SeatEvent):
    """A party sealed how it keeps a truce in the coming fortnight (T8.7)."""

    way: str
    kind: Literal["compliance-sealed"] = "compliance-sealed"


@dataclass(frozen=True, slots=True)
class OrdersReplaced(SeatEvent):
    """Orders that a truce forbids became the nearest it allows; the seat alone sees that (T8.7)."""

    was: tuple[tuple[str, str], ...]
    choices: tuple[tuple[str, str], ...]
    kind: Literal["orders-replaced"] = "orders-replaced"


@dataclass(frozen=True, slots=True)
class Convened(Event):
    """The session was opened (T2.3)."""

    by: str
    kind: Literal["convened"] = "convened"


@dataclass(frozen=True, slots=True)
class SittingOpened(Event):
    """A sitting began (T3.1)."""

    sitting: int
    kind: Literal["sitting-opened"] = "sitting-opened"


@dataclass(frozen=True, slots=True)
class PositionTaken(SeatEvent):
    """A seat's position on a clause is now `option` (T4.1).

    Attributes:
        move: `opening`, `concession`, `hardening`, `sideways` or `withdrawal`.
    """

    clause: str
    was: int
    option: int
    move: str
    kind: Literal["position-taken"] = "position-taken"


@dataclass(frozen=True, slots=True)
class RowAgreed(Event):
    """Every seat that must agree stands on the same option (T4.3)."""

    clause: str
    option: int
    kind: Literal["row-agreed"] = "row-agreed"


@dataclass(frozen=True, slots=True)
class Consented(SeatEvent):
    """A seat outside consents to an option by its sheet (T4.8)."""

    clause: str
    option: int
    kind: Literal["consented"] = "consented"


@dataclass(frozen=True, slots=True)
class RowReopened(Event):
    """A clause is in brackets again (T4.4)."""

    clause: str
    kind: Literal["row-reopened"] = "row-reopened"


@dataclass(frozen=True, slots=True)
class RowInitialled(Event):
    """A clause was initialled (T8.2)."""

    clause: str
    option: int
    kind: Literal["row-initialled"] = "row-initialled"


@dataclass(frozen=True, slots=True)
class RowBanked(Event):
    """A clause is in force by an interim text (T8.5)."""

    clause: str
    option: int
    kind: Literal["row-banked"] = "row-banked"


@dataclass(frozen=True, slots=True)
class Bound(SeatEvent):
    """A seat may not harden these clauses (a mask) in this session, having said yes (T5.8)."""

    clauses: int
    kind: Literal["bound"] = "bound"


@dataclass(frozen=True, slots=True)
class ReopenAsked(SeatEvent):
    """A seat asked to reopen an initialled clause (T8.6)."""

    clause: str
    kind: Literal["reopen-asked"] = "reopen-asked"


@dataclass(frozen=True, slots=True)
class PaperTabled(Event):
    """A paper is on the table, for those who may see it."""

    paper: Paper
    kind: Literal["paper-tabled"] = "paper-tabled"


@dataclass(frozen=True, slots=True)
class PaperChanged(Event):
    """A paper reads otherwise now; same id."""

    paper: Paper
    kind: Literal["paper-changed"] = "paper-changed"


@dataclass(frozen=True, slots=True)
class PaperClosed(Event):
    """A paper left the table.

    Attributes:
        paper: Its id.
        what: Its kind.
        of: Who had put it there, or empty.
        by: Who closed it.
        how: `accepted`, `declined`, `countered`, `lapsed`, `withdrawn`, `answered`, `carried`, `failed`,
            `passed`, `logged` or `replaced`.
    """

    paper: int
    what: str
    of: str
    by: str
    how: str
    kind: Literal["paper-closed"] = "paper-closed"


@dataclass(frozen=True, slots=True)
class BridgeSealed(SeatEvent):
    """A seat answered a bridge under seal (T5.7)."""

    answer: str
    kind: Literal["bridge-sealed"] = "bridge-sealed"


@dataclass(frozen=True, slots=True)
class BridgeCarried(Event):
    """Both said yes; the positions moved (T5.7)."""

    by: str
    terms: Terms
    kind: Literal["bridge-carried"] = "bridge-carried"


@dataclass(frozen=True, slots=True)
class BridgeFailed(Event):
    """A bridge failed; no more is said, to anybody (T5.7)."""

    by: str
    kind: Literal["bridge-failed"] = "bridge-failed"


@dataclass(frozen=True, slots=True)
class Vowed(SeatEvent):
    """A vow was taken in public (T6.1)."""

    clause: str
    option: int
    side: str
    kind: Literal["vowed"] = "vowed"


@dataclass(frozen=True, slots=True)
class VowBroken(SeatEvent):
    """A seat initialled beyond its vow (T6.1)."""

    clause: str
    kind: Literal["vow-broken"] = "vow-broken"


@dataclass(frozen=True, slots=True)
class VowReleased(SeatEvent):
    """Home released a vow by a poll that was won (T6.1)."""

    clause: str
    kind: Literal["vow-released"] = "vow-released"


@dataclass(frozen=True, slots=True)
class Answered(SeatEvent):
    """A question was answered, or pressure was (T6.4, T7.7)."""

    to: str
    clause: str
    answer: str
    kind: Literal["answered"] = "answered"


@dataclass(frozen=True, slots=True)
class Said(SeatEvent):
    """Words (T6.5). `how` is the move that carried them."""

    to: str
    words: str
    how: str
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Shown(SeatEvent):
    """A poll card was put before others (T6.6)."""

    to: str
    result: int
    kind: Literal["shown"] = "shown"


@dataclass(frozen=True, slots=True)
class CaucusOpened(Event):
    """Two seats are in caucus; what they say is theirs (T7.2)."""

    seats: tuple[str, ...]
    kind: Literal["caucus-opened"] = "caucus-opened"


@dataclass(frozen=True, slots=True)
class CaucusClosed(Event):
    """A caucus ended with the sitting (T7.2)."""

    seats: tuple[str, ...]
    kind: Literal["caucus-closed"] = "caucus-closed"


@dataclass(frozen=True, slots=True)
class DraftingOpened(Event):
    """Clauses lie on the drafting table (T8.1)."""

    by: str
    instrument: str
    terms: Terms
    kind: Literal["drafting-opened"] = "drafting-opened"


@dataclass(frozen=True, slots=True)
class BallotSealed(SeatEvent):
    """A seat answered under seal (T8.2, A4.3, A5)."""

    ballot: str
    words: str
    kind: Literal["ballot-sealed"] = "ballot-sealed"


@dataclass(frozen=True, slots=True)
class BallotsCleared(Event):
    """Sealed ballots were opened and put away."""

    kind: Literal["ballots-cleared"] = "ballots-cleared"


@dataclass(frozen=True, slots=True)
class DraftFailed(Event):
    """Somebody objected; who, only if a reason was given (T8.3)."""

    instrument: str
    reasons: tuple[tuple[str, str], ...]
    kind: Literal["draft-failed"] = "draft-failed"


@dataclass(frozen=True, slots=True)
class TruceBegan(Event):
    """An interim text is in force (T8.5)."""

    scope: int
    rounds: int
    kind: Literal["truce-began"] = "truce-began"


@dataclass(frozen=True, slots=True)
class TruceRan(Event):
    """A fortnight of an interim text: `kept` or `broken` by `by` (T8.5)."""

    how: str
    by: str
    rounds: int
    kind: Literal["truce-ran"] = "truce-ran"


@dataclass(frozen=True, slots=True)
class ExchangeCarried(Event):
    """People came home under an interim text (T8.5)."""

    option: int
    kind: Literal["exchange-carried"] = "exchange-carried"


@dataclass(frozen=True, slots=True)
class TextInitialled(Event):
    """The final text was initialled as a whole (T8.4)."""

    options: tuple[int, ...]
    kind: Literal["text-initialled"] = "text-initialled"


@dataclass(frozen=True, slots=True)
class BodyDecided(SeatEvent):
    """A body at home decided: `yes` or `no` (A4.1)."""

    body: str
    answer: str
    kind: Literal["body-decided"] = "body-decided"


@dataclass(frozen=True, slots=True)
class RowsDropped(Event):
    """A guarantor's refusal changed clauses of the text (A4.2)."""

    by: str
    terms: Terms
    kind: Literal["rows-dropped"] = "rows-dropped"


@dataclass(frozen=True, slots=True)
class TextSentBack(Event):
    """The text came back to the table (A4.4)."""

    by: str
    kind: Literal["text-sent-back"] = "text-sent-back"


@dataclass(frozen=True, slots=True)
class BarLifted(Event):
    """A seat's home has moved since it refused: territory, guarantee and status may stand so again (A4.6)."""

    by: str
    combination: tuple[int, ...]
    kind: Literal["bar-lifted"] = "bar-lifted"


@dataclass(frozen=True, slots=True)
class EnteredIntoForce(Event):
    """The text is in force, with its open gaps (A5.1)."""

    gaps: tuple[str, ...]
    kind: Literal["entered-into-force"] = "entered-into-force"


@dataclass(frozen=True, slots=True)
class FortnightPassed(Event):
    """A fortnight between initialling and the vote passed (A4.1)."""

    fortnight: int
    kind: Literal["fortnight-passed"] = "fortnight-passed"


@dataclass(frozen=True, slots=True)
class MonthPassed(Event):
    """A month of the aftermath passed (A5.1)."""

    month: int
    kind: Literal["month-passed"] = "month-passed"


@dataclass(frozen=True, slots=True)
class IncidentAnswered(Event):
    """The answers to an incident, opened together (A5.3)."""

    answers: tuple[tuple[str, str], ...]
    kind: Literal["incident-answered"] = "incident-answered"


@dataclass(frozen=True, slots=True)
class GapClosed(Event):
    """Both sides repaired a gap of the text (A5.4)."""

    gap: str
    kind: Literal["gap-closed"] = "gap-closed"


@dataclass(frozen=True, slots=True)
class HazardChanged(Event):
    """What answers do to the hazard of this month and the next, per ten thousand (A5.3).

    Attributes:
        until: The last month it counts for.
        incidents: Factor on the chance of the next incident, per ten thousand.
    """

    to: int
    until: int
    incidents: int
    kind: Literal["hazard-changed"] = "hazard-changed"


@dataclass(frozen=True, slots=True)
class ViolationsHappened(Event):
    """How many violations a month truly had, under seal (A5.8)."""

    month: int
    count: int
    kind: Literal["violations-happened"] = "violations-happened"


@dataclass(frozen=True, slots=True)
class ViolationsReported(Event):
    """What is told of a month's violations (A5.8).

    Attributes:
        figures: Who says so (`remote`, `mission`, or a party of the other side), and how many.
    """

    month: int
    figures: tuple[tuple[str, int], ...]
    kind: Literal["violations-reported"] = "violations-reported"


@dataclass(frozen=True, slots=True)
class QuestionPut(Event):
    """The text in force asks its seats something: `renewal`, `guarantee`, `snap-back` or `break` (A5.9 to A5.12)."""

    question: str
    seats: tuple[str, ...]
    kind: Literal["question-put"] = "question-put"


@dataclass(frozen=True, slots=True)
class QuestionAnswered(Event):
    """What the seats answered, opened together (A5.9 to A5.12)."""

    question: str
    answers: tuple[tuple[str, str], ...]
    kind: Literal["question-answered"] = "question-answered"


@dataclass(frozen=True, slots=True)
class RelapseDecided(SeatEvent):
    """A party decided to break the text in force; the fighting is back (A5.12).

    Attributes:
        month: The month in force.
    """

    month: int
    kind: Literal["relapse-decided"] = "relapse-decided"


@dataclass(frozen=True, slots=True)
class PromiseJudged(Event):
    """A promise's time is over: `kept`, `broken`, `disputed` or `lapsed` (T6.7).

    Attributes:
        promise: The paper.
        confidence: How sure the verifier is, per ten thousand; 0 for one that lapsed.
    """

    promise: int
    by: str
    to: str
    act: str
    verifier: str
    verdict: str
    confidence: int
    kind: Literal["promise-judged"] = "promise-judged"


@dataclass(frozen=True, slots=True)
class StrikeReported(Event):
    """A strike was reported while the talks sat (S1.2)."""

    paper: int
    by: str
    target: str
    place: str
    drones: int
    missiles: int
    stopped_drones: int
    stopped_missiles: int
    dark: int
    kind: Literal["strike-reported"] = "strike-reported"


@dataclass(frozen=True, slots=True)
class CauseSealed(Event):
    """What is behind a strike, under seal from everybody (S1.5)."""

    paper: int
    cause: str
    author: str
    kind: Literal["cause-sealed"] = "cause-sealed"


@dataclass(frozen=True, slots=True)
class StrikeSettled(Event):
    """An inspection settled a strike in public: what was behind it, and who (S2.7)."""

    paper: int
    by: str
    cause: str
    author: str
    place: str
    kind: Literal["strike-settled"] = "strike-settled"


@dataclass(frozen=True, slots=True)
class AttributionJudged(SeatEvent):
    """What a settled strike says of a seat's word on it: `right`, `wrong` or `denial-false` (S2.8)."""

    paper: int
    to: str
    how: str
    kind: Literal["attribution-judged"] = "attribution-judged"


@dataclass(frozen=True, slots=True)
class BeliefDrawn(SeatEvent):
    """A seat's estimate of another's alternative, hundredths of a point (I1.1, I1.2).

    Attributes:
        reason: What taught it: `fighting`, `caucus`, `answer`, `offer` or `bridge`; empty at the deal.
    """

    about: str
    low: int
    high: int
    error: int
    reason: str = ""
    kind: Literal["belief-drawn"] = "belief-drawn"


@dataclass(frozen=True, slots=True)
class SectorClaimed(Event):
    """A party says that it took a sector (W4.2)."""

    sector: str
    by: str
    kind: Literal["sector-claimed"] = "sector-claimed"


@dataclass(frozen=True, slots=True)
class ClaimSealed(Event):
    """Whether a claim on a sector is true, under seal from everybody (W4.2)."""

    sector: str
    true: bool
    kind: Literal["claim-sealed"] = "claim-sealed"


@dataclass(frozen=True, slots=True)
class ClaimRefuted(Event):
    """Evidence showed in public that a claim on a sector was false (W4.3)."""

    sector: str
    by: str
    kind: Literal["claim-refuted"] = "claim-refuted"


@dataclass(frozen=True, slots=True)
class SectorTaken(Event):
    """It is beyond dispute that a party controls a sector (W4.3)."""

    sector: str
    by: str
    kind: Literal["sector-taken"] = "sector-taken"


@dataclass(frozen=True, slots=True)
class SectorContested(Event):
    """Fighting reached a sector: nobody's control of it is beyond dispute (W4.4)."""

    sector: str
    kind: Literal["sector-contested"] = "sector-contested"


@dataclass(frozen=True, slots=True)
class FigureListed(Event):
    """A claim entered the ledger, or stands otherwise than before (I2.1)."""

    fact: str
    standing: str
    kind: Literal["figure-listed"] = "figure-listed"


@dataclass(frozen=True, slots=True)
class StrikeBlamed(Event):
    """The accused says that the side that was struck did it itself: a claim in the ledger, or how it stands (S2.9)."""

    paper: int
    by: str
    standing: str
    kind: Literal["strike-blamed"] = "strike-blamed"


@dataclass(frozen=True, slots=True)
class AnswerSealed(SeatEvent):
    """A seat's answer to a strike, under seal (S2.1)."""

    answer: str
    until: str
    kind: Literal["answer-sealed"] = "answer-sealed"


@dataclass(frozen=True, slots=True)
class AnswersOpened(Event):
    """Answers to a strike, opened together (S2.2)."""

    answers: tuple[tuple[str, str], ...]
    kind: Literal["answers-opened"] = "answers-opened"


@dataclass(frozen=True, slots=True)
class Retaliating(SeatEvent):
    """A seat will strike more likely in the next session (S2.6)."""

    to: int
    kind: Literal["retaliating"] = "retaliating"


@dataclass(frozen=True, slots=True)
class Attributed(SeatEvent):
    """A seat named somebody as the one behind a strike (S2.4)."""

    paper: int
    to: str
    kind: Literal["attributed"] = "attributed"


@dataclass(frozen=True, slots=True)
class Protested(SeatEvent):
    """A protest on the record (T7.3)."""

    words: str
    kind: Literal["protested"] = "protested"


@dataclass(frozen=True, slots=True)
class WalkedOut(SeatEvent):
    """A seat left the room (T7.4)."""

    until: str
    kind: Literal["walked-out"] = "walked-out"


@dataclass(frozen=True, slots=True)
class Returned(SeatEvent):
    """A seat came back (T7.5)."""

    met: bool
    kind: Literal["returned"] = "returned"


@dataclass(frozen=True, slots=True)
class InvitationAnswered(SeatEvent):
    """A seat let a guest in, or objected (T7.14).

    Attributes:
        answer: `let-in` or `object`.
    """

    guest: str
    answer: str
    kind: Literal["invitation-answered"] = "invitation-answered"


@dataclass(frozen=True, slots=True)
class Invited(Event):
    """A seat was asked into the room (T7.13)."""

    by: str
    to: str
    kind: Literal["invited"] = "invited"


@dataclass(frozen=True, slots=True)
class Leaned(SeatEvent):
    """The mediator put pressure on a party (T7.7)."""

    to: str
    kind: Literal["leaned"] = "leaned"


@dataclass(frozen=True, slots=True)
class DeadlinePassed(Event):
    """A deadline passed and was opened: `binding` or `bluff` (T7.8)."""

    round: int
    nature: str
    kind: Literal["deadline-passed"] = "deadline-passed"


@dataclass(frozen=True, slots=True)
class LeakSealed(SeatEvent):
    """A seat sealed a leak; it alone sees that (T7.10)."""

    about: str
    terms: Terms
    kind: Literal["leak-sealed"] = "leak-sealed"


@dataclass(frozen=True, slots=True)
class BriefSealed(SeatEvent):
    """A seat sealed words for the press; it alone sees that (T7.11)."""

    words: str
    kind: Literal["brief-sealed"] = "brief-sealed"


@dataclass(frozen=True, slots=True)
class PressOpened(SeatEvent):
    """What a seat sealed for the press has appeared; that it was the seat's it alone sees (T7.10, T7.11)."""

    how: str
    kind: Literal["press-opened"] = "press-opened"


@dataclass(frozen=True, slots=True)
class LeakTraced(SeatEvent):
    """A leak or a briefing was traced to its source (T7.10, T7.11)."""

    how: str
    kind: Literal["leak-traced"] = "leak-traced"


@dataclass(frozen=True, slots=True)
class Briefed(Event):
    """Words in the press from an unnamed official (T7.11)."""

    words: str
    kind: Literal["briefed"] = "briefed"


@dataclass(frozen=True, slots=True)
class VotedToEnd(SeatEvent):
    """A seat voted to end the talks (T3.6)."""

    kind: Literal["voted-to-end"] = "voted-to-end"


@dataclass(frozen=True, slots=True)
class FaithCounted(Event):
    """By seat: sessions running without a concession (T7.12)."""

    still: tuple[int, ...]
    kind: Literal["faith-counted"] = "faith-counted"


@dataclass(frozen=True, slots=True)
class SessionEnded(Event):
    """The session is over (T3.3): `sittings`, `passed`, `chair` or `suspended`."""

    how: str
    kind: Literal["session-ended"] = "session-ended"


@dataclass(frozen=True, slots=True)
class MatchEnded(Event):
    """The match is over (T1.5): the end, and by whom or what."""

    how: str
    by: str
    kind: Literal["match-ended"] = "match-ended"


@dataclass(frozen=True, slots=True)
class Overridden(Event):
    """The facilitator set a quantity (T10.1)."""

    path: str
    was: int
    to: int
    words: str
    kind: Literal["overridden"] = "overridden"


@dataclass(frozen=True, slots=True)
class InjectArmed(Event):
    """An inject is armed (T10.2)."""

    card: str
    kind: Literal["inject-armed"] = "inject-armed"


@dataclass(frozen=True, slots=True)
class InjectRetracted(Event):
    """An inject was taken back (T10.3)."""

    card: str
    kind: Literal["inject-retracted"] = "inject-retracted"


@dataclass(frozen=True, slots=True)
class OddsSet(Event):
    """The odds of the next strike by a side were set (T10.5)."""

    by: str
    to: int
    kind: Literal["odds-set"] = "odds-set"


@dataclass(frozen=True, slots=True)
class Reseated(SeatEvent):
    """A seat changed hands (T10.6)."""

    keeper: str
    kind: Literal["reseated"] = "reseated"


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """The facilitator ended the match where it stands (T10.7), with a reason or without."""

    words: str
    kind: Literal["stopped"] = "stopped"


@dataclass(frozen=True, slots=True)
class Undone(SeatEvent):
    """A seat took back its last step; the state is as before entry `to` (T9.1)."""

    to: int
    kind: Literal["undone"] = "undone"


Happening = (
    MatchOpened | PhaseChanged | TalksSet | Shifted | FrontMoved | AlternativeMoved | RoundOpened
    | NewsCame | OrdersSealed
    | OrdersOpened | Convened | SittingOpened | PositionTaken | RowAgreed | RowReopened | Consented
    | RowInitialled | RowBanked | Bound | ReopenAsked | PaperTabled | PaperChanged | PaperClosed
    | BridgeSealed | BridgeCarried | BridgeFailed | Vowed | VowBroken | VowReleased | Answered
    | Said | Shown | CaucusOpened | CaucusClosed | DraftingOpened | BallotSealed | BallotsCleared
    | DraftFailed | TruceBegan | TruceRan | ExchangeCarried | TextInitialled | BodyDecided
    | RowsDropped | TextSentBack | BarLifted | EnteredIntoForce | FortnightPassed | MonthPassed
    | IncidentAnswered | GapClosed | HazardChanged | ViolationsHappened | ViolationsReported
    | QuestionPut | QuestionAnswered | RelapseDecided | PromiseJudged | StrikeReported | AnswerSealed | AnswersOpened
    | CauseSealed | StrikeSettled | AttributionJudged | BeliefDrawn | SectorClaimed | ClaimSealed
    | ClaimRefuted | SectorTaken | SectorContested | FigureListed | StrikeBlamed | FortnightTold | OrdersTold
    | LossesPassed | Retaliating | Attributed
    | Protested | WalkedOut | Returned | Invited | InvitationAnswered | Leaned
    | DeadlinePassed | LeakSealed | BriefSealed | PressOpened | LeakTraced | Briefed | VotedToEnd
    | FaithCounted | SessionEnded | MatchEnded
    | Overridden | InjectArmed | InjectRetracted | OddsSet | Reseated | Stopped | Undone
    | LastLookAsked | OrderAmended | ComplianceSealed | OrdersReplaced
)  # fmt: skip
"""Any event."""
