"""Whole matches and batches as lines of text, for the command line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from tabletop.game.core.sight import may_see
from tabletop.game.records.moves import Advance
from tabletop.journal.entry import Entry
from tabletop.scenario.board.board import Board
from tabletop.words.language.voice import Voice, stop
from tabletop.words.sentences.moves import move
from tabletop.words.sentences.record_lines import line


def entries(voice: Voice, board: Board, played: Iterable[Entry]) -> Iterator[str]:
    """A journal step by step: what a reader may know of each entry, with its number.

    Args:
        voice: The reader; an onlooker hears what is public.
        board: The board, for the reader's place.
        played: The entries, in order.
    """
    place = board.seat_index.get(voice.seat, -1)
    for entry in played:
        told = [said for event in entry.events if may_see(event.seen, place) and (said := line(voice, event))]
        if not told and entry.seat == voice.seat and not isinstance(entry.move, Advance):
            told = [move(voice, entry.move)]
        for at, said in enumerate(told):
            yield f"{entry.seq:>4}  {stop(said)}" if at == 0 else f"      {stop(said)}"


def summary(result: Mapping[str, object]) -> Iterator[str]:
    """What bots reached, for people: one line a key."""
    for key, value in result.items():
        inner = _named(value)
        if inner is None:
            yield f"{key}: {_shown(value)}"
        else:
            yield f"{key}:"
            yield from (f"  {name}: {_shown(part)}" for name, part in inner.items())


def _named(value: object) -> dict[str, object] | None:
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def _shown(value: object) -> str:
    inner = _named(value)
    if inner is not None:
        return ", ".join(f"{key} {_shown(part)}" for key, part in inner.items())
    if isinstance(value, list | tuple):
        return ", ".join(_shown(part) for part in cast("Sequence[object]", value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)
