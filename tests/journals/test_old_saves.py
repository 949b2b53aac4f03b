"""Old journals open for ever: every save that was ever kept folds to its own end and is replayed and reported; one of
other rules says so wherever something would be decided again.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.api.matches import open_match, read_match
from tabletop.command.cli import run
from tabletop.command.report import report_lines
from tabletop.errors import Diverged, JournalBroken, JournalError, OtherRules
from tabletop.game.records.events import MatchEnded
from tabletop.game.records.moves import Pass
from tabletop.game.records.sentence import Sentence
from tabletop.journal import store
from tabletop.journal.entry import VERSION, Entry
from tabletop.journal.history import board_of, fold
from tabletop.journal.migrations import FORM_1_REASONS
from tabletop.journal.reader import read
from tabletop.journal.store import create, reopen
from tabletop.journal.verify import verify
from tabletop.lab.whatif.band import whatif
from tabletop.table.replaying import open_replay
from tabletop.vocabulary import ENDS, RULESET
from tests.journals import SAVES, named, under_present_rules, unpacked

OTHERS = ("1.0", "1.1", "2.0", "2.1")
"""The versions of the rules that were released before the present one."""


@pytest.fixture(scope="module", params=SAVES, ids=named)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A save as it was kept, to be read only."""
    kept: Path = request.param
    return unpacked(kept, tmp_path_factory.mktemp(kept.parent.name))


