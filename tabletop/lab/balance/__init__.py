"""The balance card of a scenario: what many matches between bots say about its numbers. Never a rule."""
