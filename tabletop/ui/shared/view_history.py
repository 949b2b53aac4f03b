"""What a seat was shown over time: the view with which each round, fortnight or month opened, and the newest.

The past of a port is folded from the journal and made by the one function that makes views, so a series survives
a break and holds nothing that the seat was not shown.
"""

from tabletop.game.views import SeatView
from tabletop.table.port import Past
from tabletop.vocabulary import IN_FORCE, Phase

STEPPED = IN_FORCE | {Phase.INITIALLED}
"""Phases in which time goes by fortnights or months instead of rounds."""


def views_over_time(past: Past, now: SeatView) -> tuple[SeatView, ...]:
    """The views to draw a series from, oldest first.

    Args:
        past: What the seat was shown.
        now: What it is shown now; it comes last.
    """
    found: list[SeatView] = []
    seen: tuple[int, bool, int] | None = None
    for index, moment in enumerate(past.entries):
        if moment.phase not in STEPPED:
            mark = (moment.round, False, 0)
            if mark != seen:
                found.append(past.view(index))
        else:
            view = past.view(index)
            mark = (moment.round, moment.phase in IN_FORCE, view.sight.talks.step)
            if mark != seen:
                found.append(view)
        seen = mark
    return (*found, now)
