"""A match in the window: which seat, which room, what comes after a move. Never a rule of the game."""
