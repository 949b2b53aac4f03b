"""What may happen: the rules, pure and without a clock, files or dice of their own."""
