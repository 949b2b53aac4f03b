"""The tutorial's advice: what happened last and what could be done next, read off the view alone."""

from collections.abc import Iterator

from tabletop.game.records.papers import BridgeNotice, Offer
from tabletop.game.views import SeatView
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import ENDS, Phase
from tabletop.words.language.voice import Voice

LAST = 2
"""The round after which the tutorial has said what it has to say."""


def advice(board: Board, view: SeatView, *, briefed: bool = True) -> tuple[str, str]:
    """Two slugs: what is said of the seat's last step (empty when there is nothing), and what could come next.

    Args:
        board: The board.
        view: What the seat sees.
        briefed: Whether it has read its brief.
    """
    return done(board, view), following(board, view, briefed=briefed)


def advised(voice: Voice, view: SeatView) -> str:
    """The advice as one line for plain mode, where choices are numbered and no key is named."""
    said = [voice.table[slug] for slug in advice(voice.board, view) if slug]
    return f"{voice.table['coach.plain']}: {' '.join(said)}"


def following(board: Board, view: SeatView, *, briefed: bool) -> str:
    """What could be done now."""
    talks, mine = view.sight.talks, view.sight.mine
    me = board.seats[view.sight.seat].id
    awaited = bool(talks.awaiting >> view.sight.seat & 1)
    if talks.phase in ENDS:
        return "coach.over"
    if signed(board, view):
        return "coach.signed"
    if talks.round > LAST:
        return "coach.unsigned"
    if talks.phase is Phase.SCHEDULED:
        return "coach.brief" if not briefed else "coach.sealed" if mine and mine.orders else "coach.orders"
    if talks.phase is Phase.INTERRUPTED:
        return "coach.strike" if awaited else "coach.wait"
    if talks.phase is Phase.DRAFTING:
        return "coach.initial" if awaited else "coach.wait"
    if view.open("answer-bridge") and any(isinstance(each, BridgeNotice) for each in view.sight.papers):
        return "coach.bridge"
    if any(
        isinstance(each, Offer) and me in each.to and me not in each.accepted for each in view.sight.papers
    ):
        return "coach.offer"
    if not awaited:
        return "coach.wait"
    if talks.round == LAST:
        return "coach.second" if "bridge" not in set(deeds(board, view)) else "coach.end-turn"
    return "coach.end-turn" if any(deeds(board, view)) else "coach.move"


def done(board: Board, view: SeatView) -> str:
    """What is said of the seat's last step in this round."""
    last = next(deeds(board, view), "")
    return f"coach.did.{last}" if last else ""


def signed(board: Board, view: SeatView) -> bool:
    """Whether the clause on people is in force as an interim text."""
    return view.sight.text.banked[board.roles.people] >= 0


def deeds(board: Board, view: SeatView) -> Iterator[str]:
    """What the record says that the seat did in this round, newest first."""
    me, round_ = board.seats[view.sight.seat].id, view.sight.talks.round
    for line in reversed(view.sight.record):
        if line.round != round_:
            return
        event = line.event
        if getattr(event, "seat", getattr(event, "by", "")) != me:
            continue
        known = BY_ACCEPTING.get(event.rule) or DEEDS.get(event.kind)
        if known is not None:
            yield known
        elif event.kind == "paper-closed":
            yield event.how if event.how in {"accepted", "declined"} else "other"


BY_ACCEPTING = {"T5.2": "accepted", "T5.7": "bridge"}
"""Rules by which a seat's positions move without a move on positions."""

DEEDS = {
    "position-taken": "position",
    "bridge-sealed": "bridge",
    "strike-answered": "strike",
    "answer-sealed": "strike",
    "vowed": "other",
    "said": "other",
    "shown": "other",
    "answered": "other",
    "protested": "other",
    "walked-out": "other",
}
"""What each kind of event says that a seat did."""
