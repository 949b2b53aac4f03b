"""What bots reached in a batch, as lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from tabletop.lab.batch import Summary
from tabletop.lab.tally import Counts

COUNTED = frozenset(Counts.__annotations__)
"""Keys that have lines of their own."""

MOST_TEXTS = 5
"""Texts that are listed; the others are counted together."""


def summary(result: Summary) -> Iterator[str]:
    """What bots reached, for people: one line a key, then the most telling of what was counted in the matches."""
    for key, value in result.items():
        if key in COUNTED:
            continue
        inner = _named(value)
        if inner is None:
            yield f"{key}: {_shown(value)}"
        else:
            yield f"{key}:"
            yield from (f"  {name}: {_shown(part)}" for name, part in inner.items())
    yield from _counted(result)


def _counted(result: Summary) -> Iterator[str]:
    """Sessions, texts, losses and orders."""
    yield f"sessions: {result['sessions']}, a strike broke into {result['sessions_interrupted']}"
    most = result["losses_most"]
    yield (
        f"highest losses of a month, as the other side claims: mean {most['mean']:.0f}; "
        f"over 50,000 in {_percent(most['over_50000'])} of matches"
    )
    yield (
        "losses above those who joined, three fortnights running: "
        f"in {_percent(result['losses_over_recruits'])} of matches"
    )
    yield from _listed("texts (territory/guarantee/sanctions)", result["texts"])
    yield from _listed("routes of ratification", result["routes"])
    yield from _listed("refusals", result["bodies_no"])
    yield from _listed("texts in force ended early by", result["ended_by"])
    for seat, levers in result["orders"].items():
        yield f"orders of {seat}, share of fortnights:"
        yield from (f"  {lever}: {_shares(options)}" for lever, options in levers.items())
    if "orders_file" in result:
        held = result["orders_file"]
        yield f"orders of the file: held {held['held']} times, not held {held['not_held']} times"


def _listed(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    """A heading and one line for each count, the longest tail together; nothing for nothing."""
    if not any(counts.values()):
        return
    yield f"{title}:"
    listed = list(counts.items())
    yield from (f"  {name}: {count}" for name, count in listed[:MOST_TEXTS] if count)
    rest = listed[MOST_TEXTS:]
    if rest:
        yield f"  {len(rest)} others: {sum(count for _, count in rest)}"


def _shares(options: Mapping[str, int]) -> str:
    """Options with their shares."""
    total = sum(options.values())
    return ", ".join(f"{option} {_percent(count / total)}" for option, count in options.items())


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _named(value: object) -> dict[str, object] | None:
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def _shown(value: object) -> str:
    inner = _named(value)
    if inner is not None:
        return ", ".join(f"{key} {_shown(part)}" for key, part in inner.items())
    if isinstance(value, list | tuple):
        return ", ".join(_shown(part) for part in cast("Sequence[object]", value))
    return f"{value:.2f}" if isinstance(value, float) else str(value)
