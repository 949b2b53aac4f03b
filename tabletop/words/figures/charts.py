"""Charts: what a seat was shown over time, and the years before as facts, each series with its counter's name.

A chart is made from views of one seat, oldest first, so it holds what that seat was shown and nothing else.
Series of different counters stand apart; the text twin of a chart says the same in lines.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tabletop.game.records.papers import StrikePaper
from tabletop.game.views import SeatView
from tabletop.scenario.compiler.background import months
from tabletop.vocabulary import ENDS, IN_FORCE, Phase, Role
from tabletop.words.language.section import SourcedLine, SourcedSection
from tabletop.words.language.voice import Voice, capitalised, number
from tabletop.words.pages.war import claimant, cuts_hours, demand_of, is_claimed

Point = tuple[float, float]
"""Where it stands: place or month, and value in the chart's unit."""

FORTNIGHT = 0.5
"""Months of a fortnight, on the axis of the years before."""


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series.

    Attributes:
        label: What is counted, and by whom.
        figure: The figure it tells, for the source key.
        points: In order of time.
        joined: Whether its points are joined; the months of one counter are not, where some are missing.
    """

    label: str
    figure: str
    points: tuple[Point, ...]
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        slug: Its name.
        title: What it shows.
        unit: Of the values.
        lines: Its series; may be empty.
        ticks: Places on the axis with their words.
        note: What must be said with it; may be empty.
        zero: Whether the axis begins at zero, or has its zero line inside.
    """

    slug: str
    title: str
    unit: str
    series: tuple[ChartSeries, ...]
    ticks: tuple[tuple[float, str], ...]
    note: str = ""
    zero: bool = False
    places: int = 1
    """Decimals of values below a hundred."""


def charts(voice: Voice, views: Sequence[SeatView]) -> tuple[Chart, ...]:
    """Every chart that has something to draw, in the order they should be looked at.

    Args:
        voice: The seat that looks.
        views: What it was shown, a view for each round, fortnight or month; the newest last.
    """
    built = (build for build in _CHARTS if not (voice.lexicon.reduced and build in _HARM))
    found = (build(voice, views) for build in built)
    return tuple(chart for chart in found if any(line.points for line in chart.series))


def chart_section(chart: Chart) -> SourcedSection:
    """A chart in words: each series point by point."""
    names = dict(chart.ticks)
    lines: list[SourcedLine] = []
    for line in chart.series:
        told = "; ".join(f"{_at(names, at)} {value_words(value, chart.places)}" for at, value in line.points)
        lines.append(SourcedLine(f"{line.label}: {told}", line.figure))
    if chart.note:
        lines.append(SourcedLine(chart.note))
    return SourcedSection(f"{chart.title} ({chart.unit})", tuple(lines))


def value_words(value: float, places: int = 1) -> str:
    """A value as people read it: whole from a hundred up, with decimals below."""
    if abs(value) >= 100 or value == int(value):
        return number(round(value)).replace("-", "−")
    return f"{value:.{places}f}".rstrip("0").rstrip(".").replace("-", "−")


def _at(names: dict[float, str], at: float) -> str:
    return names.get(at) or _month(at)


def _month(at: float) -> str:
    whole = int(at)
    return f"{2022 + whole // 12}-{whole % 12 + 1:02d}"


def _ticks(voice: Voice, views: Sequence[SeatView]) -> tuple[tuple[float, str], ...]:
    named = [_named(voice, view) for view in views]
    if named:
        named[-1] = f"{named[-1]}, {voice.table['chart.now']}"
    return tuple((float(at), name) for at, name in enumerate(named))


def _named(voice: Voice, view: SeatView) -> str:
    talks = view.sight.talks
    if talks.phase is Phase.INITIALLED:
        return voice.table["chart.fortnight"].format(n=talks.step)
    if talks.phase in IN_FORCE or (talks.phase in ENDS and view.sight.text.signed):
        return voice.table["chart.month"].format(n=talks.step)
    return voice.table["chart.round"].format(n=max(1, talks.round))


def _over_time(
    voice: Voice,
    views: Sequence[SeatView],
    slug: str,
    unit: str,
    *series: ChartSeries,
    zero: bool = True,
) -> Chart:
    """A chart of this match, round by round, with its note where there is one."""
    note = f"chart.note.{slug}"
    return Chart(
        slug,
        voice.say(f"chart.{slug}"),
        voice.table[f"chart.unit.{unit}"],
        series,
        _ticks(voice, views),
        voice.say(note) if note in voice.table else "",
        zero,
    )


