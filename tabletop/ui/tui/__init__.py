"""The window, on Textual: one seat's view as screens. Never a rule, and nothing of plain mode."""
