"""What a player thinks: its temper, its view of others, of the war and of texts. Never a move."""
