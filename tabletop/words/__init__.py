"""How it is said: events, moves, refusals and labels as sentences."""
