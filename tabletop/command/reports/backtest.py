"""A backtest as sections of sentences and tables."""

from collections.abc import Iterator

from tabletop.command.reports.tables import Section
from tabletop.lab.backtest.backtest import Card, Row
from tabletop.words.language.i18n import N_, _

NONE = "—"
"""Where there is no figure."""

FIGURES = {
    "ground": N_("ground"),
    "losses": N_("losses"),
    "recruits": N_("recruits"),
    "drones": N_("drones"),
    "missiles": N_("missiles"),
    "power": N_("power"),
}
UNITS = {"km2": N_("km2"), "people": N_("people"), "launched": N_("launched"), "MW": N_("MW")}
FORECASTS = {
    "ours": N_("this model"),
    "last_month": N_("last month again"),
    "months_before": N_("mean and spread of the months before"),
}


def card_sections(card: Card) -> tuple[Section, ...]:
    """The whole of a backtest; the free run by the figures that are counted, where any are."""
    free, counted = card["free_run"]["months"], card["of"] > 0
    return (
        Section(
            _("{scenario}: each month from its start, one month ahead").format(scenario=card["scenario"]),
            (
                _("The war alone, without talks, in {seeds} worlds; bands hold 80 of 100 of them.").format(
                    seeds=f"{card['seeds']:,}"
                ),
            ),
            _head(),
            tuple(_cells(row) for row in card["months"]),
            tuple(_after(card)),
        ),
        _scores(card),
        Section(
            _("One run from the first month, never put right"),
            (),
            _head(),
            tuple(_cells(row) for row in free if row["counted"] or not counted),
            (_inside(card["free_run"]["inside"], card["free_run"]["of"]),) if card["free_run"]["of"] else (),
        ),
        Section(
            _("Months with a net loss of ground for the attacker"),
            (f"{100 * card['net_loss_share']['share']:.1f} %: {card['net_loss_share']['basis']}.",),
        ),
    )


def _head() -> tuple[str, ...]:
    return (
        _("month"), _("figure"), _("lower edge"), _("middle"), _("upper edge"), _("unit"), _("recorded"), _("inside"),
        _("series"), _("grade"),
    )  # fmt: skip


def _cells(row: Row) -> tuple[str, ...]:
    """A row; what is only shown has its answer in brackets."""
    inside = NONE if row["inside"] is None else _("yes") if row["inside"] else _("no")
    return (
        row["month"],
        _(FIGURES[row["figure"]]),
        *(_number(row[edge]) for edge in ("low", "middle", "high")),
        _(UNITS[row["unit"]]),
        _number(row["record"]),
        inside if row["counted"] or row["inside"] is None else f"({inside})",
        row["series"] or NONE,
        row["grade"] or NONE,
    )


def _after(card: Card) -> Iterator[str]:
    """What the table comes to, and what others said of the same months."""
    if card["of"]:
        yield _inside(card["inside"], card["of"])
    if any(row["inside"] is not None and not row["counted"] for row in card["months"]):
        yield _("In brackets: shown, not counted.")
    for row in card["months"]:
        if row["says"]:
            yield f"{row['month']}, {_(FIGURES[row['figure']])}: {row['says']} ({row['series']})"
        for other in row["also"]:
            said = ", ".join(part for part in (_number(other["record"], ""), other["says"]) if part)
            yield f"{row['month']}, {_(FIGURES[row['figure']])}: {other['series']} {said} ({other['grade'] or NONE})"


def _inside(inside: int, of: int) -> str:
    return _("Inside the band: {inside} of {of} figures that are counted.").format(inside=inside, of=of)


def _scores(card: Card) -> Section:
    """Beside forecasts that know no war."""
    one = card["compared"]
    rows = [
        (
            _(name),
            f"{one[key]['inside']} / {one[key]['of']}",
            _number(one[key]["width_mean"]),
            _number(card["interval_score"][key]),
        )
        for key, name in FORECASTS.items()
    ]
    months = card["interval_score_months"]
    said = _(
        "The ground in km2, over the months that all three forecast: {months}. Interval score (Gneiting and Raftery "
        "2007): lower is better."
    ).format(months=", ".join(months) or NONE)
    head = (_("forecast"), _("inside"), _("mean width"), _("interval score"))
    return Section(_("Beside forecasts that know no war"), (said,), head, tuple(rows))


def _number(value: float | None, none: str = NONE) -> str:
    return none if value is None else f"{value:,.0f}"
