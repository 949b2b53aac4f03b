"""Where a figure comes from: date, status, who says so, how sure, who disputes it, rule and entry of the ruleset.

One function answers for every figure of `figures`: the card is made from the view, the board and the words of
the scenario, so it tells a seat nothing that the seat does not see.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tabletop.game.legality import RULES
from tabletop.game.records.events import BeliefDrawn
from tabletop.game.records.papers import EvidencePaper, PollCard, StrikePaper
from tabletop.game.views import SeatView
from tabletop.scenario.board.background import Bearing
from tabletop.vocabulary import Unit
from tabletop.words.figures.in_play import figures_in_play
from tabletop.words.figures.origins import ORIGINS, Origin, nearest_to
from tabletop.words.language.voice import Voice, amount, bar, capitalised, number, percent, points
from tabletop.words.pages.doubt import pieces_line, sector_lines
from tabletop.words.pages.theatre import sector_facts
from tabletop.words.pages.war import claimant, is_claimed
from tabletop.words.sentences.moves import price_lines
from tabletop.words.sentences.orders import order_effects

FACT = re.compile(r"\bfact:([a-z0-9-]+)")
"""A fact in an author's words on what a number rests on."""

Row = tuple[str, str]
"""What is said of a figure: the question, and the answer."""


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What can be said of where a figure comes from.

    Attributes:
        figure: Its id.
        title: The figure as it is shown.
        rows: Question and answer, in the order they should be read.
    """

    figure: str
    title: str
    rows: tuple[Row, ...]


def source_card(voice: Voice, view: SeatView, figure: str) -> SourceCard:
    """The card of a figure; one that nobody knows says so."""
    title = next((told.text for told in figures_in_play(voice, view) if told.figure == figure), "")
    if figure.startswith("fact."):
        fact = figure.removeprefix("fact.")
        return SourceCard(figure, capitalised(voice.statement(fact)), _fact(voice, fact))
    origin = _settled(voice, view, figure) or nearest_to(figure, ORIGINS)
    if origin is None:
        return SourceCard(
            figure, title or figure, ((voice.say("source.status"), voice.say("source.unknown")),)
        )
    head, _, rest = figure.partition(".")
    special = _SPECIAL.get(head)
    return SourceCard(
        figure,
        title or capitalised(figure),
        (
            (voice.say("source.status"), voice.say(f"source.kind.{origin.kind}")),
            (voice.say("source.who"), _who(voice, figure, origin)),
            (voice.say("source.when"), _when(voice, view)),
            (voice.say("source.sure"), voice.say(f"source.sure.{origin.sure}")),
            *(special(voice, view, rest) if special else ()),
            *_disputed(voice, figure),
            (voice.say("source.rule"), voice.say("source.rule.at", rule=origin.rule)),
            *_entry(voice, figure, origin),
            *_bearing(voice, figure, _entry_of(figure, origin)),
        ),
    )


def card_lines(found: SourceCard) -> tuple[str, ...]:
    """A card line by line, the title apart."""
    return tuple(f"{question}: {answer}" for question, answer in found.rows)


def _settled(voice: Voice, view: SeatView, figure: str) -> Origin | None:
    """A sector that nobody claims against its holder is no claim: it stands as the match has it."""
    if not figure.startswith("sector."):
        return None
    named = zip(voice.board.theatre.sectors, view.sight.theatre.sectors, strict=True)
    sector = next((now for board, now in named if figure == f"sector.{board.id}"), None)
    return replace(ORIGINS["sector"], kind="game", sure="exact") if sector and sector.claimed < 0 else None


def _who(voice: Voice, figure: str, origin: Origin) -> str:
    head, _, rest = figure.partition(".")
    if figure.startswith("war.lost."):
        seat = voice.board.seat_index[figure.split(".")[2]]
        slug = "source.who.claims" if is_claimed(voice, seat) else "source.who.game-estimate"
        return voice.say(slug, who=claimant(voice, seat))
    rules = voice.board.war
    if rules is not None and figure in {"war.drones", "war.missiles"}:
        return voice.say("source.who.counted", who=voice.name(voice.board.seats[rules.defender].id))
    if rules is not None and figure in {"war.recruits", "war.aim", "war.over"}:
        side = rules.attacker if figure == "war.recruits" else rules.defender
        slug = "source.who.own" if figure != "war.over" else "source.who.claimed"
        return voice.say(slug, who=voice.name(voice.board.seats[side].id))
    if head == "estimate":
        return voice.say("source.who.services", about=voice.name(rest))
    return voice.say(f"source.who.{origin.kind}")


def _when(voice: Voice, view: SeatView) -> str:
    return voice.say("source.when.round", round=number(max(1, view.sight.talks.round)))


def _disputed(voice: Voice, figure: str) -> tuple[Row, ...]:
    bearing = _borne(voice, figure)
    said = bearing.disputed if bearing else ""
    return ((voice.say("source.disputed"), said),) if said else ()


def _borne(voice: Voice, figure: str) -> Bearing | None:
    """What bears on a figure."""
    return nearest_to(figure, voice.lexicon.background.bearing)


def _entry(voice: Voice, figure: str, origin: Origin) -> tuple[Row, ...]:
    """The entry of the ruleset: file, key, number with its unit, and the author's tag."""
    entry = _entry_of(figure, origin)
    rest = voice.lexicon.background.bases.get(entry)
    if rest is None:
        return ()
    place = ", ".join(part for part in (rest.file, entry.removeprefix("scenario."), rest.value) if part)
    return (voice.say("source.entry"), place), (voice.say("source.basis"), FACT.sub(r"\1", rest.basis))


