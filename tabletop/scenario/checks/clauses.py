"""Checks of `clauses.yaml`: seats, consent, defaults, and the shape the rules rely on."""

from tabletop.scenario.sheets.clauses import Clauses, ClauseSheet
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.source.findings import Findings

LEAST_OPTIONS = {
    "scope": 4,
    "term": 3,
    "territory": 3,
    "verify": 3,
    "respond": 3,
    "guarantee": 3,
    "people": 2,
}
"""By role: the fewest options with which the rules that name places in the order make sense."""


def check_clauses(findings: Findings, frame: Frame, clauses: Clauses) -> None:
    """Every clause by itself, then those that play a part."""
    for slug, clause in clauses.clauses.items():
        _check_clause(findings, frame, slug, clause)
    for role, least in LEAST_OPTIONS.items():
        slug = str(getattr(frame.roles, role))
        held = clauses.clauses.get(slug)
        if held and len(held.options) < least:
            findings.add(
                ("clauses", slug, "options"), f"{len(held.options)} options", f"at least {least} for {role}"
            )
    scope = clauses.clauses.get(frame.roles.scope)
    if scope and scope.omissible:
        findings.add(("clauses", frame.roles.scope, "omissible"), "true", "false for the clause on scope")
    if [slug for slug, clause in clauses.clauses.items() if clause.humane] != [frame.roles.people]:
        findings.add(
            ("clauses",), "another list of humane clauses", f"humane: true on {frame.roles.people} alone"
        )


def _check_clause(findings: Findings, frame: Frame, slug: str, clause: ClauseSheet) -> None:
    """Values for every seat, consent for every option, a default that exists."""
    path = ("clauses", slug)
    findings.check_name((*path, "default"), clause.default, clause.options, "option")
    findings.check_keys((*path, "consent"), clause.consent, clause.options, "option", whole=True)
    for option, seats in clause.consent.items():
        findings.check_names((*path, "consent", option), seats, frame.seats, "seat")
        if not seats:
            findings.add((*path, "consent", option), "nobody", "at least one seat")
    for name, sheet in clause.options.items():
        findings.check_keys((*path, "options", name, "values"), sheet.values, frame.seats, "seat", whole=True)
        findings.check_keys(
            (*path, "options", name, "support"), sheet.support, frame.seats, "seat", whole=False
        )
