"""What the facilitator may do, all of it on record (rules T10)."""

from tabletop.errors import Refusal
from tabletop.game.commitments import verdicts
from tabletop.game.core.quantities import Path, all_paths, read
from tabletop.game.core.rule import LIVE, Rule, Who
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Count, Pick, Words
from tabletop.game.records.moves import Inject, Override, Pause, Reseat, Retract, SetOdds, Stop
from tabletop.game.records.state import Range
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import FACILITATOR, Phase, Unit

ODDS = (10, 25, 40, 60, 75, 90)
"""T10.5: the six words for odds, in per cent."""

KEEPERS = ("person", "hard", "patient", "trading", "yielding", "stalling")
"""T10.6: who may hold a seat."""


def override_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.1: set any quantity within its range, with a reason; one box for each range and unit."""
    groups: dict[tuple[Range, Unit], list[Path]] = {}
    for path in all_paths(board):
        groups.setdefault((path.range, path.unit), []).append(path)
    words = Words("words", board.numbers["words.most"], optional=False)
    return tuple(
        Box(
            "override",
            "T10.1",
            "public",
            0,
            2,
            (
                Pick("path", tuple(path.text for path in paths)),
                Count("to", bounds.least, bounds.most, unit.value),
                words,
            ),
        )
        for (bounds, unit), paths in groups.items()
    )


def decide_override(step: Step, move: Override) -> None:
    """T10.1: the quantity has the new value; who may see it learns so."""
    path = step.path(move.path)
    was = read(step.state, path)
    step.emit(
        e.Overridden(seen=path.audience, rule="T10.1", path=move.path, was=was, to=move.to, words=move.words)
    )


def inject_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.2: arm any event card for the next seam."""
    cards = tuple(card.id for card in board.cards)
    return (Box("inject", "T10.2", "own", 0, 1, (Pick("card", cards),)),)


def decide_inject(step: Step, move: Inject) -> None:
    """T10.2: the card waits for the next seam; nobody else knows."""
    if move.card not in step.state.sealed.injects:
        step.emit(e.InjectArmed(seen=0, rule="T10.2", card=move.card))


def retract_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.3: take back a card that has not fallen; naming one that is not armed changes nothing."""
    cards = tuple(card.id for card in board.cards)
    return (Box("retract", "T10.3", "own", 0, 1, (Pick("card", cards),)),)


def decide_retract(step: Step, move: Retract) -> None:
    """T10.3: the card is no longer armed."""
    if move.card in step.state.sealed.injects:
        step.emit(e.InjectRetracted(seen=0, rule="T10.3", card=move.card))


def pause_form(_board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.4: freeze talks and war alike, or let them go on."""
    switch = "off" if sight.talks.paused else "on"
    return (Box("pause", "T10.4", "public", 0, 1, (Pick("switch", (switch,)),)),)


def decide_pause(step: Step, move: Pause) -> None:
    """T10.4: while paused, every other move is refused."""
    step.set("T10.4", paused=move.switch == "on")


def odds_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.5: set the odds of a party's strike at the next seam."""
    parties = tuple(board.seats[at].id for at in board.parties)
    return tuple(
        Box("odds", "T10.5", "own", 0, 1, (Pick("by", parties), Count("percent", odds, odds, "per cent")))
        for odds in ODDS
    )


def decide_odds(step: Step, move: SetOdds) -> None:
    """T10.5: the odds stand until a strike by that party is reported."""
    step.emit(e.OddsSet(seen=0, rule="T10.5", by=move.by, to=move.percent * 100))


def reseat_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.6: give a seat to a person or to a bot."""
    seats = Pick("seat", tuple(seat.id for seat in board.seats))
    return (Box("reseat", "T10.6", "public", 0, 1, (seats, Pick("keeper", KEEPERS))),)


def decide_reseat(step: Step, move: Reseat) -> None:
    """T10.6: shown to all; nothing of the match changes."""
    step.emit(e.Reseated(rule="T10.6", seat=move.seat, keeper=move.keeper))


def stop_form(board: Board, _sight: Sight) -> tuple[Box, ...] | Refusal:
    """T10.7: end the match where it stands, with a reason or without."""
    return (
        Box("stop", "T10.7", "public", 0, 2, (Words("words", board.numbers["words.most"], optional=True),)),
    )


def decide_stop(step: Step, move: Stop) -> None:
    """T10.7: the match is over; nothing is opened, judged or charged by it, and nobody is awaited."""
    step.emit(e.Stopped(rule="T10.7", words=move.words))
    verdicts.lapse(step)
    step.emit(e.MatchEnded(rule="T10.7", how=Phase.STOPPED.value, by=FACILITATOR))
    step.fire("stop", "T10.7")
    step.set("T10.7", awaiting=0, floor=-1, paused=False)


RULES: dict[str, Rule] = {
    "override": Rule("T10.1", override_form, decide_override, LIVE, Who.FACILITATOR),
    "inject": Rule("T10.2", inject_form, decide_inject, LIVE, Who.FACILITATOR),
    "retract": Rule("T10.3", retract_form, decide_retract, LIVE, Who.FACILITATOR),
    "pause": Rule("T10.4", pause_form, decide_pause, LIVE, Who.FACILITATOR),
    "odds": Rule("T10.5", odds_form, decide_odds, LIVE, Who.FACILITATOR),
    "reseat": Rule("T10.6", reseat_form, decide_reseat, LIVE, Who.FACILITATOR),
    "stop": Rule("T10.7", stop_form, decide_stop, LIVE, Who.FACILITATOR),
}
