"""What scripts hand in is looked at before anything is written: a wrong argument is a sentence and changes nothing."""

import errno
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import cast

from tabletop.errors import WrongArgument
from tabletop.game.records.moves import Move

LARGEST_SEED = 2**64 - 1

NO_PATH = {errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
"""By these a system says that a path is none; what it says of files and folders is said by whoever opens them."""


def whole(name: str, value: object, least: int = 0, most: int | None = None) -> None:
    """See that an argument is a whole number within its bounds.

    Raises:
        WrongArgument: It is not.
    """
    if (
        isinstance(value, int)
        and not isinstance(value, bool)
        and least <= value
        and (most is None or value <= most)
    ):
        return
    upto = "" if most is None else f" to {most}"
    raise WrongArgument(f"{name} is a whole number from {least}{upto}, not {shown(value)}")


def seed_number(value: object) -> None:
    """See that a seed is none or a number that journals hold.

    Raises:
        WrongArgument: It is not.
    """
    if value is not None:
        whole("seed", value, 0, LARGEST_SEED)


def text(name: str, value: object) -> str:
    """A text that a journal can hold.

    Raises:
        WrongArgument: It is not.
    """
    if not isinstance(value, str):
        raise WrongArgument(f"{name} is a text, not {shown(value)}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise WrongArgument(
            f"{name} holds half a character, which no file can keep: {shown(value)}"
        ) from None
    return value


def flag(name: str, value: object) -> None:
    """See that an argument is True or False.

    Raises:
        WrongArgument: It is not.
    """
    if not isinstance(value, bool):
        raise WrongArgument(f"{name} is True or False, not {shown(value)}")


def names(name: str, value: object) -> tuple[str, ...]:
    """Several names, given in any collection but one text.

    Raises:
        WrongArgument: They are not.
    """
    told = shown(value)
    if isinstance(value, str | Mapping) or not isinstance(value, Collection):
        raise WrongArgument(f"{name} is a list of names, such as ('leak',), not {told}")
    found = list[str]()
    for one in cast("Collection[object]", value):
        found.append(text(f"each of {name}", one))
    return tuple(found)


def by_seat(name: str, value: object) -> None:
    """See that an argument gives something by seat.

    Raises:
        WrongArgument: It does not.
    """
    if value is None:
        return
    if not isinstance(value, Mapping):
        raise WrongArgument(f"{name} says by seat, such as {{'ukraine': 'person'}}, not {shown(value)}")
    for seat in cast("Mapping[object, object]", value):
        text("a seat", seat)


def path(name: str, value: object) -> Path:
    """A file or folder.

    Raises:
        WrongArgument: It is no path that a system could have.
    """
    if not isinstance(value, str | Path) or "\0" in str(value) or not str(value):
        raise WrongArgument(f"{name} is a path, not {shown(value)}")
    try:
        Path(value).stat()
    except UnicodeEncodeError:
        raise WrongArgument(f"{name} holds half a character, which no path can: {shown(value)}") from None
    except OSError as error:
        if error.errno in NO_PATH:
            why = error.strerror or error
            raise WrongArgument(
                f"{name} is not a path that this system could have ({why}): {shown(str(value))}"
            ) from None
    return Path(value)


def move(value: object) -> None:
    """See that something is a move.

    Raises:
        WrongArgument: It is not.
    """
    if not isinstance(value, Move):
        raise WrongArgument(
            f"a move is one of tabletop.moves, such as tabletop.moves.Pass(), or its line, not {shown(value)}"
        )


def shown(value: object) -> str:
    """A value in few letters."""
    said = repr(value) if not isinstance(value, int) or abs(value) < 10**30 else "a number of so many digits"
    return said if len(said) <= 60 else f"{said[:57]}..."
