"""Legal moves as players handle them: finding a box, filling its slots, chance of their own. Never an opinion."""
