"""A journal in which any one field was changed by hand, with a chain that fits: told with its line, never a fault."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.api.matches import new_match, read_match
from tabletop.api.record import record_lines
from tabletop.errors import TabletopError
from tabletop.game.core.chance import Dice, keyed
from tabletop.journal.digest import chain, digest
from tabletop.journal.entry import BESIDE, played
from tabletop.journal.verify import verify
from tabletop.table.match import resume
from tabletop.table.replaying import open_replay
from tabletop.words.language.voice import Voice

Place = tuple[str | int, ...]
Raw = dict[str, Any]

FREE = {"package", "reason", "voice", "seating"} | BESIDE
"""What nobody can decide again: who wrote it and when, why a bot moved, and who kept a seat."""

MAY_BE: tuple[tuple[Place, object], ...] = ((("version",), 1), (("saw",), ""))
"""What says the same: an older form of the same lines; what was shown may be left out of any entry."""

OTHERS: tuple[object, ...] = (
    *(-1, 0, 1, 7, 99, 10**6, -(2**31), 2**63, 10**400, 0.5, "", "us", "nobody", "war", "\u202e", None, True),
    *([], {}, ["donetsk", 99], [["donetsk", 1]], {"kind": "pass"}, {"kind": "undone"}),
)


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Raw]:
    """The lines of a match of bots up to the middle of its second session."""
    path = tmp_path_factory.mktemp("forged") / "match.journal.jsonl"
    match = new_match(seed=4, format_id="pop-up", journal=path)
    match.play_bots()
    kept = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return kept[:60]


def places(raw: object, here: Place = ()) -> Iterator[Place]:
    """Every place in a line, with those inside it; the scenario's own files are one place each."""
    if here:
        yield here
    if isinstance(raw, dict):
        for key, value in raw.items():
            if here != ("files",) and key not in {"digest", "prev"}:
                yield from places(value, (*here, key))
    elif isinstance(raw, list):
        for index, value in enumerate(raw):
            yield from places(value, (*here, index))


def changed(raw: Any, place: Place, value: object) -> Any:
    """A line with another value at a place."""
    if not place:
        return value
    copy = raw.copy()
    copy[place[0]] = changed(raw[place[0]], place[1:], value)
    return copy


def written(lines: list[Raw], path: Path) -> None:
    """A journal with a chain that fits."""
    header = lines[0] | {"digest": digest(played(lines[0]))}
    out, prev = [header], header["digest"]
    for line in lines[1:]:
        prev, before = chain(prev, played(line)), prev
        out.append(line | {"digest": prev, "prev": before})
    path.write_text("".join(f"{json.dumps(each)}\n" for each in out), encoding="utf-8")


def tried(path: Path) -> dict[str, str]:
    """What each way to a journal says; empty where it finds nothing."""
    found: dict[str, str] = {}
    for name, way in (("resume", resumed), ("verify", verify), ("told", told)):
        try:
            way(path)
        except TabletopError as error:
            found[name] = f"{type(error).__name__}: {error}"
        else:
            found[name] = ""
    return found


def resumed(path: Path) -> None:
    resume(path).store.close()


def told(path: Path) -> None:
    match = read_match(path)
    record_lines(Voice(match.board, match.table.lexicon), match.board, match.entries)
    for seat in open_replay(path).seats:
        past = open_replay(path).past(seat)
        if past.entries:
            past.view(len(past.entries) - 1)
    for seat in match.seats:
        match.view(seat)


def forge(lines: list[Raw], dice: Dice, trial: int, path: Path) -> tuple[int, Place, object] | None:
    """One field of one line changed; None where it came out as it was."""
    at = 0 if trial % 5 == 0 else dice(f"line/{trial}", len(lines) - 1) + 1
    where = [place for place in places(lines[at]) if place[0] not in FREE]
    place = where[dice(f"place/{trial}", len(where))]
    value = OTHERS[dice(f"value/{trial}", len(OTHERS))]
    if trial % 2 and at:  # small changes of numbers and names within the line
        was: Any = lines[at]
        for step in place:
            was = was[step]
        if isinstance(was, int) and not isinstance(was, bool):
            value = was + (1, -1, 2, -7)[dice(f"by/{trial}", 4)]
    forged = changed(lines[at], place, value)
    if forged == lines[at]:  # 0 says what false says
        return None
    written([*lines[:at], forged, *lines[at + 1 :]], path)
    return at, place, value


def fuzz(lines: list[Raw], tmp_path: Path, seed: int, trials: int) -> int:
    count, dice = 0, keyed(seed)
    path = tmp_path / "forged.journal.jsonl"
    for trial in range(trials):
        what = forge(lines, dice, trial, path)
        if what is None:
            continue
        count += 1
        found = tried(path)
        for way in ("resume", "verify"):
            if what[1] == ("ruleset",):  # of other rules nothing is decided again, and none is gone on with
                assert found["resume"]
            elif what[1] == ("files",):  # told by the file in it
                assert "the journal's scenario" in found[way] or "line " in found[way], (what, found)
            elif what[1:] in MAY_BE or (way, what[1]) == ("resume", ("saw",)):
                continue  # what a seat was shown is for `verify`
            else:
                assert "line " in found[way] or "later version" in found[way], (what, found)
    return count


def test_an_honest_journal_agrees(lines: list[Raw], tmp_path: Path) -> None:
    written(lines, tmp_path / "honest.jsonl")
    assert set(tried(tmp_path / "honest.jsonl").values()) == {""}


def test_any_field_changed_by_hand_is_told_with_its_line(lines: list[Raw], tmp_path: Path) -> None:
    assert fuzz(lines, tmp_path, 1, 15) > 12


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_any_field_changed_by_hand_is_told_with_its_line_in_many_trials(
    seed: int, lines: list[Raw], tmp_path: Path
) -> None:
    assert fuzz(lines, tmp_path, seed, 400) > 300
