"""Compiling what judges a text: hazard, interlocks, routes, bodies, and what it asks once in force."""

from tabletop.scenario.board.aftermath import Aftermath, Arming, Breaking, Violations, Watched
from tabletop.scenario.board.board import Hazard, PairRule
from tabletop.scenario.board.mandates import BodyBoard, RouteBoard
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.quantities import hundredths, scaled


def hazard(scenario: Scenario, places: Places) -> Hazard:
    """The hazard table (rule A2), with a factor for each of 24 months."""
    sheet = scenario.rules.hazard
    guarantee = scenario.clauses.clauses[scenario.frame.roles.guarantee].options
    season: list[int] = []
    for part in sheet.season:
        season += [scaled(part.factor, 1000)] * (part.to - len(season))
    return Hazard(
        **sheet.integers(),
        season=tuple(season),
        precise=tuple(places.options(clause, sheet.precise.get(clause, [])) for clause in places.clause),
        guarantee=tuple(scaled(sheet.guarantee[option], 1000) for option in guarantee),
        covered=tuple(
            (places.clause[clause], places.options(clause, part.options), scaled(part.share, 100))
            for clause, part in sheet.covered.items()
        ),
    )


def pairs(scenario: Scenario, places: Places) -> tuple[PairRule, ...]:
    """The interlocks (rule A1.4)."""
    return tuple(
        PairRule(
            **pair.integers(),
            id=slug,
            clause=places.clause[pair.clause],
            options=places.options(pair.clause, pair.options),
            other=places.clause[pair.other],
            others=places.options(pair.other, pair.unmet),
            support=hundredths(pair.support, places.seat),
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
            **sheets[route].integers(),
            support=hundredths(sheets[route].support, clauses[roles.territory].options),
        )
        for route in clauses[roles.route].options
    )


def bodies(scenario: Scenario, places: Places) -> tuple[BodyBoard, ...]:
    """The bodies that must say yes (rule A4.1)."""
    return tuple(
        BodyBoard(
            **body.integers(),
            id=slug,
            seat=places.seat[body.seat],
            when=body.when,
            asked_if=tuple(
                (places.clause[clause], places.options(clause, names))
                for clause, names in body.asked_if.items()
            ),
            base=body.base,
            adjust=tuple(
                (places.clause[clause], places.options(clause, [option]), scaled(shift, 100))
                for clause, shifts in body.adjust.items()
                for option, shift in shifts.items()
            ),
            if_no=tuple(
                (places.clause[clause], places.option[clause][name]) for clause, name in body.if_no.items()
            ),
            counts=body.counts,
            credible=body.credible,
        )
        for slug, body in scenario.rules.bodies.bodies.items()
    )


def aftermath(scenario: Scenario, places: Places) -> Aftermath | None:
    """What a text in force asks (rule A5), where the scenario has it."""
    sheet, roles = scenario.rules.aftermath, scenario.frame.roles
    if sheet is None:
        return None
    clauses, watched = scenario.clauses.clauses, sheet.violations.watched
    back = {
        places.option[roles.sanctions][one]: places.option[roles.sanctions][other]
        for one, other in sheet.snap_back.items()
    }
    return Aftermath(
        **sheet.integers(),
        renewable=places.options(roles.term, sheet.renewable),
        snap_back=tuple(back.get(at, -1) for at in range(len(clauses[roles.sanctions].options))),
        covers=places.seat[sheet.covers],
        called=tuple(places.seats(sheet.called.get(name, [])) for name in clauses[roles.guarantee].options),
        violations=Violations(
            watched=tuple(
                Watched(by=watched[name].by, **watched[name].integers())
                for name in clauses[roles.verify].options
            ),
            **sheet.violations.integers(),
        ),
        breaking=breaking(scenario, places),
    )


def breaking(scenario: Scenario, places: Places) -> Breaking | None:
    """When a party gains by breaking a text (rules A5.12, A5.13), where the scenario has it."""
    sheet = scenario.rules.aftermath and scenario.rules.aftermath.breaking
    if not sheet:
        return None
    clauses = scenario.clauses.clauses
    guarantee = clauses[scenario.frame.roles.guarantee].options

    def arming(seat: str) -> Arming | None:
        party = sheet.parties.get(seat)
        if party is None:
            return None
        return Arming(
            **party.integers(),
            allowed=tuple(
                (places.clause[clause], hundredths(shares, clauses[clause].options))
                for clause, shares in party.allowed.items()
            ),
            price=hundredths(party.price, guarantee),
        )

    return Breaking(**sheet.integers(), arming=tuple(arming(seat) for seat in places.seat))
