"""Screens as text, character by character. `GOLDENS=1` writes them anew; read the difference before keeping it."""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.tui.walk import NARROW, WIDE, open_window, press, screen_text, settle, to_the_table, valley

pytestmark = pytest.mark.drawn

FOLDER = Path(__file__).parent / "goldens"

Steps = Callable[[Pilot[None]], Awaitable[None]]


async def home(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def orders(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await press(pilot, "enter", "enter")


async def composing(pilot: Pilot[None]) -> None:
    await to_the_table(pilot)
    await press(pilot, "p", "2")


SHOTS: dict[str, tuple[tuple[int, int], Steps, bool]] = {
    "home-80": (NARROW, home, False),
    "curtain-80": (NARROW, settle, True),
    "orders-80": (NARROW, orders, True),
    "table-80": (NARROW, to_the_table, True),
    "table-120": (WIDE, to_the_table, True),
    "position-80": (NARROW, composing, True),
}


@pytest.mark.parametrize("name", SHOTS)
async def test_the_screen_is_as_it_was(tmp_path: Path, name: str) -> None:
    size, steps, playing = SHOTS[name]
    app = open_window(tmp_path, valley() if playing else None)
    async with app.run_test(size=size) as pilot:
        await steps(pilot)
        shown = screen_text(app) + "\n"
    golden = FOLDER / f"{name}.txt"
    if os.environ.get("GOLDENS"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")
    assert max(len(line) for line in shown.splitlines()) <= size[0]
