"""Which language is spoken, how a reader names things, typed words made harmless. Never a sentence of the game."""
