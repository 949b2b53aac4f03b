"""A page of lines for one reader: text, conditions, war, theatre, ledger. Never how it is drawn."""
