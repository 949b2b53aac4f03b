"""One match, typed in plain mode and pressed in the window: two journals with the same entries."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tabletop.command.open_match import start
from tabletop.command.plain_session import sit_down
from tabletop.journal.entry import Entry
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.ui.tui.screens.rooms.end import End
from tests.ui.plain.test_session import Typist, setup
from tests.ui.tui.hands import come_to_a_room, make
from tests.ui.tui.walk import NARROW, WIDE, open_window, screen_text

SEED = 7
SEAT = "ukraine"


def bare(entry: Entry) -> Entry:
    """An entry without what stands beside the chain."""
    return replace(entry, at="", cid="")


async def both(folder: Path, form: str, script: int, size: tuple[int, int], most: int = 4000) -> int:
    """Play a match by a script of numbers, then again by keys, and hold the journals against each other.

    Args:
        folder: Where the journals go.
        form: The format of the match.
        script: What the numbers are drawn by.
        size: The size of the window.
        most: Lines typed; fewer than a match has leave it where it is, in both skins.

    Returns:
        The number of entries compared.
    """
    plain, keys = folder / "plain", folder / "keys"
    plain.mkdir()
    keys.mkdir()
    typist = Typist(script, most)
    await asyncio.to_thread(sit_down, lambda: start(setup(SEED, SEAT, form=form), plain), typist.console())
    (written,) = plain.glob("*.jsonl")
    expected = [bare(entry) for entry in read(written).entries]
    app = open_window(keys, setup(SEED, SEAT, form=form))
    async with app.run_test(size=size) as pilot:
        for move in [entry.move for entry in expected if entry.seat == SEAT]:
            await make(pilot, move)
        await come_to_a_room(pilot)
        assert isinstance(app.screen, End) == (most == 4000), screen_text(app)
    (pressed,) = keys.glob("*.jsonl")
    assert [bare(entry) for entry in read(pressed).entries] == expected
    assert read(pressed).head == read(written).head
    assert verify(pressed).entries == len(expected)
    return len(expected)


@pytest.mark.slow
async def test_the_first_rounds_give_the_same_journal_in_both_skins(tmp_path: Path) -> None:
    assert await both(tmp_path, "class", 8, NARROW, 25) > 10


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("form", "script", "size"), [("class", 8, NARROW), ("class", 4, WIDE), ("pop-up", 5, NARROW)]
)
async def test_a_whole_match_gives_the_same_journal_in_both_skins(
    tmp_path: Path, form: str, script: int, size: tuple[int, int]
) -> None:
    assert await both(tmp_path, form, script, size) > 60
