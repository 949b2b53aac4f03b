"""Whole matches in plain mode, typed by a script that knows nothing but what is on the screen."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pytest

from tabletop.command.open_match import keepers, resume, start
from tabletop.command.plain_session import sit_down
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.scenario.library import open_scenario
from tabletop.ui.plain.console import Console
from tabletop.ui.shared.setup import Setup

_NUMBER = re.compile(r"(?:Number|Your move), 1 to (\d+)")
_COUNT = re.compile(r", (-?\d+) to (-?\d+)")


class Typist:
    """Types an answer to the last line on the screen, chosen by a hash of how many it has typed."""

    def __init__(self, seed: int, most: int) -> None:
        self.seed, self.most = seed, most
        self.typed = 0
        self.written: list[str] = []

    def console(self) -> Console:
        return Console(self.read, self.written.append)

    def below(self, sides: int) -> int:
        digest = blake2b(f"{self.seed}/{self.typed}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) % sides

    def read(self) -> str:
        if self.typed >= self.most:
            return ""
        self.typed += 1
        return f"{self.answer(self.written[-1])}\n"

    def answer(self, asked: str) -> str:
        if found := _NUMBER.search(asked):
            return str(self.below(int(found[1])) + 1)
        if "Type yes" in asked:
            return "yes"
        if found := _COUNT.search(asked):
            low, high = int(found[1]), int(found[2])
            return str(low + self.below(high - low + 1))
        return "words [b]typed[/b] by a script"


def setup(seed: int, *people: str, form: str = "pop-up") -> Setup:
    seats = {seat: sheet.temper for seat, sheet in open_scenario("abu-dhabi-2026").frame.seats.items()}
    return Setup("abu-dhabi-2026", form, keepers(seats, people, {}), seed)


def journals(folder: Path) -> Iterator[Path]:
    return folder.glob("*.jsonl")


@pytest.mark.parametrize(
    "seat", ["ukraine", "us", *(pytest.param(seat, marks=pytest.mark.slow) for seat in ("russia", "europe"))]
)
def test_a_whole_match_from_any_chair_is_typed_without_a_refusal(seat: str, tmp_path: Path) -> None:
    typist = Typist(len(seat), 4000)
    sit_down(lambda: start(setup(7, seat), tmp_path), typist.console())
    screen = "\n".join(typist.written)
    assert "The match is over: " in screen
    assert "Not done" not in screen
    assert "is not one of" not in screen
    (path,) = journals(tmp_path)
    assert f"tabletop replay {path}" in screen
    assert f"tabletop whatif {path} --faith 0.2,0.4,0.6,0.8,1.0" in screen
    assert "in worlds with other faith in terms:\n" in screen
    assert verify(path).end in {"held", "relapsed", "broke", "rejected", "collapsed", "expired"}
    moves = {entry.move.kind for entry in read(path).entries if entry.seat == seat}
    assert len(moves) >= 3


def test_the_end_of_input_saves_and_the_match_goes_on_where_it_was(tmp_path: Path) -> None:
    typist = Typist(3, 9)
    sit_down(lambda: start(setup(7, "ukraine"), tmp_path), typist.console())
    (path,) = journals(tmp_path)
    assert typist.written[-2] == "The input has ended."
    assert typist.written[-1] == f"The match is saved in {path}. To go on: tabletop resume {path}"
    before = len(read(path).entries)
    again = Typist(4, 4000)
    sit_down(lambda: resume(str(path), tmp_path), again.console())
    assert any(line.startswith("The match is over") for line in again.written)
    assert len(read(path).entries) > before
    assert verify(path).end


def test_two_people_share_a_screen_behind_a_curtain(tmp_path: Path) -> None:
    typist = Typist(5, 4000)
    sit_down(lambda: start(setup(7, "ukraine", "russia"), tmp_path), typist.console())
    handed = [line for line in typist.written if line.startswith("The screen is for ")]
    assert {line.split(" now.")[0] for line in handed} == {
        "The screen is for Ukraine",
        "The screen is for Russia",
    }
    assert any(line.startswith("The match is over") for line in typist.written)


@pytest.mark.slow
def test_no_line_of_a_match_holds_a_hole_a_slug_or_a_control_character(tmp_path: Path) -> None:
    typist = Typist(11, 4000)
    sit_down(lambda: start(setup(12, "ukraine", form="class"), tmp_path), typist.console())
    for line in typist.written:
        assert line.isprintable(), line
        assert not re.search(r"\{[a-z_]+\}", line), line
        assert ".." not in line.replace("...", ""), line


def test_the_pages_of_ground_war_and_ledger_open_at_any_question(tmp_path: Path) -> None:
    typed = iter(["f", "y", "g", "?", "q"])
    written: list[str] = []
    sit_down(
        lambda: start(setup(7, "ukraine"), tmp_path), Console(lambda: f"{next(typed)}\n", written.append)
    )
    for told in (
        "Sectors: control where it is beyond dispute, not sovereignty:",
        "What moved your alternative:",
        "Promises:",
        "  f  the theatre: sectors held, contested and claimed",
    ):
        assert told in written
    assert all(line.isprintable() for line in written)


def test_the_end_tells_the_five_results(tmp_path: Path) -> None:
    typist = Typist(7, 4000)
    sit_down(lambda: start(setup(7, "ukraine"), tmp_path), typist.console())
    for name in ("Value claimed", "Value created", "Durability", "Ratifiability", "Process"):
        assert sum(line.startswith(f"  {name}: ") for line in typist.written) == 1
