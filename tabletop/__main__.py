"""`python -m tabletop` is `tabletop`."""

from tabletop.command.cli import main

main()
