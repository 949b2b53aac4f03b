"""What `tabletop frontier` tells."""

from pathlib import Path

from tabletop.api.matches import read_match
from tabletop.api.tools import find_frontier
from tabletop.command.reports.frontier import frontier_lines

JOURNAL = Path(__file__).parents[2] / "journals" / "v1" / "abu-dhabi-2026.journal.jsonl"


def test_every_line_has_its_facts() -> None:
    for card in (find_frontier(door="hard"), read_match(JOURNAL).frontier(30)):
        lines = list(frontier_lines(card))
        assert not any("{" in line or "None" in line for line in lines)
        assert any("Frontier" in line for line in lines)
