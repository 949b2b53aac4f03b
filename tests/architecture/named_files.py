"""Files and modules that docstrings, comments and build files name, read off the sources."""

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator

FILE = re.compile(r"(?<![\w./<{*-])(?P<name>(?:[\w-]+/)*[\w-]+\.(?:py|md|tcss|yaml|toml))(?![\w(/])")
"""A file, by its name alone or with folders before it."""

MODULE = re.compile(
    r"`(?:tabletop\.)?(?P<name>[a-z_]+(?:\.[a-z_]+)+)(?:\.[A-Z]\w*)?`(?<!\.py`)(?<!\.md`)(?<!\.yaml`)(?<!\.json`)(?<!\.toml`)"
)
"""Something within a module, or the module, as `room.module.name`."""


def said(text: str) -> Iterator[str]:
    """The docstrings and comments of a module, strings beneath a name among them."""
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def missing_files(texts: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Names of files in some texts that no path of the project ends with."""
    paths = [f"/{path}" for path in there]
    named = {found["name"] for text in texts for found in FILE.finditer(text)}
    return tuple(sorted(name for name in named if not any(path.endswith(f"/{name}") for path in paths)))


def missing_modules(texts: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Names such as `game.worth.value` in some texts that begin with a room and lead to no module or folder of it."""
    known = {path.removeprefix("tabletop/").removesuffix(".py").removesuffix("/__init__") for path in there}
    rooms = {path.split("/")[0] for path in known if "/" in path}
    lost: set[str] = set()
    for name in (found["name"] for text in texts for found in MODULE.finditer(text)):
        parts = name.split(".")
        heads = {"/".join(parts[:count]) for count in range(2, len(parts) + 1)}
        if parts[0] in rooms and not heads & known:
            lost.add(name)
    return tuple(sorted(lost))
