"""Plain mode: the same game line by line. Never a widget, and nothing of the window."""
