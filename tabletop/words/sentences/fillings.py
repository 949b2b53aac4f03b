"""What a sentence is filled with: the fields of any event, move or paper, named for a reader.

Events, moves and papers name their fields alike (`seat`, `to`, `clause`, `option`, `terms`), so one table
of field names serves all three; a class that means something else by a name stands in `_SPECIAL`.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import cast

from tabletop.game.records.events import Happening
from tabletop.game.records.moves import Move, Terms
from tabletop.game.records.papers import Paper
from tabletop.vocabulary import SILENT, Unit, unit_of
from tabletop.words.language.sanitize import clean
from tabletop.words.language.voice import Voice, about, change, decimal, number, percent, points
from tabletop.words.sentences.consent_price import price_words
from tabletop.words.sentences.reasons import aloud

Spoken = Happening | Move | Paper
"""Anything that is told in a sentence."""

Pairs = tuple[tuple[str, str], ...]


def fillings(voice: Voice, thing: Spoken) -> dict[str, str]:
    """Every field of an event, a move or a paper, in the reader's words."""
    found: dict[str, str] = {}
    clause: object = getattr(thing, "clause", "")
    for field in fields(thing):
        value: object = getattr(thing, field.name)
        special = _SPECIAL.get((thing.kind, field.name))
        if special is not None:
            found[field.name] = special(voice, value)
        elif (
            field.name in {"option", "was"} and isinstance(value, int) and isinstance(clause, str) and clause
        ):
            found[field.name] = voice.option(clause, value)
        else:
            found[field.name] = _named(voice, field.name, value)
    return found


def quote(words: str) -> str:
    """What somebody typed, between quotation marks; nothing when nothing was typed."""
    cleaned = aloud(clean(words))
    return f"“{cleaned}”" if cleaned else ""


def _named(voice: Voice, name: str, value: object) -> str:
    if isinstance(value, str):
        return _WORDS.get(name, _slug)(voice, value)
    if name == "terms":
        return voice.terms(_terms(value))
    if isinstance(value, bool):
        return voice.word("yes" if value else "no")
    if isinstance(value, int):
        return points(value, signed=False) if name == "result" else number(value)
    items = _items(value)
    return _row(voice, name, _strings(items), _pairs(items))


def _row(voice: Voice, name: str, single: tuple[str, ...], pairs: Pairs) -> str:
    if name == "choices":
        return voice.orders(pairs)
    if name == "reasons":
        return "; ".join(f"{voice.who(seat)}: {quote(words)}" for seat, words in pairs if clean(words))
    if name == "answers":
        return "; ".join(f"{voice.who(seat)}: {voice.word(answer)}" for seat, answer in pairs)
    if name == "gaps":
        return "; ".join(voice.gap(gap) for gap in single) or voice.word("none")
    return voice.whom(single)


def _slug(voice: Voice, value: str) -> str:
    return voice.word(value)


def _target(voice: Voice, target: str) -> str:
    return voice.lexicon.labels.get(f"target.{target}") or voice.word(target)


def _until(voice: Voice, until: str) -> str:
    if until in {"", "for-good"}:
        return voice.word(until or "no-condition")
    return voice.lexicon.label(f"until.{until}")


def _all_options(voice: Voice, value: object) -> str:
    named = zip(voice.board.clauses, _items(value), strict=False)
    return "; ".join(
        f"{voice.clause(clause.id)}: {voice.option(clause.id, _whole(option))}" for clause, option in named
    )


def _clauses(voice: Voice, value: object) -> str:
    mask = value if isinstance(value, int) else 0
    return voice.join(
        voice.clause(clause.id) for at, clause in enumerate(voice.board.clauses) if mask >> at & 1
    )


def _scope(voice: Voice, value: object) -> str:
    return voice.option(
        voice.board.clauses[voice.board.roles.scope].id, value if isinstance(value, int) else -1
    )


def _people(voice: Voice, value: object) -> str:
    return voice.option(
        voice.board.clauses[voice.board.roles.people].id, value if isinstance(value, int) else -1
    )


def _cause(voice: Voice, value: object) -> str:
    """A seat, a body at home, or what ended it, such as `patience`."""
    by = str(value)
    if by in voice.board.seat_index:
        return voice.who(by)
    return voice.lexicon.labels.get(f"body.{by}") or voice.word(
        f"by.{by}" if f"word.by.{by}" in voice.table else by
    )


def _question(voice: Voice, value: object) -> str:
    """What a text asks; one question has the name of one of its answers."""
    return voice.word(f"asked.{value}" if f"word.asked.{value}" in voice.table else str(value))


def violation_counts(voice: Voice, value: object) -> str:
    """Counts with who says so; a party speaks of the other side."""
    said = [_items(item) for item in _items(value)]
    return (
        "; ".join(
            voice.table[f"told.{by if by in {'remote', 'mission'} else 'parties'}"].format(
                who=voice.who(str(by)), count=number(_whole(count))
            )
            for by, count in said
        )
        or voice.table["told.none"]
    )


def _points(_: Voice, value: object) -> str:
    return points(_whole(value), signed=False)


