"""After the signature: home decides, months in force, violations (A4, A5). Never a move at the table."""
