"""Arms and trials for the tests of the balance card."""

from pathlib import Path

from tabletop.lab.balance.trial import Arm, Trial

MINIMAL = str(Path(__file__).parents[2] / "scenario" / "minimal")
FLAGSHIP = "abu-dhabi-2026"
SEATS = ("ukraine", "russia", "us", "europe")


def arm(name: str = "mixed", *, searched: bool = False) -> Arm:
    """An arm of the flagship's shortest format, told apart by Russia's temper."""
    tempers = tuple((seat, name if seat == "russia" else "mixed") for seat in SEATS)
    return Arm(FLAGSHIP, "pop-up", "open", tempers, searched=searched)


def trial(arm: Arm, seed: int, own: int = 0, *, signed: bool = False, doors: tuple[int, ...] = ()) -> Trial:
    """A trial in which Russia has `own` hundredths of a point and the others nothing."""
    values = {seat: own if seat == "russia" else 0 for seat in SEATS}
    return Trial(
        arm, seed, values, dict.fromkeys(SEATS, 0), signed, "held" if signed else "expired", 4, 1, doors
    )
