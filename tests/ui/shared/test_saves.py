"""The list of saves is read from the first line alone, and survives whatever lies in the folder."""

import json
import os
from pathlib import Path

from tabletop.ui.shared.saves import list_saves
from tabletop.vocabulary import RULESET


def write(folder: Path, name: str, text: str, age: int) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_000_000 - age, 1_000_000 - age))


def header(**changed: object) -> str:
    plain: dict[str, object] = {
        "scenario": "abu-dhabi-2026",
        "format": "class",
        "seating": {"ukraine": "person", "russia": "hard"},
    }
    return json.dumps(plain | changed)


def test_the_last_played_comes_first_and_only_the_first_line_counts(tmp_path: Path) -> None:
    write(tmp_path, "old.jsonl", header(format="full") + "\nnot json at all", 50)
    write(tmp_path, "new.jsonl", header(), 10)
    assert [save.line for save in list_saves(tmp_path)] == [
        "Abu Dhabi 2026 · class · Ukraine · new",
        "Abu Dhabi 2026 · full · Ukraine · old",
    ]


def test_a_match_of_other_rules_is_marked(tmp_path: Path) -> None:
    write(tmp_path, "old.jsonl", header(ruleset="1.1"), 50)
    write(tmp_path, "new.jsonl", header(ruleset=RULESET), 10)
    new, old = list_saves(tmp_path)
    assert (new.rules, old.rules) == ("", "1.1")
    assert old.line.endswith("rules 1.1: to look back at")
    assert "rules" not in new.line


def test_what_is_no_journal_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "empty.jsonl", "", 0)
    write(tmp_path, "list.jsonl", "[1, 2]", 0)
    write(tmp_path, "torn.jsonl", '{"scenario": "abu', 0)
    write(tmp_path, "other.jsonl", '{"format": "class"}', 0)
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder.jsonl").mkdir()
    assert list_saves(tmp_path) == ()
    assert list_saves(tmp_path / "nowhere") == ()


def test_a_header_cannot_put_control_characters_on_the_screen(tmp_path: Path) -> None:
    write(tmp_path, "evil.jsonl", header(scenario="a\x1b[2J\u202eb", seating={"x\x07": "person"}), 0)
    (save,) = list_saves(tmp_path)
    assert save.line == "A[2jb · class · X · evil"
