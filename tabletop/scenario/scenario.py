"""A scenario as its author wrote it: checked, read-only, with its source texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.content import Cards, Facts, Positions
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.map import FiguresSheet, MapSheet
from tabletop.scenario.sheets.record import RecordSheet
from tabletop.scenario.sheets.rules import Ruleset


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario.

    Attributes:
        files: Name to text of every file it was read from; a journal embeds them, `loader.from_files` reads
            them back.
        texts: The briefings and the debrief: `general`, `confidential.<seat>`, `debrief`.
        map: The theatre as a drawing; None for a scenario without `map.yaml`.
        figures: Figures before and beside play; None for a scenario without `figures.yaml`.
        record: What was said of the months of the war; None for a scenario without `record.yaml`.
    """

    files: Mapping[str, str]
    frame: Frame
    clauses: Clauses
    rules: Ruleset
    facts: Facts
    events: Cards
    positions: Positions
    texts: Mapping[str, str]
    map: MapSheet | None = None
    figures: FiguresSheet | None = None
    record: RecordSheet | None = None

    @property
    def id(self) -> str:
        """The scenario's slug."""
        return self.frame.id

    @property
    def title(self) -> str:
        """The scenario's title."""
        return self.frame.title
