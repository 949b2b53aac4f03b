"""Journals that somebody forged: refused with a sentence, or told harmlessly; nothing in them is obeyed."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tabletop.api.record import record_lines
from tabletop.command import open_match
from tabletop.command.plain_session import sit_down
from tabletop.command.report import report_lines
from tabletop.errors import TabletopError
from tabletop.game.records.sentence import Sentence
from tabletop.journal.entry import Entry, Header, encode_entry, encode_header
from tabletop.journal.history import board_of, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.table.replaying import open_replay
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.replay.journal_choice import JournalChoice
from tabletop.ui.tui.screens.replay.replay import Replay
from tabletop.words.language.sanitize import is_safe
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.record_lines import event_line
from tests.ui.plain.test_session import Typist
from tests.ui.plain.test_session import setup as plain_setup
from tests.ui.tui.hostile import HOSTILE, faults, harmless, leave, told
from tests.ui.tui.stories.reach import BY_KEYS
from tests.ui.tui.walk import WIDE, open_window, press, screen_text, settle

Forged = Callable[[Entry], Entry]


def forge(
    source: Path, target: Path, entry: Forged, header: Callable[[Header], Header] = lambda each: each
) -> None:
    """A journal with other entries and a chain that fits them: what somebody with a text editor can make."""
    kept = read(source)
    text, head = encode_header(header(kept.header))
    lines = [text]
    for each in kept.entries:
        text, head = encode_entry(entry(each), head)
        lines.append(text)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short match typed by a script: with things said, protests, reasons of votes, briefings."""
    folder = tmp_path_factory.mktemp("played")
    sit_down(
        lambda: open_match.start(plain_setup(7, "ukraine", form="pop-up"), folder), Typist(3, 4000).console()
    )
    (path,) = folder.glob("*.jsonl")
    return path


def worded(words: str) -> Forged:
    """Every word that a person or a bot gave is another one."""

    def spoken(thing: Any) -> Any:
        return replace(thing, words=words) if getattr(thing, "words", "") else thing

    def entry(each: Entry) -> Entry:
        reason = Sentence("", {"text": words}) if each.reason else None
        return replace(
            each, move=spoken(each.move), events=tuple(map(spoken, each.events)), reason=reason, voice=reason
        )

    return entry


def refused(opened: Callable[[], object]) -> str:
    """The sentence by which something is refused; empty when it is not."""
    try:
        opened()
    except TabletopError as error:
        return str(error) or "without a word"
    return ""


UNSAFE = tuple(name for name, words in HOSTILE.items() if not is_safe(words))
SAFE = tuple(name for name in HOSTILE if name not in UNSAFE)
LENGTHY = frozenset({"long", "marks"})
"""Strings that leave no room for others in a line."""


@pytest.mark.parametrize("name", UNSAFE)
def test_words_that_no_game_writes_are_refused(played: Path, tmp_path: Path, name: str) -> None:
    forged = tmp_path / "forged.journal.jsonl"
    forge(played, forged, worded(HOSTILE[name]))
    sentence = refused(lambda: read(forged))
    assert sentence
    assert not faults(sentence)


@pytest.mark.parametrize(
    "names",
    [tuple(name for name in SAFE if name not in LENGTHY), *((name,) for name in SAFE if name in LENGTHY)],
    ids=lambda names: names[0],
)
def test_other_words_are_told_harmlessly(played: Path, tmp_path: Path, names: tuple[str, ...]) -> None:
    forged = tmp_path / "forged.journal.jsonl"
    forge(played, forged, worded(" ".join(HOSTILE[name] for name in names)))
    kept = read(forged)
    scenario = scenario_of(kept.header)
    board = board_of(kept.header)
    voice = Voice(board, lexicon(scenario), "ukraine")
    lines = [*record_lines(voice, board, kept.entries), *report_lines(forged, "ukraine")]
    for name in names:
        assert any(told(HOSTILE[name]) in line for line in lines), name
    assert not faults("\n".join(lines))


