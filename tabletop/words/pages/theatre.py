"""The theatre as a page: who controls which sector, what is contested and claimed, what is said of it (W4).

Control is not sovereignty, and a claim is not a fact: both stand in words, and a mark only repeats them.
"""

from collections import Counter

from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import Sector
from tabletop.game.views import SeatView
from tabletop.scenario.board.doubt import SectorBoard
from tabletop.vocabulary import Unit
from tabletop.words.language.section import SourcedLine, SourcedSection, unsourced
from tabletop.words.language.voice import Voice, amount, capitalised, number, percent
from tabletop.words.pages.doubt import sector_lines
from tabletop.words.sentences.record_lines import event_line

GROUND = frozenset({"sector-claimed", "claim-refuted", "sector-taken", "sector-contested", "front-moved"})
"""Events that tell of the ground."""


def theatre_page(voice: Voice, view: SeatView) -> tuple[SourcedSection, ...]:
    """Sectors, the figures of the line, reported strikes, what was last heard, the sourced facts of each sector."""
    sectors = view.sight.theatre.sectors
    if not sectors:
        return (
            SourcedSection(voice.say("ground.sectors"), unsourced((voice.say("ground.none"),))),
            line_group(voice, view),
        )
    found = [
        SourcedSection(
            voice.say("ground.sectors"), (*_sectors(voice, view), SourcedLine(voice.say("ground.legend")))
        ),
        line_group(voice, view),
        SourcedSection(voice.say("ground.strikes"), _strikes(voice, view)),
        SourcedSection(voice.say("ground.heard"), unsourced(_heard(voice, view))),
    ]
    said = tuple(told for sector in voice.board.theatre.sectors for told in _facts(voice, sector))
    return (*found, SourcedSection(voice.say("ground.facts"), said)) if said else tuple(found)


def line_group(voice: Voice, view: SeatView) -> SourcedSection:
    """The line in figures: momentum, the share of the region, the ground under control."""
    seen = view.sight.figures
    found = [
        ("war.momentum", f"{'+' if seen.momentum > 0 else ''}{percent(seen.momentum)}"),
        ("war.held", percent(seen.held)),
    ]
    if seen.ground:
        found.append(("war.ground", amount(seen.ground, Unit.COUNT)))
    return SourcedSection(
        voice.say("ground.line"),
        tuple(SourcedLine(capitalised(f"{voice.quantity(path)}: {value}"), path) for path, value in found),
    )


def mark_slug(sector: Sector) -> str:
    """The slug of a sector's mark: `held`, `contested`, or `claimed` while it is both contested and claimed."""
    if sector.holder >= 0:
        return "held"
    return "claimed" if sector.claimed >= 0 else "contested"


def strikes_by_place(view: SeatView) -> dict[str, int]:
    """How many strikes of this match were reported from each place."""
    return dict(Counter(paper.place for paper in view.sight.papers if isinstance(paper, StrikePaper)))


def _sectors(voice: Voice, view: SeatView) -> tuple[SourcedLine, ...]:
    theatre = view.sight.theatre
    lines: list[SourcedLine] = []
    told = sector_lines(voice, theatre)
    for board, sector, said in zip(voice.board.theatre.sectors, theatre.sectors, told, strict=True):
        cities = [voice.lexicon.label(f"city.{city}") for city in board.cities]
        name = voice.lexicon.label(f"sector.{board.id}")
        unnamed = [city for city in cities if city not in name]
        more = f" ({voice.say('ground.cities', cities=voice.join(unnamed))})" if unnamed else ""
        lines.append(
            SourcedLine(
                f"{voice.table[f'ground.mark.{mark_slug(sector)}']} {said}{more}", f"sector.{board.id}"
            )
        )
    return tuple(lines)


def _strikes(voice: Voice, view: SeatView) -> tuple[SourcedLine, ...]:
    lines = [
        SourcedLine(
            voice.say(
                "ground.struck",
                place=voice.lexicon.label(f"place.{paper.place}"),
                round=number(paper.round),
                by=voice.name(paper.by),
            ),
            f"strike.{paper.id}",
        )
        for paper in view.sight.papers
        if isinstance(paper, StrikePaper)
    ]
    return tuple(lines) or unsourced((voice.say("ground.unstruck"),))


def _heard(voice: Voice, view: SeatView, most: int = 6) -> tuple[str, ...]:
    heard = [
        f"{voice.say('ground.round', round=str(entry.round))}: {event_line(voice, entry.event)}"
        for entry in reversed(view.sight.record)
        if entry.event.kind in GROUND
    ]
    return tuple(heard[:most]) or (voice.say("ground.quiet"),)


def _facts(voice: Voice, sector: SectorBoard) -> tuple[SourcedLine, ...]:
    """What sources say of a sector; neutral names leave facts out."""
    name = voice.lexicon.label(f"sector.{sector.id}")
    return tuple(
        SourcedLine(f"{name}: {voice.fact(fact)}", f"fact.{fact}")
        for fact in sector_facts(voice, sector.id)
        if fact in voice.lexicon.facts
    )


def sector_facts(voice: Voice, sector: str) -> tuple[str, ...]:
    """The facts that a sector rests on, by id."""
    listed = voice.lexicon.labels.get(f"sector.{sector}.facts", "")
    return tuple(fact for fact in listed.split(", ") if fact)
