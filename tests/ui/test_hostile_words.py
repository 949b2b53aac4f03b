"""What people and files say is shown and never obeyed: no markup, no commands to the terminal, no broken screen.

The strings go everywhere words go: typed into moves, pasted into notes, standing in the names of a scenario, in
settings, in lines of plain mode. After each the screen is read, and quitting works.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from textual.widgets import TextArea

from tabletop.command import open_match
from tabletop.command.plain_session import sit_down
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.setup import Setup
from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.pages.notes import Notes
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tests.ui.plain.test_session import Typist
from tests.ui.plain.test_session import setup as plain_setup
from tests.ui.tui.hostile import HOSTILE, faults, harmless, leave, paste, told
from tests.ui.tui.stories.reach import BY_KEYS
from tests.ui.tui.walk import (
    NARROW,
    VALLEY,
    WIDE,
    open_at_table,
    open_window,
    press,
    screen_text,
    settle,
    setup,
    to_the_table,
    valley,
)


def portions() -> list[tuple[str, ...]]:
    """The names of the strings, as many as a seat has moves for."""
    names = [*HOSTILE]
    return [tuple(names[at : at + 8]) for at in range(0, len(names), 8)]


FIRST, *FURTHER = portions()


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(FIRST, id=FIRST[0]),
        *(pytest.param(names, id=names[0], marks=pytest.mark.slow) for names in FURTHER),
    ],
)
async def test_what_is_said_at_the_table_is_shown_on_every_screen_and_obeyed_on_none(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    app = await open_at_table(tmp_path, valley())
    async with app.run_test(size=WIDE) as pilot:
        await to_the_table(pilot)
        for several in (names[:3], names[3:6], names[6:]):
            await press(pilot, "s")
            assert isinstance(app.screen, Composer), screen_text(app)
            for name in several:
                await paste(pilot, f"{HOSTILE[name]} ")
                await press(pilot, "space")
                harmless(app)
            await press(pilot, "enter")
            assert isinstance(app.screen, TableRoom), screen_text(app)
            harmless(app)
        await press(pilot, "r")
        shown = harmless(app)
        for name in names:
            assert name == "long" or told(HOSTILE[name]) in shown, name
        await press(pilot, "escape")
        await press(pilot, "3", "enter")
        harmless(app)
        await press(pilot, "escape")
        everywhere = ("g", "t", "m", "question_mark", "f1") if names == portions()[0] else ()
        for key in ("r", "comma", *everywhere):
            await press(pilot, key)
            assert not isinstance(app.screen, TableRoom), key
            harmless(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, TableRoom), key
        await leave(pilot, app)


def texts(folder: Path) -> list[str]:
    """What stands in the text files of a folder."""
    return [path.read_text(encoding="utf-8") for path in folder.glob("*.txt")]


@pytest.mark.parametrize("size", BY_KEYS)
async def test_what_is_pasted_into_notes_is_kept_harmless(tmp_path: Path, size: tuple[int, int]) -> None:
    app = open_window(tmp_path, setup("ukraine", format_id="pop-up"))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f3")
        assert isinstance(app.screen, Notes)
        for words in HOSTILE.values():
            await paste(pilot, f"{words}\n")
            harmless(app)
            assert app.screen.query_one(TextArea).has_focus
        await press(pilot, "escape", "f3")
        harmless(app)
        kept = app.screen.query_one(TextArea).text
        for name in ("link", "braces", "percent", "shell"):
            assert HOSTILE[name] in kept
        await press(pilot, "escape")
        await leave(pilot, app)
    (written,) = texts(tmp_path)
    assert not faults(written)


def hostile_valley(folder: Path) -> Path:
    """The small scenario with hostile names wherever its author can put them."""
    fitting = [words for words in HOSTILE.values() if not faults(words)]
    names: Iterator[str] = (fitting[at % len(fitting)] for at in range(10_000))
    target = folder / "valley"
    target.mkdir()
    for path in VALLEY.rglob("*"):
        copy = target / path.relative_to(VALLEY)
        if path.is_dir():
            copy.mkdir()
        elif path.suffix == ".yaml":
            sheet: Any = yaml.load(path.read_text(), yaml.CSafeLoader)
            _rename(sheet, names)
            copy.write_text(yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False, width=10_000))
        else:
            copy.write_text("\n\n".join((path.read_text(), *fitting)))
    return target


def _rename(part: Any, names: Iterator[str]) -> None:
    """Give every name, title, label and sentence of a sheet another."""
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if isinstance(value, dict | list):
            _rename(value, names)
        elif isinstance(value, str) and key in {
            "name",
            "title",
            "label",
            "text",
            "question",
            "content_notes",
        }:
            part[key] = next(names)


@pytest.mark.parametrize("size", BY_KEYS)
@pytest.mark.slow
async def test_hostile_names_of_a_scenario_are_only_names(tmp_path: Path, size: tuple[int, int]) -> None:
    seats = dict.fromkeys(("northland", "southland", "harbour"), "person")
    hostile = Setup(str(hostile_valley(tmp_path)), "class", seats, 7, "standard")
    app = open_window(tmp_path, hostile)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in ("enter", "f1", "escape", "enter"):
            harmless(app)
            await press(pilot, key)
        await to_the_table(pilot)
        for key in ("1", "2", "3", "4", "r", "escape", "t", "escape", "f", "escape", "y", "escape", "g", "escape",
                    "z", "escape", "n", "escape", "m", "escape", "p", "1", "escape", "o", "escape", "v", "escape",
                    "1", "enter", "escape", "3", "enter", "escape", "comma", "escape"):  # fmt: skip
            await press(pilot, key)
            harmless(app)
        assert isinstance(app.screen, TableRoom), screen_text(app)
        await leave(pilot, app)


async def test_hostile_settings_are_not_worn(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    several = "".join(HOSTILE.values())
    file.write_text(
        json.dumps({
            "theme": several, "language": several, "detail": several,
            "keys": {"home.go_on": several, several: "x", "home.open.new": "[red]"},
        })
    )  # fmt: skip
    app = open_window(tmp_path)
    app.settings_file = file
    app.wear(Prefs())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for key in ("s", "k", "escape", "escape", "question_mark", "escape"):
            await press(pilot, key)
            harmless(app)
        await leave(pilot, app)


@pytest.mark.slow
def test_what_is_typed_in_plain_mode_comes_back_harmless(tmp_path: Path) -> None:
    typist = Rough(3, 4000)
    sit_down(lambda: open_match.start(plain_setup(7, "ukraine", form="class"), tmp_path), typist.console())
    assert any(line.startswith("The match is over") for line in typist.written)
    assert typist.said >= {"colours", "clear", "clipboard"}
    for line in typist.written:
        assert not faults(line), line


class Rough(Typist):
    """Types hostile words wherever words are asked for, and hostile answers now and then."""

    def __init__(self, seed: int, most: int) -> None:
        super().__init__(seed, most)
        self.said: set[str] = set()
        self._next = [*HOSTILE].index("colours")

    def answer(self, asked: str) -> str:
        plain = super().answer(asked)
        if plain.startswith("words"):
            name = [*HOSTILE][self._next % len(HOSTILE)]
            self._next += 1
            self.said.add(name)
            return HOSTILE[name].replace("\n", " ")
        return plain
