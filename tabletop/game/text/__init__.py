"""The text at the table: positions, trades, bridges, consent, drafting (T4, T5, T8). Never who has the floor."""
