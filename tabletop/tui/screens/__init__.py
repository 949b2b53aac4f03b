"""The rooms and pages of the window."""
