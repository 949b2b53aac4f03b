"""Rooms that name themselves: what each folder says of itself, and tests that stand where the sources stand."""

import ast

import pytest

from tests.architecture.sources import PACKAGE, ROOT, modules, tree

TOPICS = {
    "architecture": "the sources themselves",
    "bench": "measurements",
    "browser": "the pages of a class in a real browser",
    "cases": "the rulebook, case by case",
    "docs": "documents whose examples run",
    "dials": "every number of the rules moves something",
    "hard": "odd files, busy folders, streams and machines that say no",
    "journals": "a save of every released form",
    "keep": "what must never cost more keys or say less",
    "laws": "what holds over random play",
    "report": "the rows of the report the game starts from",
    "tone": "what the game never says",
    "ui/tui/stories": "a person at the window, by keyboard and by mouse",
}
"""Folders of tests that mirror no folder of the sources, and what they are about."""


def mirrored() -> list[str]:
    """Test files that are about no topic, by their path below `tests`."""
    files = (path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py"))
    return sorted(file for file in files if not file.startswith(tuple(f"{topic}/" for topic in TOPICS)))


@pytest.mark.parametrize("file", mirrored())
def test_a_test_stands_where_its_source_stands(file: str) -> None:
    """`tests/game/worth/test_value_door.py` is about `tabletop/game/worth/value.py`; or one is about a folder."""
    folder, _, name = file.rpartition("/")
    room = PACKAGE / folder
    assert room.is_dir(), f"there is no folder tabletop/{folder}"
    words = name.removeprefix("test_").removesuffix(".py").split("_")
    heads = ["_".join(words[:count]) for count in range(1, len(words) + 1)]
    assert folder == "ui" or any(
        (room / f"{head}.py").is_file() or (room / head).is_dir() for head in heads
    ), f"no module of tabletop/{folder} is called like {name}"


def test_every_topic_is_there() -> None:
    assert [topic for topic in TOPICS if not (ROOT / "tests" / topic).is_dir()] == []


@pytest.mark.parametrize("module", [name for name in modules() if name.endswith("__init__.py")])
def test_a_room_says_what_lives_there_and_what_never_may(module: str) -> None:
    said = ast.get_docstring(tree(module)) or ""
    assert said
    assert "ever " in said or module == "tabletop/__init__.py", f"{module} keeps nothing out"
