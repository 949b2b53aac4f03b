"""Many texts valued in one call, in NumPy. Never a choice among them."""
