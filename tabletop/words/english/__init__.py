"""Every sentence of the game by its slug, in English. Never logic."""
