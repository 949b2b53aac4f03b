"""A click that comes when its line is gone does nothing; one on a line that is there chooses it."""

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.command import CommandList
from textual.events import Click
from textual.widgets import OptionList

from tabletop.ui.tui.shell.options import Commands, Options


class Shown(App[None]):
    """A list by itself."""

    def __init__(self, listed: OptionList) -> None:
        super().__init__()
        self.listed, self.chosen = listed, list[int]()

    def compose(self) -> ComposeResult:
        yield self.listed

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.chosen.append(event.option_index)


@pytest.mark.parametrize("kind", [Options, Commands])
async def test_a_click_on_a_line_that_is_gone_is_not_heard(kind: type[OptionList]) -> None:
    app = Shown(kind("one", "two", "three"))
    async with app.run_test() as pilot:
        for line in (2, 1, 0):
            app.listed.post_message(
                Click(
                    app.listed,
                    0,
                    line,
                    0,
                    0,
                    1,
                    shift=False,
                    meta=False,
                    ctrl=False,
                    style=Style(meta={"option": line}),
                )
            )
            app.listed.clear_options()
            app.listed.add_option("one")
            await pilot.pause()
    assert app.chosen == [0]


async def test_the_palette_finds_its_list() -> None:
    app = Shown(Commands("one"))
    async with app.run_test():
        assert app.query_one(CommandList) is app.listed


async def test_a_page_of_a_list_that_is_not_laid_out_yet_is_none() -> None:
    listed = Options()
    app = Shown(listed)
    async with app.run_test():
        listed.add_option("one")
        await app.run_action("page_down", listed)
        await app.run_action("page_up", listed)
    assert app.chosen == []
