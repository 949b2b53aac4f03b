"""The paths an author may shift, and an author's numbers in the units of play.

A path is `chapter.field`, with one seat where the quantity is one a seat and two where it is a seat's view
of another (`home.trust.ukraine.russia` is the trust of Ukraine in Russia). In the effects of the rules a seat
may be a placeholder: `own` is the actor, `to` the addressee, `other` every party that is not the actor.
"""

from collections.abc import Collection, Iterable, Mapping

from tabletop.vocabulary import MEASURES, SCALE, WRITTEN, Effects, Measure, measure, unit_of

PLACEHOLDERS = ("own", "other", "to")


def authored(path: str) -> Measure | None:
    """The measure of the quantity that a path names, its seats left aside; None where no author may shift it."""
    found = measure(path)
    return found if found and found.authored else None


def paths(seats: Collection[str]) -> list[str]:
    """Every path over these seats, for the nearest valid name."""
    found: list[str] = []
    for field, what in MEASURES.items():
        tails = [""] if what.authored else []
        for _ in range(what.seats):
            tails = [f"{tail}.{seat}" for tail in tails for seat in seats]
        found += [field + tail for tail in tails]
    return found


def is_path(path: str, seats: Collection[str]) -> bool:
    """Whether an author may shift this path over these seats."""
    what = authored(path)
    tail = path.split(".")[2:]
    return what is not None and len(tail) == what.seats and all(seat in seats for seat in tail)


def to_state(path: str, value: float) -> int:
    """An author's number in the state's unit: points and per cent times a hundred, all else as is."""
    return scaled(value, SCALE.get(unit_of(path), 1))


def effects_to_state(effects: Mapping[str, float]) -> Effects:
    """An author's shifts by path, in the state's units."""
    return tuple((path, to_state(path, value)) for path, value in effects.items())


def written(value: float, unit: str) -> int:
    """A number with the unit that stands beside it, as an integer of play."""
    return scaled(value, WRITTEN.get(unit, 1))


def hundredths(numbers: Mapping[str, float], names: Iterable[str]) -> tuple[int, ...]:
    """The numbers of some names in their order, times a hundred; 0 for a name without one."""
    return tuple(scaled(numbers.get(name, 0), 100) for name in names)


def scaled(value: float, scale: int) -> int:
    """A number times `scale`, rounded to the nearest whole."""
    return round(value * scale)
