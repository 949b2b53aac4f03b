"""The collection of legal moves agrees with the boxes: what is listed is open, what is counted is listed."""

import pytest

from tabletop.api.legal_moves import LegalMoves
from tabletop.api.matches import new_match
from tabletop.errors import Refusal
from tabletop.game.records.moves import Convene, Pass


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
