"""The last text of a match in worlds with other faith in terms, as lines and as a document (A2.6)."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import click

from tabletop.api.match import Match
from tabletop.api.matches import read_match
from tabletop.command.preferred_words import preferred
from tabletop.debrief.faith import FaithWorlds, faith_worlds
from tabletop.debrief.faith_lines import faith_section
from tabletop.words.language.section import plain_lines
from tabletop.words.language.voice import Voice

MOST = 2_000
"""The most faith a scenario may have, thousandths."""


class World(TypedDict):
    """The text in one world: chance to hold 24 months, 0 to 1; points over no deal by party; who would have signed."""

    faith: float
    survival: float
    value: dict[str, float]
    would_sign: list[str]


class Document(TypedDict):
    """The document of `tabletop whatif --faith --json`.

    Attributes:
        initialled: Whether the text was initialled; else it is the draft, open clauses at their defaults.
        round: The round it is of.
        text: By clause, its option; None where no clause stood in a text.
        played: The faith that the match was played with.
    """

    journal: str
    initialled: bool
    round: int
    text: dict[str, str] | None
    played: float
    worlds: list[World]


def thousandths(asked: str) -> tuple[int, ...]:
    """Faiths as people type them, `0.2,0.6`, in thousandths.

    Raises:
        click.UsageError: One of them is no number from 0 to 2 with at most three decimals.
    """
    found: list[int] = []
    for part in asked.split(","):
        try:
            value = float(part) * 1_000
        except ValueError:
            value = -1.0
        if not 0 <= value <= MOST or abs(value - round(value)) > 1e-6:
            raise click.UsageError(
                f"--faith takes numbers from 0 to 2 with at most three decimals, parted by commas, not {part.strip()!r}"
            )
        found.append(round(value))
    return tuple(found)


def faith_document(journal: Path, faiths: tuple[int, ...]) -> Document:
    """The worlds as one document.

    Raises:
        OtherRules: The match was played by other rules.
        JournalError: The journal cannot be used.
    """
    match, found = _weighed(journal, faiths)
    clauses = match.board.clauses
    return Document(
        journal=str(journal),
        initialled=found is not None and found.signed,
        round=found.round if found else 0,
        text={
            clause.id: clause.options[option].id for clause, option in zip(clauses, found.text, strict=True)
        }
        if found
        else None,
        played=match.board.hazard.faith / 1_000,
        worlds=[
            World(
                faith=world.faith / 1_000,
                survival=world.survival / 10_000,
                value={seat: gain / 100 for seat, gain in world.gains},
                would_sign=list(world.signers),
            )
            for world in (found.worlds if found else ())
        ],
    )


def faith_text(journal: Path, faiths: tuple[int, ...]) -> Iterator[str]:
    """The worlds line by line.

    Raises:
        OtherRules: The match was played by other rules.
        JournalError: The journal cannot be used.
    """
    match, found = _weighed(journal, faiths)
    yield from plain_lines((faith_section(Voice(match.board, preferred(match.table.lexicon)), found),))


def _weighed(journal: Path, faiths: tuple[int, ...]) -> tuple[Match, FaithWorlds | None]:
    match = read_match(journal)
    match.table.need_same_rules()
    return match, faith_worlds(match.board, match.table.history, faiths)
