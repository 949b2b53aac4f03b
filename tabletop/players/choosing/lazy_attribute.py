"""An attribute worked out when it is first read, and kept: `functools.cached_property` without its lock."""

from collections.abc import Callable
from typing import Generic, TypeVar

Found = TypeVar("Found")


class lazy_attribute(Generic[Found]):  # noqa: N801
    """A method read like an attribute: what it found the first time lies in the object's own dictionary."""

    def __init__(self, find: Callable[..., Found]) -> None:
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, held: object, owner: type | None = None, /) -> Found:
        """What was found; Python asks here only until it lies there."""
        found = held.__dict__[self._name] = self._find(held)
        return found
