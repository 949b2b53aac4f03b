"""Stores: what is acknowledged stays, what is torn is dropped, what is broken is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.errors import JournalBroken, JournalError, JournalTooNew
from tabletop.game.records import events as e
from tabletop.game.records import moves as m
from tabletop.game.records.sentence import Sentence
from tabletop.journal.entry import VERSION, Entry, Header
from tabletop.journal.reader import read
from tabletop.journal.store import FileStore, MemoryStore, Store, create, reopen
from tabletop.vocabulary import RULESET

HEADER = Header(
    package="0",
    ruleset=RULESET,
    scenario="minimal",
    board="d",
    files={"scenario.yaml": "id: minimal"},
    format="class",
    door="standard",
    open_sittings=False,
    seed=7,
    seating={"a": "person", "b": "hard"},
    at="2026-02-01T00:00:00.000Z",
)


def entry(seq: int, words: str = "a word", at: str = "", cid: str = "") -> Entry:
    draws = ((f"1.1.0/poll/a/{seq}", 6, seq % 6),)
    said = e.Said(seat="a", to="all", words=words, how="say", rule="T6.5")
    tuples = e.TalksSet(seen=1, field="until", to=("", "truce"))
    return Entry(
        seq,
        "a",
        m.Say("all", words),
        draws,
        (said, tuples),
        Sentence("draft.yes", {"gain": "+1.0"}),
        "",
        at,
        cid,
    )


def filled(path: Path, count: int = 4) -> FileStore:
    store = create(path, HEADER)
    for seq in range(1, count + 1):
        store.append(entry(seq))
    return store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "match.journal.jsonl"


def test_what_was_written_is_read_back(path: Path) -> None:
    store = filled(path)
    journal = read(path)
    assert journal.header == HEADER
    assert journal.entries == tuple(entry(seq) for seq in range(1, 5)) == store.since(0)
    assert journal.notice == ""


def test_typed_words_come_back_as_they_were(path: Path) -> None:
    words = '\u0421\u043b\u043e\u0432\u043e [b]"\\ \U0001f600'
    create(path, HEADER).append(entry(1, words))
    assert read(path).entries == (entry(1, words),)


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_torn_last_line_is_dropped_with_a_notice_and_the_match_goes_on(path: Path, kept: int) -> None:
    filled(path, kept + 1)
    data = path.read_bytes()
    start = data.rindex(b"\n", 0, len(data) - 1) + 1
    for cut in (start + 1, (start + len(data)) // 2, len(data) - 2):
        path.write_bytes(data[:cut])
        journal = read(path)
        assert len(journal.entries) == kept
        assert "dropped" in journal.notice
        store = reopen(path)
        store.append(entry(kept + 1))
        assert path.read_bytes() == data


def test_a_last_line_that_lost_only_its_end_is_kept(path: Path) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(data[:-1])
    journal = read(path)
    assert len(journal.entries) == 4
    assert journal.notice == ""
    reopen(path).append(entry(5))
    assert path.read_bytes().startswith(data)
    assert len(read(path).entries) == 5


@pytest.mark.parametrize("after", [b"\n", b"\n\n\n", b"  \n", b"\r\n", b"   "])
def test_blank_lines_at_the_end_are_passed_over_and_the_match_goes_on(path: Path, after: bytes) -> None:
    filled(path)
    data = path.read_bytes()
    path.write_bytes(data + after)
    journal = read(path)
    assert len(journal.entries) == 4
    assert journal.notice == ""
    reopen(path).append(entry(5))
    assert path.read_bytes().startswith(data + b"{")
    assert len(read(path).entries) == 5


@pytest.mark.parametrize("after", [b"", b"\n\n"])
def test_a_blank_line_between_entries_is_a_break(path: Path, after: bytes) -> None:
    filled(path)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], b"", *lines[2:]]) + after)
    with pytest.raises(JournalBroken, match="line 3"):
        read(path)


def test_a_break_in_the_middle_names_line_and_entry(path: Path) -> None:
    filled(path)
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2][: len(lines[2]) // 2]
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(JournalBroken, match=r"line 3 \(entry 2\): the line is damaged"):
        read(path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda lines: lines.pop(2), r"line 3 \(entry 2\): the line is entry 3"),
        (lambda lines: lines.insert(2, lines[1]), r"line 3 \(entry 2\): the line is entry 1"),
        (
            lambda lines: lines.__setitem__(3, lines[3].replace(b"a word", b"another")),
            r"line 4 \(entry 3\): the entry was changed",
        ),
        (
            lambda lines: lines.__setitem__(4, lines[4].replace(b"a word", b"another")),
            r"line 5 \(entry 4\): the entry was changed",
        ),
        (
            lambda lines: lines.__setitem__(0, lines[0].replace(b'"seed":7', b'"seed":8')),
            "line 1: the header",
        ),
        (lambda lines: lines.__setitem__(0, b"not a header"), "line 1: this is not the header"),
        (lambda lines: lines.__setitem__(0, b"[]"), "line 1: this is not the header"),
    ],
)
def test_what_was_changed_is_named(path: Path, change: object, told: str) -> None:
    filled(path)
    lines = path.read_bytes().split(b"\n")
    assert callable(change)
    change(lines)
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(JournalBroken, match=told):
        read(path)


def test_an_entry_from_another_match_does_not_follow(path: Path, tmp_path: Path) -> None:
    filled(path)
    other = tmp_path / "other.jsonl"
    store = create(other, replace(HEADER, seed=8))
    for seq in range(1, 5):
        store.append(entry(seq))
    mine, theirs = path.read_bytes().split(b"\n"), other.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*mine[:3], *theirs[3:]]))
    with pytest.raises(JournalBroken, match=r"entry 3\): the entry does not follow"):
        read(path)


def test_a_later_form_is_refused_before_anything_else(path: Path) -> None:
    filled(path)
    lines = path.read_bytes().split(b"\n")
    header = json.loads(lines[0])
    header.update(version=VERSION + 1, unheard_of=[])
    path.write_bytes(b"\n".join([json.dumps(header).encode(), *lines[1:]]))
    with pytest.raises(JournalTooNew, match=f"form {VERSION + 1}"):
        read(path)


@pytest.mark.parametrize("content", [b"", b"\n", b"{}", b'{"version":true}\n', b"\xff\xfe\x00\n"])
def test_what_is_no_journal_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(JournalBroken):
        read(path)


def test_a_missing_file_and_an_existing_one(path: Path) -> None:
    with pytest.raises(JournalError, match="could not be read"):
        read(path)
    filled(path)
    with pytest.raises(JournalError, match="exists already"):
        create(path, HEADER)


STORES: dict[str, Callable[[Path], Store]] = {
    "file": lambda path: create(path, HEADER),
    "memory": lambda _path: MemoryStore(HEADER),
}
"""Every store there is, empty: all keep one contract."""


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, path: Path) -> Store:
    return STORES[request.param](path)


def test_a_store_takes_an_entry_at_its_place_alone(store: Store) -> None:
    store.append(entry(1))
    for wrong in (0, 1, 3):
        with pytest.raises(JournalError, match="holds 1 entries"):
            store.append(entry(wrong))
    store.append(entry(2))
    assert store.since(1) == (entry(2),)


def test_a_store_takes_a_clients_id_once_for_a_seat(store: Store) -> None:
    mine, theirs = entry(1, cid="c1"), replace(entry(2, cid="c1"), seat="b")
    store.append(mine)
    with pytest.raises(JournalError, match="c1 of a already"):
        store.append(entry(2, cid="c1"))
    store.append(theirs)
    assert (store.find("a", "c1"), store.find("b", "c1")) == (mine, theirs)
    assert store.find("a", "c2") is store.find("c", "c1") is None


def test_a_store_finds_nothing_under_no_id(store: Store) -> None:
    store.append(entry(1))
    store.append(entry(2))
    assert store.find("a", "") is None


def test_a_file_opened_again_knows_its_clients(path: Path) -> None:
    create(path, HEADER).append(entry(1, cid="c1"))
    again = reopen(path)
    assert again.find("a", "c1") == entry(1, cid="c1")
    with pytest.raises(JournalError, match="already"):
        again.append(entry(2, cid="c1"))


def test_time_and_clients_stand_beside_the_chain(tmp_path: Path) -> None:
    heads = []
    for run in ("one", "two"):
        store = create(tmp_path / f"{run}.jsonl", replace(HEADER, at=run, names={"a": run}))
        store.append(entry(1, at=run, cid=f"{run}-1"))
        heads.append(read(tmp_path / f"{run}.jsonl").head)
    assert heads[0] == heads[1]
