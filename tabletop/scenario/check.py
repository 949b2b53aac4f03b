"""Checking a scenario without playing it."""

from pathlib import Path

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.author_warnings import lint
from tabletop.scenario.loader import read


def check(path: str | Path) -> tuple[Finding, ...]:
    """Every finding about the scenario in a folder; empty when it can be played."""
    try:
        read(path)
    except ScenarioError as error:
        return error.findings
    return ()


def warnings(path: str | Path) -> tuple[Finding, ...]:
    """What the author of a scenario that can be played may still want to look at; empty where it cannot be."""
    try:
        return lint(read(path))
    except ScenarioError:
        return ()
