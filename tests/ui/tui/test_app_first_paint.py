"""The first picture needs textual and the standard library, nothing of the game but its ids and its errors."""

import subprocess
import sys


def test_the_window_imports_nothing_heavy_before_it_is_shown() -> None:
    code = "import sys, tabletop.ui.tui.app; print(*sorted(name for name in sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"pydantic", "numpy", "yaml", "transitions", "click", "websockets", "starlette", "uvicorn"}
    assert not heavy.intersection(loaded)
    worlds = {name.split(".")[1] for name in loaded if name.startswith("tabletop.")}
    assert worlds == {"ui", "words", "errors", "vocabulary"}, (
        "two files that import nothing of the game are light"
    )
    words = {name for name in loaded if name.startswith("tabletop.words.")}
    light = {
        "tabletop.words.language.i18n",
        "tabletop.words.language.sanitize",
    }
    assert words - {"tabletop.words.language"} == light, "the language, and what makes people's words safe"


def test_no_command_imports_the_game_before_it_needs_it() -> None:
    code = "import sys, tabletop.command.cli; print(*sorted(name for name in sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "pydantic",
        "numpy",
        "yaml",
        "transitions",
        "textual",
        "rich",
        "websockets",
        "starlette",
        "uvicorn",
    }
    assert not heavy.intersection(loaded)
    worlds = {name.split(".")[1] for name in loaded if name.startswith("tabletop.")}
    assert worlds == {"command", "ui", "words", "errors", "vocabulary"}
