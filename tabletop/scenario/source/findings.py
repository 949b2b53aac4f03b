"""Findings of one file: each check adds what it found, at its place in the tree."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from tabletop.errors import Finding
from tabletop.scenario.sheets.quantities import authored, is_path, paths
from tabletop.scenario.source.model_errors import nearest, one_of
from tabletop.scenario.source.placed_data import Path, Tree, shown
from tabletop.vocabulary import SCALE


class Written(Protocol):
    """A number with its unit beside it."""

    @property
    def unit(self) -> str:
        """The unit as it is written."""
        ...


class Findings:
    """Findings of one file."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Finding] = []

    def add(self, path: Path, found: str, expected: str, near: str = "") -> None:
        """Something at `path` is wrong."""
        self.found.append(self.tree.finding(path, found, expected, near, value=True))

    def check_name(self, path: Path, name: str, names: Collection[str], what: str) -> bool:
        """The value at `path` must be one of `names`."""
        if name in names:
            return True
        self.found.append(
            self.tree.finding(
                path, f"the {what} {shown(name)}", one_of(names), nearest(name, names), value=True
            )
        )
        return False

    def check_names(self, path: Path, found: Iterable[str], names: Collection[str], what: str) -> None:
        """Every item of the list at `path` must be one of `names`, each once."""
        seen: set[str] = set()
        for place, item in enumerate(found):
            self.check_name((*path, place), item, names, what)
            if item in seen:
                self.add((*path, place), f"the {what} {item!r} again", "it once")
            seen.add(item)

    def check_keys(
        self, path: Path, found: Collection[str], names: Collection[str], what: str, *, whole: bool
    ) -> None:
        """Every key of the mapping at `path` must be one of `names`; with `whole`, none may be missing."""
        for key in found:
            if key not in names:
                self.found.append(
                    self.tree.finding(
                        (*path, key), f"the {what} {shown(key)}", one_of(names), nearest(key, names)
                    )
                )
        missing = [name for name in names if name not in found] if whole else []
        if missing:
            self.found.append(self.tree.finding(path, f"nothing for {', '.join(missing)}", f"every {what}"))

    def check_options(
        self, path: Path, found: Mapping[str, Collection[str]], options: Mapping[str, Collection[str]]
    ) -> None:
        """Every key at `path` must be a clause, every name in its list one of the clause's options."""
        self.check_keys(path, found, options, "clause", whole=False)
        for clause, names in found.items():
            if clause in options:
                self.check_names((*path, clause), names, options[clause], "option")

    def check_numbers(
        self, path: Path, found: Mapping[str, Written], units: Mapping[str, str], later: Collection[str]
    ) -> None:
        """Each number of `units` must be at `path` in its unit; those of `later` may be missing."""
        asked = [name for name in units if name in found or name not in later]
        self.check_keys(path, found, asked, "number", whole=True)
        for name, number in found.items():
            if name in units and number.unit != units[name]:
                self.add((*path, name, "unit"), number.unit, units[name])

    def check_effects(self, path: Path, effects: Mapping[str, float], seats: Collection[str]) -> None:
        """Every key must be the path of a quantity over `seats`, every number whole in the state's unit."""
        for key, value in effects.items():
            what = authored(key)
            if what is None or not is_path(key, seats):
                near = nearest(key, paths(seats))
                expected = "a quantity, such as alliance.patience"
                self.found.append(self.tree.finding((*path, key), f"the path {shown(key)}", expected, near))
            elif abs(value * SCALE.get(what.unit, 1) - round(value * SCALE.get(what.unit, 1))) > 1e-6:
                self.add((*path, key), str(value), f"a number that is whole in {what.unit}")
