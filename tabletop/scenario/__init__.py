"""What is given: a scenario as its author wrote it, checked and compiled. Never what happens in play."""
