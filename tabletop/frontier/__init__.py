"""The mathematics of the table: the frontier, points and shares of every final text, exact and in whole numbers.

Everything is said of a `BargainingProblem`: which texts there are at one moment, and what they are measured by. No text
is sampled: a tree of partial texts is searched with bounds that never err, and what is left is valued as the game does.
"""
