"""What is read over a room and closed again: text, clause, record, map, sources, counsel. Never a move."""
