"""A hand-made view on the small board: one clause agreed, one open with a vow, one in force."""

from dataclasses import fields
from typing import Any

from tabletop.game.core.sight import Figures, Mine, Sight
from tabletop.game.records.menu import Legal
from tabletop.game.records.state import Talks, Text, VowTaken
from tabletop.game.views import SeatView
from tabletop.vocabulary import Phase


def blank(cls: type[Any], **given: object) -> Any:
    """A record with nothing in it but what is given."""
    empty = {field.name: () if "tuple" in str(field.type) else 0 for field in fields(cls)}
    return cls(**{**empty, **given})


def small_view(legal: Legal | None = None) -> SeatView:
    talks = blank(
        Talks, phase=Phase.PLENARY, round=2, sitting=1, floor=0, awaiting=1, room=7, moves_left=(2, 2, 2),
        drafting="", accused=-1, overdue=False, paused=False,
    )  # fmt: skip
    text = blank(
        Text, positions=((1, 2, -1), (1, -1, -1), (-1, -1, -1)), agreed=(1, -1, -1), initialled=(-1, -1, -1),
        banked=(-1, -1, 0), moved=0b001, vows=(VowTaken(0, 1, 2, below=True),), truce=None,
    )  # fmt: skip
    mine = blank(Mine, weights=(50_00, 30_00, 20_00), alternative=61_50, answer=("", ""))
    sight = Sight(0, talks, text, (), blank(Figures), mine, ())
    return SeatView(sight, 4, (1, -1, 0), (), None, (), legal or Legal((), ()))
