"""Who imports whom, read off the sources: type-only imports and imports inside functions count like any other."""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from tests.architecture.sources import ROOT

Graph = Mapping[str, frozenset[str]]
"""By module: the modules it imports."""


def module_of(path: str) -> str:
    """The dotted name of a source file; a package's own file is the package."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def graph_of(sources: Mapping[str, str]) -> Graph:
    """The imports among some sources, by path and text.

    A module that names another only as text, as `import_module` does, counts as well.
    """
    names = {module_of(path) for path in sources}
    return {
        module_of(path): frozenset(imported(ast.parse(text), names)) - {module_of(path)}
        for path, text in sources.items()
    }


def imported(tree: ast.Module, names: Iterable[str]) -> Iterator[str]:
    """The known modules that a module's text imports."""
    known = set(names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                if inner in known:
                    yield inner
                elif node.module in known:
                    yield node.module


def circle(graph: Graph) -> tuple[str, ...]:
    """The modules of one circle, the first one again at its end; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def floors() -> tuple[tuple[str, ...], ...]:
    """The floors of the house, the highest first, as `pyproject.toml` names them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if one.get("containers") == ["tabletop"])
    return tuple(tuple(part.strip() for part in layer.split("|")) for layer in layers)


def homeless(graph: Graph) -> tuple[str, ...]:
    """Modules of the package that stand on no floor, such as a loose file beside the rooms."""
    rooms = {name for floor in floors() for name in floor}
    return tuple(sorted(module for module in graph if "." in module and module.split(".")[1] not in rooms))


def upward(graph: Graph) -> tuple[tuple[str, str], ...]:
    """Imports from a floor to one above it, or to a stranger on the same floor; see `homeless` for what has none."""
    level = {name: at for at, floor in enumerate(floors()) for name in floor}

    def room_of(module: str) -> str:
        return module.split(".")[1] if "." in module else ""

    return tuple(
        (module, other)
        for module, others in graph.items()
        for other in others
        if (low := room_of(module)) != (high := room_of(other)) and {low, high} <= set(level)
        if level[high] <= level[low]
    )
