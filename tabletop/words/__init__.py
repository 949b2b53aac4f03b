"""How it is said: ids and views into sentences and pages of lines. Never a rule, a widget or a file of a match."""
