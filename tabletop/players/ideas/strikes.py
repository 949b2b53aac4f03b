"""What a player answers to a strike, and whether it names anybody: by its temper and by what it was told.

What a seat was told comes with a confidence, and so often it is right. An accusation that an inspection shows to be
wrong costs more than one that was never made, so little is said on little.
"""

from tabletop.game.records.menu import Choice, Pick
from tabletop.game.records.papers import EvidencePaper, StrikePaper
from tabletop.game.records.sentence import Sentence
from tabletop.players.choosing.boxes import boxes
from tabletop.players.ideas.turn import Turn
from tabletop.scenario.board.doubt import INTENTS, UNWILLED
from tabletop.table.port import Chosen, why

SURE = 55
"""A confidence under this, per cent, accuses nobody."""

MEANT = frozenset({"timed", "ordered"})
"""Causes for which a side answers in full."""

HARSH = frozenset({"condemn", "suspend", "retaliate", "protest", "blame"})
"""Answers that lay a strike at somebody's door."""

FALSE = frozenset({"deny", "blame"})
"""Answers of the accused that its own doing makes false."""


def last_evidence(turn: Turn) -> tuple[StrikePaper, EvidencePaper] | None:
    """The last strike and what the seat was told of it; None where it was told nothing."""
    papers = turn.view.sight.papers
    strike = next((paper for paper in reversed(papers) if isinstance(paper, StrikePaper)), None)
    if strike is None:
        return None
    return next(
        (
            (strike, paper)
            for paper in papers
            if isinstance(paper, EvidencePaper) and paper.strike == strike.id
        ),
        None,
    )


def strike(turn: Turn) -> Chosen | None:
    """Answer a strike: the temper's weights, moved by what the seat was told and how sure that is."""
    picks = [
        (
            slot.ids,
            {other.name: other.ids for other in box.slots if isinstance(other, Pick)}.get("until", ("",)),
        )
        for box in boxes(turn.view, "answer-strike")
        for slot in box.slots
        if isinstance(slot, Pick) and slot.name == "answer"
    ]
    words = tuple(word for ids, _ in picks for word in ids)
    if not words:
        return None
    weights, reason = weighed(turn)
    answer = turn.drawn(weights, words)
    until = next(until for ids, until in picks if answer in ids)
    return turn.may(reason, "answer-strike", answer=answer, until=turn.stream.one_of(until))


def weighed(turn: Turn) -> tuple[tuple[tuple[str, int], ...], Sentence]:
    """The weights of the answers and the reason, by what the seat was told."""
    temper, found = turn.temper, last_evidence(turn)
    if found is None:
        return temper.strike, why("strike.temper", temper=temper.name)
    paper, evidence = found
    confidence = str(evidence.confidence)
    if turn.me == paper.by:
        return accused(turn, evidence)
    if evidence.confidence < SURE:
        weights = scaled(temper.strike, HARSH, 40)
        return weights, why("strike.unsure", confidence=confidence)
    if evidence.cause == "debris":
        return scaled(temper.strike, HARSH, 15), why("strike.debris", confidence=confidence)
    if evidence.cause in MEANT:
        weights = scaled(temper.strike, HARSH, 100 + 2 * (evidence.confidence - SURE))
        return weights, why(f"strike.{evidence.cause}", confidence=confidence)
    if evidence.cause in INTENTS:
        return scaled(temper.strike, HARSH, 80), why(f"strike.{evidence.cause}", confidence=confidence)
    return scaled(temper.strike, HARSH, 50), why("strike.other", confidence=confidence)


def accused(turn: Turn, evidence: EvidencePaper) -> tuple[tuple[tuple[str, int], ...], Sentence]:
    """The accused: deny what it did not do; regret or deny what it did, by how much it wants a text."""
    temper, mine = turn.temper, turn.opinion.mine
    if evidence.cause in UNWILLED:
        return scaled(temper.strike, frozenset({"regret"}), 10), why("strike.not-own")
    share = 40 + (10_000 - mine.sincerity) // 100
    weights = scaled(temper.strike, FALSE, share)
    slug = "strike.own" if mine.sincerity >= 5_000 else "strike.own.denied"
    return weights, why(slug)


def scaled(
    weights: tuple[tuple[str, int], ...], names: frozenset[str], share: int
) -> tuple[tuple[str, int], ...]:
    """Weights with those of some names at a share, per cent."""
    return tuple((name, weight * share if name in names else weight * 100) for name, weight in weights)


def name_side(turn: Turn) -> Chosen | None:
    """Say in public who was behind the last strike, where what the seat was told carries it."""
    found = last_evidence(turn)
    if found is None:
        return None
    paper, evidence = found
    if evidence.author == turn.me or evidence.cause in UNWILLED or evidence.confidence < turn.temper.names:
        return None
    for box in boxes(turn.view, "attribute"):
        for slot in box.slots:
            if isinstance(slot, Choice) and paper.id in slot.values:
                reason = why("strike.named", confidence=str(evidence.confidence))
                return turn.may(reason, "attribute", paper=paper.id, to=evidence.author)
    return None
