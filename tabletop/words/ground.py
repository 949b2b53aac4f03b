"""The theatre as a page: who controls which sector, what is contested and claimed, what is said of it (W4).

Control is not sovereignty, and a claim is not a fact: both stand in words, and a mark only repeats them.
"""

from tabletop.game.state import Sector
from tabletop.game.views import SeatView
from tabletop.scenario.fog import SectorBoard
from tabletop.terms import Unit
from tabletop.words.doubt import sector_lines
from tabletop.words.labels import Voice, amount, capital, percent
from tabletop.words.lines import line
from tabletop.words.section import Section

GROUND = frozenset({"sector-claimed", "claim-refuted", "sector-taken", "sector-contested", "front-moved"})
"""Events that tell of the ground."""


def ground_sections(voice: Voice, view: SeatView) -> tuple[Section, ...]:
    """Sectors, the figures of the line, what was last heard, and the sourced facts of each sector."""
    sectors = view.sight.theatre.sectors
    if not sectors:
        return (Section(voice.say("ground.sectors"), (voice.say("ground.none"),)), line_section(voice, view))
    found = [
        Section(voice.say("ground.sectors"), (*_sectors(voice, view), voice.say("ground.legend"))),
        line_section(voice, view),
        Section(voice.say("ground.heard"), _heard(voice, view)),
    ]
    said = [line for sector in voice.board.theatre.sectors for line in _facts(voice, sector)]
    return (*found, Section(voice.say("ground.facts"), tuple(said))) if said else tuple(found)


def line_section(voice: Voice, view: SeatView) -> Section:
    """The line in figures: momentum, the disputed land, the ground under control."""
    seen = view.sight.figures
    lines = [
        f"{voice.quantity('war.momentum')}: {'+' if seen.momentum > 0 else ''}{percent(seen.momentum)}",
        f"{voice.quantity('war.held')}: {percent(seen.held)}",
    ]
    if seen.ground:
        lines.append(f"{voice.quantity('war.ground')}: {amount(seen.ground, Unit.COUNT)}")
    return Section(voice.say("ground.line"), tuple(capital(said) for said in lines))


def mark(sector: Sector) -> str:
    """The slug of a sector's mark: `held`, `contested`, or `claimed` while it is both contested and claimed."""
    if sector.holder >= 0:
        return "held"
    return "claimed" if sector.claimed >= 0 else "contested"


def _sectors(voice: Voice, view: SeatView) -> list[str]:
    theatre = view.sight.theatre
    lines: list[str] = []
    told = sector_lines(voice, theatre)
    for board, sector, said in zip(voice.board.theatre.sectors, theatre.sectors, told, strict=True):
        cities = [voice.lexicon.label(f"city.{city}") for city in board.cities]
        name = voice.lexicon.label(f"sector.{board.id}")
        unnamed = [city for city in cities if city not in name]
        more = f" ({voice.say('ground.cities', cities=voice.join(unnamed))})" if unnamed else ""
        lines.append(f"{voice.table[f'ground.mark.{mark(sector)}']} {said}{more}")
    return lines


def _heard(voice: Voice, view: SeatView, most: int = 6) -> tuple[str, ...]:
    heard = [
        f"{voice.say('ground.round', round=str(entry.round))}: {line(voice, entry.event)}"
        for entry in reversed(view.sight.record)
        if entry.event.kind in GROUND
    ]
    return tuple(heard[:most]) or (voice.say("ground.quiet"),)


def _facts(voice: Voice, sector: SectorBoard) -> list[str]:
    """What sources say of a sector; neutral names leave facts out."""
    listed = voice.lexicon.labels.get(f"sector.{sector.id}.facts", "")
    known = [voice.lexicon.facts[fact] for fact in listed.split(", ") if fact in voice.lexicon.facts]
    return [f"{voice.lexicon.label(f'sector.{sector.id}')}: {said}" for said in known]
