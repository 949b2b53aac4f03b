"""Finding scenarios: the path given, `./scenarios`, then those that come with the package."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.loader import file_bytes, files_of, from_files, read
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.source.model_errors import nearest
from tabletop.scenario.source.yaml_reader import decode, read_tree

__all__ = ["Listed", "open_scenario", "read", "scenarios"]

SHIPPED = Path(__file__).parent.parent / "_scenarios"
"""Where an installed package keeps its scenarios."""

CHECKOUT = Path(__file__).parent.parent.parent / "scenarios"
"""Where a checkout keeps them."""

MOST = 80
"""Characters of a name that an error repeats."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A scenario in the list: enough to choose it by."""

    id: str
    title: str
    as_of: str
    path: str
    seats: tuple[str, ...]
    formats: tuple[str, ...]
    doors: tuple[str, ...]


def open_scenario(name: str | Path) -> Scenario:
    """The scenario of that path or name.

    Raises:
        ScenarioError: There is none, or it cannot be played; every finding at once.
    """
    folder = find(name)
    return _opened(str(folder), tuple(files_of(folder).items()))


@lru_cache(maxsize=8)
def _opened(root: str, files: tuple[tuple[str, str], ...]) -> Scenario:
    """A scenario by its texts: the same texts are read once."""
    return from_files(dict(files), root=root)


def find(name: str | Path) -> Path:
    """The folder of a scenario: its path, else its id, as lists have it, else the name of its folder.

    Raises:
        ScenarioError: There is none of that name.
    """
    given, asked = Path(name), str(name)
    if asked and _holds_scenario(given):
        return given
    known: dict[str, Path] = {}
    for folder in _folders():
        if folder.name == asked and (entry := _listed(folder)) is not None and entry.id == asked:
            return folder
        known.setdefault(folder.name, folder)
    named = {entry.id: Path(entry.path) for entry in scenarios()}
    if asked in (known := known | named):
        return known[asked]
    expected = "a folder with a scenario.yaml, or one of " + (", ".join(sorted(known)) or "no scenarios here")
    raise ScenarioError(
        (Finding(_shown(asked), 0, 0, "", "no such scenario", expected, nearest(asked[:MOST], known)),)
    )


def _holds_scenario(folder: Path) -> bool:
    """Whether a folder has a scenario in it; one that no system could have does not."""
    try:
        return (folder / "scenario.yaml").is_file()
    except (OSError, ValueError):
        return False


def _shown(name: str) -> str:
    """A name as an error repeats it."""
    return (name if len(name) <= MOST else f"{name[: MOST - 1]}…") or "a scenario without a name"


def scenarios() -> tuple[Listed, ...]:
    """Every scenario that can be found by name, those nearest first; unreadable ones are left out."""
    listed: dict[str, Listed] = {}
    for folder in _folders():
        if (entry := _listed(folder)) is not None:
            listed.setdefault(entry.id, entry)
    return tuple(listed.values())


def _folders() -> Iterator[Path]:
    """Folders of scenarios, the nearest first; of two with one name the nearer counts."""
    for root in (Path("scenarios"), CHECKOUT, SHIPPED):
        try:
            folders = sorted(root.iterdir()) if root.is_dir() else []
        except OSError:
            continue
        yield from filter(_holds_scenario, folders)


def _listed(folder: Path) -> Listed | None:
    """The list entry of a folder, read from its frame alone."""
    try:
        frame = folder / "scenario.yaml"
        data = read_tree(str(folder), decode(str(frame), file_bytes(frame))).data
    except ScenarioError:
        return None
    if not isinstance(data, dict):
        return None

    def keys(field: str) -> tuple[str, ...]:
        value = data.get(field)
        return tuple(value) if isinstance(value, dict) else ()

    return Listed(
        id=str(data.get("id", folder.name)),
        title=str(data.get("title", "")),
        as_of=str(data.get("as_of", "")),
        path=str(folder),
        seats=keys("seats"),
        formats=keys("formats"),
        doors=keys("doors"),
    )
