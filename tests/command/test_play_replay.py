"""A match in play, looked at line by line: what is under seal stays there, and no number tells of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.game.records.moves import Orders
from tabletop.table.match import Match


def orders(match: Match, seat: str) -> Orders:
    at = match.board.seats[match.board.seat_index[seat]]
    return Orders(tuple(at.default_orders))


def begun(deal: Callable[..., Match], path: Path, *people: str) -> None:
    """A match in which Ukraine, and everybody else who is a person, has sealed its orders."""
    match = deal(1, path, *people)
    for seat in people:
        match.submit(seat, orders(match, seat), match.turn(seat))
    match.store.close()


def test_a_bots_seat_is_refused_until_the_match_is_over(
    deal: Callable[..., Match], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun(deal, tmp_path / "a.jsonl", "ukraine")
    assert run(["replay", str(tmp_path / "a.jsonl"), "--plain", "--seat", "russia"]) == 5
    assert "may be seen from observer, ukraine" in capsys.readouterr().err
    assert run(["replay", str(tmp_path / "a.jsonl"), "--plain", "--seat", "ukraine"]) == 0
    assert "You sealed orders" in capsys.readouterr().out


def test_of_several_people_none_is_laid_open(
    deal: Callable[..., Match], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun(deal, tmp_path / "a.jsonl", "ukraine", "russia")
    for seat in ("ukraine", "russia"):
        assert run(["replay", str(tmp_path / "a.jsonl"), "--plain", "--seat", seat]) == 5
        assert "several people" in capsys.readouterr().err
    assert run(["replay", str(tmp_path / "a.jsonl"), "--plain"]) == 0


def test_an_onlooker_counts_what_it_hears(
    deal: Callable[..., Match], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many orders were sealed before, the next public entry has the next number."""
    numbers = []
    for people in (("ukraine",), ("ukraine", "us", "europe")):
        begun(deal, tmp_path / f"{len(people)}.jsonl", *people)
        assert run(["replay", str(tmp_path / f"{len(people)}.jsonl"), "--plain"]) == 0
        said = capsys.readouterr().out.splitlines()
        numbers.append([int(line[:4]) for line in said if line[:4].strip()])
    assert all(found == list(range(1, len(found) + 1)) for found in numbers)
    assert numbers[0] == numbers[1]
