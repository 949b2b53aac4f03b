"""Levers at the table: payments, pressure, deadlines, polls, leaks (T7.6 to T7.11). Never the text itself."""