def _line(
    label: str, figure: str, views: Sequence[SeatView], value: Callable[[SeatView], float | None]
) -> ChartSeries:
    found = [(float(at), value(view)) for at, view in enumerate(views)]
    return ChartSeries(
        capitalised(label), figure, tuple((at, said) for at, said in found if said is not None)
    )


def _losses(voice: Voice, views: Sequence[SeatView]) -> Chart:
    lines: list[ChartSeries] = []
    for seat in voice.board.parties:

        def lost(view: SeatView, seat: int = seat) -> float | None:
            seen = view.sight.figures.lost
            return float(seen[seat]) if seat < len(seen) and seen[seat] else None

        name = voice.board.seats[seat].id
        slug = "chart.series.lost" if is_claimed(voice, seat) else "chart.series.estimate"
        said = voice.table[slug].format(seat=voice.name(name), claimant=claimant(voice, seat))
        lines.append(_line(said, f"war.lost.{name}", views, lost))
    rules = voice.board.war
    if rules is not None:
        attacker = voice.name(voice.board.seats[rules.attacker].id)
        said = voice.table["chart.series.recruits"].format(seat=attacker)
        recruits = _line(said, "war.recruits", views, lambda view: float(view.sight.figures.recruits) or None)
        lines += [recruits] if recruits.points else []
        if rules.losses.aim:
            said = voice.table["chart.series.aim"].format(
                claimant=claimant(voice, rules.attacker), aim=number(rules.losses.aim)
            )
            half = rules.losses.aim / 2
            lines.append(_line(said, "war.aim", views, lambda _: half))
    return _over_time(voice, views, "losses", "people", *lines)


def _past(voice: Voice, name: str, slug: str, *, joined: bool, zero: bool) -> Chart:
    """A chart of facts alone: a series for each counter."""
    past = voice.lexicon.background.history.get(name)
    lines = tuple(
        ChartSeries(
            capitalised(series.label),
            f"fact.{series.points[-1][0]}",
            tuple((at, value) for _, at, value in series.points),
            joined,
        )
        for series in (past.series if past else ())
    )
    unit, note = past.unit if past else "", voice.say(f"chart.note.{slug}")
    return Chart(slug, _of_second(voice, slug), unit, lines, _years(lines), note, zero)


def _of_second(voice: Voice, slug: str) -> str:
    """A title or a label that names the second party."""
    second = voice.name(voice.board.seats[voice.board.parties[-1]].id)
    return capitalised(voice.table[f"chart.{slug}"].format(second=second))


