"""What bots reached in a batch, as lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast


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