@pytest.fixture(params=[each for each in SAVES if each.parent.name != f"v{VERSION}"], ids=named)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A journal of an earlier form that may go on: as if it had been played by the present rules."""
    kept: Path = request.param
    return under_present_rules(unpacked(kept, tmp_path))


def test_there_is_a_save_of_every_form_and_of_all_other_rules(tmp_path: Path) -> None:
    assert {each.parent.name for each in SAVES} == {f"v{form}" for form in range(1, VERSION + 1)}
    assert {read(unpacked(each, tmp_path)).header.ruleset for each in SAVES} == set(OTHERS)


def test_an_old_save_folds_to_its_end(path: Path) -> None:
    opened = read(path)
    history = fold(board_of(opened.header), opened.entries)
    ends = [event.how for entry in opened.entries for event in entry.events if isinstance(event, MatchEnded)]
    assert history.state.talks.phase in ENDS
    assert history.state.talks.phase.value == ends[-1]


def test_of_other_rules_the_chain_is_checked_and_nothing_is_judged(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, opened = path.read_bytes(), read(path)
    verdict = verify(path)
    assert (verdict.rules, verdict.ruleset) == ("other", opened.header.ruleset)
    assert (verdict.entries, verdict.draws, verdict.digests) == (len(opened.entries), 0, 0)
    assert verdict.end in {end.value for end in ENDS}
    assert run(["verify", str(path)]) == 0
    assert f"decided under rules {opened.header.ruleset}, not judged again" in capsys.readouterr().out
    assert run(["verify", "--json", str(path)]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["rules"], told["agrees"]) == ("other", None)
    assert path.read_bytes() == before


def test_of_other_rules_a_changed_line_is_found(path: Path, tmp_path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    forged = tmp_path / path.name
    forged.write_bytes(b"".join([*lines[:5], *lines[6:]]))
    with pytest.raises(JournalBroken, match="line 6"):
        verify(forged)
    assert run(["verify", str(forged)]) == 4


def test_of_other_rules_it_is_replayed_and_reported(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recording = open_replay(path)
    for seat in recording.seats:
        past = recording.past(seat)
        assert past.entries
        assert past.view(len(past.entries) - 1).legal.boxes == ()
    first, *others = report_lines(path, "observer")
    assert f"decided under rules {read(path).header.ruleset}" in first
    assert len(others) > 5
    assert run(["replay", "--plain", str(path)]) == 0
    told = capsys.readouterr()
    assert told.out.count("\n") > 20
    assert f"decided under rules {read(path).header.ruleset}" in told.err


def test_of_other_rules_nothing_goes_on(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    with pytest.raises(OtherRules, match=r"tabletop replay.*tabletop report.*tabletop verify") as raised:
        open_match(path)
    assert (raised.value.played, raised.value.ours) == (read(path).header.ruleset, RULESET)
    assert run(["resume", "--plain", str(path)]) == 4
    assert "cannot be gone on with" in capsys.readouterr().err
    entry = next(each for each in read(path).entries if each.seat == "ukraine" or each.seq > 3)
    with pytest.raises(OtherRules):
        whatif(path, entry.seq, "pass", 2, {})
    assert run(["whatif", str(path), "--at", str(entry.seq), "--move", "pass"]) == 4
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_match_of_other_rules_that_was_left_in_the_middle_opens_nothing(path: Path, tmp_path: Path) -> None:
    cut = tmp_path / path.name
    cut.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:21]))
    match = read_match(cut)
    seat = next(iter(match.seats))
    assert not match.over
    assert f"decided under rules {match.table.store.header.ruleset}" in match.notice
    assert match.view(seat).legal.boxes == ()
    for refused in (
        lambda: match.submit(seat, Pass()),
        lambda: match.preview(seat, Pass()),
        match.play_bots,
        match.fork,
        lambda: match.fork(5),
    ):
        with pytest.raises(OtherRules):
            refused()
    assert len(match.entries) == 20


def test_a_save_of_an_earlier_form_is_written_anew_once(earlier: Path) -> None:
    before, whole = read(earlier), earlier.read_bytes()
    opened = reopen(earlier)
    opened.close()
    after = read(earlier)
    assert (after.written, after.entries) == (VERSION, before.entries)
    assert earlier.with_name(f"{earlier.name}.v{before.written}").read_bytes() == whole
    assert f"form {VERSION}" in opened.notice
    again = reopen(earlier)
    again.close()
    assert "form" not in again.notice, "once is enough"


def test_one_left_in_the_middle_goes_on(earlier: Path) -> None:
    entries = read(earlier).entries
    lines = earlier.read_bytes().splitlines(keepends=True)
    earlier.write_bytes(b"".join(lines[:41]) + lines[41][:50])
    opened = reopen(earlier)
    assert "dropped" in opened.notice
    opened.append(entries[40])
    opened.close()
    assert read(earlier).entries == entries[:41]
    assert read(earlier.with_name(f"{earlier.name}.v1")).notice


@pytest.mark.parametrize("writes", [0, 1])
def test_stopped_at_any_moment_one_form_or_the_other_is_whole(
    earlier: Path, writes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, entries, put, done = earlier.read_bytes(), read(earlier).entries, store.put, list[Path]()

    def stopping(target: Path, data: bytes) -> None:
        if len(done) == writes:
            target.with_name(f".{target.name}.draft").write_bytes(data[: len(data) // 2])
            raise KeyboardInterrupt
        done.append(target)
        put(target, data)

    monkeypatch.setattr(store, "put", stopping)
    with pytest.raises(KeyboardInterrupt):
        reopen(earlier)
    assert earlier.read_bytes() == whole
    monkeypatch.undo()
    reopen(earlier)
    assert read(earlier).entries == entries
    assert earlier.with_name(f"{earlier.name}.v1").read_bytes() == whole


def test_another_file_under_the_earlier_name_is_not_lost(earlier: Path) -> None:
    whole = earlier.read_bytes()
    other = earlier.with_name(f"{earlier.name}.v1")
    other.write_text("somebody's")
    with pytest.raises(JournalError, match="in the way"):
        reopen(earlier)
    assert other.read_text() == "somebody's"
    assert earlier.read_bytes() == whole


def test_a_reason_of_form_1_is_read_whole_and_told_in_the_words_of_today(earlier: Path) -> None:
    lines = [line for line in earlier.read_text(encoding="utf-8").splitlines() if '"reason":' in line]
    entries = [entry for entry in read(earlier).entries if entry.reason is not None]
    assert len(lines) == len(entries) > 20
    for line, entry in zip(lines, entries, strict=True):
        assert entry.reason is not None
        assert json.loads(line)["reason"] == as_it_was(entry.reason)
    known = [entry for entry in entries if entry.reason is not None and entry.reason.slug]
    assert len(known) > len(entries) * 3 // 4, "the others are wordings of earlier programs, kept as texts"


def as_it_was(reason: Sentence) -> str:
    """A reason in the words of form 1, which later wordings do not change."""
    frozen = json.loads(FORM_1_REASONS.read_text(encoding="utf-8"))["reasons"]
    return frozen[reason.slug].format(**reason.facts) if reason.slug else reason.facts["text"]


def test_the_same_forgery_is_judged_by_the_rules_it_names(path: Path, tmp_path: Path) -> None:
    """Of other rules only the chain counts, and a forger made one that fits; ours find an event missing."""
    opened = read(path)
    place = next(at for at, entry in enumerate(opened.entries) if at > 2 and entry.events)

    def forged(name: str, ruleset: str) -> Path:
        kept = create(tmp_path / name, replace(opened.header, ruleset=ruleset))
        for at, entry in enumerate(opened.entries):
            kept.append(_shorter(entry) if at == place else entry)
        kept.close()
        return tmp_path / name

    assert verify(forged("other.jsonl", "0.9")).rules == "other"
    with pytest.raises(Diverged):
        verify(forged("same.jsonl", RULESET))


def _shorter(entry: Entry) -> Entry:
    return replace(entry, events=entry.events[:-1])
