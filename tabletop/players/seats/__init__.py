"""A seat's turn by its role: party, mediator, outside. Never how a text is valued."""
