"""Paths to quantities: `alliance.patience`, `home.audience.ukraine`, `home.trust.ukraine.russia`.

Everything a rule may shift and a facilitator may override has a path; its unit stands in the
vocabulary, its range and who may see it in the annotations of the state.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeVar, get_args, get_type_hints

from tabletop.game.records.state import Alliance, Home, Range, Seen, State, War, changed
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, MEASURES, Unit

T = TypeVar("T")

CHAPTERS: dict[str, type[War] | type[Alliance] | type[Home]] = {
    "war": War,
    "alliance": Alliance,
    "home": Home,
}
"""The chapters whose quantities have paths."""

Values = dict[str, dict[str, Any]]
"""By chapter and field: another value for it."""


@dataclass(frozen=True, slots=True)
class Path:
    """A path, resolved.

    Attributes:
        chapter, field: Where it lives in the state.
        at: Places of the seats in the path, none to two.
        unit: From the vocabulary.
        range, seen: From the annotation.
    """

    text: str
    chapter: str
    field: str
    at: tuple[int, ...]
    unit: Unit
    range: Range
    seen: Seen

    @property
    def audience(self) -> int:
        """Mask of the seats that may see it."""
        if self.seen == Seen.PUBLIC:
            return EVERYONE
        return 1 << self.at[0] if self.seen == Seen.OWN and self.at else 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A field of a chapter that has paths: how many seats its path names, its unit, range and audience."""

    chapter: str
    field: str
    depth: int
    unit: Unit
    range: Range
    seen: Seen


def quantities() -> tuple[Quantity, ...]:
    """Every quantity of the state, in the order of its fields."""
    found: list[Quantity] = []
    for chapter, cls in CHAPTERS.items():
        hints = get_type_hints(cls, include_extras=True)
        for field in fields(cls):
            measure = MEASURES.get(f"{chapter}.{field.name}")
            if measure is not None:
                marks = get_args(hints[field.name])
                bounds = next(mark for mark in marks if isinstance(mark, Range))
                seen = next(mark for mark in marks if isinstance(mark, Seen))
                found.append(Quantity(chapter, field.name, measure.seats, measure.unit, bounds, seen))
    return tuple(found)


QUANTITIES: dict[tuple[str, str], Quantity] = {(q.chapter, q.field): q for q in quantities()}
"""Every quantity by chapter and field."""


@lru_cache(maxsize=4096)
def resolve(text: str, seats: tuple[str, ...]) -> Path | None:
    """The path for a text such as `home.trust.ukraine.russia`, or None when there is no such quantity."""
    parts = text.split(".")
    quantity = QUANTITIES.get((parts[0], parts[1])) if len(parts) > 1 else None
    if quantity is None or len(parts) != 2 + quantity.depth or any(part not in seats for part in parts[2:]):
        return None
    at = tuple(seats.index(part) for part in parts[2:])
    return Path(text, quantity.chapter, quantity.field, at, quantity.unit, quantity.range, quantity.seen)


def all_paths(board: Board) -> tuple[Path, ...]:
    """Every path of a board, in the order of the annotations."""
    seats = seat_ids(board)
    texts: list[str] = []
    for quantity in QUANTITIES.values():
        stem = f"{quantity.chapter}.{quantity.field}"
        if quantity.depth == 0:
            texts.append(stem)
        elif quantity.depth == 1:
            texts += [f"{stem}.{seat}" for seat in seats]
        else:
            texts += [f"{stem}.{one}.{other}" for one in seats for other in seats if one != other]
    return tuple(path for text in texts if (path := resolve(text, seats)) is not None)


def seat_ids(board: Board) -> tuple[str, ...]:
    """The seats' slugs, in order."""
    return tuple(board.seat_index)


def read(state: State, path: Path) -> int:
    """The quantity at a path."""
    return entry_at(getattr(getattr(state, path.chapter), path.field), path.at)


def write(state: State, path: Path, to: int) -> State:
    """The state with another value at a path."""
    before = getattr(getattr(state, path.chapter), path.field)
    return written(state, {path.chapter: {path.field: with_entry(before, path.at, to)}})


def written(state: State, values: Values) -> State:
    """The state with other values in some fields of some chapters."""
    chapters = {name: changed(getattr(state, name), **fields) for name, fields in values.items()}
    return changed(state, **chapters)


def entry_at(field: Any, at: tuple[int, ...]) -> int:
    """The number in a field at the places of a path."""
    for place in at:
        field = field[place]
    return int(field)


def with_entry(field: Any, at: tuple[int, ...], to: int) -> Any:
    """A field with another number at the places of a path, none to two."""
    if not at:
        return to
    return (*field[: at[0]], with_entry(field[at[0]], at[1:], to), *field[at[0] + 1 :])


def put(row: tuple[T, ...], place: int, to: T) -> tuple[T, ...]:
    """A row with another entry at one place."""
    return (*row[:place], to, *row[place + 1 :])
