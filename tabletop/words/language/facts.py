"""A scenario's facts as they are read: the author's words, date and standing in the language that is spoken."""

from collections.abc import Mapping

from tabletop.scenario.board.background import SourcedFact


def statement(fact: SourcedFact, table: Mapping[str, str]) -> str:
    """What a fact says, or that it is left out for a reader who asked for less detail of harm."""
    return fact.statement or table["reduced.fact"]


def fact_paragraph(fact: SourcedFact, table: Mapping[str, str]) -> str:
    """A fact as one paragraph: statement, value, date, standing, sources."""
    if not fact.statement:
        return statement(fact, table)
    value = f" ({fact.value})" if fact.value else ""
    standing = table[f"fact.{fact.status}"].format(by=fact.by)
    tail = table["fact.tail"].format(date=fact.date, status=standing)
    sources = "; ".join(f"{source.title} {source.address}".rstrip() for source in fact.sources)
    return f"{fact.statement}{value} {tail}{sources}"
