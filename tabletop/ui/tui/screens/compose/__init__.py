"""Making a move: the menu, the sheet and the second step. Never what a move does."""
