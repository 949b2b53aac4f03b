"""Checks of `clauses.yaml`: seats, consent, defaults, and the shape the rules rely on."""

from tabletop.scenario.sheets.clauses import Clauses, ClauseSheet
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.source.findings import Pen

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


def check_clauses(pen: Pen, frame: Frame, clauses: Clauses) -> None:
    """Every clause by itself, then those that play a part."""
    for slug, clause in clauses.clauses.items():
        _check_clause(pen, frame, slug, clause)
    for role, least in LEAST_OPTIONS.items():
        slug = str(getattr(frame.roles, role))
        held = clauses.clauses.get(slug)
        if held and len(held.options) < least:
            pen.note(
                ("clauses", slug, "options"), f"{len(held.options)} options", f"at least {least} for {role}"
            )
    scope = clauses.clauses.get(frame.roles.scope)
    if scope and scope.omissible:
        pen.note(("clauses", frame.roles.scope, "omissible"), "true", "false for the clause on scope")
    if [slug for slug, clause in clauses.clauses.items() if clause.humane] != [frame.roles.people]:
        pen.note(
            ("clauses",), "another list of humane clauses", f"humane: true on {frame.roles.people} alone"
        )


def _check_clause(pen: Pen, frame: Frame, slug: str, clause: ClauseSheet) -> None:
    """Values for every seat, consent for every option, a default that exists."""
    path = ("clauses", slug)
    pen.name((*path, "default"), clause.default, clause.options, "option")
    pen.keys((*path, "consent"), clause.consent, clause.options, "option", whole=True)
    for option, seats in clause.consent.items():
        pen.names((*path, "consent", option), seats, frame.seats, "seat")
        if not seats:
            pen.note((*path, "consent", option), "nobody", "at least one seat")
    for name, sheet in clause.options.items():
        pen.keys((*path, "options", name, "values"), sheet.values, frame.seats, "seat", whole=True)
        pen.keys((*path, "options", name, "support"), sheet.support, frame.seats, "seat", whole=False)
