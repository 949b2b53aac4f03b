"""A clause's page: what is set in stays set in, however narrow the page is."""

import pytest

from tabletop.api.matches import new_match
from tabletop.ui.tui.screens.pages.clause import clause_content
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.words.language.voice import Voice


@pytest.mark.parametrize("width", [40, 74, 76, 114])
@pytest.mark.parametrize("seat", ["ukraine", "observer"])
def test_what_is_set_in_hangs_where_it_begins(seat: str, width: int) -> None:
    match = new_match(seed=3, format_id="pop-up")
    match.play_bots()
    voice = Voice(match.table.board_of(seat), match.table.lexicon, seat)
    for clause in match.board.clauses:
        content = clause_content(voice, match.view(seat), clause.id)
        assert isinstance(content, Indented)
        lines = content.plain.split("\n")
        for line, by in zip(lines, content.indents, strict=True):
            assert by >= len(line) - len(line.lstrip()), line
        assert max(map(len, content.folded(width).plain.split("\n"))) <= width
