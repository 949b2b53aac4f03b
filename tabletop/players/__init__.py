"""Who plays by itself: bots that see only their view."""
