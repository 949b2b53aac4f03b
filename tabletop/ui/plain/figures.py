"""Figures in plain mode: where each comes from, the war over time in words, the map drawn with letters."""

from collections.abc import Iterable, Iterator

from tabletop.game.views import SeatView
from tabletop.table.port import Past
from tabletop.ui.shared.map_drawing import draw
from tabletop.ui.shared.view_history import track
from tabletop.words.figures.charts import chart_group, charts
from tabletop.words.figures.in_play import figures
from tabletop.words.figures.map import caption, credits_group, legend, no_map
from tabletop.words.figures.provenance import card, lines
from tabletop.words.language.section import plain_lines
from tabletop.words.language.sourced_lines import sections
from tabletop.words.language.voice import Voice, stop

COLUMNS, ROWS = 72, 30
"""Letters of the map across and down."""


def sources(voice: Voice, view: SeatView) -> Iterator[str]:
    """Every figure in play with its number; `s` and the number say where it comes from."""
    yield f"{voice.say('source.title')}. {stop(voice.say('source.how'))}"
    yield from (f"  {at}. {stop(told.text)}" for at, told in enumerate(figures(voice, view), start=1))


def source(voice: Voice, view: SeatView, number: int) -> Iterator[str]:
    """Where the figure of a number comes from."""
    listed = figures(voice, view)
    if not 1 <= number <= len(listed):
        yield stop(voice.say("source.none"))
        return
    found = card(voice, view, listed[number - 1].figure)
    yield stop(found.title)
    yield from (f"  {stop(said)}" for said in lines(found))


def curves(voice: Voice, view: SeatView, past: Past) -> Iterable[str]:
    """The charts of the war in words."""
    found = charts(voice, track(past, view))
    return plain_lines(sections(chart_group(chart) for chart in found))


def drawing(voice: Voice, view: SeatView) -> Iterator[str]:
    """Each map drawn with letters, with its legend, its caption and its credits; the page `f` says it in words."""
    theatre_map = voice.lexicon.background.map
    if theatre_map is None:
        yield stop(no_map(voice))
        return
    for frame in theatre_map.frames:
        drawn = draw(voice, view, theatre_map, frame, columns=COLUMNS, rows=ROWS, plain=True)
        yield from drawn.canvas.text()
        yield from plain_lines(sections((legend(voice, view, frame, drawn.cities, drawn.hidden),)))
    yield caption(voice, view, theatre_map)
    yield from plain_lines(sections((credits_group(voice, theatre_map),)))
