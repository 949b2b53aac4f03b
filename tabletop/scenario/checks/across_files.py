"""What no single file can know: that names mean something, that lists are whole, that numbers add up.

Each check runs when the files it needs fit their models, so an author hears of everything at once.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tabletop.errors import Finding, InvariantBroken
from tabletop.scenario.checks.clauses import check_clauses
from tabletop.scenario.checks.consent import check_consent
from tabletop.scenario.checks.content import (
    check_basis,
    check_cards,
    check_claimants,
    check_facts,
    check_positions,
    check_sources,
)
from tabletop.scenario.checks.doubt import (
    check_causes,
    check_evidence,
    check_theatre,
    check_theatre_content,
)
from tabletop.scenario.checks.frame import check_formats, check_frame
from tabletop.scenario.checks.map import check_figures, check_map
from tabletop.scenario.checks.record import check_record
from tabletop.scenario.checks.rules import (
    check_aftermath,
    check_agreement,
    check_levers,
    check_mandates,
    check_world,
)
from tabletop.scenario.checks.war import check_war
from tabletop.scenario.sheets.base import Sheet
from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.content import Cards, Facts, Positions
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.map import FiguresSheet, MapSheet
from tabletop.scenario.sheets.record import RecordSheet
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Tree

S = TypeVar("S", bound=Sheet)


@dataclass(frozen=True, slots=True)
class Parts:
    """The files that fit their models, and the trees of those that could be read.

    Attributes:
        kept: Whether a journal kept them: what they rest on was settled when the match began.
    """

    trees: Mapping[str, Tree]
    sheets: Collection[Sheet]
    kept: bool = False

    def find(self, model: type[S]) -> S | None:
        """The sheet of a model, where its file fits."""
        return next((sheet for sheet in self.sheets if isinstance(sheet, model)), None)

    def need(self, model: type[S]) -> S:
        """The sheet of a model, once there are no findings.

        Raises:
            InvariantBroken: Its file is missing although nothing was found.
        """
        sheet = self.find(model)
        if sheet is None:
            raise InvariantBroken("a scenario without findings lacks a file")
        return sheet


def findings(parts: Parts) -> tuple[Finding, ...]:
    """Every finding across the files."""
    files = {name: Findings(tree) for name, tree in parts.trees.items()}
    frame, clauses, rules = parts.find(Frame), parts.find(Clauses), parts.find(Ruleset)
    facts, events, positions = parts.find(Facts), parts.find(Cards), parts.find(Positions)
    if frame:
        check_frame(files["scenario.yaml"], frame)
        check_theatre(files["scenario.yaml"], frame)
    if frame and clauses:
        check_formats(files["scenario.yaml"], frame, clauses)
        check_clauses(files["clauses.yaml"], frame, clauses)
    if frame and rules:
        check_levers(files["rules.yaml"], frame, rules)
        check_world(files["rules.yaml"], frame, rules)
        check_war(files["rules.yaml"], frame, rules, kept=parts.kept)
        check_causes(files["rules.yaml"], rules, kept=parts.kept)
    if frame and clauses and rules:
        check_agreement(files["rules.yaml"], frame, clauses, rules)
        check_aftermath(files["rules.yaml"], frame, clauses, rules)
        check_consent(files["rules.yaml"], frame, clauses, rules)
        check_mandates(files["rules.yaml"], frame, clauses, rules)
        check_evidence(files["rules.yaml"], frame, clauses, rules)
    if frame and facts:
        check_facts(files["facts.yaml"], frame, facts)
    if facts:
        check_sources(files["facts.yaml"], facts, kept=parts.kept)
        for name in ("clauses.yaml", "rules.yaml", "record.yaml"):
            if name in files:
                check_basis(files[name], facts)
    if frame and facts and events:
        check_cards(files["events.yaml"], frame, facts, events)
        told = files["facts.yaml"].tree
        check_claimants(files["events.yaml"], told, facts, events, kept=parts.kept)
        if frame.theatre:
            check_theatre_content(files["scenario.yaml"], frame.theatre, facts, events)
    if frame and facts and clauses and positions:
        check_positions(files["positions.yaml"], frame, clauses, facts, positions)
    _beside_play(parts, files)
    return tuple(finding for file in files.values() for finding in file.found)


def _beside_play(parts: Parts, files: Mapping[str, Findings]) -> None:
    """The files that no rule reads."""
    frame, rules, facts = parts.find(Frame), parts.find(Ruleset), parts.find(Facts)
    drawing, figures, record = parts.find(MapSheet), parts.find(FiguresSheet), parts.find(RecordSheet)
    if frame and drawing:
        check_map(files["map.yaml"], frame, drawing)
    if facts and figures:
        check_figures(files["figures.yaml"], facts, figures)
    if frame and rules and facts and record:
        check_record(files["record.yaml"], frame, rules, facts, record)
