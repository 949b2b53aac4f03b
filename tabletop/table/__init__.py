"""A match being played: seats, dice, the wall clock, the port that skins hold. Never a rule, never a widget."""
