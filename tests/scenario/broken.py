"""Breaking the smallest scenario on purpose."""

from pathlib import Path

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.loader import files_of, from_files

MINIMAL = Path(__file__).parent / "minimal"


def minimal() -> dict[str, str]:
    """The texts of the smallest scenario."""
    return files_of(MINIMAL)


def findings(files: dict[str, str]) -> tuple[Finding, ...]:
    """What the loader finds; empty when it finds nothing."""
    try:
        from_files(files)
    except ScenarioError as error:
        return error.findings
    return ()


def broken(name: str, old: str, new: str) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The texts with one edit in one file, at its first place, and what the loader finds in them."""
    files = minimal()
    assert old in files[name]
    files[name] = files[name].replace(old, new, 1)
    return files, findings(files)


def where(text: str, needle: str) -> tuple[int, int]:
    """Line and column, from 1, of the only place where `needle` begins."""
    assert text.count(needle) == 1, f"{needle!r} must stand once"
    at = text.index(needle)
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
