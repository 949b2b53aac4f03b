"""News: how the war moves what each party would have without a text (chapter W3).

What everybody expects is in the alternatives already. A driver is taken at the full tempo and without season, so that
neither February nor an attack of the day counts as news; a line is the surprise of one driver against the printed
path, in hundredths of a point, and no line moves an alternative by more than a fixed most. A seat may see every line
of its own. Hope is the part of an alternative that no line shows (V2.3).
"""

import numpy as np

from tabletop.game.war.model import (
    WHOLE,
    Floats,
    Ints,
    World,
    pace_of,
    real,
    recruits_of,
    rounded,
    share,
    whole,
)
from tabletop.scenario.board.war import NewsRules, WarRules

CROSSED = 3
"""W2.9: fortnights running with more losses than recruits that everybody takes for a turn."""

Drivers = dict[str, Ints]
"""By name: square kilometres a month, people, or the state's unit of the quantity."""

Lines = tuple[tuple[str, int], ...]
"""Drivers and what their news is worth to a seat, hundredths of a point."""


def drivers(world: World, rules: WarRules) -> Drivers:
    """What news is made of, now (W3.1).

    `advance` is the gain a month at full tempo in a mean season, with the momentum of now; the outlooks are the forces
    that the flows of now would leave after some months, of which the attacker counts a share of its present force;
    `crossing` is 1 once its losses have passed its recruits for `CROSSED` fortnights running.
    """
    calendar, news = rules.calendar, rules.news
    season = sum(calendar.gain) / len(calendar.gain) / WHOLE
    advance = pace_of(world, rules) * season * (1 + share(world.momentum))
    losses = rules.losses.attacker * share(world.defender_lethality)
    attacker = news.kept / WHOLE * real(world.attacker_force)
    attacker = attacker + news.months * (recruits_of(world, rules) - losses)
    killed = rules.losses.defender * share(world.attacker_lethality)
    defender = real(world.defender_force) + news.months * (rules.intake.defender - killed)
    return {
        "advance": rounded(advance),
        "attacker-outlook": rounded(attacker),
        "defender-outlook": rounded(defender),
        "headroom": world.headroom,
        "support": world.support,
        "air-cover": world.cover,
        "grid": world.grid,
        "held": world.held,
        "strain": world.strain,
        "crossing": whole(world.over >= CROSSED),
    }


def expected(name: str, at: int, rules: NewsRules) -> float:
    """A driver on the expected path at the opening of a round: straight lines, flat outside it (W3.2)."""
    rounds, path = rules.rounds, rules.expected[name]
    if at <= rounds[0]:
        return float(path[0])
    for place in range(1, len(rounds)):
        if at <= rounds[place]:
            span, gone = rounds[place] - rounds[place - 1], at - rounds[place - 1]
            return path[place - 1] + (path[place] - path[place - 1]) * gone / span
    return float(path[-1])


def shift(found: Drivers, at: int, rules: NewsRules) -> dict[int, dict[str, Ints]]:
    """By party and line: what news up to the opening of a round is worth, hundredths of a point (W3.2)."""
    lines: dict[int, dict[str, Ints]] = {}
    for seat, moves in rules.moves.items():
        lines[seat] = {}
        for name, points, per in moves:
            surprise: Floats = real(found[name]) - expected(name, at, rules)
            worth = np.minimum(float(rules.most), np.maximum(-float(rules.most), points * surprise / per))
            lines[seat][name] = rounded(worth)
    return lines


def lines_of(world: World, at: int, rules: WarRules) -> dict[int, Lines]:
    """The lines of each party in one world, as an event carries them (W3.2)."""
    return {
        seat: tuple((name, int(worth)) for name, worth in lines.items())
        for seat, lines in shift(drivers(world, rules), at, rules.news).items()
    }
