"""A player's own chance: a stream of numbers from a key, and nothing else.

The same key gives the same stream on every machine; no player keeps a generator from one choice to the next.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


class Stream:
    """Numbers drawn from a key, one after another."""

    __slots__ = ("_count", "_key")

    def __init__(self, key: str) -> None:
        self._key = key
        self._count = 0

    def below(self, sides: int) -> int:
        """A number from 0 to `sides - 1`."""
        self._count += 1
        digest = blake2b(f"{self._key}#{self._count}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") % sides

    def one_of(self, things: Sequence[T]) -> T:
        """One of the things, each as likely."""
        return things[self.below(len(things))]

    def chance(self, share: int) -> bool:
        """True with `share` per ten thousand."""
        return self.below(10_000) < share

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The things in random order."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(len(left))]
