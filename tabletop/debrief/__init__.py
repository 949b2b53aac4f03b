"""What a match came to, from its journal: results side by side, and what was left on the table."""
