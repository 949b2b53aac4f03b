"""What commands print: cards, tables and lines made of results. Never the working out of a result."""
