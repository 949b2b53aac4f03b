"""What lies in the folder of saves and is no match: the home screen lists what it can and says what it passed over."""

import os
from pathlib import Path

import pytest

from tests.journals import SAVES, unpacked
from tests.ui.tui.walk import WIDE, open_window, screen_text, settle


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
async def test_the_home_screen_says_what_it_passed_over(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    unpacked(SAVES[-1], tmp_path)
    os.mkfifo(tmp_path / "pipe.journal.jsonl")
    (tmp_path / "gone.journal.jsonl").symlink_to(tmp_path / "nowhere")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        shown = " ".join(screen_text(app).split())
        assert "to look back at" in shown
        assert "gone.journal.jsonl" in shown or "pipe.journal.jsonl" in shown
