"""What a module remembers between two calls: names of a module that its functions write to, read off the source."""

import ast
from collections.abc import Iterator

ADDING = ("add", "append", "appendleft", "extend", "insert", "setdefault", "update")
TAKING = ("clear", "discard", "pop", "popitem", "popleft", "remove")
MUTATORS = frozenset({*ADDING, *TAKING, "reverse", "sort"})
"""Methods of lists, sets, mappings and queues that change them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def remembered(text: str) -> tuple[str, ...]:
    """Where functions of a module change something that outlives them, as `line: name`.

    A name that no function around it binds belongs to a module, this one or another. Tables that a module fills while
    it is imported are its own business.
    """
    return tuple(
        f"{line}: {name}" for line, name in sorted(set(_found(ast.parse(text), frozenset(), inside=False)))
    )


def _found(node: ast.AST, bound: frozenset[str], *, inside: bool) -> Iterator[tuple[int, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield from _found(child, bound | set(_bound(child)), inside=True)
            continue
        if inside:
            if isinstance(child, ast.Global):
                yield from ((child.lineno, name) for name in child.names)
            line = getattr(child, "lineno", 0)
            yield from ((line, name) for name in _written(child) if name not in bound)
        yield from _found(child, bound, inside=inside)


def _bound(function: Function) -> Iterator[str]:
    """The names that a function binds: what it is called with, and what it gives a value."""
    of = function.args
    yield from (each.arg for each in (*of.posonlyargs, *of.args, *of.kwonlyargs))
    yield from (each.arg for each in (of.vararg, of.kwarg) if each is not None)
    body = function.body if isinstance(function.body, list) else [function.body]
    outer = {name for node in ast.walk(function) if isinstance(node, ast.Global) for name in node.names}
    for node in (node for part in body for node in ast.walk(part)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id not in outer:
            yield node.id
        elif isinstance(node, ast.MatchAs | ast.MatchStar | ast.ExceptHandler) and node.name:
            yield node.name


def _written(node: ast.AST) -> Iterator[str]:
    """The names whose things a statement or call changes: `name[…] = …`, `name.x = …`, `del name[…]`, `name.add(…)`."""
    if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
        yield from _root(node.value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        yield from _root(node.func.value)


def _root(node: ast.expr) -> Iterator[str]:
    """The name that an expression such as `name.field[3]` begins with; none where it begins with a call."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id
