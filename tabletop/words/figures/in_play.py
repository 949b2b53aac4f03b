"""The figures in play, by the place where they are shown: what the source key lists.

Every figure has an id that `provenance.source_card` answers for. Made from the view alone.
"""

from collections.abc import Iterator

from tabletop.game.legality import RULES
from tabletop.game.records.papers import PollCard
from tabletop.game.views import SeatView
from tabletop.words.language.section import SourcedLine, SourcedSection
from tabletop.words.language.voice import Voice, capitalised, decimal, number, points
from tabletop.words.pages.appraisal import appraisal_parts
from tabletop.words.pages.theatre import line_group, theatre_page
from tabletop.words.pages.war import (
    estimates_group,
    losses_group,
    news_group,
    outside_group,
    own_group,
    power_group,
)

PLACES = ("outside", "own", "draft", "clauses", "orders", "costs", "theatre", "claims")
"""Where figures are shown, in the order of the list."""


def figures_page(voice: Voice, view: SeatView, first: str = "outside") -> tuple[SourcedSection, ...]:
    """Every figure in play, the place `first` first; places without figures are left out."""
    order = [first, *(place for place in PLACES if place != first)] if first in PLACES else list(PLACES)
    found = (
        SourcedSection(voice.say(f"source.place.{place}"), tuple(_GROUPS[place](voice, view)))
        for place in order
    )
    return tuple(group for group in found if group.lines)


def figures_in_play(voice: Voice, view: SeatView, first: str = "outside") -> tuple[SourcedLine, ...]:
    """The same without headings, each figure once."""
    listed: dict[str, SourcedLine] = {}
    for group in figures_page(voice, view, first):
        for told in group.lines:
            listed.setdefault(told.figure, told)
    return tuple(listed.values())


def _outside(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    for group in (
        outside_group(voice, view),
        line_group(voice, view),
        losses_group(voice, view),
        power_group(voice, view),
    ):
        yield from _known(group)


def _own(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    mine = view.sight.mine
    if mine is None:
        return
    for group in (news_group(voice, view), own_group(voice, view), estimates_group(voice, view)):
        yield from _known(group)
    for at, seat in enumerate(voice.board.seats):
        if seat.id != voice.seat:
            path = f"home.trust.{voice.seat}.{seat.id}"
            yield SourcedLine(
                capitalised(f"{voice.quantity(path)}: {points(mine.trust[at], signed=False)}"), path
            )


def _draft(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    if view.appraisal is not None:
        for part in appraisal_parts(voice, view.appraisal):
            yield SourcedLine(f"{part.label}: {part.words}", f"part.{part.slug}")
    for paper in view.sight.papers:
        if isinstance(paper, PollCard):
            said = voice.say(
                "source.poll", round=number(paper.round), points=points(paper.result, signed=False)
            )
            yield SourcedLine(said, f"poll.{paper.id}")


def _clauses(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    mine = view.sight.mine
    if mine is None:
        return
    for clause, weight in zip(voice.board.clauses, mine.weights, strict=True):
        if clause.annexed < 0:
            told = voice.say("source.weight", clause=voice.clause(clause.id), weight=decimal(weight / 100))
            yield SourcedLine(told, f"weight.{clause.id}")


def _orders(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    seat = view.sight.seat
    if seat < 0:
        return
    for lever, options in voice.board.seats[seat].levers.items():
        told = voice.say("source.order", lever=voice.lexicon.label(f"lever.{lever}"), n=number(len(options)))
        yield SourcedLine(told, f"order.{lever}")


def _costs(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    """The named effects of the kinds of moves that are open now."""
    for kind in dict.fromkeys(box.move for box in view.legal.boxes):
        if kind in RULES and RULES[kind].effects:
            yield SourcedLine(voice.say("source.cost", move=voice.say(f"menu.{kind}")), f"cost.{kind}")


def _theatre(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    for group in theatre_page(voice, view):
        yield from (told for told in _known(group) if told.figure.startswith(("sector.", "strike.")))


def _claims(voice: Voice, view: SeatView) -> Iterator[SourcedLine]:
    """What stands in the ledger, and what charts draw of the years before."""
    charted = [
        fact
        for past in voice.lexicon.background.history.values()
        for series in past.series
        for fact, _, _ in series.points
    ]
    listed = [figure.about for figure in view.sight.theatre.ledger if not figure.by]
    for fact in dict.fromkeys((*listed, *charted)):
        if fact in voice.lexicon.facts:
            yield SourcedLine(voice.statement(fact), f"fact.{fact}")


def _known(group: SourcedSection) -> Iterator[SourcedLine]:
    yield from (told for told in group.lines if told.figure)


_GROUPS = {
    "outside": _outside,
    "own": _own,
    "draft": _draft,
    "clauses": _clauses,
    "orders": _orders,
    "costs": _costs,
    "theatre": _theatre,
    "claims": _claims,
}
