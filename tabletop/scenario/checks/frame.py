"""Checks of `scenario.yaml`: seats, formats, roles of clauses."""

from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.source.findings import Findings
from tabletop.vocabulary import FACILITATOR, TABLE

RESERVED = {TABLE, FACILITATOR, "all", "own", "other", "to"}
"""Words that no seat may be called."""


def check_frame(findings: Findings, frame: Frame) -> None:
    """Two parties and one mediator, in the room; play begins after the facts end."""
    roles = [seat.role for seat in frame.seats.values()]
    if roles.count("party") != 2:
        findings.add(("seats",), f"{roles.count('party')} parties", "two parties")
    if roles.count("mediator") != 1:
        findings.add(("seats",), f"{roles.count('mediator')} mediators", "one mediator")
    for slug, seat in frame.seats.items():
        if slug in RESERVED:
            findings.add(("seats", slug), f"a seat called {slug}", "another name: this one has a meaning")
        if seat.role != "outside" and not seat.invited:
            findings.add(("seats", slug, "invited"), "false", "true for parties and the mediator")
    if frame.starts <= frame.as_of:
        findings.add(("starts",), frame.starts, f"a day after {frame.as_of}")
    if "standard" not in frame.doors:
        findings.add(("doors",), "no door called standard", "a standard door")
    for field in ("acts", "places", "terms_of_return", "formats"):
        if not getattr(frame, field):
            findings.add((field,), "nothing", "at least one")


def check_formats(findings: Findings, frame: Frame, clauses: Clauses) -> None:
    """Every clause of a format exists, and its annex prints options that exist."""
    known = clauses.clauses
    for slug, format_ in frame.formats.items():
        path = ("formats", slug)
        findings.check_names((*path, "in_play"), format_.in_play, known, "clause")
        findings.check_keys((*path, "annex"), format_.annex, known, "clause", whole=False)
        for clause, option in format_.annex.items():
            if clause in known:
                findings.check_name((*path, "annex", clause), option, known[clause].options, "option")
            if clause in format_.in_play:
                findings.add((*path, "annex", clause), f"{clause} in play and in the annex", "one of the two")
        if frame.roles.scope not in format_.in_play:
            findings.add(
                (*path, "in_play"),
                f"no {frame.roles.scope}",
                "the clause on scope, which no text may leave out",
            )
    parts = frame.roles.model_dump()
    for part, clause in parts.items():
        findings.check_name(("roles", part), str(clause), known, "clause")
    if len(set(parts.values())) < len(parts):
        findings.add(("roles",), "a clause with two parts", "one clause for each part")
