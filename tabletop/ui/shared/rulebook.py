"""The rulebook for people: the whole of it, or the paragraph of one rule."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

_NUMBER = re.compile(r"^[#>*\-\s|]*\**(?P<id>[A-Z]\d+(?:\.\d+)?)\b")


@cache
def rulebook() -> str:
    """The rulebook, from the package or from the folder above it; empty when there is none."""
    inside = Path(str(files("tabletop"))) / "_docs" / "RULEBOOK.md"
    above = Path(str(files("tabletop"))).parent / "RULEBOOK.md"
    return next((path.read_text(encoding="utf-8") for path in (inside, above) if path.is_file()), "")


def rule_numbers() -> tuple[str, ...]:
    """The numbers of rules and of their sections, in the order of the rulebook."""
    found = filter(None, map(_NUMBER.match, rulebook().splitlines()))
    return tuple(dict.fromkeys(number for line in found for number in (line["id"].split(".")[0], line["id"])))


def rule(wanted: str) -> str:
    """The paragraph of a rule, or the section whose rules begin with `wanted`; empty when there is none."""
    paragraph: list[str] = []
    inside = False
    for line in rulebook().splitlines():
        found = _NUMBER.match(line)
        if found is not None:
            inside = f"{found['id']}.".startswith(f"{wanted.upper()}.")
        elif line.startswith("#"):
            inside = False
        if inside:
            paragraph.append(line)
    return "\n".join(paragraph).strip()
