"""The Pareto filter and the staircase against comparing everything with everything."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.frontier.additive import additive
from tabletop.frontier.efficient import Staircase, beaten, efficient
from tests.frontier.domains import unbeaten

ROWS = st.integers(1, 5).flatmap(
    lambda seats: st.lists(st.tuples(*[st.integers(-40, 40)] * seats), min_size=1, max_size=150)
)


@settings(deadline=None)
@given(ROWS)
def test_the_filter_keeps_each_unbeaten_row_once(rows: list[tuple[int, ...]]) -> None:
    kept = efficient(np.array(rows, dtype=np.int64)).tolist()
    assert {rows[at] for at in kept} == unbeaten(set(rows))
    assert len({rows[at] for at in kept}) == len(kept)
    assert all(rows.index(rows[at]) == at for at in kept), "of equal rows the first"


@settings(deadline=None)
@given(ROWS, st.data())
def test_a_staircase_beats_what_a_known_row_beats(rows: list[tuple[int, ...]], data: st.DataObject) -> None:
    bounds = data.draw(st.lists(st.tuples(*[st.integers(-60, 60)] * len(rows[0])), min_size=1, max_size=60))
    stairs = Staircase(np.array(rows, dtype=np.int64))
    told = stairs.beats(np.array(bounds, dtype=np.int64).T)
    wanted = [any(all(a >= b for a, b in zip(row, bound, strict=True)) for row in rows) for bound in bounds]
    assert told.tolist() == wanted
    assert beaten(np.array(bounds), np.array(rows)).tolist() == wanted


def test_an_empty_staircase_beats_nothing() -> None:
    stairs = Staircase(np.zeros((0, 4), dtype=np.int64))
    assert not stairs.beats(np.zeros((4, 3), dtype=np.int64)).any()


@pytest.mark.parametrize("seed", range(5))
def test_sums_that_nothing_beats_are_found_clause_by_clause(seed: int) -> None:
    roll = np.random.default_rng(seed)
    tables = [roll.integers(0, 30, (3, 4)) for _ in range(5)]
    sums: set[tuple[int, ...]] = {(0, 0, 0, 0)}
    for table in tables:
        sums = {tuple(a + b for a, b in zip(one, row, strict=True)) for one in sums for row in table.tolist()}
    assert {tuple(row) for row in additive(tables).tolist()} == unbeaten(sums)
