"""Every row of the table, walked: in the real window over a real match, and typed in plain mode."""

import re
import sys
from collections import defaultdict
from io import StringIO
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot

from tabletop.command.cli import run
from tabletop.command.open_match import resume
from tabletop.command.plain_session import sit_down
from tabletop.journal.reader import read
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.screens.replay import whatif
from tabletop.ui.tui.screens.replay.whatif import BandPage
from tabletop.ui.tui.screens.rooms.briefing import Briefing
from tests.command.script import scripted
from tests.keep.features import PLAIN, WINDOW, Kept
from tests.ui.tui.stories.reach import journal_at, window_at
from tests.ui.tui.walk import WIDE, open_window, press, screen_text, settle, until

MOMENTS = {
    "the first screen": "briefing",
    "orders": "briefing",
    "table": "table",
    "end": "end",
    "home": "end",
}
"""By place: the moment of the match it lies at."""


def starts(rows: tuple[Kept, ...]) -> list[str]:
    """The places that rows begin at."""
    return list(dict.fromkeys(row.start for row in rows))


def window(start: str, folder: Path) -> Window:
    """The window, about to open at a place."""
    if start == "home":
        journal_at("end", folder)
        return open_window(folder)
    return window_at(MOMENTS[start], folder)


def said(app: Window) -> str:
    """What the open screen says, below its lower edge too, as one line of words."""
    content = getattr(app.screen, "content", None)
    below = content.plain if isinstance(content, Content) else ""
    return f"{flat(screen_text(app))} {flat(below)}"


def flat(shown: str) -> str:
    """The words of a screen, column by column, without frames and without the breaks of its lines."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for line in shown.splitlines():
        for place, cell in enumerate(re.split("[│┃]", line)):
            columns[place].append(cell.strip())
    return " ".join(" ".join(cells) for cells in columns.values())


async def walked(pilot: Pilot[None], app: Window, row: Kept) -> str:
    """Press the keys of a row; what is said then."""
    await press(pilot, *row.keys)
    if isinstance(app.screen, BandPage):
        found = app.screen
        await until(pilot, lambda: found.band is not None)
    return said(app)


def missing(row: Kept, found: str) -> list[str]:
    """What a row must say and does not."""
    return [f"{row.feature}: {words}" for words in row.says if words not in found]


@pytest.mark.parametrize("start", starts(WINDOW))
async def test_the_window_asks_no_more_keys_and_says_no_less(
    tmp_path: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whatif, "CONTINUATIONS", 2)
    app = window(start, tmp_path)
    lost: list[str] = []
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        if start == "orders":
            await press(pilot, "enter")
        first = app.screen
        for row in (row for row in WINDOW if row.start == start):
            assert len(row.keys) <= row.most, row.feature
            lost += missing(row, await walked(pilot, app, row))
            while app.screen is not first:
                await press(pilot, "escape")
    assert lost == []


@pytest.mark.parametrize("row", PLAIN, ids=lambda row: row.feature)
def test_plain_mode_asks_no_more_lines_and_says_no_less(tmp_path: Path, row: Kept) -> None:
    assert len(row.keys) <= row.most
    path = journal_at(MOMENTS[row.start], tmp_path)
    before, after = typed(path, tmp_path), typed(path, tmp_path, *row.keys)
    new = after[len(before) - 2 :] if row.keys else after
    assert missing(row, "\n".join(new)) == []


def typed(path: Path, folder: Path, *lines: str) -> list[str]:
    """What plain mode writes for some lines, typed at a moment of a match."""
    console, written = scripted(lines)
    sit_down(lambda: resume(str(path), folder), console)
    return written


def test_each_feature_of_the_window_has_its_row_in_plain_mode() -> None:
    assert heads(WINDOW) - heads(PLAIN) == {"value bars", "looking back"}


def heads(rows: tuple[Kept, ...]) -> set[str]:
    """The features of some rows."""
    return {row.feature.split(",")[0] for row in rows}


SEEDED = ("n", "up", "7", "enter")
"""From home into a match with a seed of one's own."""


def moves_and_events(folder: Path) -> list[object]:
    """What happened in the one match of a folder."""
    (path,) = folder.glob("*.jsonl")
    return [(entry.seat, entry.move, entry.events) for entry in read(path).entries]


async def test_the_same_seed_is_the_same_match_in_the_window(tmp_path: Path) -> None:
    played = []
    for name in ("once", "again"):
        folder = tmp_path / name
        folder.mkdir()
        app = open_window(folder)
        async with app.run_test(size=WIDE) as pilot:
            await settle(pilot)
            await press(pilot, *SEEDED)
            assert isinstance(app.screen, Briefing), screen_text(app)
            await press(pilot, "enter", "enter")
        played.append(moves_and_events(folder))
    assert len(SEEDED) <= 4
    assert len(played[0]) > 3
    assert played[0] == played[1]


def test_the_same_seed_is_the_same_match_in_plain_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There the seed is an option of the command, and the match begins by naming it."""
    played = []
    for name in ("once", "again"):
        monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / name))
        monkeypatch.setattr(sys, "stdin", StringIO("1\n\n\n\n\nq\n"))
        assert run(["play", "--plain", "--seed", "7"]) == 0
        assert "Seed 7." in capsys.readouterr().out
        played.append(moves_and_events(tmp_path / name))
    assert len(played[0]) > 3
    assert played[0] == played[1]
