"""The head of a page: days, round, steps of the talks, moves left."""

from dataclasses import replace

import pytest

from tabletop.game.records.state import Talks
from tabletop.game.views import SeatView
from tabletop.ui.web.header import days_of, header_of
from tabletop.vocabulary import Phase
from tabletop.words.language.i18n import speaking
from tests.ui.web.seats import dealt, play_on, session_of


@pytest.mark.parametrize(
    ("at", "english", "ukrainian"),
    [
        (1, "1–14 February 2026", "1–14 лютого 2026 р."),
        (3, "1–14 March 2026", "1–14 березня 2026 р."),
        (5, "29 March – 11 April 2026", "29 березня – 11 квітня 2026 р."),
    ],
)
def test_the_days_of_a_round(at: int, english: str, ukrainian: str) -> None:
    voice = session_of(dealt(1), "us").voice
    assert days_of(voice, at) == english
    with speaking("uk"):
        assert days_of(voice, at) == ukrainian
    silent = replace(voice, lexicon=replace(voice.lexicon, texts={"starts": "soon"}))
    assert days_of(silent, at) == ""


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_its_place(phase: Phase) -> None:
    session = session_of(dealt(1), "us")
    view = session.view
    at = replace(view.sight.talks, phase=phase, sitting=1)
    found = header_of(session.voice, standing_at(view, at))
    now = [step for step in found.steps if step.state == "now"]
    assert len(now) == (1 if found.steps else 0)
    assert found.phase
    assert found.where


def standing_at(view: SeatView, talks: Talks) -> SeatView:
    """A view with the talks somewhere else."""
    return SeatView(replace(view.sight, talks=talks), view.turn, view.draft, (), None, (), view.legal)


def test_the_moves_left_are_counted_in_a_sitting_alone() -> None:
    match = dealt(4)
    session = session_of(match, "ukraine")
    assert header_of(session.voice, session.view).moves is None
    play_on(match, 4, 90)
    left, every = header_of(session.voice, session.view).moves or (-1, -1)
    assert 0 <= left <= every == match.board.format.moves
    watching = session_of(match, "observer")
    assert header_of(watching.voice, watching.view).moves is None
