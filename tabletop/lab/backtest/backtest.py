"""A scenario's war beside a record: which months its bands hold, and how it does beside forecasts without a war."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict, get_args

from tabletop.errors import Finding, ScenarioError, WrongArgument
from tabletop.game.war.model import Floats, World, whole
from tabletop.lab.backtest.months import (
    NOTHING,
    Figures,
    Known,
    Month,
    War,
    between,
    forecasts,
    free_run,
    month_named,
    name_of,
)
from tabletop.lab.backtest.scores import Interval, band_of, mean_score, mean_width, naive_bands
from tabletop.lab.backtest.worlds import Theatre, first_world, theatre_of
from tabletop.lab.held_orders import HeldOrders, file_tree, first_day, held_by_day
from tabletop.scenario.checks.record import check_record
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.compiler.war import fields_of
from tabletop.scenario.loader import fitted
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.content import Source
from tabletop.scenario.sheets.quantities import to_state
from tabletop.scenario.sheets.record import UNITS, FigureId, Level, RecordedFigure, RecordSheet
from tabletop.scenario.source.findings import Findings

MONTHS = 6
"""Months that are run where no record says how many."""

YEAR = 12
"""Months of the run that counts net losses of ground."""

MOST_AHEAD = 240
"""Months after its first that a scenario's war is run at most."""

FIGURES: tuple[FigureId, ...] = get_args(FigureId)


class Also(TypedDict):
    """What another counter said of a month."""

    series: str
    record: float | None
    says: str
    source: str
    grade: str


class Row(TypedDict):
    """A figure of a month: the band, and what was said; None and nothing where nothing was."""

    month: str
    figure: FigureId
    unit: str
    low: float
    middle: float
    high: float
    record: float | None
    inside: bool | None
    source: str
    series: str
    grade: str
    counted: bool
    says: str
    also: list[Also]


class FreeRun(TypedDict):
    """All months in one run that is never put right."""

    months: list[Row]
    inside: int
    of: int


class ForecastCard(TypedDict):
    """How a forecast did: on the months it could be made for, or on those that all could (`compared`)."""

    inside: int
    of: int
    width_mean: float | None


class NetLoss(TypedDict):
    """Share of months in which the attacker lost more ground than it took."""

    share: float
    basis: str


class Card(TypedDict):
    """What a backtest came to; scores and widths are of the ground alone, in km2."""

    scenario: str
    seeds: int
    months: list[Row]
    inside: int
    of: int
    width_mean: float | None
    interval_score: dict[str, float | None]
    interval_score_months: list[str]
    naive: dict[str, ForecastCard]
    compared: dict[str, ForecastCard]
    free_run: FreeRun
    net_loss_share: NetLoss


@dataclass(frozen=True, slots=True)
class Record:
    """A record and where its sources are named.

    Attributes:
        own: Whether it is somebody's own, of which every figure is counted.
    """

    sheet: RecordSheet
    sources: Mapping[str, Source]
    own: bool = False

    def counts(self, figure: FigureId, found: RecordedFigure) -> bool:
        """Whether a figure is counted."""
        return found.counted and (self.sheet.counted is None or figure in self.sheet.counted)

    def told(self, begins: Month) -> dict[Month, dict[FigureId, float]]:
        """What may be known of earlier months, from a month on; figures that are only shown are not."""
        return {
            month_named(month): {figure: found.value for figure, found in figures.items() if found.counted}
            for month, figures in self.sheet.months.items()
            if month_named(month) >= begins
        }


def record_of(scenario: Scenario) -> Record | None:
    """The record of a scenario, where it has one."""
    return Record(scenario.record, sources_of(scenario, scenario.record)) if scenario.record else None


def read_record(path: Path, scenario: Scenario) -> Record:
    """A record of one's own.

    Raises:
        ScenarioError: It cannot be read or does not fit the scenario; every finding at once.
    """
    tree = file_tree(path, "a record")
    sheet = fitted(tree, RecordSheet)
    findings = Findings(tree)
    check_record(findings, scenario.frame, scenario.rules, scenario.facts, sheet, own=True)
    if findings.found:
        raise ScenarioError(tuple(findings.found))
    return Record(sheet, {**sources_of(scenario, scenario.record), **sheet.sources}, own=True)


