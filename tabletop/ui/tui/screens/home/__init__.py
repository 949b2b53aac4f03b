"""Before a match: home, first run, set-up, scenarios, settings, learning. Never a view of a seat."""
