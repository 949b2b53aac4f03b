"""The picture of the table room in the README: `make picture` plays to it and writes docs/table-room.svg."""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.ui.tui.walk import WIDE, fill_in, open_window, press, setup, to_the_table

DOCS = Path(__file__).parents[3] / "docs"


async def draw() -> str:
    """The table room of the flagship after a move of Ukraine's, as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        app = open_window(Path(folder), setup("ukraine"))
        async with app.run_test(size=WIDE) as pilot:
            await to_the_table(pilot)
            await press(pilot, "o")
            await fill_in(pilot)
            return app.export_screenshot(title="The Remaining Fifth", simplify=True)


if __name__ == "__main__":
    target = DOCS / "table-room.svg"
    target.write_text(asyncio.run(draw()), encoding="utf-8")
    sys.stdout.write(f"{target}\n")
