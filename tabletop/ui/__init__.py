"""Skins over one port: the window, plain mode, and what both share. Never a rule, a die or a match."""
