"""The parts that screens are made of. Never a screen, and never the match they show."""
