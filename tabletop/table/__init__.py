"""A match being played: seats, dice, clocks and the port that windows use."""
