"""Checks of the `consent` section: a seat outside, clauses and options that exist, seats that may invite and object."""

from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source.findings import Findings


def check_consent(findings: Findings, frame: Frame, clauses: Clauses, rules: Ruleset) -> None:
    """The seat is outside, its sheet covers only what needs its consent, and others invite and object."""
    sheet = rules.consent
    if sheet is None:
        return
    outside = [slug for slug, seat in frame.seats.items() if seat.role == "outside"]
    findings.check_name(("consent", "seat"), sheet.seat, outside, "seat outside")
    known = clauses.clauses
    for part, found in (("covers", sheet.covers), ("prices", sheet.prices)):
        findings.check_options(("consent", part), found, clauses.options())
    for clause, options in sheet.covers.items():
        for place, option in enumerate(options):
            lists = known[clause].consent if clause in known else {}
            if option in lists and sheet.seat not in lists[option]:
                findings.add(
                    ("consent", "covers", clause, place),
                    f"{option}, which does not need {sheet.seat}",
                    "options on whose list the seat stands",
                )
    others = [slug for slug in frame.seats if slug != sheet.seat]
    findings.check_names(("consent", "inviters"), sheet.inviters, others, "other seat")
    findings.check_names(("consent", "objectors"), sheet.objectors, others, "other seat")
    findings.check_effects(("consent", "objection"), sheet.objection, list(frame.seats))
