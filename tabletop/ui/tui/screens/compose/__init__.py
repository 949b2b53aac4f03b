"""Making a move: the menu, the form and the second step. Never what a move does."""
