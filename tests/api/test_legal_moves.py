"""The collection of legal moves agrees with the boxes: what is listed is open, what is counted is listed."""

from collections.abc import Callable

import pytest

from tabletop.api.legal_moves import LegalMoves
from tabletop.api.matches import new_match
from tabletop.errors import IllegalMove, Refusal, WrongArgument
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
    with pytest.raises(
        IllegalMove, match=r"'pass' is open \(wrong-phase, rule T3.2\); open are: orders"
    ) as refused:
        legal.sample("x", "pass")
    assert refused.value.refusal == legal.closed["pass"]


def test_a_kind_is_asked_for_by_a_name_there_is() -> None:
    legal = new_match(seats={"ukraine": "person"}, seed=1).legal_moves("ukraine")
    asked: list[Callable[[str], object]] = [
        legal.boxes,
        legal.count,
        legal.each,
        lambda kind: legal.sample("x", kind),
        lambda kind: legal.closed[kind],
    ]
    for ask in asked:
        with pytest.raises(WrongArgument, match=r"no kind of move 'positon'; did you mean position\?"):
            ask("positon")
    with pytest.raises(WrongArgument, match=r"'orders' are not closed: boxes\('orders'\)"):
        _ = legal.closed["orders"]
    assert legal.closed.get("orders") is None


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
    with pytest.raises(IllegalMove, match="not-a-seat"):
        legal.sample("x")
