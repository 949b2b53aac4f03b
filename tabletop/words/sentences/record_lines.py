"""The record: every event with a story as one neutral sentence, from where a reader sits."""

from collections.abc import Sequence

from tabletop.game.records.events import (
    Answered,
    AttributionJudged,
    BeliefDrawn,
    DraftFailed,
    FrontMoved,
    Happening,
    InvitationAnswered,
    MatchEnded,
    NewsCame,
    PaperChanged,
    PaperClosed,
    PaperTabled,
    PositionTaken,
    PromiseJudged,
    Stopped,
    TruceRan,
    WalkedOut,
)
from tabletop.game.records.papers import (
    ConsentSheet,
    EvidencePaper,
    Invitation,
    Offer,
    Paper,
    StrikePaper,
)
from tabletop.game.records.state import RecordLine
from tabletop.words.language.voice import Voice, number, tidy
from tabletop.words.sentences.fillings import fillings
from tabletop.words.sentences.papers import paper_line

BOOKKEEPING = frozenset(
    {
        "phase-changed",
        "talks-set",
        "shifted",
        "bound",
        "ballots-cleared",
        "hazard-changed",
        "faith-counted",
        "cause-sealed",
        "claim-sealed",
    }
)
"""Events without a story of their own: what they do is told by the line beside them."""


def event_line(voice: Voice, event: Happening) -> str:
    """The sentence of an event; empty for bookkeeping, and for a paper whose own event tells it."""
    if event.kind in BOOKKEEPING:
        return ""
    said = fillings(voice, event)
    if _told_elsewhere(event):
        return ""
    if isinstance(event, PaperTabled | PaperChanged):
        said |= fillings(voice, event.paper)
        said["paper"] = paper_line(voice, event.paper)
    if isinstance(event, NewsCame):
        said["says"] = _claimants(voice, event.card)
    variant = f"line.{event.kind}.{_variant(voice, event)}"
    sentence = voice.say(variant if variant in voice.table else f"line.{event.kind}", **said)
    return tidy(sentence)


TOLD_ELSEWHERE = frozenset(
    {"question", "bridge", "bridge-notice", "deadline", "deadline-nature", "poll-card"}
)
"""Papers whose closing is told by the event beside it: the answer, the failure, the deadline that passed."""


def _told_elsewhere(event: Happening) -> bool:
    """A strike has its own line; an offer that only runs one sitting shorter needs none."""
    match event:
        case PaperTabled(paper=tabled):
            return tabled.kind in {"strike", "objection"}
        case PaperChanged(paper=changed):
            return isinstance(changed, StrikePaper | Invitation) or (
                isinstance(changed, Offer) and not changed.accepted
            )
        case PaperClosed(what=what, how=how):
            return what in TOLD_ELSEWHERE or (what, how) in {
                ("caucus-request", "accepted"),
                ("incident", "answered"),
                ("consent-sheet", "opened"),
                ("consent-sheet", "replaced"),
                ("invitation", "accepted"),
                ("invitation", "objected"),
            }
        case _:
            return False


def _variant(voice: Voice, event: Happening) -> str:
    match event:
        case NewsCame(card=card):
            basis = voice.lexicon.labels.get(f"card.{card}.basis", "")
            return "told" if basis == "sourced" and _claimants(voice, card) else basis
        case PaperTabled(paper=tabled):
            return _tabled(tabled)
        case AttributionJudged(how=variant):
            return variant
        case PaperChanged(paper=Offer()):
            return "accepted"
        case (
            PositionTaken(move=variant)
            | PaperClosed(how=variant)
            | TruceRan(how=variant)
            | FrontMoved(how=variant)
        ):
            return variant
        case WalkedOut(until=variant) | PromiseJudged(verdict=variant) | InvitationAnswered(answer=variant):
            return variant
        case BeliefDrawn(reason=reason):
            return reason
        case Answered(clause=clause):
            return "" if clause else "pressure"
        case DraftFailed(reasons=reasons):
            return "reasons" if any(words for _, words in reasons) else ""
        case Stopped(words=words):
            return "words" if words else ""
        case MatchEnded(how=how, by=by):
            return "by" if by and how != "held" else ""
        case _:
            return ""


def stopped_line(voice: Voice, record: Sequence[RecordLine]) -> str:
    """That the facilitator stopped the match, in which round and why; empty where nobody did (T10.7)."""
    line = next((line for line in reversed(record) if isinstance(line.event, Stopped)), None)
    if line is None:
        return ""
    slug = "standing.stopped.words" if line.event.words else "standing.stopped"
    return voice.say(slug, round=number(max(line.round, 1)), words=line.event.words)


def _claimants(voice: Voice, card: str) -> str:
    """Who says what a card tells; empty where nobody has to."""
    return voice.lexicon.labels.get(f"card.{card}.says", "")


def _tabled(paper: Paper) -> str:
    match paper:
        case EvidencePaper():
            return "evidence"
        case ConsentSheet(sealed=sealed):
            return "sheet-sealed" if sealed else "sheet-open"
        case Invitation():
            return "invitation"
        case _:
            return ""
