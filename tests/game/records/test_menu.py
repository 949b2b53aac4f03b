"""Each slot says itself what it takes, with the code of a refusal for what it does not."""

from itertools import product

import pytest

from tabletop.game.records.menu import Choice, Count, Grid, Levers, Pick, Slot, SlotValue, Words

GRID = Grid(
    "terms",
    ("a", "b", "c", "d"),
    (0b0111, 0b1110, 0, 0b0110),
    2,
    3,
    needs=((0b0100, 0, 0, 0b0100), (0, 0b1000, 0, 0)),
    without=((("a", 1), ("b", 2)),),
)
LEVERS = Levers("levers", (("x", ("p", "q")), ("y", ("r",))))

CASES: list[tuple[Slot, SlotValue, str]] = [
    (Pick("to", ("one", "two")), "two", ""),
    (Pick("to", ("one", "two")), "three", "not-on-the-list"),
    (Choice("paper", (3, 5)), 5, ""),
    (Choice("paper", (3, 5)), 4, "no-such-paper"),
    (Count("rounds", 1, 3, "rounds"), 3, ""),
    (Count("rounds", 1, 3, "rounds"), 0, "out-of-range"),
    (Count("rounds", 1, 3, "rounds"), True, "out-of-range"),
    (Words("words", 5, optional=False), " a ", ""),
    (Words("words", 5, optional=False), "   ", "words-wanted"),
    (Words("words", 5, optional=True), "   ", ""),
    (Words("words", 5, optional=True), "six...", "too-long"),
    (LEVERS, (("x", "q"), ("y", "r")), ""),
    (LEVERS, (("y", "r"), ("x", "q")), "a-lever-is-missing"),
    (LEVERS, (("x", "q"),), "a-lever-is-missing"),
    (LEVERS, (("x", "r"), ("y", "r")), "not-on-the-list"),
    (GRID, (("b", 2), ("d", 1)), ""),
    (GRID, (("a", 1), ("b", 2)), "said-already"),
    (GRID, (("b", 2), ("d", 0)), "each-must-see-the-other-move"),
    (GRID, (("d", 1), ("b", 2)), "clauses-out-of-order"),
    (GRID, (("b", 2), ("b", 2)), "clauses-out-of-order"),
    (GRID, (("a", 1), ("b", 2), ("c", 0)), "option-not-open"),
    (GRID, (("a", 1), ("e", 0)), "no-such-clause"),
    (GRID, (("a", 1),), "too-few-clauses"),
    (GRID, (("a", 1), ("b", 2), ("c", 0), ("d", 1)), "too-many-clauses"),
]


@pytest.mark.parametrize(("slot", "value", "code"), CASES)
def test_a_slot_takes_what_it_offers_and_says_why_not(slot: Slot, value: SlotValue, code: str) -> None:
    assert slot.misfit(value) == code


def test_the_only_value_is_known_where_there_is_but_one() -> None:
    assert Pick("to", ("one",)).only == "one"
    assert Choice("paper", (3,)).only == 3
    assert Count("n", 2, 2, "").only == 2
    assert [slot.only for slot in (Pick("to", ("one", "two")), Count("n", 0, 2, ""), LEVERS, GRID)] == [
        None
    ] * 4


def test_the_rows_of_a_grid_are_its_open_clauses_with_their_options() -> None:
    assert GRID.rows == (("a", (-1, 0, 1)), ("b", (0, 1, 2)), ("d", (0, 1)))


def test_a_need_is_unmet_until_one_of_its_cells_is_chosen() -> None:
    assert GRID.unmet({"b": 2}) == GRID.needs[0]
    assert GRID.unmet({"d": 1}) == GRID.needs[1]
    assert GRID.unmet({"b": 2, "d": 1}) is None


NEEDS = ((6, 0, 2), (0, 4, 4))
SIZED = [
    Grid("terms", ("a", "b", "c"), (7, 6, 14), low, high, needs, without)
    for low, high in ((1, 1), (1, 3), (2, 3), (3, 3))
    for needs in ((), NEEDS[:1], NEEDS)
    for without in ((), ((("a", 0), ("c", 1)), (("b", 1),)))
]


@pytest.mark.parametrize("grid", SIZED)
def test_a_grid_counts_what_it_takes(grid: Grid) -> None:
    options = [[None, *((clause, bit - 1) for bit in range(5))] for clause in grid.clauses]
    every = {tuple(cell for cell in cells if cell) for cells in product(*options)}
    taken = {terms for terms in every if not grid.misfit(terms)}
    listed = list(grid.each())
    assert set(listed) == taken
    assert len(listed) == len(taken) == grid.size


@pytest.mark.parametrize("slot", [*(slot for slot, _, _ in CASES[:14]), GRID], ids=lambda slot: slot.name)
def test_a_slot_lists_as_many_values_as_it_counts_and_takes_them_all(slot: Slot) -> None:
    listed = list(slot.each())
    assert len(listed) == slot.size > 0
    assert not any(slot.misfit(value) for value in listed)
