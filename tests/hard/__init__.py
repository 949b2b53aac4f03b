"""Nothing outside can hurt a match: hard terminals, fuzzed with a seed."""
