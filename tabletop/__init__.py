"""The Remaining Fifth: a negotiation-scenario tabletop game for the terminal."""
