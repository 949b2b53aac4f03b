"""Cases as they are written: one YAML file a chapter."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent

KEYS = {"id", "rule", "says", "given", "when", "then", "broken"}


@dataclass(frozen=True)
class Case:
    """A case: what is given, what is done, what then holds.

    Attributes:
        broken: Why the code does not yet do what the rule says; empty when it does.
    """

    id: str
    rule: str
    says: str
    given: dict[str, Any]
    when: list[str] | str
    then: dict[str, Any]
    broken: str = ""

    @classmethod
    def of(cls, entry: dict[str, Any]) -> "Case":
        """The case of an entry as it is written."""
        return cls(**{"given": {}, **entry})


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every chapter."""
    found: list[Case] = []
    for page in sorted(HERE.glob("*.yaml")):
        for entry in yaml.load(page.read_text(encoding="utf-8"), yaml.CSafeLoader):
            assert set(entry) <= KEYS, f"{page.name}: {entry.get('id')}: unknown keys {set(entry) - KEYS}"
            found.append(Case.of(entry))
    return tuple(found)
