"""The figures in play: where each comes from, over time and on the map. Never how they are drawn."""
