"""A class at play: many tables of one match, who sits where, and one file that keeps it. Never a rule, never a page."""
