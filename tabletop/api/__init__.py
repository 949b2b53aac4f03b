"""What a script gets: matches, their legal moves and reports, and the tools beside them. Never a rule or a window."""
