"""The frame every screen stands in: keys, themes, the least size, the palette. Never a screen or a match."""
