"""The window, driven by keys over real matches."""
