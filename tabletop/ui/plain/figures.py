"""Figures in plain mode: where each comes from, the war over time in words, the map drawn with letters."""

from collections.abc import Iterable, Iterator

from tabletop.game.views import SeatView
from tabletop.table.port import Past
from tabletop.ui.shared.map_drawing import draw
from tabletop.ui.shared.view_history import views_over_time
from tabletop.words.figures.charts import chart_section, charts
from tabletop.words.figures.in_play import figures_in_play
from tabletop.words.figures.map import (
    map_caption,
    map_credits,
    map_legend,
    no_map,
)
from tabletop.words.figures.provenance import card_lines, source_card
from tabletop.words.language.section import plain_lines, text_sections
from tabletop.words.language.voice import Voice, full_stop

COLUMNS, ROWS = 72, 30
"""Letters of the map across and down."""


def sources(voice: Voice, view: SeatView) -> Iterator[str]:
    """Every figure in play with its number; `s` and the number say where it comes from."""
    yield f"{voice.say('source.title')}. {full_stop(voice.say('source.how'))}"
    yield from (
        f"  {number}. {full_stop(line.text)}"
        for number, line in enumerate(figures_in_play(voice, view), start=1)
    )


def source(voice: Voice, view: SeatView, number: int) -> Iterator[str]:
    """Where the figure of a number comes from."""
    listed = figures_in_play(voice, view)
    if not 1 <= number <= len(listed):
        yield full_stop(voice.say("source.none"))
        return
    found = source_card(voice, view, listed[number - 1].figure)
    yield full_stop(found.title)
    yield from (f"  {full_stop(said)}" for said in card_lines(found))


def curves(voice: Voice, view: SeatView, past: Past) -> Iterable[str]:
    """The charts of the war in words."""
    found = charts(voice, views_over_time(past, view))
    return plain_lines(text_sections(chart_section(chart) for chart in found))


def drawing(voice: Voice, view: SeatView) -> Iterator[str]:
    """Each map drawn with letters, with its legend, its caption and its credits; the page `f` says it in words."""
    theatre_map = voice.lexicon.background.map
    if theatre_map is None:
        yield full_stop(no_map(voice))
        return
    for frame in theatre_map.frames:
        drawn = draw(voice, view, theatre_map, frame, columns=COLUMNS, rows=ROWS, plain=True)
        yield from drawn.canvas.text()
        yield from plain_lines(text_sections((map_legend(voice, view, frame, drawn.cities, drawn.hidden),)))
    yield map_caption(voice, view, theatre_map)
    yield from plain_lines(text_sections((map_credits(voice, theatre_map),)))
