"""From bytes to plain data with the place of every part. Never what a key means."""
