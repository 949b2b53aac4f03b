"""The collection of legal moves agrees with the boxes: what is listed is open, what is counted is listed."""

from itertools import product

import pytest

from tabletop.api.legal_moves import LegalMoves, grid_size, grid_terms, values
from tabletop.api.matches import new_match
from tabletop.errors import Refusal
from tabletop.game.records.menu import Grid
from tabletop.game.records.moves import Convene, Pass

NEEDS = ((6, 0, 2), (0, 4, 4))
GRIDS = [
    Grid("terms", ("a", "b", "c"), (7, 6, 14), low, high, needs, without)
    for low, high in ((1, 1), (1, 3), (2, 3), (3, 3))
    for needs in ((), NEEDS[:1], NEEDS)
    for without in ((), ((("a", 0), ("c", 1)), (("b", 1),)))
]


@pytest.mark.parametrize("grid", GRIDS)
def test_a_grid_counts_what_it_takes(grid: Grid) -> None:
    options = [[None, *((clause, bit - 1) for bit in range(5))] for clause in grid.clauses]
    every = {tuple(cell for cell in cells if cell) for cells in product(*options)}
    taken = {terms for terms in every if not grid.misfit(terms)}
    listed = list(grid_terms(grid))
    assert set(listed) == taken
    assert len(listed) == len(taken) == grid_size(grid)


def test_what_is_listed_is_open_and_counted() -> None:
    match = new_match(seed=4, format_id="pop-up")
    seen: set[str] = set()
    while not match.over:
        for seat in match.awaited:
            legal = match.legal_moves(seat)
            for kind in set(legal.kinds) - seen:
                if legal.count(kind) > 3000:
                    continue
                seen.add(kind)
                moves = list(legal.each(kind))
                assert len(moves) == legal.count(kind) > 0
                assert all(move in legal for move in moves)
                if kind != "undo":
                    assert not isinstance(match.preview(seat, moves[-1]), Refusal)
        match.step()
    assert len(seen) > 12


def test_what_is_closed_is_not_in_it_and_says_why() -> None:
    legal = new_match(seats={"ukraine": "person"}, seed=1).legal_moves("ukraine")
    assert Pass() not in legal
    assert Convene() not in legal
    assert "pass" not in legal
    assert legal.closed["pass"].rule == "T3.2"
    assert not set(legal.closed) & set(legal.kinds)
    with pytest.raises(LookupError, match="pass"):
        legal.sample("x", "pass")


def test_a_sample_depends_on_its_key_alone() -> None:
    legal = new_match(seats={"ukraine": "person"}, seed=1).legal_moves("ukraine")
    drawn = [legal.sample(str(key)) for key in range(60)]
    assert drawn == [legal.sample(str(key)) for key in range(60)]
    assert all(move in legal for move in drawn)
    assert {move.kind for move in drawn} == set(legal.kinds)


def test_an_onlooker_has_none() -> None:
    legal = LegalMoves(new_match(seed=1).view("observer"))
    assert not legal
    assert len(legal) == 0
    assert list(legal) == []
    with pytest.raises(LookupError):
        legal.sample("x")


def test_every_slot_has_values() -> None:
    match = new_match(seed=1)
    boxes = match.legal_moves("russia").boxes("orders")
    assert all(next(values(slot)) for box in boxes for slot in box.slots)
