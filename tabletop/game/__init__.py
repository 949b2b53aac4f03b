"""What may happen: the rules, pure. Never a clock, a file, dice of their own, pydantic or a sentence for people."""
