"""From checked sheets to a board and a lexicon. Never a rule of play."""
