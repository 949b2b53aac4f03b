"""Many matches at once: batches, the balance card, what-if. Never a single match for a person, never a window."""
