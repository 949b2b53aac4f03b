"""A what-if as lines of text, and a bar while it is being played."""

from collections.abc import Iterator
from pathlib import Path

from tabletop.command.output import with_bar
from tabletop.command.typed_names import tempers
from tabletop.lab.whatif.arms import branch_point
from tabletop.lab.whatif.band import whatif
from tabletop.table.whatif_port import ArmBand, Band, Spread


def whatif_with_bar(journal: Path, at: int, move: str, continuations: int, bots: str, jobs: int) -> Band:
    """Play a what-if; a bar shows how far it is when standard error is a terminal.

    Args:
        journal: The journal's file.
        at: Number of the entry whose move is changed.
        move: What its seat does instead, in notation.
        continuations: How many of each arm.
        bots: Tempers, as for a match; empty lets bots go on as themselves.
        jobs: Processes that play beside each other.

    Raises:
        TabletopError: See `tabletop.lab.whatif.band.whatif`.
    """
    seats = tuple(seat.id for seat in branch_point(journal, at).match.board.seats)
    others = tempers(bots, seats)
    return with_bar(
        "Continuations",
        continuations,
        lambda tick: whatif(journal, at, move, continuations, others, jobs, tick),
    )


def whatif_lines(band: Band) -> Iterator[str]:
    """A band as lines of text."""
    stopped = "" if band["complete"] else f" of {band['asked']}, stopped early"
    yield (
        f"{band['journal']}, entry {band['at']}, {band['seat']}: {band['continuations']} continuations{stopped} "
        f"of each arm in {band['seconds']:.1f} s, common dice"
    )
    yield "who goes on: " + ", ".join(f"{seat} {temper}" for seat, temper in band["tempers"].items())
    yield from _arm("as it was played", band["as_played"])
    yield from _arm(band["changed"]["move"], band["changed"])
    yield ""
    yield "the change, pair by pair (mean ± standard error)"
    apart = band["difference"]
    yield f"  initialled {_apart(apart['signed'], 100)} points of a hundred"
    yield f"  held {_apart(apart['held'], 100)} points of a hundred"
    for seat, figures in apart["value"].items():
        yield f"  {seat} {_apart(figures)} points over no deal"
    yield "A band of what players of these tempers do from here, not what people would have done."


def _arm(title: str, arm: ArmBand) -> Iterator[str]:
    ends = ", ".join(f"{end} {count}" for end, count in arm["ends"].items() if count)
    yield ""
    yield title
    yield f"  initialled {100 * arm['signed_share']:.0f} % (± {100 * arm['signed_error']:.0f}); ends: {ends}"
    if arm["survival"]:
        yield f"  a signed text holds 24 months with {_spread(arm['survival'], 100, 0)} in a hundred"
    for seat, value in arm["value"].items():
        yield f"  {seat} {_spread(value)} points over no deal"


def _spread(figure: Spread, times: int = 1, places: int = 1) -> str:
    low, mean, high = (f"{times * figure[part]:.{places}f}" for part in ("low", "mean", "high"))
    return f"{mean} (nine in ten from {low} to {high})"


def _apart(figure: tuple[float, float], times: int = 1) -> str:
    mean, error = figure
    return f"{times * mean:+.1f} ± {times * error:.1f}"
