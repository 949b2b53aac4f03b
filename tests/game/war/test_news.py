"""What the war does to the alternatives: nothing that everybody expected, and never more than six points a line."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from tabletop.game.war.model import World, fortnight, month_of, whole
from tabletop.game.war.news import drivers, expected, lines_of, shift
from tests.game.worlds import armed, february, orders, rules, usual

UKRAINE, RUSSIA = 0, 1


def points(world: World, at: int) -> dict[int, dict[str, int]]:
    """By party: its lines, hundredths of a point."""
    return {seat: dict(lines) for seat, lines in lines_of(world, at, rules()).items()}


def total(world: World, at: int, seat: int) -> float:
    return sum(points(world, at)[seat].values()) / 100


def run(tempo: int, growth: float, rounds: int, momentum: int = 0) -> World:
    """Fortnights at a tempo with drones that grow by so much a month, and the efforts usual on both sides."""
    world = february()
    for passed in range(rounds):
        world = replace(usual(world), momentum=world.momentum + momentum)
        month = month_of(rules().calendar, passed)
        world = fortnight(world, orders(tempo, month, hits=1_200), {}, rules())
        world = armed(world, growth, passed + 1)
    return world


def test_the_first_day_is_no_news() -> None:
    for lines in points(february(), 1).values():
        assert all(abs(worth) <= 5 for worth in lines.values())


def test_what_everybody_expected_hardly_moves_anything_in_twelve_rounds() -> None:
    """The strain of the path by a tempo of .86, its outlook of the attacker by drones up by .022 a month.

    That is probing and pressing by turns, against a line that is seen to.
    """
    for rounds in range(1, 13):
        world = run(8_600, 0.022, rounds, momentum=-400)
        for seat in (UKRAINE, RUSSIA):
            assert abs(total(world, rounds + 1, seat)) < 1.6, (rounds, seat)


def test_when_losses_outrun_recruits_moscows_alternative_falls_and_kyivs_rises() -> None:
    """At drones that grow by a tenth a month it falls round after round; at a holding tempo it does not."""
    russia = [total(run(11_000, 0.095, rounds), rounds + 1, RUSSIA) for rounds in (1, 2, 3, 4, 5)]
    assert all(later < earlier - 0.5 for earlier, later in pairwise(russia))
    assert russia[-1] < -5
    assert total(run(11_000, 0.095, 5), 6, UKRAINE) > 2
    assert total(run(4_000, 0.0, 5), 6, RUSSIA) > 0


def test_the_season_is_no_news() -> None:
    """A fortnight in June gains more ground than one in March; what it does to the outlook is the same."""
    march, june = (fortnight(february(), orders(10_000, month), {}, rules()) for month in (3, 6))
    assert june.ground > march.ground
    assert drivers(june, rules())["advance"] == drivers(march, rules())["advance"]
    assert drivers(june, rules())["attacker-outlook"] == drivers(march, rules())["attacker-outlook"]


def test_the_signs_are_those_of_the_table() -> None:
    base = points(february(), 1)
    gained = points(february(momentum=30_00), 1)
    assert gained[RUSSIA]["advance"] > base[RUSSIA]["advance"]
    assert gained[UKRAINE]["advance"] < base[UKRAINE]["advance"]
    aided = points(february(support=75_00), 1)
    assert aided[UKRAINE]["support"] == 600
    assert aided[RUSSIA]["support"] == -320
    weary = points(february(strain=50_000), 1)
    assert weary[UKRAINE]["strain"] == -175
    assert weary[RUSSIA]["strain"] == -200


def test_no_line_moves_an_alternative_by_more_than_six_points() -> None:
    extreme = february(
        attacker_force=100_000, defender_force=900_000, headroom=0, support=100_00, cover=100_00, grid=30_000,
        held=100_00, strain=500_000,
    )  # fmt: skip
    for lines in points(extreme, 1).values():
        assert max(map(abs, lines.values())) == 600


@pytest.mark.parametrize(
    ("at", "value"), [(1, 436), (2, 436 - 13 / 3), (4, 423), (7, 406), (12, 392), (13, 390), (20, 390)]
)
def test_the_expected_path_is_straight_between_its_rounds(at: int, value: float) -> None:
    assert expected("advance", at, rules().news) == pytest.approx(value)


def test_many_worlds_at_once_have_the_news_of_each() -> None:
    strains = np.array([0, 20_000, 90_000])
    worlds = replace(
        World(**{name: np.broadcast_to(getattr(february(), name), (3,)) for name in World.__slots__}),
        strain=strains,
    )
    found = shift(drivers(worlds, rules()), 4, rules().news)
    for place, strain in enumerate(strains):
        alone = points(replace(february(), strain=whole(strain)), 4)
        for seat, lines in found.items():
            for name, worth in lines.items():
                assert int(np.broadcast_to(worth, (3,))[place]) == alone[seat][name]