def sources_of(scenario: Scenario, sheet: RecordSheet | None) -> dict[str, Source]:
    """Every source that a scenario names."""
    return {**scenario.facts.sources, **(sheet.sources if sheet else {})}


def theatre_for(scenario: Scenario) -> Theatre:
    """The scenario's board with its war; the war is the same in all formats.

    Raises:
        ScenarioError: It has none.
    """
    frame = scenario.frame
    board = compile_board(scenario, format_id=next(iter(frame.formats)), door=next(iter(frame.doors)))
    if board.war is None:
        found = Finding(f"{scenario.id}/rules.yaml", 0, 0, "", "no section war", "a scenario with a war")
        raise ScenarioError((found,))
    return theatre_of(board, board.war)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run: the war, what is known, which months, and beside what.

    Attributes:
        opens: The month in which the scenario begins.
    """

    opens: Month
    war: War
    known: Known
    months: Sequence[Month]
    record: Record | None


def plan(
    scenario: Scenario,
    record: Record | None = None,
    orders: HeldOrders | None = None,
    begins: str = "",
    months: int = 0,
) -> Plan:
    """What a backtest runs.

    Args:
        scenario: The scenario.
        record: A record of one's own; the scenario's without one.
        orders: What stands when; those of the record, or else the scenario's, without them.
        begins: First month, YYYY-MM or a day of it; that of the record without it.
        months: How many; as far as the record goes for 0.

    Raises:
        ScenarioError: The scenario has no war.
        WrongArgument: There is no world of so early a month, or the month lies too far ahead.
    """
    theatre, own = theatre_for(scenario), record_of(scenario)
    laid = record or own
    opens = month_named(scenario.frame.starts)
    told = sorted(map(month_named, laid.sheet.months)) if laid else []
    first = month_named(begins) if begins else told[0] if told else opens
    sheets = [one.sheet for one in (record, own) if one]
    if orders is None:
        named = [sheet.orders for sheet in sheets if sheet.orders][:1]
        orders = held_by_day(
            first_day(scenario), {day: one.choices for found in named for day, one in found.items()}
        )
    if first + max(months, 1) - opens > MOST_AHEAD:
        raise WrongArgument(
            f"{name_of(first + max(months, 1) - 1)} lies more than {MOST_AHEAD} months after {name_of(opens)}, "
            "in which the scenario begins"
        )
    if first >= opens:
        war, known = War(theatre, first_world(theatre), opens, orders), NOTHING
    else:
        war, known = before(scenario, theatre, sheets, orders)
        if first < war.begins:
            raise WrongArgument(
                f"the world of the record begins in {name_of(war.begins)}, after {name_of(first)}"
            )
    if laid:
        known = replace(known, told=laid.told(war.begins))
    last = max([month for month in told if month >= first], default=first + MONTHS - 1)
    return Plan(opens, war, known, range(first, first + months if months else last + 1), laid)


def before(
    scenario: Scenario, theatre: Theatre, sheets: Sequence[RecordSheet], orders: HeldOrders
) -> tuple[War, Known]:
    """The war of before the scenario's first day, and the anchors of it.

    Raises:
        WrongArgument: No record has a world of before.
    """
    sheet = next((one for one in sheets if one.start), None)
    if sheet is None or sheet.start is None or scenario.rules.war is None:
        raise WrongArgument(f"no record has a world from before {scenario.frame.starts}: the key 'start'")
    fields = fields_of(scenario.rules.war)

    def in_units(levels: Mapping[str, Level]) -> dict[str, int]:
        return {fields[path]: to_state(path, level.value) for path, level in levels.items()}

    world: World = replace(
        first_world(theatre), **{name: whole(value) for name, value in in_units(sheet.start.world).items()}
    )
    anchors = between({month_named(month): in_units(levels) for month, levels in sheet.anchors.items()})
    return War(theatre, world, month_named(sheet.start.month), orders), Known(anchors=anchors, held=True)


def backtest(asked: Plan, seeds: int) -> Card:
    """Run a war month by month and lay it beside the record.

    Args:
        asked: What to run.
        seeds: How many worlds.
    """
    found = forecasts(asked.war, asked.months, seeds, asked.known)
    rows = [row for month in asked.months for row in rows_of(asked.record, month, found[month])]
    run = free_run(asked.war, asked.months, seeds, asked.known)
    free = [row for month in asked.months for row in rows_of(asked.record, month, run[month])]
    values, bands = ground_of(rows)
    naive = naive_bands(values)
    scored = [month for month in values if all(month in one for one in naive.values())]
    every: dict[str, Mapping[int, Interval]] = {"ours": bands, **naive}
    return Card(
        scenario=asked.war.theatre.board.scenario,
        seeds=seeds,
        months=rows,
        **tally(rows),
        width_mean=mean_width(bands),
        interval_score={name: mean_score(one, values, scored) for name, one in every.items()},
        interval_score_months=[name_of(month) for month in scored],
        naive={name: held(one, values) for name, one in naive.items()},
        compared={name: held({month: one[month] for month in scored}, values) for name, one in every.items()},
        free_run=FreeRun(months=free, **tally(free)),
        net_loss_share=net_losses(asked, seeds),
    )


def held(bands: Mapping[int, Interval], values: Mapping[int, float]) -> ForecastCard:
    """How many values their bands hold, and how wide the bands are."""
    return ForecastCard(
        inside=sum(band.holds(values[month]) for month, band in bands.items()),
        of=len(bands),
        width_mean=mean_width(bands),
    )


class Tally(TypedDict):
    """How many counted figures a band holds."""

    inside: int
    of: int


def tally(rows: Sequence[Row]) -> Tally:
    """Counted figures inside, and all of them."""
    counted = [row for row in rows if row["counted"]]
    return Tally(inside=sum(bool(row["inside"]) for row in counted), of=len(counted))


def ground_of(rows: Sequence[Row]) -> tuple[dict[int, float], dict[int, Interval]]:
    """By month: the counted ground, and its band."""
    values: dict[int, float] = {}
    bands: dict[int, Interval] = {}
    for row in rows:
        if row["figure"] == "ground" and row["counted"] and row["record"] is not None:
            month = month_named(row["month"])
            values[month] = row["record"]
            bands[month] = Interval(row["low"], row["middle"], row["high"])
    return values, bands


def rows_of(record: Record | None, month: Month, found: Figures) -> list[Row]:
    """The rows of a month: a figure each that was told, or all where none was."""
    told = record.sheet.months.get(name_of(month), {}) if record else {}
    return [
        row_of(record, month, figure, found[figure], told.get(figure))
        for figure in FIGURES
        if figure in told or not told
    ]


def row_of(
    record: Record | None, month: Month, figure: FigureId, values: Floats, told: RecordedFigure | None
) -> Row:
    """One figure of one month."""
    band = band_of(values)
    row = Row(
        month=name_of(month),
        figure=figure,
        unit=UNITS[figure],
        low=band.low,
        middle=band.middle,
        high=band.high,
        record=None,
        inside=None,
        source="",
        series="",
        grade="",
        counted=False,
        says="",
        also=[],
    )
    if told is None or record is None:
        return row
    row["record"], row["inside"] = told.value, band.holds(told.value)
    row["source"], row["grade"] = ", ".join(told.sources), grade_of(told.sources, record.sources)
    row["series"], row["counted"], row["says"] = told.series, record.counts(figure, told), told.says
    row["also"] = [
        Also(
            series=one.series,
            record=one.value,
            says=one.says,
            source=", ".join(one.sources),
            grade=grade_of(one.sources, record.sources),
        )
        for one in told.also
    ]
    return row


def grade_of(keys: Sequence[str], sources: Mapping[str, Source]) -> str:
    """The quality of each source that is known, as its keeper graded it."""
    return ", ".join(sources[key].quality for key in keys if key in sources)


def net_losses(asked: Plan, seeds: int) -> NetLoss:
    """How often the attacker loses ground over a month while every lever stands at its default."""
    theatre, begins = asked.war.theatre, asked.opens
    war = War(theatre, first_world(theatre), begins, replace(asked.war.orders, dated=()))
    run = free_run(war, range(begins, begins + YEAR), seeds, NOTHING)
    months = [figures["ground"] < 0 for figures in run.values()]
    share = float(sum(month.mean() for month in months)) / len(months)
    tempo = dict(theatre.board.seats[theatre.rules.attacker].default_orders)[theatre.rules.lever]
    return NetLoss(
        share=round(share, 4),
        basis=(
            f"months in which the attacker ends with less ground than it began with, of {YEAR} months from the "
            f"scenario's first day in {seeds} worlds without talks, every lever at its default (tempo: {tempo})"
        ),
    )
