"""The map: every sector of the frame has its mark, no word lies over another, and all of it stands in words."""

from itertools import combinations

import pytest

from tabletop.ui.web.theatre_map import LETTER, LINE, WIDE, Word, map_drawings
from tests.ui.web.seats import dealt, play_on, session_of


def box(word: Word) -> tuple[float, float, float, float]:
    wide = len(word.text) * LETTER
    left = word.x - {"start": 0.0, "end": wide, "middle": wide / 2}[word.anchor]
    return left, word.y - LINE + 3, left + wide, word.y + 4


@pytest.mark.parametrize("steps", [0, 160])
def test_marks_are_there_and_no_word_covers_another(steps: int) -> None:
    match = dealt(2)
    play_on(match, 2, steps)
    session = session_of(match, "europe")
    theatre_map = session.port.lexicon.background.map
    assert theatre_map is not None
    for drawing in map_drawings(session.voice, session.view):
        marks = [word for word in drawing.words if word.kind in {"held", "contested", "claimed"}]
        frame = next(each for each in theatre_map.frames if each.id == drawing.id)
        inside = [
            spot
            for spot in theatre_map.sectors.values()
            if frame.west <= spot[0] <= frame.east and frame.south <= spot[1] <= frame.north
        ]
        assert len(marks) == len(inside)
        for one, other in combinations(map(box, drawing.words), 2):
            assert not (
                one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
            ), (one, other)
        for left, top, right, bottom in map(box, drawing.words):
            assert 0 <= left < right <= WIDE
            assert 0 <= top < bottom <= drawing.high
        named = {word.text for word in drawing.words}
        told = " ".join(drawing.legend.lines)
        for city, spot in theatre_map.cities.items():
            name = session.voice.lexicon.label(f"map.city.{city}")
            if frame.west <= spot[0] <= frame.east and frame.south <= spot[1] <= frame.north:
                assert name in named or name in told
