"""A text in force: how it stands is on the screen, and what the text asks can be answered there."""

from pathlib import Path

from tabletop.ui.tui.screens.rooms.progress import Progress
from tabletop.vocabulary import IN_FORCE
from tests.ui.tui.stories.reach import window_at
from tests.ui.tui.walk import NARROW, fill_in, press, screen_text, settle


async def test_the_aftermath_shows_how_the_text_stands_and_takes_an_answer(tmp_path: Path) -> None:
    app = window_at("in force", tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, Progress)
        assert screen.view.sight.talks.phase in IN_FORCE
        shown = screen_text(app)
        for told in (
            "Month ",
            "Durability of the text: ",
            "This month's risk of collapse: ",
            "Violations last month: ",
        ):
            assert told in shown
        before = screen.view.turn
        at = next(at for at, box in enumerate(screen.answers(), 1) if box.move == "decide")
        await press(pilot, str(at))
        await fill_in(pilot)
        assert app.director is not None
        assert app.director.seat.port.view.turn > before, screen_text(app)
        made = [entry.event.kind for entry in app.director.seat.port.view.sight.record]
        assert {"question-answered", "question-put", "ballot-sealed"} & {*made}
