"""What orders do is told whole: effects on quantities, what is struck, and what a campaign adds to the fortnight."""

import pytest

from tabletop.words.language.voice import Voice
from tabletop.words.sentences.orders import order_effects
from tests.game.doubt_rig import board
from tests.report.reading import words


def told(seat: str, *choices: tuple[str, str]) -> tuple[str, ...]:
    return order_effects(Voice(board(), words(), seat), choices)


@pytest.mark.parametrize(
    ("seat", "choice", "begins"),
    [
        (
            "ukraine",
            ("effort", "drones-air-defence-repair"),
            "Losses inflicted, as claimed (Ukraine): about +",
        ),
        ("ukraine", ("line", "counter-attack"), "Ground taken back by counter-attacks: "),
        ("ukraine", ("long-range", "refineries"), "Strain of the war, felt by both sides: as much again as "),
        ("russia", ("strikes", "energy"), "Power taken from the other side, before its air cover: "),
        ("russia", ("strikes", "energy"), "Launched, about: "),
        ("russia", ("strikes", "energy"), "strikes: "),
        ("russia", ("strikes", "energy"), "Air cover (Ukraine): −"),
    ],
)
def test_an_order_says_what_it_adds(seat: str, choice: tuple[str, str], begins: str) -> None:
    assert any(line.startswith(begins) for line in told(seat, choice))


def test_every_campaign_is_told_to_who_may_order_it() -> None:
    at = board()
    assert at.war is not None
    assert len(at.war.campaigns) > 5
    for lever, option in at.war.campaigns:
        (seat,) = (each.id for each in at.seats if lever in each.levers)
        assert told(seat, (lever, option))


def test_orders_add_up_and_an_onlooker_has_none() -> None:
    (alone,) = told("ukraine", ("effort", "drones-drones-air-defence"))[:1]
    assert alone != told("ukraine", ("effort", "drones-air-defence-repair"))[0]
    assert told("observer", ("effort", "drones-drones-air-defence")) == ()
