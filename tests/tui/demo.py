"""A port over hand-made views, for looking at layouts while there is no match behind them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import fields, replace
from pathlib import Path

from tabletop.errors import Refusal
from tabletop.game.events import PositionTaken, RoundOpened, Said, StrikeReported
from tabletop.game.forms import Box, Choice, Closed, Count, Grid, Legal, Levers, Pick, Words
from tabletop.game.moves import Move
from tabletop.game.papers import Offer, StrikePaper
from tabletop.game.sight import Figures, Mine, Sight
from tabletop.game.state import Line, Talks, Text, VowTaken
from tabletop.game.value import Appraisal
from tabletop.game.views import Condition, Preview, SeatView
from tabletop.terms import EVERYONE, Phase
from tabletop.tui.app import run_app
from tabletop.tui.setup import Seating, Setup
from tests.words.board import LABELS, small_board
from tabletop.scenario.lexicon import Lexicon

AP = Appraisal(54_00, 50_00, 61_00, 80_00, -5_00, -1_40)
talks = Talks(
    Phase.PLENARY,
    2,
    2,
    0,
    0,
    1,
    0,
    7,
    (2, 2, 2),
    (1, 1, 1),
    (1, 1, 1),
    1,
    0,
    (),
    (),
    0,
    (0, 0, 0),
    ("", "", ""),
    0,
    "",
    -1,
    0,
    0,
    0,
    *([0] * (len(fields(Talks)) - 25)),
    False,
)
silent = (-1, -1, -1)
text = Text(
    ((1, 2, -1), (0, 0, 1), silent),
    ((1, 2, -1), (0, 0, 1), silent),
    (-1, -1, 1),
    silent,
    silent,
    1,
    (0, 0, 0),
    (0, 0, 0),
    (VowTaken(0, 1, 2, True),),
    None,
    3,
    (),
    (),
    (),
    (0, 0, 0),
    0,
)
fig = Figures(
    -3_00, 11400, 80_00, 1_200_000, 1, 45_00, 70_00, 60_00, 55_00, 0, (0, 0, 0), 100_00, (100_00,) * 3
)
mine = Mine(
    61_50,
    (40_00, 50_00, 10_00),
    0,
    -1_00,
    (0, 20_00, 50_00),
    0,
    293000,
    100_00,
    0,
    (),
    (("tempo", "hold"),),
    ("", ""),
    "",
    "",
    "",
    (),
)
strike = StrikePaper(4, EVERYONE, "russia", "energy", "kyiv", 375, 21, 300, 15, 800_000, 2)
papers = (Offer(3, EVERYONE, "russia", ("ukraine",), (("scope", 1), ("donetsk", 0)), 1), strike)
record = (
    Line(1, 0, 0, RoundOpened(round=1, rule="T2.1")),
    Line(
        2, 1, 0, PositionTaken(seat="russia", clause="scope", was=0, option=1, move="concession", rule="T4.1")
    ),
    Line(
        2,
        1,
        0,
        Said(seat="russia", to="all", words="[bold]a gesture[/bold] \x1b[31mred", how="say", rule="T6.5"),
    ),
    Line(
        2,
        1,
        0,
        StrikeReported(
            paper=4,
            by="russia",
            target="energy",
            place="kyiv",
            drones=375,
            missiles=21,
            stopped_drones=300,
            stopped_missiles=15,
            dark=800_000,
            rule="S1.2",
        ),
    ),
)
boxes = (
    Box("position", "T4.1", "public", 1, 1, (Grid("terms", ("scope", "donetsk"), (0b1101, 0b110), 1, 3),)),
    Box(
        "offer",
        "T5.1",
        "public",
        1,
        1,
        (
            Pick("to", ("russia", "us", "all")),
            Pick("channel", ("open",)),
            Count("sittings", 0, 2, "sittings"),
            Grid("terms", ("scope", "donetsk", "people"), (0b1110,) * 3, 1, 5),
        ),
    ),
    Box("accept", "T5.2", "public", 1, 2, (Choice("paper", (3,)),)),
    Box("say", "T6.5", "public", 0, 1, (Pick("to", ("all",)), Words("words", 280, False))),
    Box("orders", "T2.2", "own", 0, 1, (Levers("choices", (("tempo", ("hold", "press")),)),)),
    Box("pass", "T3.2", "public", 0, 1, ()),
)
legal = Legal(
    boxes,
    (
        Closed("bridge", Refusal("not-mediator", "T5.6")),
        Closed("vow", Refusal("vow-most", "T6.1", (("most", "2"),))),
    ),
)
view = SeatView(
    Sight(0, talks, text, papers, fig, mine, record),
    1,
    (-1, -1, 1),
    (
        Condition("ukraine", "scope", 1, "unclear", False),
        Condition("ukraine", "donetsk", 2, "unmet", True),
        Condition("russia", "people", 1, "met", False),
    ),
    AP,
    (),
    legal,
)


class Demo:
    seat = "ukraine"

    def __init__(self, phase: Phase) -> None:
        self.board = small_board()
        self.lexicon = Lexicon(
            LABELS,
            texts={
                "title": "The Remaining Fifth",
                "general": "General text.\n" * 30,
                "confidential.ukraine": "Yours.",
            },
        )
        self.view = replace(view, sight=replace(view.sight, talks=replace(talks, phase=phase)))

    async def views(self) -> AsyncIterator[SeatView]:
        yield self.view

    async def submit(self, move: Move, at: int) -> None:
        pass

    def preview(self, move: Move) -> Preview | Refusal:
        return Preview(
            "public", 1, 1, (("alliance.patience", 100),), self.view.draft, AP, replace(AP, gain=20), (), True
        )


def start(setup: Setup | str | None = None) -> Seating:
    phase = Phase(sys.argv[1]) if len(sys.argv) > 1 else Phase.PLENARY
    return Seating(
        (Demo(phase),),
        "saves/demo.jsonl",
        Setup("small", "class", {"ukraine": "person", "russia": "hard", "us": "mixed"}, 7),
    )


if __name__ == "__main__":
    run_app(start, start, Path("saves"), start)
