"""Who plays by itself: a view in, a move out. Never the match, its dice, its journal or another seat's secrets."""