def _by_name(voice: Voice, value: object) -> str:
    """A seat by its name, its own too: who claims a figure is part of the figure."""
    return voice.name(str(value))


def _signed(_: Voice, value: object) -> str:
    return f"{'+' if _whole(value) > 0 else ''}{number(_whole(value))}"


def _about(_: Voice, value: object) -> str:
    return about(_whole(value))


def _cuts(voice: Voice, value: object) -> str:
    """Cuts of power in hours a day; nothing where a journal of older rules does not have them."""
    minutes = _whole(value)
    return voice.table["line.cuts"].format(hours=decimal(minutes / 60)) if minutes >= 0 else ""


_DID: dict[str, Callable[[int], str]] = {
    "tempo": percent,
    "index": lambda by: change(by, Unit.SHARE),
    "index-now": percent,
}
"""What orders did, by name, where it is no plain number."""

_HARM = frozenset({"index", "index-now", "spent", "war.dark"})
"""What orders did to people, left out for a reader who asked for less detail of harm."""


def orders_did(voice: Voice, did: Terms) -> tuple[tuple[str, str], ...]:
    """What orders did, by name, each in words: what they moved, then what came of them on the ground and in the air."""
    return tuple(
        (
            name,
            voice.table["price.line"].format(what=voice.quantity(name), change=change(by, unit_of(name)))
            if "." in name
            else voice.table[f"did.{name}"].format(n=_DID.get(name, number)(by)),
        )
        for name, by in did
        if not (voice.lexicon.reduced and name in _HARM)
    )


def _did(voice: Voice, value: object) -> str:
    return "; ".join(told for _, told in orders_did(voice, _terms(value)))


def _percent(_: Voice, value: object) -> str:
    return f"{value}"


def _share(_: Voice, value: object) -> str:
    return f"{value // 100 if isinstance(value, int) else value} %"


def _change(_: Voice, value: object) -> str:
    return points(value) if isinstance(value, int) else ""


def _news(voice: Voice, value: object) -> str:
    """Lines of news that read as something: `support from outside +1.2; strain of the war −0.4`."""
    told = [(voice.table.get(f"news.{name}", name), points(worth)) for name, worth in _terms(value)]
    return "; ".join(f"{name} {worth}" for name, worth in told if worth != "0.0") or voice.word("none")


def _items(value: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()


def _whole(value: object) -> int:
    return value if isinstance(value, int) else SILENT


def _terms(value: object) -> Terms:
    cells = [_items(cell) for cell in _items(value)]
    return tuple((str(cell[0]), _whole(cell[1])) for cell in cells if len(cell) == 2)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(item for item in _items(value) if isinstance(item, str))


def _pairs(value: object) -> Pairs:
    pairs = [_items(item) for item in _items(value)]
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if len(pair) == 2)


_WORDS: dict[str, Callable[[Voice, str], str]] = {
    "seat": Voice.who,
    "attacker": Voice.who,
    "defender": Voice.who,
    "by": Voice.who,
    "to": Voice.who,
    "about": Voice.who,
    "guest": Voice.who,
    "price": price_words,
    "verifier": Voice.who,
    "of": Voice.who,
    "author": Voice.who,
    "fact": Voice.fact,
    "clause": Voice.clause,
    "until": _until,
    "target": _target,
    "gap": Voice.gap,
    "path": Voice.quantity,
    "card": lambda voice, value: voice.lexicon.label(f"card.{value}"),
    "act": lambda voice, value: voice.lexicon.label(f"act.{value}"),
    "place": lambda voice, value: voice.lexicon.label(f"place.{value}"),
    "body": lambda voice, value: voice.lexicon.label(f"body.{value}"),
    "sector": lambda voice, value: voice.lexicon.label(f"sector.{value}"),
    "words": lambda _, value: quote(value),
}

_SPECIAL: dict[tuple[str, str], Callable[[Voice, object], str]] = {
    ("alternative-moved", "change"): _change,
    ("alternative-moved", "lines"): _news,
    ("bound", "clauses"): _clauses,
    ("fortnight-told", "attacker"): _by_name,
    ("fortnight-told", "defender"): _by_name,
    ("fortnight-told", "ground"): _signed,
    ("fortnight-told", "support"): _points,
    ("fortnight-told", "dark"): _about,
    ("fortnight-told", "cuts"): _cuts,
    ("orders-told", "did"): _did,
    ("losses-passed", "seat"): _by_name,
    ("losses-passed", "by"): _by_name,
    ("text-initialled", "options"): _all_options,
    ("truce-began", "scope"): _scope,
    ("exchange-carried", "option"): _people,
    ("match-ended", "by"): _cause,
    ("question-put", "question"): _question,
    ("question-answered", "question"): _question,
    ("rows-dropped", "by"): _cause,
    ("text-sent-back", "by"): _cause,
    ("violations-reported", "figures"): violation_counts,
    ("promise-judged", "confidence"): _share,
    ("belief-drawn", "low"): _points,
    ("belief-drawn", "high"): _points,
    ("odds", "percent"): _percent,
    ("odds-set", "to"): _share,
}