@pytest.mark.parametrize("size", BY_KEYS)
@pytest.mark.slow
async def test_a_forged_journal_is_looked_at_harmlessly(
    played: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    words = " ".join(
        HOSTILE[name] for name in ("closing tag", "link", "braces", "percent", "family", "marks")
    )
    forged = tmp_path / "forged.journal.jsonl"
    forge(played, forged, worded(words))
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.open_replay(str(forged), "ukraine")
        await settle(pilot)
        replay = app.screen
        assert isinstance(replay, Replay), screen_text(app)
        spoken = [
            at for at, each in enumerate(replay.past.entries)
            if any(getattr(event, "words", "") for event in each.events)
        ]  # fmt: skip
        assert spoken
        for at in spoken:
            replay.step = at
            replay.show()
            await settle(pilot)
            assert "[/b]" in harmless(app)
        for key in ("3", "enter", "escape", "t", "escape", "g", "escape", "end"):
            await press(pilot, key)
            harmless(app)
        await leave(pilot, app)


def slots(path: Path) -> list[tuple[str, str]]:
    """Every kind of event of a journal with each of its fields that holds a word."""
    found = {
        (event.kind, field.name)
        for each in read(path).entries
        for event in each.events
        for field in fields(event)
        if isinstance(getattr(event, field.name), str) and field.name not in {"kind", "words"}
    }
    return sorted(found)


def looked_at(path: Path, where: list[tuple[str, str]], ids: str, forged: Path) -> int:
    """Forge each of these fields, one after another; how many of the journals are opened."""
    opened = 0
    for kind, name in where:

        def entry(each: Entry, kind: str = kind, name: str = name) -> Entry:
            other: Any = {name: ids}
            changed = (replace(event, **other) if event.kind == kind else event for event in each.events)
            return replace(each, events=tuple(changed))

        forge(path, forged, entry)
        try:
            past = open_replay(forged).past("ukraine")
            entries = past.entries
        except TabletopError:
            continue
        opened += 1
        voice = Voice(past.board, past.lexicon, "ukraine")
        said = [event_line(voice, event) for each in entries for event in each.events]
        assert not faults("\n".join(said)), (kind, name)
    return opened


@pytest.mark.slow
def test_a_journal_with_forged_ids_is_opened_or_refused_and_nothing_else(
    played: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged.journal.jsonl"
    several = slots(played)[::7]
    assert 0 < looked_at(played, several, "[/b]{seat}%s", forged) < len(several)
    for ids in ("\x1b]52;c;aGk=\x07", "\u202e"):
        assert looked_at(played, several[:3], ids, forged) == 0


@pytest.mark.slow
def test_every_field_of_every_event_can_be_forged_without_a_crash(played: Path, tmp_path: Path) -> None:
    forged = tmp_path / "forged.journal.jsonl"
    every = slots(played)
    assert 0 < looked_at(played, every, "[/b]{seat}%s", forged) < len(every)


HEADERS: dict[str, Callable[[Header, str], Header]] = {
    "scenario": lambda header, words: replace(header, scenario=words),
    "format": lambda header, words: replace(header, format=words),
    "door": lambda header, words: replace(header, door=words),
    "keeper": lambda header, words: replace(header, seating={**header.seating, "russia": words}),
    "seat": lambda header, words: replace(header, seating={**header.seating, words: "person"}),
    "nobody": lambda header, _: replace(header, seating={"ukraine": "person"}),
    "names": lambda header, words: replace(header, names={"ukraine": words}),
    "without": lambda header, words: replace(header, without=(words,)),
    "file": lambda header, words: replace(header, files={**header.files, words: words}),
}


SEVERAL = "".join(HOSTILE[name] for name in ("link", "colours", "clipboard", "override", "braces", "control"))


@pytest.mark.parametrize("name", HEADERS)
def test_a_forged_header_is_refused_or_harmless(played: Path, tmp_path: Path, name: str) -> None:
    forged = tmp_path / "forged.journal.jsonl"
    forge(played, forged, lambda each: each, lambda header: HEADERS[name](header, SEVERAL))
    looked = refused(lambda: open_replay(forged).past("ukraine").entries)
    taken_up = refused(lambda: open_match.resume(str(forged), tmp_path))
    assert bool(looked) is (name not in {"scenario", "keeper", "names"}), looked
    assert bool(taken_up) is (name not in {"nobody", "names"}), taken_up


def _with(change: Callable[[Header, str], Header], header: Header) -> Header:
    """The header with one field that holds several hostile texts."""
    return change(header, SEVERAL)


async def test_forged_journals_and_hostile_file_names_are_lines_of_the_home_screen(
    played: Path, tmp_path: Path
) -> None:
    for name in ("format", "door", "seat"):
        target = tmp_path / f"{name}.journal.jsonl"
        forge(played, target, lambda each: each, partial(_with, HEADERS[name]))
    (tmp_path / "[@click=app.quit]\x1b[31m\u202e{seat}.journal.jsonl").write_text('{"scenario": "[/]"}')
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for at in range(1, 5):
            await press(pilot, str(at))
            assert isinstance(app.screen, Home)
            assert "cannot be opened" in harmless(app)
        await press(pilot, "r")
        assert isinstance(app.screen, JournalChoice)
        for at in range(1, 5):
            await press(pilot, str(at))
            assert isinstance(app.screen, JournalChoice)
            assert "cannot be looked at" in harmless(app)
        await leave(pilot, app)
