"""A scenario compiled for play: integers, tables and places, read-only. Never pydantic, never a file."""
