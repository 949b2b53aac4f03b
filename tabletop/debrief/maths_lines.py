"""The mathematics of a match in lines: for plain mode, the end screen and the report."""

from collections.abc import Iterable, Iterator, Sequence

from tabletop.debrief.maths import Group, Maths
from tabletop.debrief.missed_chances import Door
from tabletop.frontier.best import Trade
from tabletop.frontier.frontier import Point
from tabletop.words.language.voice import Voice, number, percent, points


def maths_lines(voice: Voice, found: Maths, missed: Iterable[Door]) -> Iterator[str]:
    """What was measured, where it lies, the points, the trades not made, the doors missed."""
    yield voice.say("maths.signed" if found.signed else "maths.draft", round=number(found.round))
    for slug, group in (("all", found.everybody), ("parties", found.parties)):
        yield from _group(voice, voice.table[f"maths.{slug}"], group, found.now)
    if not found.trades:
        yield voice.say("maths.trade.none", rows=number(voice.board.numbers["trade.rows"]))
    for at, trade in enumerate(found.trades, 1):
        yield _trade(voice, found, trade, at)
    for door in missed:
        yield voice.say(
            "maths.door",
            round=number(door.round),
            gains=_gains(voice, door.find.gains, voice.board.parties),
            terms=_terms(voice, door.find.options),
        )
    yield voice.say("maths.unit")


def _group(voice: Voice, name: str, group: Group, now: Point) -> Iterator[str]:
    """Where the text lies for some seats, and what theory would have named."""
    way, held = group.way, group.named
    if way.better:
        yield voice.say(
            "maths.under",
            group=name,
            points=number(len(held.points)),
            better=number(way.better),
            left=points(way.left, signed=False),
        )
    else:
        yield voice.say("maths.on", group=name, points=number(len(held.points)))
    if way.frontier is None or way.nash is None or way.kalai_smorodinsky is None:
        yield voice.say("maths.no-zone", group=name)
        return
    yield voice.say(
        "maths.ways",
        group=name,
        frontier=percent(way.frontier),
        nash=percent(way.nash),
        kalai=percent(way.kalai_smorodinsky),
    )
    for slug, point in (("nash", held.nash), ("kalai", held.kalai_smorodinsky)):
        if point is not None:
            yield _point(voice, voice.table[f"maths.{slug}"], name, point, now, held.seats)


def _point(voice: Voice, what: str, name: str, point: Point, now: Point, seats: Sequence[int]) -> str:
    gains = _gains(voice, point.gains, seats)
    if point.text == now.text:
        return voice.say("maths.point.here", what=what, group=name, gains=gains)
    changes = _changes(voice, now.text, point.text)
    return voice.say("maths.point", what=what, group=name, gains=gains, terms=changes)


def _trade(voice: Voice, found: Maths, trade: Trade, at: int) -> str:
    more = [after - before for after, before in zip(trade.point.gains, found.now.gains, strict=True)]
    return voice.say(
        "maths.trade",
        at=number(at),
        of=number(len(found.trades)),
        changes=_changes(voice, found.now.text, trade.point.text),
        gains=_gains(voice, more, voice.board.parties),
    )


def _changes(voice: Voice, before: Sequence[int], after: Sequence[int]) -> str:
    """The clauses in which two texts differ, by their names, from one to the other."""
    return "; ".join(
        voice.table["maths.change"].format(
            clause=voice.clause(clause.id),
            before=voice.option(clause.id, was),
            after=voice.option(clause.id, now),
        )
        for clause, was, now in zip(voice.board.clauses, before, after, strict=True)
        if was != now
    )


def _terms(voice: Voice, text: Sequence[int]) -> str:
    """A whole text; clauses that are annexed stand in it anyhow."""
    return voice.terms(
        tuple(
            (clause.id, option)
            for clause, option in zip(voice.board.clauses, text, strict=True)
            if clause.annexed < 0
        )
    )


def _gains(voice: Voice, gains: Sequence[int], seats: Sequence[int]) -> str:
    return ", ".join(
        voice.table["maths.gain"].format(seat=voice.name(voice.board.seats[at].id), points=points(gains[at]))
        for at in seats
    )
