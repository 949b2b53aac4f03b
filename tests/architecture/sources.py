"""The sources, for tests that read them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tabletop"
RULE = re.compile(r"\b([TSAVWLI]\d{1,2}(?:\.\d{1,2})?)\b")
"""A rule number, or that of a section of rules."""


@cache
def modules() -> dict[str, str]:
    """Every module of the package by its path, with its text."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def tree(module: str) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(modules()[module])


def game() -> Iterator[str]:
    """The modules of the rules."""
    return (name for name in modules() if name.startswith("tabletop/game/"))


@cache
def in_play() -> frozenset[str]:
    """The modules of the rules that a match reaches, from what decides and what is seen."""
    todo = ["tabletop/game/decide.py", "tabletop/game/views.py", "tabletop/game/notation.py"]
    found: set[str] = set()
    while todo:
        module = todo.pop()
        found.add(module)
        named = {f"{name.replace('.', '/')}.py" for name in imports(module)}
        todo += [name for name in named if name in set(game()) - found]
    return frozenset(found)


def imports(module: str) -> set[str]:
    """The modules that a module imports, at its top or inside."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def texts() -> Iterator[tuple[str, str]]:
    """Every text of the project: code, scenarios, documents, build files."""
    kinds = {".py", ".md", ".yaml", ".toml", ".tcss", ".txt", ""}
    skipped = {"saves", "__pycache__"}
    for path in sorted(ROOT.rglob("*")):
        inner = path.relative_to(ROOT)
        hidden = any(part.startswith(".") or part in skipped for part in inner.parts)
        if not hidden and path.is_file() and path.suffix in kinds:
            yield inner.as_posix(), path.read_text(encoding="utf-8")
