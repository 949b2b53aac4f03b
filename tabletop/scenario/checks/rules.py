"""Checks of `rules.yaml`: effects, levers, interlocks, bodies, mandates and the world on the first day."""

from collections.abc import Mapping

from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.levers import LeverSheet
from tabletop.scenario.sheets.named_dials import EFFECTS, LATER_EFFECTS, LATER_NUMBERS, NUMBERS
from tabletop.scenario.sheets.quantities import PLACEHOLDERS
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source.findings import Findings
from tabletop.scenario.source.placed_data import Path


def check_levers(findings: Findings, frame: Frame, rules: Ruleset) -> None:
    """Named effects and numbers, levers and strikes."""
    seats = list(frame.seats)
    named = [name for name in EFFECTS if name in rules.effects.named or name not in LATER_EFFECTS]
    findings.check_keys(("effects", "named"), rules.effects.named, named, "effect", whole=True)
    for name, effects in rules.effects.named.items():
        findings.check_effects(("effects", "named", name), effects, [*seats, *PLACEHOLDERS])
    findings.check_numbers(("numbers",), rules.numbers, NUMBERS, LATER_NUMBERS)
    findings.check_keys(("levers", "seats"), rules.levers.seats, seats, "seat", whole=True)
    met: dict[str, str] = {}
    for seat, levers in rules.levers.seats.items():
        for lever, sheet in levers.items():
            path: Path = ("levers", "seats", seat, lever)
            if lever in met:
                findings.add(path, f"a lever {lever!r} like one of {met[lever]}", "a name of its own")
            met[lever] = seat
            _check_lever(findings, path, sheet, seats, list(rules.salvo.targets))
    findings.check_keys(("levers", "presets"), rules.levers.presets, seats, "seat", whole=False)
    for seat, cards in rules.levers.presets.items():
        known = rules.levers.seats.get(seat, {})
        for name, card in cards.items():
            path = ("levers", "presets", seat, name, "orders")
            findings.check_keys(path, card.orders, known, "lever", whole=False)
            for lever, choice in card.orders.items():
                findings.check_name(
                    (*path, lever), choice, known[lever].choices() if lever in known else (), "choice"
                )
    for target, salvo in rules.salvo.targets.items():
        path = ("salvo", "targets", target)
        findings.check_names((*path, "places"), salvo.places, frame.places, "place")
        for pieces in ("drones", "missiles"):
            low, high = getattr(salvo, pieces)
            if low > high:
                findings.add((*path, pieces), f"{low} to {high}", "least before most")


def _check_lever(
    findings: Findings, path: Path, lever: LeverSheet, seats: list[str], targets: list[str]
) -> None:
    """A lever's options, its default, its strikes; one kind of lever at a time."""
    for name, option in lever.options.items():
        findings.check_effects((*path, "options", name, "effects"), option.effects, seats)
        if option.strike:
            findings.check_name(
                (*path, "options", name, "strike", "target"), option.strike.target, targets, "target"
            )
            if (option.strike.rate is None) == (option.strike.chance is None):
                findings.add((*path, "options", name, "strike"), "no rate", "a rate of salvos a fortnight")
        if lever.points and (option.strike or option.strikes_times is not None):
            findings.add((*path, "options", name), "a strike on a line of points", "strikes on plain options")
    if lever.points and not 1 <= lever.most <= lever.points <= lever.most * len(lever.options):
        findings.add(
            (*path, "most"), f"{lever.points} points, at most {lever.most} a line", "points that can be laid"
        )
    else:
        findings.check_name((*path, "default"), lever.default, lever.choices(), "choice")


def check_agreement(findings: Findings, frame: Frame, clauses: Clauses, rules: Ruleset) -> None:
    """Hazard, interlocks, routes and bodies name clauses and options that exist."""
    options = clauses.options()
    hazard = rules.hazard
    findings.check_options(("hazard", "precise"), hazard.precise, options)
    guarantee = options.get(frame.roles.guarantee, [])
    findings.check_keys(("hazard", "guarantee"), hazard.guarantee, guarantee, "option", whole=True)
    findings.check_keys(("hazard", "covered"), hazard.covered, options, "clause", whole=False)
    for clause, covered in hazard.covered.items():
        findings.check_names(
            ("hazard", "covered", clause, "options"), covered.options, options.get(clause, []), "option"
        )
    months = [season.to for season in hazard.season]
    if months != sorted(set(months)) or months[-1] != 24:
        findings.add(
            ("hazard", "season"), f"up to months {', '.join(map(str, months))}", "rising months, up to 24"
        )
    for slug, pair in rules.pairs.rules.items():
        path: Path = ("pairs", "rules", slug)
        if findings.check_name((*path, "clause"), pair.clause, options, "clause"):
            findings.check_names((*path, "options"), pair.options, options[pair.clause], "option")
        if findings.check_name((*path, "other"), pair.other, options, "clause"):
            findings.check_names((*path, "unmet"), pair.unmet, options[pair.other], "option")
        if pair.clause == pair.other:
            findings.add((*path, "other"), f"{pair.clause} against itself", "another clause")
        findings.check_keys((*path, "support"), pair.support, frame.seats, "seat", whole=False)
    routes, territory = options.get(frame.roles.route, []), options.get(frame.roles.territory, [])
    findings.check_keys(("routes", "options"), rules.routes.options, routes, "option", whole=True)
    for slug, route in rules.routes.options.items():
        findings.check_keys(
            ("routes", "options", slug, "support"), route.support, territory, "option", whole=True
        )
    for slug, body in rules.bodies.bodies.items():
        path = ("bodies", "bodies", slug)
        findings.check_name((*path, "seat"), body.seat, frame.seats, "seat")
        findings.check_options((*path, "asked_if"), body.asked_if, options)
        findings.check_keys((*path, "adjust"), body.adjust, options, "clause", whole=False)
        for clause, shifts in body.adjust.items():
            findings.check_keys(
                (*path, "adjust", clause), shifts, options.get(clause, []), "option", whole=False
            )
        findings.check_keys((*path, "if_no"), body.if_no, options, "clause", whole=False)
        for clause, option in body.if_no.items():
            findings.check_name((*path, "if_no", clause), option, options.get(clause, []), "option")


