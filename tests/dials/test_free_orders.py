"""No order is free: each is worse than another of its lever in something that the rules name."""

from itertools import permutations

import pytest

from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.levers import LeverOption

TALKS = {"alliance.patience": 1}

WANTS: dict[str, dict[str, int]] = {
    "ukraine": TALKS | {
        "home.audience.ukraine": 1, "home.trust.russia.ukraine": 1, "alliance.support": 1, "war.air_cover": 1,
        "war.grid": 1, "war.force.ukraine": 1, "war.lethality.ukraine": 1, "war.momentum": -1, "war.headroom": -1,
        "points": 1, "counter": 1, "strain": -1, "strikes": -1,
    },
    "russia": TALKS | {
        "home.audience.russia": 1, "home.trust.ukraine.russia": 1, "alliance.cohesion": -1, "alliance.support": -1,
        "war.air_cover": -1, "war.momentum": 1, "war.headroom": 1, "war.recruiting": 1, "sector_falls": 1,
        "assault_fails": -1, "hits": 1, "strain": -1, "strikes": -1,
    },
    "us": TALKS | {
        "alliance.attention": 1, "alliance.capital.us": 1, "alliance.cohesion": 1, "alliance.support": 1,
        "war.headroom": -1,
    },
    "europe": TALKS | {
        "alliance.cohesion": 1, "alliance.support": 1, "alliance.force_step": 1, "war.air_cover": 1, "war.grid": 1,
        "war.headroom": -1, "home.audience.ukraine": 1, "home.audience.russia": 1,
    },
}  # fmt: skip
"""What each seat wants more of (1) or less of (-1); a strike is wanted less, since it is laid to whoever sent it."""


@pytest.fixture(scope="module")
def flagship() -> Scenario:
    return open_scenario("abu-dhabi-2026")


def quantities(scenario: Scenario, lever: str, name: str, option: LeverOption) -> dict[str, float]:
    """Everything that the rules say an order does in a fortnight, strike rates among it."""
    war = scenario.rules.war
    assert war is not None
    found = dict(option.effects)
    found["strikes"] = (option.strike.rate or 0) if option.strike else (option.strikes_times or 100) / 100
    tempo = war.tempo.options.get(name) if lever == war.tempo.lever else None
    for sheet in (tempo, war.campaigns.levers.get(lever, {}).get(name)):
        if sheet is not None:
            found |= {key: float(size) for key, size in sheet.model_dump().items()}
    return found


@pytest.mark.parametrize("seat", WANTS)
def test_every_order_is_worse_than_another_of_its_lever_in_something(flagship: Scenario, seat: str) -> None:
    for lever, sheet in flagship.rules.levers.seats[seat].items():
        found = {name: quantities(flagship, lever, name, option) for name, option in sheet.options.items()}
        free = set(found) - {
            name
            for name, other in permutations(found, 2)
            if any(
                sign * (found[other].get(what, 0) - found[name].get(what, 0)) > 0
                for what, sign in WANTS[seat].items()
            )
        }
        assert free == set(), f"{seat}: {lever}"


@pytest.mark.parametrize("seat", WANTS)
def test_no_order_is_worse_than_another_in_everything(flagship: Scenario, seat: str) -> None:
    for lever, sheet in flagship.rules.levers.seats[seat].items():
        found = {name: quantities(flagship, lever, name, option) for name, option in sheet.options.items()}
        for name, other in permutations(found, 2):
            ahead = [
                sign * (found[name].get(what, 0) - found[other].get(what, 0))
                for what, sign in WANTS[seat].items()
            ]
            assert max(ahead) > 0, f"{seat}: {lever}: {name} is nowhere better than {other}"


def test_every_lever_is_looked_at_and_every_effect_has_somebody_who_minds(flagship: Scenario) -> None:
    assert set(WANTS) == set(flagship.rules.levers.seats)
    for seat, levers in flagship.rules.levers.seats.items():
        for sheet in levers.values():
            named = {path for option in sheet.options.values() for path in option.effects}
            minded = {path for wants in WANTS.values() for path in wants} | {
                f"alliance.passing.{party}" for party in WANTS
            }
            assert named <= minded, seat
