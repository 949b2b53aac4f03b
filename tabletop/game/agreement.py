"""Lint, gaps, hazard and home of a text (chapter A)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing the draft lacks (A1.4).

    Attributes:
        id: Slug of the interlock or test.
        clause: The clause that cannot operate as it should.
        other: The clause it depends on, or empty.
        advice: Slug of the sentence of advice.
    """

    id: str
    clause: str
    other: str
    advice: str
