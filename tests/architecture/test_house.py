"""Laws of the house that can be read off the sources."""

import ast
import re

import pytest

from tabletop.game.legality import RULES
from tabletop.game.records.moves import KINDS
from tabletop.scenario.sheets.named_dials import EFFECTS, NUMBERS
from tests.architecture.named_files import missing_files, missing_modules, said
from tests.architecture.sources import game, imports, modules, texts, tree
from tests.architecture.state import remembered

PURE = ("pydantic", "yaml", "textual", "click", "os", "time", "random", "datetime", "pathlib")
"""What the rules never import; numpy is for the arithmetic of the war alone, and never its random numbers."""

MACHINE = "tabletop/game/core/talks.py"
"""The one module that imports `transitions`."""

ARITHMETIC = {"tabletop/game/war/news.py", "tabletop/game/war/model.py"}
"""Modules of the rules that count in arrays."""

CATALOGUES = {
    "tabletop/game/records/events.py",
    "tabletop/game/core/evolve.py",
    "tabletop/game/records/moves.py",
}
"""One entry for each kind of thing, in one list; every other file is one idea and at most 400 lines."""

SOMEBODYS = re.compile(r"/(?:work|tmp|root|home)/\w|[A-Z]:\\\\|\.venv/bin/python3?\.\d", re.IGNORECASE)
TOOLS = re.compile(
    r"\b(?:anthropic|claude|openai|chatgpt|gpt-?\d|copilot|language model|sub-?agent|prompted)\b",
    re.IGNORECASE,
)
NOWHERE = re.compile(r"\(R\d{1,2}\)|\b(?:playtest|decisions|numbers)\.(?:md|yaml)\b")


@pytest.mark.parametrize("module", list(game()))
def test_rules_import_nothing_of_the_world(module: str) -> None:
    found = imports(module)
    roots = {name.split(".")[0] for name in found}
    assert not roots & set(PURE)
    assert "numpy" not in roots or module in ARITHMETIC
    assert not any(name.startswith("numpy.random") for name in found)


@pytest.mark.parametrize("module", list(game()))
def test_rules_remember_nothing_in_their_modules(module: str) -> None:
    assert remembered(modules()[module]) == ()


@pytest.mark.parametrize(
    "written",
    [
        "SEEN[key] = 1",
        "SEEN.setdefault(key, 1)",
        "del SEEN[key]",
        "SEEN[key] += 1",
        "SEEN.inner['x'].append(key)",
        "other.SEEN[key] = 1",
        "other.count = 1",
        "global SEEN; SEEN = {}",
        "return [SEEN.add(one) for one in key]",
        "return lambda: SEEN.pop(key)",
    ],
)
def test_what_a_planted_module_remembers_is_found(written: str) -> None:
    planted = (
        f"from tabletop.game import other\nSEEN = {{}}\nSEEN['filled'] = 0\ndef ask(key):\n    {written}\n"
    )
    assert remembered(planted)


def test_what_a_function_made_itself_is_its_own() -> None:
    own = "def ask(key, *, into):\n    seen = {}\n    seen[key] = 1\n    into.append(key)\n    return seen\n"
    assert remembered(own) == ()


NO_MODULES = {"table.read.text"}
"""Ids of actions that begin like a room."""


def test_files_that_the_sources_name_are_there() -> None:
    every = dict(texts())
    lost = {
        name: found
        for name, text in every.items()
        if name.endswith(".py")
        if missing_files([text], every) or missing_modules([text], modules())
        if (told := tuple(said(text)))
        if (found := (*missing_files(told, every), *missing_modules(told, modules())))
        if not set(found) <= NO_MODULES
    }
    assert lost == {}


def test_a_planted_name_of_a_file_is_found() -> None:
    planted = '"""See `holding.py`, game/core/tolks.py, `frontier.memo.kept` and `game.worth.value`."""\n'
    planted += "X = 1  # as docs/nowhere.md says, or docs/api.md\n"
    there = [name for name, _ in texts()]
    assert missing_files(said(planted), there) == ("docs/nowhere.md", "game/core/tolks.py", "holding.py")
    assert missing_modules(said(planted), modules()) == ("frontier.memo.kept",)


def test_one_module_drives_the_machine() -> None:
    drivers = [
        module for module in modules() if "transitions" in {name.split(".")[0] for name in imports(module)}
    ]
    assert drivers == [MACHINE]


def test_every_kind_of_move_has_its_rule() -> None:
    assert set(RULES) | {"undo"} == set(KINDS)


def test_dials_that_code_names_are_dials_of_the_rules() -> None:
    """What `step.act`, `step.number` and the board's tables are asked for by name has a place in `rules.yaml`."""
    asked: dict[str, set[str]] = {"effects": set(), "numbers": set()}
    for module in modules():
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                table = {"act": "effects", "number": "numbers"}.get(node.func.attr)
                first = node.args[0]
            elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
                table = node.value.attr if node.value.attr in asked else None
                first = node.slice
            elif isinstance(node, ast.keyword) and node.arg == "effects":
                table, first = "effects", node.value
            else:
                continue
            if table and module.startswith("tabletop/game/"):
                asked[table] |= {
                    part.value
                    for part in ast.walk(first)
                    if isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and "{" not in part.value
                    if not any(isinstance(up, ast.JoinedStr) for up in ast.walk(first))
                }
    assert asked["effects"]
    assert asked["effects"] <= set(EFFECTS)
    assert asked["numbers"]
    assert asked["numbers"] <= set(NUMBERS)


def test_packages_hold_a_docstring_and_nothing_else() -> None:
    """But for the front door of the package itself."""
    for module in modules():
        if module.endswith("__init__.py") and module != "tabletop/__init__.py":
            body = tree(module).body
            assert len(body) == 1, module
            assert ast.get_docstring(tree(module)), module


def test_a_file_is_one_idea() -> None:
    lengths = {module: text.count("\n") for module, text in modules().items() if module not in CATALOGUES}
    assert {module: count for module, count in lengths.items() if count > 400} == {}
    assert set(modules()) >= CATALOGUES


def test_everything_public_in_the_rules_says_what_it_is() -> None:
    silent: list[str] = []
    for module in game():
        assert ast.get_docstring(tree(module)), module
        for node in ast.walk(tree(module)):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            if not ast.get_docstring(node):
                silent.append(f"{module}: {node.name}")
    assert silent == []


def test_exported_names_exist() -> None:
    for module in modules():
        body = tree(module).body
        defined = {name for node in ast.walk(tree(module)) for name in names_of(node)}
        for node in body:
            if isinstance(node, ast.Assign) and any(
                isinstance(to, ast.Name) and to.id == "__all__" for to in node.targets
            ):
                assert set(ast.literal_eval(node.value)) <= defined, module


def names_of(node: ast.AST) -> set[str]:
    """The names that a statement gives to its module."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {name.asname or name.name for name in node.names}
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return {node.id}
    return set()


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of anybody's machine, no word of the tools it was made with."""
    here = "tests/architecture/test_house.py"
    found = [
        f"{name}: {hit.group()}"
        for name, text in texts()
        if name != here
        for hit in (SOMEBODYS.search(text), TOOLS.search(text))
        if hit
    ]
    assert found == []


def test_no_reference_leads_nowhere() -> None:
    """Texts refer to rules, documents and facts of the project."""
    here = "tests/architecture/test_house.py"
    found = [
        f"{name}: {hit.group()}" for name, text in texts() if name != here and (hit := NOWHERE.search(text))
    ]
    assert found == []