def _years(lines: Sequence[ChartSeries]) -> tuple[tuple[float, str], ...]:
    """The Januaries that lie among the points, or each month of a few."""
    places = [at for line in lines for at, _ in line.points]
    if not places:
        return ()
    first, last = int(min(places)), int(max(places)) + 1
    if last - first <= 4:
        return tuple((float(at), _month(at)) for at in range(first, last + 1))
    years = tuple((float(at), str(2022 + at // 12)) for at in range(first, last + 1) if at % 12 == 0)
    return years if len(years) > 1 else ((float(first), _month(first)), (float(last), _month(last)))


def _before(voice: Voice, views: Sequence[SeatView]) -> Chart:
    del views
    return _past(voice, "losses", "before", joined=True, zero=True)


def _gains(voice: Voice, views: Sequence[SeatView]) -> Chart:
    del views
    return _past(voice, "gains", "gains", joined=False, zero=True)


def _ground(voice: Voice, views: Sequence[SeatView]) -> Chart:
    def ground(view: SeatView) -> float | None:
        return float(view.sight.figures.ground) or None

    label = _of_second(voice, "series.ground")
    return _over_time(voice, views, "line", "area", _line(label, "war.ground", views, ground), zero=False)


def _share(voice: Voice, views: Sequence[SeatView]) -> Chart:
    """The years before as facts, and this match from its first day on, on one axis of months."""
    chart = _past(voice, "share", "share", joined=True, zero=False)
    rules = voice.board.war
    if not chart.series or rules is None or not rules.ground.country:
        return chart
    first = months(voice.lexicon.texts.get("starts", "2022"))
    points = tuple(
        (first + FORTNIGHT * max(0, view.sight.talks.round - 1), 100 * ground / rules.ground.country)
        for view in views
        if (ground := view.sight.figures.ground) and view.sight.talks.phase not in IN_FORCE
    )
    label = _of_second(voice, "series.country")
    lines = (*chart.series, ChartSeries(label, "war.ground", points))
    return replace(chart, series=lines, ticks=_years(lines), places=2)


def _grid(voice: Voice, views: Sequence[SeatView]) -> Chart:
    supply = _line(voice.quantity("war.grid"), "war.grid", views, lambda view: float(view.sight.figures.grid))
    demand = _line(
        voice.table["chart.series.demand"], "war.demand", views, lambda view: demand_of(voice, view) or None
    )
    return _over_time(voice, views, "grid", "megawatt", supply, demand)


def _cuts(voice: Voice, views: Sequence[SeatView]) -> Chart:
    cuts = _line(
        voice.table["chart.series.cuts"],
        "war.cuts",
        views,
        lambda view: cuts_hours(voice, view) if voice.board.war is not None else None,
    )
    return _over_time(voice, views, "cuts", "hours", cuts)


def _air(voice: Voice, views: Sequence[SeatView]) -> Chart:
    """What reports say was stopped, strike by strike: all that most seats see of air cover."""
    papers = [paper for paper in views[-1].sight.papers if isinstance(paper, StrikePaper)] if views else []
    shares = {
        "drones": [(paper.drones, paper.stopped_drones) for paper in papers],
        "missiles": [(paper.missiles, paper.stopped_missiles) for paper in papers],
    }
    lines = tuple(
        ChartSeries(
            capitalised(voice.table[f"chart.series.{kind}"]),
            f"strike.{papers[-1].id}" if papers else "",
            tuple((float(at), 100 * ended / sent) for at, (sent, ended) in enumerate(told) if sent),
            joined=False,
        )
        for kind, told in shares.items()
    )
    ticks = tuple(
        (float(at), voice.table["chart.round"].format(n=paper.round)) for at, paper in enumerate(papers)
    )
    return Chart(
        "air",
        voice.say("chart.air"),
        voice.table["chart.unit.percent"],
        lines,
        ticks,
        voice.say("chart.note.air"),
        zero=True,
    )


def _outside(voice: Voice, views: Sequence[SeatView]) -> Chart:
    readers: dict[str, Callable[[SeatView], float]] = {
        "attention": lambda view: view.sight.figures.attention / 100,
        "cohesion": lambda view: view.sight.figures.cohesion / 100,
        "support": lambda view: view.sight.figures.support / 100,
        "patience": lambda view: view.sight.figures.patience / 100,
    }
    lines = tuple(
        _line(voice.quantity(f"alliance.{name}"), f"alliance.{name}", views, read)
        for name, read in readers.items()
        if name != "cohesion" or any(seat.role is Role.OUTSIDE for seat in voice.board.seats)
    )
    return _over_time(voice, views, "outside", "points", *lines)


def _yours(voice: Voice, views: Sequence[SeatView]) -> Chart:
    def terms(view: SeatView) -> float | None:
        return view.appraisal.terms / 100 if view.appraisal is not None else None

    def alternative(view: SeatView) -> float | None:
        return view.sight.mine.alternative / 100 if view.sight.mine is not None else None

    lines = (
        _line(voice.table["chart.series.terms"], "part.terms", views, terms),
        _line(voice.quantity("home.alternative"), "home.alternative", views, alternative),
    )
    return _over_time(voice, views, "yours", "points", *lines, zero=False)


def _gain(voice: Voice, views: Sequence[SeatView]) -> Chart:
    def gain(view: SeatView) -> float | None:
        return view.appraisal.gain / 100 if view.appraisal is not None else None

    series = _line(voice.table["chart.series.gain"], "part.gain", views, gain)
    return _over_time(voice, views, "gain", "points", series)


_HARM = (_losses, _before)
"""Charts of harm to people, left out for a reader who asked for less of it."""

_CHARTS = (_losses, _ground, _share, _grid, _cuts, _air, _outside, _yours, _gain, _before, _gains)
