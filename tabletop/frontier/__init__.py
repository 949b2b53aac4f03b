"""The mathematics of the table: the frontier, points and shares of every final text, exact and in whole numbers.

Everything is said of a `Moment`: what texts are measured by then. No text is sampled: a tree of partial texts is
searched with bounds that never err, and what is left is valued as the game values it.
"""
