"""Strikes that break into the talks, what each seat is told, estimates (S, I). Never the truth in a view."""
