"""The words of the map: its legend, its caption, its credits; all that it shows stands in the table as well."""

from collections.abc import Iterable

from tabletop.game.records.state import Sector
from tabletop.game.views import SeatView
from tabletop.scenario.board.background import MapFrame, TheatreMap
from tabletop.words.language.section import SourcedLine, SourcedSection
from tabletop.words.language.voice import Voice, capitalised, number
from tabletop.words.pages.theatre import mark_slug, strikes_by_place


def sector_mark(voice: Voice, at: int, sector: Sector) -> str:
    """The mark of a sector as the map has it: its number, its shape, the short name of who holds or claims it."""
    who = sector.holder if sector.holder >= 0 else sector.claimed
    name = voice.board.seats[who].id if who >= 0 else ""
    short = voice.lexicon.labels.get(f"seat.{name}.short", voice.name(name)) if name else ""
    return f"{at + 1}{voice.table[f'ground.mark.{mark_slug(sector)}']}{short}"


def sector_state(voice: Voice, sector: Sector) -> str:
    """What a sector's mark says: held and by whom, contested, or claimed and by whom."""
    slug = mark_slug(sector)
    if slug == "held":
        return voice.table["map.state.held"].format(holder=voice.name(voice.board.seats[sector.holder].id))
    if slug == "claimed":
        return voice.table["map.state.claimed"].format(by=voice.name(voice.board.seats[sector.claimed].id))
    return voice.table["map.state.contested"]


def map_legend(
    voice: Voice, view: SeatView, frame: MapFrame, cities: Iterable[tuple[str, str]], hidden: Iterable[str]
) -> SourcedSection:
    """What the marks, letters and signs of the map mean.

    Args:
        voice: The seat that looks.
        view: What it sees.
        frame: What is shown.
        cities: Letter and city of those drawn.
        hidden: Cities of the frame for which there was no room.
    """
    sectors = zip(voice.board.theatre.sectors, view.sight.theatre.sectors, strict=True)
    lines = [
        SourcedLine(
            voice.say(
                "map.legend.sector",
                n=number(at + 1),
                mark=voice.table[f"ground.mark.{mark_slug(sector)}"],
                sector=voice.lexicon.label(f"sector.{board.id}"),
                state=sector_state(voice, sector),
            ),
            f"sector.{board.id}",
        )
        for at, (board, sector) in enumerate(sectors)
    ]
    named = [
        voice.table["map.legend.city"].format(letter=letter, city=voice.lexicon.label(f"map.city.{city}"))
        for letter, city in cities
    ]
    if named:
        lines.append(SourcedLine(", ".join(named)))
    crowded = [voice.lexicon.label(f"map.city.{city}") for city in hidden]
    if crowded:
        lines.append(SourcedLine(voice.say("map.hidden", cities=voice.join(crowded))))
    outside = struck_beyond(voice, view, frame)
    if outside:
        lines.append(SourcedLine(voice.say("map.outside", places=", ".join(outside))))
    return SourcedSection(
        f"{voice.say('map.legend')}: {voice.lexicon.label(f'map.frame.{frame.id}')}", tuple(lines)
    )


def struck_beyond(voice: Voice, view: SeatView, frame: MapFrame) -> tuple[str, ...]:
    """Places outside the frame that strikes of this match were reported from, with how many."""
    theatre_map = voice.lexicon.background.map
    if theatre_map is None:
        return ()
    return tuple(
        voice.say("map.place", place=voice.lexicon.label(f"place.{place}"), n=number(count))
        for place, count in strikes_by_place(view).items()
        if place not in theatre_map.places or not inside(frame, theatre_map.places[place])
    )


def inside(frame: MapFrame, spot: tuple[float, float]) -> bool:
    """Whether a spot lies in a frame."""
    return frame.west <= spot[0] <= frame.east and frame.south <= spot[1] <= frame.north


def map_caption(voice: Voice, view: SeatView, theatre_map: TheatreMap) -> str:
    """What must be said under the map: control and not sovereignty, the day, what the drawing is."""
    moves = voice.say("map.caption.moves", round=number(max(1, view.sight.talks.round)))
    return f"{voice.say('map.caption', day=theatre_map.as_of)} {moves}"


def map_credits(voice: Voice, theatre_map: TheatreMap) -> SourcedSection:
    """Where each layer of the drawing is from."""
    return SourcedSection(
        voice.say("map.credits.title"),
        tuple(
            SourcedLine(capitalised(voice.table["map.credits"].format(layer=layer, credit=credit)))
            for layer, credit in theatre_map.credits.items()
        ),
    )


def no_map(voice: Voice) -> str:
    """Why there is no drawing."""
    return voice.say("map.none" if voice.lexicon.facts else "map.neutral")
