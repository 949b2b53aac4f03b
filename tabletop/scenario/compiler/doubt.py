"""Compiling doubt: causes of strikes, evidence, estimates, the theatre and the ledger of claims."""

from collections.abc import Mapping

from tabletop.scenario.board.doubt import (
    CAUSES,
    CauseRules,
    EstimateRules,
    EvidenceRules,
    Order,
    SectorBoard,
    TheatreBoard,
    Weights,
)
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.doubt import CauseName
from tabletop.scenario.sheets.quantities import hundredths, scaled

STANDINGS = {"claimed": "claimed", "disputed": "disputed", "estimate": "estimated"}
"""How a fact of each status first stands in the ledger; what is confirmed does not enter it."""


def _weights(found: Mapping[CauseName, float], missing: float = 0) -> Weights:
    """A number for each cause, times a hundred."""
    by_name = {str(name): value for name, value in found.items()}
    return tuple(scaled(by_name.get(cause, missing), 100) for cause in CAUSES)


def _by_order(
    levers: Mapping[str, Mapping[str, Mapping[CauseName, float]]], missing: float
) -> dict[Order, Weights]:
    """A row of numbers for each order."""
    return {
        (lever, option): _weights(row, missing)
        for lever, options in levers.items()
        for option, row in options.items()
    }


def causes(scenario: Scenario) -> CauseRules:
    """Causes of strikes (S1.5, S1.7)."""
    sheet = scenario.rules.causes
    if sheet is None:
        return CauseRules()
    return CauseRules(
        options=_by_order(sheet.levers, 0),
        kept=_by_order(sheet.kept, 100),
        retaliation=_weights(sheet.retaliation),
        single=_weights(sheet.single),
        large=sheet.large,
    )


def evidence(scenario: Scenario) -> EvidenceRules:
    """Evidence and inspections (S1.6, S2.7)."""
    sheet = scenario.rules.evidence
    if sheet is None:
        return EvidenceRules()
    options = scenario.clauses.clauses[scenario.frame.roles.verify].options
    return EvidenceRules(
        **sheet.integers(),
        faces={str(standing): tuple(faces) for standing, faces in sheet.faces.items()},
        verify=hundredths(sheet.verify, options),
    )


def estimates(scenario: Scenario) -> EstimateRules:
    """Estimates and sincerity (I1)."""
    sheet = scenario.rules.estimates
    if sheet is None:
        return EstimateRules()
    return EstimateRules(**sheet.integers(), sincerity=tuple(scaled(face, 100) for face in sheet.sincerity))


def theatre(scenario: Scenario, places: Places) -> TheatreBoard:
    """Sectors, claims and the ledger (W4, I2)."""
    frame, rules = scenario.frame.theatre, scenario.rules.theatre
    if frame is None or rules is None:
        return TheatreBoard()
    order = {slug: at for at, slug in enumerate(frame.sectors)}

    def place(seat: str | None) -> int:
        return -1 if seat is None else places.seat[seat]

    return TheatreBoard(
        **rules.integers(),
        sectors=tuple(
            SectorBoard(
                id=slug,
                holder=place(sector.holder),
                claimed=place(sector.claimed),
                **sector.integers(),
                opens=-1 if sector.opens is None else order[sector.opens],
                cities=tuple(sector.cities),
            )
            for slug, sector in frame.sectors.items()
        ),
        struck={places.seat[seat]: tuple(found) for seat, found in frame.struck.items()},
        cards={card: places.seat[seat] for card, seat in frame.cards.items()},
        refuting={card: places.seat[seat] for card, seat in frame.refuting.items()},
        ledger=_ledger(scenario, frame.ledger),
    )


def _ledger(
    scenario: Scenario, said: Mapping[str, Mapping[str, str]]
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """By card: its facts that are claims, disputed or estimates, and how they stand once the card has fallen."""
    facts = scenario.facts.facts
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for slug, card in scenario.events.cards.items():
        own = said.get(slug, {})
        listed = tuple(
            (fact, own.get(fact, STANDINGS.get(facts[fact].status, "")))
            for fact in card.facts
            if fact in own or facts[fact].status in STANDINGS
        )
        if listed:
            found[slug] = listed
    return found
