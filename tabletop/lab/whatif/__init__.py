"""One decision of a match changed, and a band of ways it could have gone on. Never a verdict."""
