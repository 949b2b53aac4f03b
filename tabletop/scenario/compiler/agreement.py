"""Compiling what judges a text: hazard, interlocks, routes, bodies, and what it asks once in force."""

from tabletop.scenario.board.aftermath import Aftermath, Violations, Watched
from tabletop.scenario.board.board import Hazard, PairRule
from tabletop.scenario.board.mandates import BodyBoard, RouteBoard
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.quantities import scaled


def hazard(scenario: Scenario, places: Places) -> Hazard:
    """The hazard table (rule A2), with a factor for each of 24 months."""
    sheet = scenario.rules.hazard
    guarantee = scenario.clauses.clauses[scenario.frame.roles.guarantee].options
    season: list[int] = []
    for part in sheet.season:
        season += [scaled(part.factor, 1000)] * (part.to - len(season))
    return Hazard(
        base=scaled(sheet.base, 100),
        season=tuple(season),
        faith=scaled(sheet.faith, 1000),
        specificity=scaled(sheet.specificity, 1000),
        precise=tuple(places.options(clause, sheet.precise.get(clause, [])) for clause in places.clause),
        guarantee=tuple(scaled(sheet.guarantee[option], 1000) for option in guarantee),
        covered=tuple(
            (places.clause[clause], places.options(clause, part.options), scaled(part.share, 100))
            for clause, part in sheet.covered.items()
        ),
        lean=scaled(sheet.lean, 1000),
        lean_most=scaled(sheet.lean_most, 1000),
        trust=scaled(sheet.trust, 1000),
        trust_zero=scaled(sheet.trust_zero, 100),
        trust_least=scaled(sheet.trust_least, 1000),
        trust_most=scaled(sheet.trust_most, 1000),
        ripeness=scaled(sheet.ripeness, 1000),
        ripe_at=scaled(sheet.ripe_at, 100),
    )


def pairs(scenario: Scenario, places: Places) -> tuple[PairRule, ...]:
    """The interlocks (rule A1.4)."""
    return tuple(
        PairRule(
            id=slug,
            clause=places.clause[pair.clause],
            options=places.options(pair.clause, pair.options),
            other=places.clause[pair.other],
            others=places.options(pair.other, pair.unmet),
            keep=scaled(pair.keep, 100),
            danger=scaled(pair.danger, 1000),
            support=tuple(scaled(pair.support.get(seat, 0), 100) for seat in places.seat),
            advice=slug,
        )
        for slug, pair in scenario.rules.pairs.rules.items()
    )


def routes(scenario: Scenario) -> tuple[RouteBoard, ...]:
    """The ways of ratification, by option of the clause on ratification."""
    clauses, roles = scenario.clauses.clauses, scenario.frame.roles
    sheets = scenario.rules.routes.options
    return tuple(
        RouteBoard(
            fortnights=sheets[route].fortnights,
            support=tuple(
                scaled(sheets[route].support[option], 100) for option in clauses[roles.territory].options
            ),
        )
        for route in clauses[roles.route].options
    )


def bodies(scenario: Scenario, places: Places) -> tuple[BodyBoard, ...]:
    """The bodies that must say yes (rule A4.1)."""
    return tuple(
        BodyBoard(
            id=slug,
            seat=places.seat[body.seat],
            when=body.when,
            asked_if=tuple(
                (places.clause[clause], places.options(clause, names))
                for clause, names in body.asked_if.items()
            ),
            base=body.base,
            middle=scaled(body.middle, 100),
            slope=scaled(body.slope, 100),
            adjust=tuple(
                (places.clause[clause], places.options(clause, [option]), scaled(shift, 100))
                for clause, shifts in body.adjust.items()
                for option, shift in shifts.items()
            ),
            if_no=tuple(
                (places.clause[clause], places.option[clause][name]) for clause, name in body.if_no.items()
            ),
            counts=body.counts,
            constant=scaled(body.constant, 100),
            credible=body.credible,
            invited=scaled(body.invited, 100),
        )
        for slug, body in scenario.rules.bodies.bodies.items()
    )


def aftermath(scenario: Scenario, places: Places) -> Aftermath | None:
    """What a text in force asks (rule A5), where the scenario has it."""
    sheet, roles = scenario.rules.aftermath, scenario.frame.roles
    if sheet is None:
        return None
    clauses = scenario.clauses.clauses
    back = {
        places.option[roles.sanctions][one]: places.option[roles.sanctions][other]
        for one, other in sheet.snap_back.items()
    }
    return Aftermath(
        later=scaled(sheet.later, 1000),
        renewable=places.options(roles.term, sheet.renewable),
        snap_back=tuple(back.get(at, -1) for at in range(len(clauses[roles.sanctions].options))),
        covers=places.seat[sheet.covers],
        called=tuple(places.seats(sheet.called.get(name, [])) for name in clauses[roles.guarantee].options),
        violations=Violations(
            watched=tuple(
                Watched(one.typical, one.by, scaled(one.seen, 100))
                for one in (sheet.violations.watched[name] for name in clauses[roles.verify].options)
            ),
            spread=scaled(sheet.violations.spread, 1000),
            weight=scaled(sheet.violations.weight, 1000),
        ),
    )
