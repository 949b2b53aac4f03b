"""Everything that a script may rely on, in one list; the package hands it out as `tabletop.NAME`."""

from tabletop import errors
from tabletop.api.frontier_types import FrontierCard
from tabletop.api.legal_moves import LegalMoves
from tabletop.api.match import Match
from tabletop.api.matches import new_match, open_match, read_match
from tabletop.api.players import OwnPlayer
from tabletop.api.report import Report
from tabletop.api.tools import (
    find_frontier,
    format_move,
    list_scenarios,
    load_scenario,
    parse_move,
    simulate,
    verify,
    whatif,
)
from tabletop.errors import (
    CidReused,
    Diverged,
    Finding,
    IllegalMove,
    InvariantBroken,
    JournalBroken,
    JournalError,
    JournalGone,
    JournalHeld,
    JournalTooNew,
    MoveKept,
    NotationError,
    OtherRules,
    Refusal,
    ScenarioError,
    SeatError,
    StaleView,
    TabletopError,
    WrongArgument,
)
from tabletop.game.records import moves
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import Preview, SeatView
from tabletop.journal.entry import Entry
from tabletop.journal.verify import Verdict
from tabletop.table.port import Chosen
from tabletop.table.whatif_port import Band

__all__ = [
    "Band",
    "Chosen",
    "CidReused",
    "Diverged",
    "Entry",
    "Finding",
    "FrontierCard",
    "IllegalMove",
    "InvariantBroken",
    "JournalBroken",
    "JournalError",
    "JournalGone",
    "JournalHeld",
    "JournalTooNew",
    "LegalMoves",
    "Match",
    "MoveKept",
    "NotationError",
    "OtherRules",
    "OwnPlayer",
    "Preview",
    "Refusal",
    "Report",
    "ScenarioError",
    "SeatError",
    "SeatView",
    "Sentence",
    "StaleView",
    "TabletopError",
    "Verdict",
    "WrongArgument",
    "errors",
    "find_frontier",
    "format_move",
    "list_scenarios",
    "load_scenario",
    "moves",
    "new_match",
    "open_match",
    "parse_move",
    "read_match",
    "simulate",
    "verify",
    "whatif",
]
