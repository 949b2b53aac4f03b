"""Plain mode has the document with red lines, and notes kept beside the journal."""

from pathlib import Path

from tabletop.command.open_match import start
from tabletop.command.plain_session import sit_down
from tabletop.ui.plain.console import Console
from tabletop.ui.shared.setup import PERSON, Setup


def typed(folder: Path, *lines: str) -> str:
    """What plain mode writes while these lines are typed, then the input ends."""
    seats = {
        seat: PERSON if seat == "ukraine" else "trading" for seat in ("ukraine", "russia", "us", "europe")
    }
    written: list[str] = []
    left = iter(lines)
    console = Console(lambda: next((f"{line}\n" for line in left), ""), written.append)
    sit_down(lambda: start(Setup("abu-dhabi-2026", "class", seats, 7), folder), console)
    return "\n".join(written)


def test_the_document_stands_in_brackets(tmp_path: Path) -> None:
    shown = typed(tmp_path, "d")
    assert "2. How long: [open]" in shown
    assert "[Russia: Seven days. The text runs for seven days from a stated hour.]" in shown
    assert "Since your turn" not in shown


def test_notes_are_added_read_and_kept_out_of_the_journal(tmp_path: Path) -> None:
    shown = typed(tmp_path, "n", "k", "watch \x1bthe term", "k", "", "n")
    assert "No notes yet" in shown
    assert shown.split("Notes of your own:")[-1].split("\n")[1] == "  watch the term"
    (notes,) = tmp_path.glob("*.ukraine.notes.txt")
    assert notes.read_text() == "watch the term\n"
    (journal,) = tmp_path.glob("*.jsonl")
    assert "watch the term" not in journal.read_text()


def test_weights_stand_apart_from_public_conditions(tmp_path: Path) -> None:
    shown = typed(tmp_path, "c")
    assert "Yours alone: what weighs most with you:" in shown
    assert shown.index("Conditions against the draft:") < shown.index("Yours alone")
