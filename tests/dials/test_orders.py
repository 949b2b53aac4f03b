"""Every order moves something, the way its name says: the same seeds, with it and with another in its place."""

from collections import Counter
from itertools import pairwise

import pytest

from tabletop.game.records.events import StrikeReported
from tabletop.game.strikes.strikes import maybe_strike
from tests.dials.fortnight import EVERY, LUCKY, moved, sitting
from tests.game.worlds import board

LUCK = frozenset(
    {"war.momentum", "war.held", "war.ground", "war.force.russia", "home.audience.ukraine"}
    | {"home.alternative.ukraine", "home.alternative.russia"}
)
"""Where luck is in it the mean over the seeds must have the direction, elsewhere every seed."""

Row = tuple[str, str, str, str, str, str]

SAID: tuple[Row, ...] = (
    # seat, lever, option, the option it is held against, what rises, what falls
    ("russia", "tempo", "hold", "press", "war.force.russia trust patience home.alternative.ukraine",
     "war.lost.russia war.lost.ukraine war.momentum war.held war.ground war.strain home.audience.russia"),
    ("russia", "tempo", "probe", "press", "war.force.russia trust patience",
     "war.lost.russia war.lost.ukraine war.momentum war.held war.ground war.strain home.audience.russia"),
    ("russia", "tempo", "press", "probe", "war.lost.russia war.lost.ukraine war.momentum war.ground war.strain",
     "war.force.russia trust patience"),
    ("russia", "tempo", "surge", "press",
     "war.lost.russia war.lost.ukraine war.momentum war.held war.ground war.strain",
     "war.force.russia trust patience home.audience.russia home.audience.ukraine home.alternative.ukraine"),
    ("russia", "strikes", "none", "mixed",
     "war.grid war.air_cover trust patience home.audience.ukraine home.alternative.ukraine",
     "strike.russia home.audience.russia alliance.cohesion"),
    ("russia", "strikes", "military", "mixed", "war.grid war.air_cover trust patience home.audience.ukraine",
     "strike.russia home.audience.russia alliance.cohesion"),
    ("russia", "strikes", "mixed", "military", "strike.russia home.audience.russia alliance.cohesion",
     "war.grid war.air_cover trust patience home.audience.ukraine"),
    ("russia", "strikes", "energy", "mixed",
     "strike.russia alliance.cohesion alliance.support war.strain",
     "war.grid war.air_cover trust patience home.audience.ukraine"),
    ("russia", "recruitment", "normal", "bonus", "war.headroom", "war.recruiting war.joined.russia"),
    ("russia", "recruitment", "bonus", "normal",
     "war.recruiting war.joined.russia war.force.russia home.alternative.russia", "war.headroom"),
    ("russia", "recruitment", "coercion", "normal",
     "war.recruiting war.joined.russia war.force.russia home.alternative.russia",
     "war.headroom home.audience.russia text.ratified"),
    ("russia", "restraint", "no", "yes", "strike.russia home.audience.russia", "trust patience"),
    ("russia", "restraint", "yes", "no", "trust patience", "strike.russia home.audience.russia"),
    ("ukraine", "long-range", "none", "military",
     "home.trust.russia.ukraine patience war.momentum", "strike.ukraine home.audience.ukraine"),
    ("ukraine", "long-range", "military", "none",
     "strike.ukraine home.audience.ukraine", "home.trust.russia.ukraine patience war.momentum"),
    ("ukraine", "long-range", "refineries", "military",
     "strike.ukraine home.audience.ukraine home.audience.russia war.strain war.momentum",
     "war.headroom home.trust.russia.ukraine patience alliance.support"),
    ("ukraine", "call-up", "as-now", "wider", "home.audience.ukraine", "war.force.ukraine"),
    ("ukraine", "call-up", "wider", "as-now", "war.force.ukraine home.alternative.ukraine",
     "home.audience.ukraine text.ratified"),
    ("ukraine", "call-up", "widest", "wider", "war.force.ukraine home.alternative.ukraine",
     "home.audience.ukraine text.ratified"),
    ("ukraine", "line", "hold", "counter-attack",
     "war.ground war.held war.momentum war.force.ukraine war.lethality.ukraine war.lost.russia home.audience.ukraine",
     "alliance.support"),
    ("ukraine", "line", "counter-attack", "hold", "alliance.support",
     "war.ground war.held war.momentum war.force.ukraine war.lethality.ukraine home.audience.ukraine text.ratified"),
    ("us", "aid", "cut", "hold",
     "alliance.attention alliance.capital.us alliance.passing.ukraine home.alternative.russia",
     "alliance.support alliance.cohesion home.alternative.ukraine text.survival"),
    ("us", "aid", "hold", "raise", "alliance.attention alliance.capital.us home.alternative.russia",
     "alliance.support alliance.cohesion home.alternative.ukraine"),
    ("us", "aid", "raise", "hold", "alliance.support alliance.cohesion home.alternative.ukraine",
     "alliance.attention alliance.capital.us home.alternative.russia"),
    # A text is carried likelier or not: Moscow's circle likes it, the Union's members are divided by it.
    ("us", "sanctions", "ease", "hold",
     "war.headroom alliance.attention home.audience.russia patience home.alternative.russia",
     "alliance.cohesion home.alternative.ukraine"),
    ("us", "sanctions", "hold", "tighten",
     "war.headroom alliance.attention home.audience.russia patience alliance.capital.us",
     "home.alternative.ukraine"),
    ("us", "sanctions", "tighten", "hold", "home.alternative.ukraine",
     "war.headroom alliance.attention home.audience.russia patience alliance.capital.us home.alternative.russia"),
    ("us", "focus", "low", "mid", "alliance.capital.us",
     "alliance.attention patience text.credibility text.survival"),
    ("us", "focus", "mid", "low", "alliance.attention patience text.credibility", "alliance.capital.us"),
    ("us", "focus", "high", "mid", "alliance.attention patience text.credibility text.survival",
     "alliance.capital.us"),
    *(
        row
        for point in ("first", "second")
        for row in (
            ("europe", point, "interceptors", "voice", "war.air_cover war.grid home.alternative.ukraine",
             "alliance.cohesion"),
            ("europe", point, "generators", "voice",
             "war.grid home.audience.ukraine home.alternative.ukraine", "alliance.cohesion"),
            ("europe", point, "money", "voice", "alliance.support home.alternative.ukraine",
             "alliance.cohesion home.alternative.russia"),
            ("europe", point, "force", "interceptors",
             "alliance.force_step home.audience.ukraine text.credibility text.survival",
             "alliance.cohesion home.audience.russia"),
            ("europe", point, "sanctions", "voice", "home.alternative.ukraine",
             "war.headroom alliance.cohesion home.alternative.russia"),
            ("europe", point, "voice", "interceptors", "alliance.cohesion text.credibility text.survival",
             "war.air_cover"),
        )
    ),
)  # fmt: skip

