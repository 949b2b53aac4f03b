"""What a model refuses, told to the author: file, line, column, what was found, what to try."""

import types
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tabletop.errors import Finding
from tabletop.scenario.source.placed_data import Path, Plain, Tree, shown


def nearest(name: str, names: Iterable[str]) -> str:
    """The valid name that is nearest to `name`, or an empty string."""
    close = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return close[0] if close else ""


def one_of(names: Collection[str]) -> str:
    """What may stand there, as a list that stays readable."""
    few = sorted(names)
    return "one of " + ", ".join(few) if len(few) <= 8 else f"one of {len(few)} names, such as {few[0]}"


def value_at(data: Plain, path: Path) -> Plain:
    """The value at a path, or an empty string when there is none."""
    for step in path:
        match data, step:
            case dict(), str():
                data = data.get(step, "")
            case list(), int() if step < len(data):
                data = data[step]
            case _:
                return ""
    return data


def _peel(kind: Any) -> list[Any]:
    """A type without `Annotated` and unions: its alternatives."""
    if get_origin(kind) is Annotated:
        return _peel(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return [peeled for member in get_args(kind) for peeled in _peel(member)]
    return [kind]


def names_at(model: type[BaseModel], path: Path) -> list[str]:
    """The names that may stand at `path`: the fields of a model, or the words of a choice."""
    kinds: list[Any] = [model]
    for step in path:
        inner: list[Any] = []
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                field = kind.model_fields.get(str(step))
                inner += _peel(field.annotation) if field else []
            elif get_args(kind):
                inner += _peel(get_args(kind)[-1])
        kinds = inner
    names: list[str] = []
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            names += kind.model_fields
        elif get_origin(kind) is Literal:
            names += [str(word) for word in get_args(kind)]
    return names


def _finding(tree: Tree, model: type[BaseModel], error: ErrorDetails) -> Finding:
    """One complaint of pydantic as a finding."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    if error["type"] == "missing":
        return tree.finding(path, "nothing", f"the key {shown(path[-1])}")
    if error["type"] == "extra_forbidden":
        names = names_at(model, path[:-1])
        return tree.finding(path, f"the key {shown(path[-1])}", one_of(names), nearest(str(path[-1]), names))
    while path and path not in tree.places:
        path = path[:-1]
    if error["loc"][-1:] == ("[key]",):
        return tree.finding(path, f"the key {shown(path[-1])}", error["msg"][0].lower() + error["msg"][1:])
    value = value_at(tree.data, path)
    if error["type"] == "literal_error":
        names = names_at(model, path)
        return tree.finding(path, shown(value), one_of(names), nearest(str(value), names), value=True)
    expected = _expected(error, value)
    return tree.finding(path, shown(value), expected[0].lower() + expected[1:], value=True)


def _expected(error: ErrorDetails, value: Plain) -> str:
    """What should stand there, in words for who writes YAML."""
    limits = error.get("ctx", {})
    match error["type"]:
        case "too_short":
            return f"{limits['min_length']} or more"
        case "too_long":
            return f"{limits['max_length']} at the most, not {limits['actual_length']}"
        case "dict_type" | "model_type" | "model_attributes_type":
            return "a mapping: keys with values"
        case "bool_type" if isinstance(value, str):
            return "true or false"
        case _:
            return error["msg"].removeprefix("Input should be ").removeprefix("Value error, ")


def faults(tree: Tree, model: type[BaseModel], error: ValidationError) -> tuple[Finding, ...]:
    """Every complaint of pydantic about a file, each with its place."""
    seen: dict[tuple[int, int, str], Finding] = {}
    for detail in error.errors(include_url=False):
        finding = _finding(tree, model, detail)
        seen.setdefault((finding.line, finding.column, finding.key), finding)
    return tuple(seen.values())
