"""What every sheet shares: a number's type says how many integers of play make one of its unit."""

from tabletop.scenario.sheets.base import Exponent, Percent, Points, Sheet, Worth


class Part(Sheet):
    """A part with a number of each scale, and one without."""

    points: Points
    share: Percent = 12.34
    exponent: Exponent = -0.125
    worth: Worth = 50


def test_numbers_with_a_scale_become_integers_of_play() -> None:
    assert Part(points=-1.5).integers() == {"points": -150, "share": 12_34, "exponent": -125}
    assert all(type(found) is int for found in Part(points=2).integers().values())
