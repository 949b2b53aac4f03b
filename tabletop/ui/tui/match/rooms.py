"""Which room a view is shown in."""

from tabletop.game.views import SeatView
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tabletop.ui.tui.screens.rooms.caucus import Caucus, pair_of
from tabletop.ui.tui.screens.rooms.end import End
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.progress import Progress
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.screens.rooms.signing import Signing
from tabletop.ui.tui.screens.rooms.strike import Strike
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.vocabulary import ENDS, IN_FORCE, Phase
from tabletop.words.language.voice import Voice

_BY_PHASE: dict[Phase, type[Room]] = {
    Phase.SCHEDULED: OrdersRoom,
    Phase.INTERRUPTED: Strike,
    Phase.DRAFTING: Signing,
    Phase.INITIALLED: Progress,
    **dict.fromkeys(IN_FORCE, Progress),
    **dict.fromkeys(ENDS, End),
}


def room_for(voice: Voice, view: SeatView, *, briefed: bool, in_caucus: bool) -> type[Room]:
    """The room for a view.

    Args:
        voice: The seat that looks.
        view: What it sees.
        briefed: Whether it has read its briefing; that comes before its first orders.
        in_caucus: Whether it wants to look at its caucus rather than at the table.
    """
    talks = view.sight.talks
    if not briefed and talks.phase is Phase.SCHEDULED and talks.round <= 1:
        return Briefing
    if in_caucus and pair_of(voice, view):
        return Caucus
    return _BY_PHASE.get(talks.phase, TableRoom)