def _entry_of(figure: str, origin: Origin) -> str:
    clause = figure.removeprefix("weight.")
    return origin.entry if clause == figure else f"clauses.{clause}"


def _bearing(voice: Voice, figure: str, entry: str) -> tuple[Row, ...]:
    """Facts that bear on the figure, those of its entry among them; none under neutral names."""
    bearing, rest = _borne(voice, figure), voice.lexicon.background.bases.get(entry)
    sector = sector_facts(voice, figure.removeprefix("sector.")) if figure.startswith("sector.") else ()
    facts = (*(bearing.facts if bearing else ()), *sector, *FACT.findall(rest.basis if rest else ""))
    said = dict.fromkeys(voice.fact(fact) for fact in facts if fact in voice.lexicon.facts)
    return tuple((voice.say("source.bears"), one) for one in said)


def _fact(voice: Voice, fact: str) -> tuple[Row, ...]:
    known = voice.lexicon.facts.get(fact)
    if known is None or not known.statement:
        return ()
    rows = [
        (voice.say("source.status"), voice.say(f"source.fact.{known.status}")),
        (voice.say("source.when"), known.date),
    ]
    if known.by:
        rows.insert(1, (voice.say("source.who"), known.by))
    for source in known.sources:
        day = f", {source.date}" if source.date else ""
        rows.append((voice.say("source.published"), f"{source.title}{day} {source.address}".rstrip()))
    return tuple(rows)


def _weight(voice: Voice, view: SeatView, clause: str) -> tuple[Row, ...]:
    """What each option of a clause is worth to the reader."""
    at = voice.board.clause_index.get(clause, -1)
    if at < 0 or view.sight.seat < 0:
        return ()
    return tuple(
        (
            voice.option(clause, place),
            voice.say(
                "source.worth",
                bar=bar(option.values[view.sight.seat] * 100),
                n=number(option.values[view.sight.seat]),
            ),
        )
        for place, option in enumerate(voice.board.clauses[at].options)
    )


def _order(voice: Voice, view: SeatView, lever: str) -> tuple[Row, ...]:
    """What each option of an own lever is known to do in a fortnight."""
    if view.sight.seat < 0:
        return ()
    options = voice.board.seats[view.sight.seat].levers.get(lever, {})
    return tuple(
        (
            voice.lexicon.label(f"lever.{lever}.{name}"),
            "; ".join(order_effects(voice, ((lever, name),))) or voice.say("source.order.none"),
        )
        for name in options
    )


