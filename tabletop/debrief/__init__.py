"""What a match came to, read from its journal. Never anything a seat may see in play."""
