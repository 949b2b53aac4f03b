"""Checking a scenario without playing it."""

from pathlib import Path

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.loader import read


def check(path: str | Path) -> tuple[Finding, ...]:
    """Every finding about the scenario in a folder; empty when it can be played."""
    try:
        read(path)
    except ScenarioError as error:
        return error.findings
    return ()
