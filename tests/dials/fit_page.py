"""The tables of `docs/the-war.md` that say how well the war fits: `python -m tests.dials.fit_page` writes them."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tabletop.lab.backtest.backtest import Card, Row, backtest, plan
from tabletop.lab.backtest.scores import mean_score, mean_width, naive_bands
from tabletop.scenario.library import open_scenario
from tests.dials.fit import SEEDS, bands_of, counted, fitted, leave_one_out, with_ground

PAGE = Path(__file__).parents[2] / "docs" / "the-war.md"
CARD_SEEDS = 2_000
"""What the command runs by default."""

RIVALS = {"last_month": "last month again", "months_before": "mean and spread of the months before"}
NEAR = 10
"""Square kilometres from an edge within which the count is luck."""


def backtest_block() -> str:
    """The months, the scores, the free run and the net losses, as `tabletop backtest` has them."""
    card = backtest(plan(open_scenario("abu-dhabi-2026")), CARD_SEEDS)
    ground = [row for row in card["months"] if row["figure"] == "ground"]
    free = {row["month"]: row for row in card["free_run"]["months"] if row["figure"] == "ground"}
    months = table(
        (
            "month",
            "band of 80 %",
            "middle",
            "record",
            "series",
            "grade",
            "inside",
            "said by others",
            "one free run",
        ),
        [
            (
                row["month"],
                span(row),
                f"{row['middle']:.0f}",
                f"{row['record']:.0f}",
                row["series"],
                row["grade"],
                answer(row),
                others(row),
                span(free[row["month"]]),
            )
            for row in ground
        ],
    )
    return "\n\n".join((months, scores(card)))


def scores(card: Card) -> str:
    """How the bands did beside forecasts that know no war."""
    compared, free = card["compared"], card["free_run"]
    rows = [
        (said, f"{one['inside']} of {one['of']}", width(one["width_mean"]), score(card, name))
        for name, said in {"ours": "this model", **RIVALS}.items()
        for one in (compared[name],)
    ]
    told = (
        f"Of all {card['of']} months the bands of this model hold {card['inside']}, {width(card['width_mean'])} km² "
        f"wide in the mean. The second table is over the {len(card['interval_score_months'])} months that all three "
        f"forecast: {', '.join(card['interval_score_months'])}. The free run holds {free['inside']} of {free['of']}. "
        f"In {100 * card['net_loss_share']['share']:.1f} % of months at press from the first day of play on, Russia "
        "ends with less ground than it began with."
    )
    return "\n\n".join((table(("forecast", "inside", "mean width, km²", "interval score"), rows), told))


def left_out_block() -> str:
    """Each month forecast by a fit to the others, with the season of the rules and with a flat one."""
    asked = plan(open_scenario("abu-dhabi-2026"))
    values = counted(asked)
    naive = naive_bands(values)
    scored = [month for month in values if all(month in bands for bands in naive.values())]
    rows: list[tuple[str, ...]] = []
    for said, flat in (("as in the rules", False), ("flat", True)):
        fit, left = fitted(asked, values, flat=flat), leave_one_out(asked, flat=flat)
        all_in = bands_of(with_ground(asked, fit, flat=flat), tuple(values))
        inside = sum(band.holds(values[month]) for month, band in all_in.items())
        near = sum(
            min(abs(values[one] - band.low), abs(values[one] - band.high)) < 10
            for one, band in left.bands.items()
        )
        rows.append(
            (
                said, f"{fit.pace:.0f}", f"{fit.luck:.0f}", f"{fit.spread:.2f}", f"{inside} of {len(values)}",
                f"{left.inside} of {len(values)}", f"{near}", width(mean_width(left.bands)),
                width(mean_score(left.bands, values, scored)),
            )
        )  # fmt: skip
    head = (
        "season", "pace", "luck", "spread of a month", "inside, fitted to all", "inside, each left out",
        "near an edge", "mean width", "interval score",
    )  # fmt: skip
    now = asked.war.theatre.rules.ground
    told = f"In the rules: pace {now.pace}, luck {now.luck / 100:.0f} per cent. Each fit is over {SEEDS:,} worlds."
    return "\n\n".join((table(head, rows), told))


BLOCKS: dict[str, Callable[[], str]] = {"backtest": backtest_block, "left out": left_out_block}
"""What is written, by the name in the page's marks."""


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ("---",) * len(head), *rows))


def span(row: Row) -> str:
    """A band."""
    return f"{row['low']:.0f} to {row['high']:.0f}"


def answer(row: Row) -> str:
    """Whether it is inside, in brackets where it is only shown."""
    said = "yes" if row["inside"] else "no"
    return said if row["counted"] else f"({said})"


def others(row: Row) -> str:
    """What others said of the month."""
    return "; ".join(
        f"{one['series']} {one['says'] if one['record'] is None else width(one['record'])} ({one['grade']})"
        for one in row["also"]
    )


def width(value: float | None) -> str:
    """A figure, or nothing."""
    return "" if value is None else f"{value:.0f}"


def score(card: Card, name: str) -> str:
    """An interval score."""
    return width(card["interval_score"][name])


def parted(text: str, name: str) -> tuple[str, str, str]:
    """A page before a block, the block, and after it; the marks belong to what is around."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = text.split(begin)
    block, after = rest.split(end)
    return before + begin, block.strip(), end + after


def on_page(name: str) -> str:
    """A block as the page has it."""
    return parted(PAGE.read_text(encoding="utf-8"), name)[1]


def main() -> None:
    """Write both blocks anew."""
    for name, block in BLOCKS.items():
        written = block()
        sys.stdout.write(f"{name}\n{written}\n\n")
        before, _, after = parted(PAGE.read_text(encoding="utf-8"), name)
        PAGE.write_text(f"{before}\n\n{written}\n\n{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