SHORT = {"trust": "home.trust.ukraine.russia", "patience": "alliance.patience"}

COUNTED = {
    "drones": ("war.lethality.ukraine",),
    "air-defence": ("war.air_cover",),
    "repair": ("war.grid", "home.audience.ukraine"),
    "line": ("war.force.ukraine",),
}
"""What each of the three points of effort is for."""


def sign(value: int) -> int:
    return (value > 0) - (value < 0)


@pytest.mark.parametrize("row", SAID, ids=lambda row: "-".join(row[:3]))
def test_an_order_moves_what_it_says(row: Row) -> None:
    seat, lever, option, instead, rises, falls = row
    found = moved(seat, lever, option, instead)
    for names, way in ((rises, 1), (falls, -1)):
        for short in names.split():
            name = SHORT.get(short, short)
            total, least, most = found[name]
            assert sign(total) == way, (name, total)
            if lever not in LUCKY or name not in LUCK:
                assert sign(least) == sign(most) == way, (name, least, most)


def points(option: str) -> Counter[str]:
    """How many points an effort puts on each line, read off its name."""
    return Counter({name: option.replace("air-defence", "air_defence").split("-").count(name.replace("-", "_"))
                    for name in COUNTED})  # fmt: skip


@pytest.mark.parametrize("option", board().seats[0].levers["effort"])
def test_a_point_of_effort_moves_its_own_line(option: str) -> None:
    """More points on a line than the usual effort has, more of what the line is for; fewer, less."""
    usual = dict(board().seats[0].default_orders)["effort"]
    found = moved("ukraine", "effort", option, usual)
    more = {name: points(option)[name] - points(usual)[name] for name in COUNTED}
    assert sum(points(option).values()) == 3
    for name, moves in COUNTED.items():
        for path in moves:
            if more[name]:
                assert sign(found[path][1]) == sign(found[path][2]) == sign(more[name]), path
    assert sign(found["war.momentum"][0]) == -sign(more["line"])


def test_no_order_is_left_out() -> None:
    told = {(seat, lever, option) for seat, lever, option, *_ in SAID}
    told |= {("ukraine", "effort", option) for option in board().seats[0].levers["effort"]}
    there = {(seat.id, lever, option) for seat in board().seats for lever in seat.levers
             for option in seat.levers[lever]}  # fmt: skip
    assert told == there


@pytest.mark.parametrize(
    ("seat", "lever", "rising"),
    [
        ("russia", "strikes", ("none", "military", "mixed", "energy")),
        ("russia", "restraint", ("yes", "no")),
        ("ukraine", "long-range", ("none", "military", "refineries")),
    ],
)
def test_more_strikes_are_reported_the_harder_the_campaign(
    seat: str, lever: str, rising: tuple[str, ...]
) -> None:
    """Over matched seeds: a strike that a milder order brings, the harder one brings too, and more."""
    struck = [reported(seat, lever, option) for option in rising]
    for milder, harder in pairwise(struck):
        assert milder < harder


def reported(seat: str, lever: str, option: str) -> set[int]:
    """The seeds in which a strike laid to a seat interrupts the session."""
    found: set[int] = set()
    for seed in range(EVERY):
        step = sitting(seed, seat, lever, option)
        maybe_strike(step, 1, 1)
        if any(isinstance(event, StrikeReported) and event.by == seat for event in step.events):
            found.add(seed)
    return found
