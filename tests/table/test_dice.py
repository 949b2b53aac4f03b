"""Dice: a name and a seed give the number, everywhere and always."""

from collections import Counter

from tabletop.game.core.chance import keyed
from tabletop.table.dice import Recorder, stream


def test_the_numbers_of_a_seed_are_pinned() -> None:
    dice = keyed(42)
    assert [dice(f"1.1.0/poll/ukraine/{n}", 6) for n in range(8)] == [4, 3, 1, 0, 2, 2, 1, 4]


def test_a_name_gives_the_same_number_whatever_was_asked_before() -> None:
    one, other = keyed(1), keyed(1)
    for n in range(50):
        one(f"other/{n}", 6)
    assert one("1.0.0/strike/russia/0", 10_000) == other("1.0.0/strike/russia/0", 10_000)


def test_another_seed_or_another_name_is_another_die() -> None:
    names = [f"1.0.0/card/oil/{n}" for n in range(20)]
    assert [keyed(1)(name, 10_000) for name in names] != [keyed(2)(name, 10_000) for name in names]
    assert len({keyed(1)(name, 10_000) for name in names}) > 15


def test_every_side_comes_about_as_often() -> None:
    dice = keyed(3)
    faces = Counter(dice(f"n/{n}", 6) for n in range(6_000))
    assert set(faces) == set(range(6))
    assert all(abs(count - 1_000) < 150 for count in faces.values())


def test_a_recorder_writes_down_what_came() -> None:
    dice = Recorder(keyed(5))
    values = [dice("a", 6), dice("b", 100)]
    assert dice.draws == (("a", 6, values[0]), ("b", 100, values[1]))


def test_streams_of_players_differ_by_seat_place_and_count_and_hide_the_seed() -> None:
    keys = {stream(9, seat, place, n) for seat in ("a", "b") for place in ("1.1.0", "1.2.0") for n in (0, 1)}
    assert len(keys) == 8
    assert stream(9, "a", "1.1.0", 0) != stream(10, "a", "1.1.0", 0)
