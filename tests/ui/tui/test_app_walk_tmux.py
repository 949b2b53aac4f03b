"""The recorded walk: the program in a real terminal shows what `goldens/walk` holds, screen by screen."""

import shutil
from difflib import unified_diff

import pytest

from tests.ui.tui.walk_tmux import GOLDENS, SIZES, walk


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize("size", SIZES)
def test_every_screen_of_the_walk_is_as_it_was_recorded(size: str) -> None:
    columns, rows = SIZES[size]
    shown = walk(size)
    kept = {path.stem: path.read_text(encoding="utf-8") for path in (GOLDENS / size).glob("*.txt")}
    assert [*shown] == sorted(kept)
    other = [
        "\n".join(unified_diff(kept[name].splitlines(), screen.splitlines(), name, "now", lineterm=""))
        for name, screen in shown.items()
        if kept[name] != f"{screen}\n"
    ]
    assert not other, "\n".join(other)
    for name, screen in shown.items():
        lines = screen.splitlines()
        assert len(lines) <= rows, name
        assert max(map(len, lines)) <= columns, name
