"""Tempers: how a player concedes, what it accepts and how it behaves. Game values, play-tested.

A temper is a row of numbers; all tempers play by the same code. Points are
hundredths, shares per ten thousand.
"""

from dataclasses import dataclass

STEPS = 100
"""Parts in which time is counted for the concession curves."""


@dataclass(frozen=True, slots=True)
class Temper:
    """A temper.

    Attributes:
        name: Its name on the command line.
        beta: Concession over time, hundredths: under 100 late, above 100 early.
        floor: The least gain it accepts, hundredths of a point.
        honest: Chance of a true answer to a question.
        talkative: Chance that it asks, seeks a caucus or promises when it has nothing better to do.
        vows: Chance of a vow in a sitting.
        proud: Chance of walking out over a strike or over no movement.
        leaves: Chance a round, from round 4, of leaving for good when nothing is in reach.
        care: What it cares for in its orders: by path prefix, weight of a point.
        strike: Weights of its answers to a strike.
        incident: Weights of its answers to an incident in the aftermath.
        keeps: Chance that a fully sincere seat keeps its word in its orders; half of it hangs on sincerity.
        names: From which stated confidence, per cent, it names a side behind a strike; above 100 never.
        truces: Chance that it takes or proposes what is worth having before a text: truces, exchanges of people.
        press: Chance a round of using the press, per ten thousand.
        mirrors: How much it hopes for less when the other has moved, and more when it stands still.
        worn: How far a mediator's patience that runs out moves it on towards its floor, per ten thousand.
        reckons: How much what its orders do to its own alternative counts, per cent.
        loath: From which gain it breaks a text in force, hundredths of a point, if it wants one with all its heart.
    """

    name: str
    beta: int
    floor: int
    honest: int
    talkative: int
    vows: int
    proud: int
    leaves: int
    care: tuple[tuple[str, int], ...]
    strike: tuple[tuple[str, int], ...]
    incident: tuple[tuple[str, int], ...]
    keeps: int
    names: int
    truces: int
    press: int
    mirrors: int
    worn: int
    reckons: int
    loath: int

    def conceded(self, elapsed: int) -> int:
        """How much of its way it has gone at `elapsed` hundredths of the time, per ten thousand."""
        return CURVES[self.name][min(max(elapsed, 0), STEPS)]


TEMPERS: dict[str, Temper] = {
    temper.name: temper
    for temper in (
        Temper(
            "hard", beta=30, floor=100, honest=3_000, talkative=1_500, vows=800, proud=1_500, leaves=5_000,
            care=(("home.audience", 100), ("alliance.patience", 10), ("home.trust", 5)),
            strike=(("condemn", 30), ("protest", 25), ("suspend", 15), ("retaliate", 20), ("go-on", 10),
                    ("deny", 60), ("blame", 35), ("regret", 5)),
            incident=(("answer", 45), ("let-go", 15), ("refer", 25), ("repair", 15)),
            keeps=8_500, names=60, truces=3_500, press=700, mirrors=40, worn=0, reckons=60, loath=120,
        ),
        Temper(
            "patient", beta=50, floor=60, honest=6_000, talkative=2_500, vows=300, proud=400, leaves=0,
            care=(("home.audience", 60), ("alliance.patience", 40), ("home.trust", 30)),
            strike=(("protest", 45), ("go-on", 20), ("condemn", 15), ("truce", 15), ("suspend", 5),
                    ("deny", 50), ("regret", 25), ("blame", 25)),
            incident=(("answer", 20), ("let-go", 25), ("refer", 35), ("repair", 20)),
            keeps=9_500, names=70, truces=8_000, press=0, mirrors=40, worn=2_000, reckons=45, loath=220,
        ),
        Temper(
            "trading", beta=90, floor=40, honest=7_500, talkative=4_000, vows=150, proud=200, leaves=0,
            care=(("home.audience", 50), ("alliance.patience", 60), ("home.trust", 50)),
            strike=(("protest", 40), ("go-on", 25), ("truce", 25), ("condemn", 10),
                    ("deny", 35), ("regret", 45), ("blame", 20)),
            incident=(("answer", 10), ("let-go", 20), ("refer", 40), ("repair", 30)),
            keeps=9_500, names=90, truces=9_500, press=0, mirrors=30, worn=4_000, reckons=35, loath=320,
        ),
        Temper(
            "yielding", beta=160, floor=10, honest=9_000, talkative=3_500, vows=0, proud=0, leaves=0,
            care=(("alliance.patience", 90), ("home.trust", 80), ("home.audience", 30)),
            strike=(("go-on", 50), ("protest", 40), ("truce", 10),
                    ("regret", 75), ("deny", 20), ("blame", 5)),
            incident=(("answer", 5), ("let-go", 35), ("refer", 25), ("repair", 35)),
            keeps=10_000, names=101, truces=10_000, press=0, mirrors=0, worn=6_000, reckons=15, loath=600,
        ),
        Temper(
            "stalling", beta=20, floor=300, honest=2_500, talkative=5_000, vows=300, proud=600, leaves=5_000,
            care=(("home.audience", 80), ("alliance.patience", 50), ("home.trust", 10)),
            strike=(("protest", 40), ("go-on", 25), ("condemn", 20), ("suspend", 15),
                    ("deny", 70), ("blame", 25), ("regret", 5)),
            incident=(("answer", 30), ("let-go", 40), ("refer", 15), ("repair", 15)),
            keeps=7_000, names=70, truces=6_000, press=1_200, mirrors=30, worn=0, reckons=60, loath=150,
        ),
        Temper(
            "search", beta=90, floor=30, honest=6_000, talkative=4_000, vows=0, proud=0, leaves=0,
            care=(),
            strike=(("protest", 40), ("go-on", 40), ("truce", 20),
                    ("deny", 35), ("regret", 50), ("blame", 15)),
            incident=(("answer", 5), ("let-go", 25), ("refer", 40), ("repair", 30)),
            keeps=10_000, names=80, truces=10_000, press=0, mirrors=0, worn=0, reckons=100, loath=220,
        ),
    )
}  # fmt: skip
"""Every temper by name; `search` says how a party behaves that looks ahead, where it does not."""

CURVES: dict[str, tuple[int, ...]] = {
    name: tuple(round(10_000 * (at / STEPS) ** (100 / temper.beta)) for at in range(STEPS + 1))
    for name, temper in TEMPERS.items()
}
"""The concession curves as tables: share of the way gone by hundredths of the time."""
