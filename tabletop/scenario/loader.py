"""Reading a scenario: folder to texts, texts to trees, trees to models, models to a checked scenario."""

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import ValidationError

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.checks import across_files
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.base import Sheet
from tabletop.scenario.sheets.clauses import Clauses
from tabletop.scenario.sheets.content import Cards, Facts, Positions
from tabletop.scenario.sheets.frame import Frame
from tabletop.scenario.sheets.map import FiguresSheet, MapSheet
from tabletop.scenario.sheets.record import RecordSheet
from tabletop.scenario.sheets.rules import Ruleset
from tabletop.scenario.source import kept_files
from tabletop.scenario.source.model_errors import faults
from tabletop.scenario.source.placed_data import Tree
from tabletop.scenario.source.yaml_reader import (
    MOST_BYTES,
    UNSAFE,
    control_character,
    decode,
    read_tree,
)

S = TypeVar("S", bound=Sheet)

SHEETS: dict[str, type[Sheet]] = {
    "scenario.yaml": Frame,
    "clauses.yaml": Clauses,
    "rules.yaml": Ruleset,
    "facts.yaml": Facts,
    "events.yaml": Cards,
    "positions.yaml": Positions,
    "map.yaml": MapSheet,
    "figures.yaml": FiguresSheet,
    "record.yaml": RecordSheet,
}
"""The files of a scenario, and the model each must fit."""

OPTIONAL = frozenset({"map.yaml", "figures.yaml", "record.yaml"})
"""Files that a scenario may leave out."""


def read(path: str | FilePath) -> Scenario:
    """The scenario in a folder.

    Raises:
        ScenarioError: It cannot be played; every finding at once.
    """
    folder = FilePath(path)
    return from_files(files_of(folder), root=str(folder))


def files_of(folder: FilePath) -> dict[str, str]:
    """The texts of a scenario's files, by their name inside the folder.

    What an editor leaves beside a file it has open is passed over.

    Raises:
        ScenarioError: There is no such folder; or what should be a file is none, cannot be read, is too large or not
            UTF-8.
    """
    if not os.path.lexists(folder / "scenario.yaml"):
        raise ScenarioError((Finding(str(folder), 0, 0, "", "no scenario.yaml", "a folder with a scenario"),))
    names = [name for name in (*SHEETS, "debrief.md") if os.path.lexists(folder / name)]
    pages = sorted(page.name for page in folder.glob("briefings/*.md"))
    names += [f"briefings/{page}" for page in pages if not page.startswith((".", "#"))]
    files: dict[str, str] = {}
    findings: list[Finding] = []
    for name in names:
        try:
            files[name] = decode(str(folder / name), file_bytes(folder / name))
        except ScenarioError as error:
            findings += error.findings
    if findings:
        raise ScenarioError(tuple(findings))
    return files


def file_bytes(path: FilePath) -> bytes:
    """What stands in a file, as far as an author's file may be long, and one byte more.

    Raises:
        ScenarioError: It is no file, or cannot be read.
    """
    try:
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as file:
                return file.read(MOST_BYTES + 1)
        found = "a folder" if path.is_dir() else "a pipe or a device"
    except FileNotFoundError:
        found = "a link that leads nowhere"
    except OSError as error:
        found = f"a file that cannot be read ({error.strerror or error})"
    raise ScenarioError((Finding(str(path), 0, 0, "", found, "a file that can be read"),))


def from_files(files: Mapping[str, str], root: str = "", *, kept: bool = False) -> Scenario:
    """A scenario from its texts, as a journal keeps them.

    Args:
        files: Name to text.
        root: What stands before a file's name in findings.
        kept: Whether a journal kept them: an old match opens, whatever its facts rest on and whatever keys the rules
            have got or lost since (see `kept_files`).

    Raises:
        ScenarioError: It cannot be played; every finding at once.
    """
    findings: list[Finding] = []
    trees: dict[str, Tree] = {}
    sheets: list[Sheet] = []

    def shown(name: str) -> str:
        return f"{root}/{name}" if root else name

    for name, model in SHEETS.items():
        if name not in files:
            if name in OPTIONAL:
                continue
            findings.append(Finding(shown(name), 0, 0, "", "no file", f"the file {name}"))
            continue
        try:
            tree = read_tree(shown(name), files[name])
            trees[name] = _as_of_now(name, tree) if kept else tree
            sheets.append(fitted(trees[name], model))
        except ScenarioError as error:
            findings += error.findings
    for name, text in files.items():
        if name not in SHEETS and (bad := UNSAFE.search(text)):
            findings.append(control_character(shown(name), text.count("\n", 0, bad.start()) + 1, 1))
    parts = across_files.Parts(trees, sheets, kept)
    findings += across_files.findings(parts)
    if findings:
        raise ScenarioError(tuple(findings))
    return Scenario(
        files=dict(files),
        frame=parts.need(Frame),
        clauses=parts.need(Clauses),
        rules=parts.need(Ruleset),
        facts=parts.need(Facts),
        events=parts.need(Cards),
        positions=parts.need(Positions),
        texts=_texts(files),
        map=parts.find(MapSheet),
        figures=parts.find(FiguresSheet),
        record=parts.find(RecordSheet),
    )


def _as_of_now(name: str, tree: Tree) -> Tree:
    """A file that a journal kept, with the keys that today's have."""
    return replace(tree, data=kept_files.as_of_now(name, tree.data, kept_files.ADDED, kept_files.REMOVED))


def fitted(tree: Tree, model: type[S]) -> S:
    """A tree as its model, by way of JSON, which strict models read without converting types.

    Raises:
        ScenarioError: It does not fit; every finding at once.
    """
    try:
        return model.model_validate_json(json.dumps(tree.data))
    except ValidationError as error:
        raise ScenarioError(faults(tree, model, error)) from error


def _texts(files: Mapping[str, str]) -> dict[str, str]:
    """The long texts: `general`, `confidential.<seat>`, `debrief`."""
    texts: dict[str, str] = {}
    for name, text in files.items():
        if name == "debrief.md":
            texts["debrief"] = text
        elif name.startswith("briefings/"):
            slug = name.removeprefix("briefings/").removesuffix(".md")
            texts["general" if slug == "general" else f"confidential.{slug}"] = text
    return texts
