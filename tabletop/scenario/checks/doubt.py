"""Checks of the sections on doubt: orders, options, seats, sectors, cards and facts that exist."""

from typing import get_args

from tabletop.scenario.board.doubt import CAUSES, RETIRED_CAUSES
from tabletop.scenario.checks.content import check_fact
from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.content import Cards, Facts
from tabletop.scenario.sheets.doubt import CauseWeights, Standing, TheatreSheet
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Path


def check_causes(findings: Findings, rules: Ruleset, *, kept: bool) -> None:
    """Causes hang on orders that exist, and every order that may strike has some; an old journal keeps its own."""
    sheet = rules.causes
    if sheet is None:
        return
    levers = {name: lever for seat in rules.levers.seats.values() for name, lever in seat.items()}
    for part, found in (("levers", sheet.levers), ("kept", sheet.kept)):
        findings.check_keys(("causes", part), found, levers, "lever", whole=False)
        for name, options in found.items():
            known = levers[name].options if name in levers else {}
            findings.check_keys(("causes", part, name), options, known, "option", whole=False)
    if kept:
        return
    for part in ("rhythm", "staged_most"):
        if getattr(sheet, part):
            findings.add(("causes", part), "a part of older rules", "no such part: see S1.5 and S1.7")
    for name, options in sheet.levers.items():
        for option, weights in options.items():
            _check_weights(findings, ("causes", "levers", name, option), weights)
    _check_weights(findings, ("causes", "single"), sheet.single)
    for name, lever in levers.items():
        for option, order in lever.options.items():
            if order.strike and option not in sheet.levers.get(name, {}):
                findings.add(
                    ("causes", "levers"),
                    f"nothing for {name}: {option}",
                    "causes for every order that strikes",
                )


def _check_weights(findings: Findings, path: Path, weights: CauseWeights) -> None:
    """Some cause has a weight, and none is of older rules."""
    if sum(weights.values()) <= 0:
        findings.add(path, "no weight at all", "a cause with a weight")
    for name in weights:
        if name in RETIRED_CAUSES:
            findings.add((*path, name), f"the cause {name}, of older rules", f"one of {', '.join(CAUSES)}")


def check_evidence(findings: Findings, frame: Frame, clauses: Clauses, rules: Ruleset) -> None:
    """A die for every standing, a chance for every option of the clause on verification."""
    sheet = rules.evidence
    if sheet is None:
        return
    findings.check_keys(("evidence", "faces"), sheet.faces, get_args(Standing), "standing", whole=True)
    verify = clauses.clauses.get(frame.roles.verify)
    if verify is not None:
        findings.check_keys(("evidence", "verify"), sheet.verify, verify.options, "option", whole=True)


def check_theatre(findings: Findings, frame: Frame) -> None:
    """Sectors held and claimed by parties, opening into sectors that exist; places of each side."""
    sheet = frame.theatre
    if sheet is None:
        return
    for slug, sector in sheet.sectors.items():
        path = ("theatre", "sectors", slug)
        for part, seat in (("holder", sector.holder), ("claimed", sector.claimed)):
            if seat is not None:
                findings.check_name((*path, part), seat, frame.parties, "party")
        if sector.opens is not None:
            findings.check_name((*path, "opens"), sector.opens, sheet.sectors, "sector")
        if sector.claimed is not None and sector.claimed == sector.holder:
            findings.add(
                (*path, "claimed"), f"{sector.claimed}, which holds it", "a claim by the other party"
            )
    findings.check_keys(("theatre", "struck"), sheet.struck, frame.parties, "party", whole=True)
    for seat, found in sheet.struck.items():
        findings.check_names(("theatre", "struck", seat), found, frame.places, "place")
    for part in ("cards", "refuting"):
        for card, seat in getattr(sheet, part).items():
            findings.check_name(("theatre", part, card), seat, frame.parties, "party")


def check_theatre_content(findings: Findings, sheet: TheatreSheet, facts: Facts, cards: Cards) -> None:
    """Cards exist; sectors rest on facts of the days before play."""
    for part in ("cards", "refuting", "ledger"):
        findings.check_keys(("theatre", part), getattr(sheet, part), cards.cards, "card", whole=False)
    for card, states in sheet.ledger.items():
        if card in cards.cards:
            findings.check_keys(
                ("theatre", "ledger", card), states, cards.cards[card].facts, "fact of the card", whole=False
            )
    for slug, sector in sheet.sectors.items():
        for place, fact in enumerate(sector.facts):
            check_fact(findings, ("theatre", "sectors", slug, "facts", place), fact, facts)
