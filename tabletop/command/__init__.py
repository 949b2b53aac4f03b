"""The command line, the only room that knows everyone. Never a rule, a sentence of the game or a widget."""
