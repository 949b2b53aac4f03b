"""Where a seat stands in a match: table, caucus, strike, orders, signing, end. Never another seat's view."""