def check_mandates(findings: Findings, frame: Frame, clauses: Clauses, rules: Ruleset) -> None:
    """Weights that sum to a hundred, cards that sum to nothing and leave no weight below it."""
    known = clauses.clauses
    mandates = rules.mandates
    for slug, card in mandates.cards.items():
        path: Path = ("mandates", "cards", slug, "shift")
        findings.check_keys(path, card.shift, known, "clause", whole=False)
        if abs(sum(card.shift.values())) > 1e-9:
            findings.add(path, f"shifts that sum to {sum(card.shift.values()):g}", "shifts that sum to 0")
    findings.check_keys(("mandates", "seats"), mandates.seats, frame.seats, "seat", whole=True)
    for slug, mandate in mandates.seats.items():
        path = ("mandates", "seats", slug)
        findings.check_keys((*path, "weights"), mandate.weights, known, "clause", whole=True)
        total = sum(mandate.weights.values())
        if abs(total - 100) > 1e-9:
            findings.add((*path, "weights"), f"weights that sum to {total:g}", "weights that sum to 100")
        findings.check_names((*path, "cards"), mandate.cards, mandates.cards, "card")
        for place, card_slug in enumerate(mandate.cards):
            shift = mandates.cards[card_slug].shift if card_slug in mandates.cards else {}
            low = [clause for clause, by in shift.items() if mandate.weights.get(clause, 0) + by < 0]
            if low:
                findings.add(
                    (*path, "cards", place), f"a card that takes {low[0]} below 0", "weights of 0 and more"
                )
        for part, clause in (("territory", frame.roles.territory), ("guarantee", frame.roles.guarantee)):
            found: Mapping[str, float] = getattr(mandate.collapse, part)
            if clause in known and found:
                findings.check_keys(
                    (*path, "collapse", part), found, known[clause].options, "option", whole=True
                )


def check_world(findings: Findings, frame: Frame, rules: Ruleset) -> None:
    """Seats of the opening figures."""
    findings.check_keys(("start", "force"), rules.start.force, frame.parties, "party", whole=True)
    findings.check_keys(("start", "lethality"), rules.start.lethality, frame.parties, "party", whole=True)
    findings.check_keys(("start", "capital"), rules.start.capital, frame.seats, "seat", whole=False)
    findings.check_keys(("start", "trust"), rules.start.trust, frame.seats, "seat", whole=True)
    for slug, row in rules.start.trust.items():
        others = [seat for seat in frame.seats if seat != slug]
        findings.check_keys(("start", "trust", slug), row, others, "other seat", whole=True)


def check_aftermath(findings: Findings, frame: Frame, clauses: Clauses, rules: Ruleset) -> None:
    """What a text in force asks names options and seats that exist; every option of verification has its month."""
    sheet, options = rules.aftermath, clauses.options()
    if sheet is None:
        return
    sanctions, guarantee = options.get(frame.roles.sanctions, []), options.get(frame.roles.guarantee, [])
    verify = options.get(frame.roles.verify, [])
    findings.check_names(
        ("aftermath", "renewable"), sheet.renewable, options.get(frame.roles.term, []), "option"
    )
    findings.check_keys(("aftermath", "snap_back"), sheet.snap_back, sanctions, "option", whole=False)
    for one, other in sheet.snap_back.items():
        findings.check_name(("aftermath", "snap_back", one), other, sanctions, "option")
    findings.check_name(("aftermath", "covers"), sheet.covers, frame.parties, "party")
    findings.check_keys(("aftermath", "called"), sheet.called, guarantee, "option", whole=False)
    for option, seats in sheet.called.items():
        findings.check_names(("aftermath", "called", option), seats, frame.seats, "seat")
    findings.check_keys(
        ("aftermath", "violations", "watched"), sheet.violations.watched, verify, "option", whole=True
    )
    if sheet.breaking is None:
        return
    path = ("aftermath", "breaking", "parties")
    findings.check_keys(path, sheet.breaking.parties, frame.parties, "party", whole=True)
    for seat, party in sheet.breaking.parties.items():
        findings.check_keys((*path, seat, "price"), party.price, guarantee, "option", whole=True)
        findings.check_keys((*path, seat, "allowed"), party.allowed, options, "clause", whole=False)
        for clause, shares in party.allowed.items():
            findings.check_keys(
                (*path, seat, "allowed", clause), shares, options.get(clause, []), "option", whole=True
            )
