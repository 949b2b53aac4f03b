"""Charts: every value of a series is a dot inside the drawing and a cell of the table."""

from tabletop.ui.shared.view_history import views_over_time
from tabletop.ui.web.charts import HIGH, LEFT, WIDE, drawing_of
from tabletop.words.figures.charts import Chart, ChartSeries, charts
from tests.ui.web.seats import dealt, play_on, session_of


def test_every_chart_of_a_match_is_drawn_and_tabled() -> None:
    match = dealt(2)
    play_on(match, 2, 160)
    session = session_of(match, "ukraine")
    found = charts(session.voice, views_over_time(session.port.past, session.view))
    assert len(found) >= 5
    for chart in found:
        drawing = drawing_of(chart)
        series = [line for line in chart.series if line.points]
        assert [len(line.dots) for line in drawing.series] == [len(line.points) for line in series]
        assert all(LEFT <= x <= WIDE and 0 <= y <= HIGH for line in drawing.series for x, y in line.dots)
        assert all(0 <= mark.y <= HIGH for mark in (*drawing.across, *drawing.up))
        cells = sum(bool(value) for _, values in drawing.rows for value in values)
        assert cells == len({(line.label, at) for line in series for at, _ in line.points})
        assert all(len(values) == len(drawing.labels) for _, values in drawing.rows)


def test_higher_is_higher_and_later_is_further_right() -> None:
    series = ChartSeries("a", "", ((0.0, 1.0), (1.0, 3.0), (2.0, 3.0)))
    one = ChartSeries("b", "", ((1.0, 2.0),), joined=False)
    drawing = drawing_of(Chart("t", "t", "u", (series, one), ((0.0, "x"), (2.0, "y"))))
    (x0, y0), (x1, y1), (x2, y2) = drawing.series[0].dots
    assert x0 < x1 < x2
    assert y0 > y1 == y2
    assert drawing.series[0].line
    assert not drawing.series[1].line
    flat = drawing_of(Chart("t", "t", "u", (ChartSeries("a", "", ((0.0, 5.0),)),), ((0.0, "x"),)))
    assert 0 < flat.series[0].dots[0][1] < HIGH
