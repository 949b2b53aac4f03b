"""Old journals open for ever: every save that was ever kept folds to its own end, agrees, and can be gone on with."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.errors import Diverged, JournalError
from tabletop.game.records.events import MatchEnded
from tabletop.journal import store
from tabletop.journal.entry import RULESET, VERSION
from tabletop.journal.history import board_of, fold
from tabletop.journal.reader import read
from tabletop.journal.store import reopen
from tabletop.journal.verify import verify
from tabletop.table.match import resume
from tabletop.vocabulary import ENDS
from tabletop.words.sentences.reasons import said

SAVES = sorted(Path(__file__).parent.glob("v*/*.jsonl"))
EARLIER = [path for path in SAVES if path.parent.name != f"v{VERSION}"]


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def outcome(path: Path) -> str:
    """What verifying says."""
    try:
        return f"{verify(path).entries} entries agree"
    except Diverged as error:
        return str(error)


every_save = pytest.mark.parametrize("path", SAVES, ids=named)
every_earlier_save = pytest.mark.parametrize("path", EARLIER, ids=named)


def test_there_is_a_save_of_every_form() -> None:
    assert {path.parent.name for path in SAVES} == {f"v{form}" for form in range(1, VERSION + 1)}


@every_save
def test_an_old_save_folds_to_its_end(path: Path) -> None:
    opened = read(path)
    history = fold(board_of(opened.header), opened.entries)
    ends = [event.how for entry in opened.entries for event in entry.events if isinstance(event, MatchEnded)]
    assert history.state.talks.phase in ENDS
    assert history.state.talks.phase.value == ends[-1]


@every_save
def test_an_old_save_is_verified_as_it_is(path: Path) -> None:
    before, opened = path.read_bytes(), read(path)
    sentence = outcome(path)
    if opened.header.ruleset == RULESET:
        assert sentence == f"{len(opened.entries)} entries agree"
    elif "agree" not in sentence:  # other rules may decide otherwise, and the sentence names both
        assert f"rules {opened.header.ruleset} and is decided again by rules {RULESET}" in sentence
    assert path.read_bytes() == before


@every_save
def test_an_old_save_is_resumed(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    match = resume(copy)
    match.store.close()
    before, after = read(path), read(copy)
    assert (after.written, after.entries) == (VERSION, before.entries)
    assert match.state == fold(match.board, before.entries).state
    kept = copy.with_name(f"{copy.name}.v{before.written}")
    if before.written == VERSION:
        assert not kept.exists()
        assert copy.read_bytes() == path.read_bytes()
    else:
        assert kept.read_bytes() == path.read_bytes()
        assert f"form {VERSION}" in match.notice
        assert kept.name in match.notice
        assert resume(copy).notice.count("form") == 0, "once is enough"


@every_earlier_save
def test_a_match_left_in_the_middle_goes_on(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    lines = path.read_bytes().splitlines(keepends=True)
    copy.write_bytes(b"".join(lines[:41]) + lines[41][:50])
    match = resume(copy)
    assert match.seq >= 40
    assert "dropped" in match.notice
    assert read(copy).entries[:40] == read(path).entries[:40]
    assert read(copy.with_name(f"{copy.name}.v1")).notice


@every_earlier_save
@pytest.mark.parametrize("writes", [0, 1])
def test_stopped_at_any_moment_one_form_or_the_other_is_whole(
    path: Path, tmp_path: Path, writes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, put, done = Path(shutil.copy(path, tmp_path)), store.put, list[Path]()

    def stopping(target: Path, data: bytes) -> None:
        if len(done) == writes:
            target.with_name(f".{target.name}.draft").write_bytes(data[: len(data) // 2])
            raise KeyboardInterrupt
        done.append(target)
        put(target, data)

    monkeypatch.setattr(store, "put", stopping)
    with pytest.raises(KeyboardInterrupt):
        reopen(copy)
    assert copy.read_bytes() == path.read_bytes()
    monkeypatch.undo()
    reopen(copy)
    assert read(copy).entries == read(path).entries
    assert copy.with_name(f"{copy.name}.v1").read_bytes() == path.read_bytes()


@every_earlier_save
def test_another_file_under_the_earlier_name_is_not_lost(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    other = copy.with_name(f"{copy.name}.v1")
    other.write_text("somebody's")
    with pytest.raises(JournalError, match="in the way"):
        reopen(copy)
    assert other.read_text() == "somebody's"
    assert copy.read_bytes() == path.read_bytes()


@every_earlier_save
def test_a_reason_of_form_1_reads_as_it_was_written(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if '"reason":' in line]
    entries = [entry for entry in read(path).entries if entry.reason is not None]
    assert len(lines) == len(entries) > 20
    for line, entry in zip(lines, entries, strict=True):
        assert entry.reason is not None
        assert f'"reason":"{said(entry.reason)}"' in line
    known = [entry for entry in entries if entry.reason is not None and entry.reason.slug]
    assert len(known) > len(entries) * 3 // 4, "the others are wordings of earlier programs, kept as texts"


@every_earlier_save
def test_a_copy_in_the_newest_form_agrees_as_the_old_one_does(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(path, tmp_path))
    reopen(copy).close()
    assert outcome(copy) == outcome(path)


def test_a_journal_of_other_rules_says_so_when_it_comes_out_otherwise(tmp_path: Path) -> None:
    opened = read(SAVES[-1])
    forged = tmp_path / "other-rules.jsonl"
    kept = store.create(forged, replace(opened.header, ruleset="0.9"))
    at = next(place for place, entry in enumerate(opened.entries) if place > 2 and entry.events)
    for place, entry in enumerate(opened.entries):
        kept.append(replace(entry, events=entry.events[:-1]) if place == at else entry)
    with pytest.raises(Diverged, match=rf"played by rules 0\.9 and is decided again by rules {RULESET}"):
        verify(forged)
