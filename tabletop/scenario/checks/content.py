"""Checks of facts, cards and positions: sources exist, nothing is later than the start, all have a basis."""

import re

from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.content import SILENT_OPTION, Card, Cards, Facts, Positions
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.quantities import is_path, paths
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.model_errors import value_at
from tabletop.scenario.source.placed_data import Path, Tree

FACT = re.compile(r"fact:([a-z0-9-]+)")
"""A fact that a number rests on, in a line of basis."""

WEAK = "C"
"""The quality of a source that is a pointer only: no fact in play rests on such sources alone."""


def check_basis(findings: Findings, facts: Facts) -> None:
    """Every `fact:<id>` in a line of basis is a fact of the days before play."""
    for path in findings.tree.places:
        value = value_at(findings.tree.data, path) if path[-1:] == ("basis",) else ""
        for slug in FACT.findall(value if isinstance(value, str) else ""):
            check_fact(findings, path, slug, facts)


def check_facts(findings: Findings, frame: Frame, facts: Facts) -> None:
    """Sources exist; claims and estimates name who makes them; later facts are marked."""
    for slug, fact in facts.facts.items():
        path: Path = ("facts", slug)
        findings.check_names((*path, "sources"), fact.sources, facts.sources, "source")
        if fact.status in {"claimed", "estimate"} and not fact.by:
            findings.add(
                path, f"a statement that is {fact.status} by nobody", "the key 'by' with who says it"
            )
        if fact.date > frame.as_of and not fact.after_start:
            findings.add((*path, "date"), fact.date, f"a day up to {frame.as_of}, or after_start: true")


def check_sources(findings: Findings, facts: Facts, *, kept: bool) -> None:
    """What is in play rests on more than pointers, unless a journal kept it."""
    for slug, fact in facts.facts.items():
        known = [facts.sources[key].quality for key in fact.sources if key in facts.sources]
        if known and not kept and not fact.after_start and all(quality == WEAK for quality in known):
            findings.add(
                ("facts", slug, "sources"),
                f"sources of quality {WEAK} alone",
                "a source of quality A or B beside them",
            )


def check_claimants(findings: Findings, told: Tree, facts: Facts, cards: Cards, *, kept: bool) -> None:
    """A card says who claims what it tells, as the fact has it, unless a journal kept it.

    Args:
        findings: Those of `events.yaml`.
        told: `facts.yaml`, to point at a fact.
        facts: What is told.
        cards: Who tells it.
        kept: Whether a journal kept the scenario: its cards may say nothing of their claimants.
    """
    if kept:
        return
    for slug, card in cards.cards.items():
        claimants = {fact: facts.facts[fact].claimants() for fact in card.facts if fact in facts.facts}
        for fact, names in claimants.items():
            line = told.place(("facts", fact)).line
            for name in names:
                if name not in card.says:
                    findings.add(
                        ("cards", slug, "says" if card.says else "facts"),
                        f"{', '.join(card.says) or 'nobody'} as who says so",
                        f"{name!r}, who claims the fact {fact} ({told.name}:{line})",
                    )
        named = [name for names in claimants.values() for name in names]
        if named:
            findings.check_names(("cards", slug, "says"), card.says, named, "claimant")
        elif card.says and len(claimants) == len(card.facts):
            findings.add(
                ("cards", slug, "says"), ", ".join(card.says), "no claimant: none of its facts has one"
            )


def check_cards(findings: Findings, frame: Frame, facts: Facts, cards: Cards) -> None:
    """Each card can fall, rests on something, and knows nothing of later days."""
    seats = list(frame.seats)
    for slug, card in cards.cards.items():
        path: Path = ("cards", slug)
        findings.check_effects((*path, "effects"), card.effects, seats)
        _basis(findings, path, card.facts, card.basis, facts)
        _kind(findings, path, card)
        if card.rounds and card.rounds[0] > card.rounds[1]:
            findings.add(
                (*path, "rounds"), f"{card.rounds[0]} to {card.rounds[1]}", "the first round before the last"
            )
        if card.condition:
            if not is_path(card.condition.path, seats):
                findings.check_name((*path, "condition", "path"), card.condition.path, paths(seats), "path")
            if (card.condition.at_least is None) == (card.condition.at_most is None):
                findings.add((*path, "condition"), "not one bound", "either at_least or at_most")
    if not any(card.kind == "random" for card in cards.cards.values()):
        findings.add(("cards",), "no random card", "at least one random card")


def _kind(findings: Findings, path: Path, card: Card) -> None:
    """A random card has a weight, a scheduled one its rounds, a conditional one its condition."""
    given = {"random": card.weight, "scheduled": card.rounds, "conditional": card.condition}
    field = {"random": "weight", "scheduled": "rounds", "conditional": "condition"}
    for kind, value in given.items():
        if kind == card.kind and value is None:
            findings.add(path, f"a {kind} card without {field[kind]}", f"the key {field[kind]!r}")
        if kind != card.kind and value is not None:
            findings.add(
                (*path, field[kind]),
                f"{field[kind]} on a {card.kind} card",
                f"a {kind} card, or no {field[kind]}",
            )


def check_positions(
    findings: Findings, frame: Frame, clauses: Clauses, facts: Facts, positions: Positions
) -> None:
    """Every seat has a position or is silent on every clause, each with its basis."""
    findings.check_keys(("positions",), positions.positions, frame.seats, "seat", whole=True)
    for seat, rows in positions.positions.items():
        findings.check_keys(("positions", seat), rows, clauses.clauses, "clause", whole=True)
        for clause, position in rows.items():
            path: Path = ("positions", seat, clause)
            if clause in clauses.clauses:
                names = [*clauses.clauses[clause].options, SILENT_OPTION]
                findings.check_name((*path, "option"), position.option, names, "option")
            _basis(findings, path, position.facts, position.basis, facts)


def _basis(findings: Findings, path: Path, found: list[str], basis: str, facts: Facts) -> None:
    """What is sourced names facts, and nothing in play rests on a later day."""
    for place, slug in enumerate(found):
        check_fact(findings, (*path, "facts", place), slug, facts)
    if basis == "sourced" and not found:
        findings.add((*path, "facts"), "no facts", "the facts it rests on, or basis: game")


def check_fact(findings: Findings, path: Path, slug: str, facts: Facts) -> bool:
    """Whether a fact exists and was known when play begins."""
    if not findings.check_name(path, slug, facts.facts, "fact"):
        return False
    if facts.facts[slug].after_start:
        findings.add(path, f"{slug}, which is after the start", "facts of the days before")
        return False
    return True
