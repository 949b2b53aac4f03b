"""Looking back at a match, and trying another move in one that is over. Never a move in a live match."""