def _cost(voice: Voice, _: SeatView, kind: str) -> tuple[Row, ...]:
    said = {name: "; ".join(price_lines(voice, voice.board.effects[name])) for name in RULES[kind].effects}
    none = voice.say("source.order.none")
    return tuple((voice.say("source.effect"), f"{name}: {effect or none}") for name, effect in said.items())


def _sector(voice: Voice, view: SeatView, sector: str) -> tuple[Row, ...]:
    told = sector_lines(voice, view.sight.theatre)
    ids = [board.id for board in voice.board.theatre.sectors]
    return ((voice.say("source.now"), told[ids.index(sector)]),) if sector in ids else ()


def _strike(voice: Voice, view: SeatView, number_: str) -> tuple[Row, ...]:
    """The report of a strike in pieces, and how sure one's own services are of what is behind it."""
    rows: list[Row] = []
    for paper in view.sight.papers:
        if isinstance(paper, StrikePaper) and str(paper.id) == number_:
            rows.append((voice.say("source.now"), pieces_line(voice, paper)))
        if isinstance(paper, EvidencePaper) and str(paper.strike) == number_:
            rows.append((voice.say("source.evidence"), f"{paper.confidence} %"))
    return tuple(rows)


def _poll(voice: Voice, view: SeatView, number_: str) -> tuple[Row, ...]:
    polls = (paper for paper in view.sight.papers if isinstance(paper, PollCard))
    return tuple(
        (voice.say("source.now"), points(paper.result, signed=False))
        for paper in polls
        if str(paper.id) == number_
    )


def _estimate(voice: Voice, view: SeatView, seat: str) -> tuple[Row, ...]:
    mine = view.sight.mine
    about = voice.board.seat_index.get(seat, -1)
    learnt = [
        (line.round, line.event.reason)
        for line in view.sight.record
        if isinstance(line.event, BeliefDrawn) and line.event.about == seat and line.event.reason
    ]
    reasons = dict.fromkeys(reason for number_, reason in learnt if number_ == learnt[-1][0])
    said = voice.join(voice.say(f"source.learnt.{reason}") for reason in reasons)
    return tuple(
        row
        for each in (mine.belief if mine is not None else ())
        if each.about == about
        for row in (
            (
                voice.say("source.error"),
                voice.say("source.error.points", points=points(each.error, signed=False)),
            ),
            *(((voice.say("source.learnt"), said),) if said else ()),
        )
    )


def _home(voice: Voice, view: SeatView, name: str) -> tuple[Row, ...]:
    mine = view.sight.mine
    if mine is None or name != "alternative":
        return ()
    news = sum(worth for _, worth in mine.news)
    return ((voice.say("source.news"), points(news)),)


def _start(voice: Voice, view: SeatView, name: str) -> tuple[Row, ...]:
    """What a public figure was on the first day."""
    del view
    start = voice.board.start
    known: dict[str, int] = {
        "attention": start.attention, "cohesion": start.cohesion, "support": start.support,
        "patience": voice.board.format.patience,
    }  # fmt: skip
    said = points(known[name], signed=False) if name in known else ""
    return ((voice.say("source.first"), said),) if said else ()


def _war(voice: Voice, view: SeatView, name: str) -> tuple[Row, ...]:
    del view
    start = voice.board.start
    known = {"grid": amount(start.grid, Unit.MEGAWATT), "held": percent(start.held)}
    return ((voice.say("source.first"), known[name]),) if name in known else ()


_SPECIAL: dict[str, Callable[[Voice, SeatView, str], tuple[Row, ...]]] = {
    "alliance": _start,
    "cost": _cost,
    "estimate": _estimate,
    "home": _home,
    "order": _order,
    "poll": _poll,
    "sector": _sector,
    "strike": _strike,
    "war": _war,
    "weight": _weight,
}
