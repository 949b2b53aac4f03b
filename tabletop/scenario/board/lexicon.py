"""The words of a scenario: every label by its id, apart from rules and state.

Keys are dotted paths: `seat.ukraine`, `clause.scope`, `clause.scope.ask`, `option.scope.3`,
`option.scope.3.text`, `lever.tempo`, `lever.tempo.hold`, `card.oil-falls`, `act.no-energy-strikes`,
`place.kyiv`, `until.truce`, `pair.verify-buffer`. Words never enter a digest.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tabletop.scenario.board.background import Background, SourcedFact
from tabletop.scenario.board.order_cards import Preset


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Labels by dotted path, and the longer texts of the scenario.

    Attributes:
        labels: Short names and sentences.
        neutral: Labels that replace others when neutral names are on.
        texts: Long texts by name: `general`, `confidential.<seat>`, `baseline`, `assumptions`, `title`.
        facts: Facts by id.
        reduced: Whether sentences on harm to people are told in less detail, as the reader asked.
        presets: By seat: cards of orders.
        background: The map, the years before play, and what facts and numbers rest on.
    """

    labels: Mapping[str, str]
    neutral: Mapping[str, str] = field(default_factory=dict[str, str])
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    facts: Mapping[str, SourcedFact] = field(default_factory=dict[str, SourcedFact])
    background: Background = field(default_factory=Background)
    reduced: bool = False
    presets: Mapping[str, tuple[Preset, ...]] = field(default_factory=dict[str, tuple[Preset, ...]])

    def label(self, path: str) -> str:
        """The label, or the last part of the path when the author gave none."""
        return self.labels.get(path, path.rsplit(".", 1)[-1])
