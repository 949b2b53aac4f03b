"""Texts beside the journal: harmless, whole, one file a seat, and no way out of the folder."""

from pathlib import Path

import pytest

from tabletop.errors import JournalError
from tabletop.table.notes import MOST_LINES, FileNotes, MemoryNotes

JOURNAL = "abu-dhabi-2026-20260131T120000.journal.jsonl"


def test_what_is_kept_is_read_again_by_its_seat_alone(tmp_path: Path) -> None:
    shelf = FileNotes(tmp_path / JOURNAL, "ukraine")
    assert shelf.read("notes") == ""
    where = shelf.write("notes", "one\n\ntwo\n")
    assert Path(where).name == "abu-dhabi-2026-20260131T120000.ukraine.notes.txt"
    assert shelf.read("notes") == "one\n\ntwo"
    assert FileNotes(tmp_path / JOURNAL, "russia").read("notes") == ""
    assert [path.name for path in tmp_path.iterdir()] == [Path(where).name]


def test_commands_to_a_terminal_are_taken_out_both_ways(tmp_path: Path) -> None:
    shelf = FileNotes(tmp_path / JOURNAL, "us")
    path = Path(shelf.write("notes", "\x1b[31mred\x07\u202e end\nplain"))
    assert path.read_text() == "[31mred end\nplain\n"
    path.write_bytes(b"\x1b]0;title\x07 \xff bytes\n" + b"line\n" * (2 * MOST_LINES))
    read = shelf.read("notes")
    assert "\x1b" not in read
    assert "\x07" not in read
    assert len(read.splitlines()) == MOST_LINES


@pytest.mark.parametrize("name", ["../notes", "a/b", "", ".hidden", "Notes", "x" * 90])
def test_a_name_cannot_leave_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(JournalError):
        FileNotes(tmp_path / JOURNAL, "us").write(name, "text")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_the_old_text(tmp_path: Path) -> None:
    shelf = FileNotes(tmp_path / JOURNAL, "us")
    path = Path(shelf.write("notes", "old"))
    gone = FileNotes(tmp_path / "no-such-folder" / JOURNAL, "us")
    with pytest.raises(JournalError, match="could not be written"):
        gone.write("notes", "new")
    assert path.read_text() == "old\n"
    assert gone.read("notes") == ""


def test_a_match_that_nobody_keeps_has_a_drawer() -> None:
    drawer = MemoryNotes()
    drawer.write("notes", "one\x00")
    assert drawer.read("notes") == "one"
    assert drawer.read("other") == ""
