"""What did happen: entries, chain, stores, replay, verification. Never a rule of its own."""
