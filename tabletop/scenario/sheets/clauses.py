"""`clauses.yaml`: the rows of the text, each with its ordered options."""

from typing import Annotated

from pydantic import Field

from tabletop.scenario.sheets.base import Basis, Exponent, Label, Points, Prose, Sheet, Slug, Worth


class OptionSheet(Sheet):
    """One option: what it says, what it is worth to each seat, what it does to hazard and home."""

    label: Annotated[str, Field(min_length=1, max_length=24)]
    text: Prose
    values: dict[Slug, Worth]
    safety: Exponent = 0
    danger: Exponent = 0
    support: dict[Slug, Points] = Field(default_factory=dict[str, float])


class ClauseSheet(Sheet):
    """A clause: a question and its answers, in order."""

    title: Label
    question: Prose
    default: Slug
    humane: bool = False
    omissible: bool = True
    basis: Basis
    options: Annotated[dict[Slug, OptionSheet], Field(min_length=2, max_length=12)]
    consent: dict[Slug, list[Slug]]


class Clauses(Sheet):
    """The whole of `clauses.yaml`."""

    clauses: Annotated[dict[Slug, ClauseSheet], Field(min_length=1, max_length=40)]

    def options(self) -> dict[str, list[str]]:
        """By clause: the names of its options, in order."""
        return {slug: list(clause.options) for slug, clause in self.clauses.items()}
