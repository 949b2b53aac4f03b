"""No circle among files and no arrow upward."""

from tests.architecture.imports import circle, graph_of, homeless, upward
from tests.architecture.sources import modules


def test_no_circle_among_files() -> None:
    assert circle(graph_of(modules())) == ()


def test_no_arrow_upward() -> None:
    assert upward(graph_of(modules())) == ()


def test_every_module_stands_on_a_floor() -> None:
    assert homeless(graph_of(modules())) == ()


def test_a_planted_loose_file_is_found() -> None:
    sources = modules() | {"tabletop/helpers.py": "from tabletop.table.port import TablePort\n"}
    sources["tabletop/words/language/voice.py"] = "from tabletop import helpers\n"
    graph = graph_of(sources)
    assert homeless(graph) == ("tabletop.helpers",)
    assert upward(graph) == ()


def test_a_planted_circle_is_found_even_where_only_types_are_imported() -> None:
    planted = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tabletop.game.decide import decide\n"
    )
    sources = modules() | {"tabletop/game/records/moves.py": planted}
    found = circle(graph_of(sources))
    assert found
    assert found[0] == found[-1]


def test_a_planted_arrow_upward_is_found() -> None:
    sources = modules() | {"tabletop/words/language/voice.py": "from tabletop.table.port import TablePort\n"}
    assert ("tabletop.words.language.voice", "tabletop.table.port") in upward(graph_of(sources))
    sources = modules() | {"tabletop/players/roster.py": "from tabletop.ui.shared import setup\n"}
    assert ("tabletop.players.roster", "tabletop.ui.shared.setup") in upward(graph_of(sources))
