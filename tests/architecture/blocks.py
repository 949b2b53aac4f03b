"""The parts of the rulebook that are read off the code: `python -m tests.architecture.blocks` writes them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tabletop.game.core.quantities import QUANTITIES
from tabletop.game.core.rule import LIVE, SESSION, SITTING, Needs
from tabletop.game.core.talks import mermaid
from tabletop.game.legality import RULES
from tabletop.game.records.state import Seen
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import SCALE, Phase

ROOT = Path(__file__).resolve().parents[2]
RULEBOOK = ROOT / "RULEBOOK.md"

SEEN = {Seen.PUBLIC: "all", Seen.OWN: "the seat itself", Seen.SEALED: "nobody until the debrief"}
WHEN: dict[tuple[Phase, ...], str] = {
    SITTING: "plenary",
    SESSION: "plenary, suspended",
    LIVE: "while the match runs",
}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    names = tuple(head)
    lines = [names, ("---",) * len(names), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def moves() -> str:
    """Every kind of move with its rule."""
    rows = [
        (kind, rule.id, rule.who.value, WHEN.get(rule.phases, ", ".join(rule.phases)), rule.needs.value)
        for kind, rule in RULES.items()
    ]
    rows.append(("undo", "T9.1", "any seat", "while the match runs", Needs.NOTHING.value))
    return table(("move", "rule", "who", "when", "needs"), rows)


def quantities() -> str:
    """Every quantity with its unit, its range and who may see it."""
    rows = [
        (
            f"{chapter}.{field}" + ".<seat>" * quantity.depth,
            quantity.unit.value,
            f"{quantity.range.least:,} to {quantity.range.most:,}",
            SEEN[quantity.seen],
        )
        for (chapter, field), quantity in QUANTITIES.items()
    ]
    scale = " and ".join(f"{unit.value} is {size} to one" for unit, size in SCALE.items())
    return (
        table(("path", "unit", "range", "who sees it"), rows)
        + f"\n\nRanges are in the unit named. In a scenario's files points and per cent are written whole: {scale}."
    )


def effects() -> str:
    """Every named effect of the flagship."""
    named = open_scenario("abu-dhabi-2026").rules.effects.named
    rows = [
        (name, ", ".join(f"{path} {size:+g}" for path, size in parts.items()) or "nothing")
        for name, parts in named.items()
    ]
    return table(("effect", "what it does, in points, per cent and MW"), rows)


def numbers() -> str:
    """Every named number of the flagship."""
    named = open_scenario("abu-dhabi-2026").rules.numbers
    rows = [(name, f"{number.value:g}", number.unit) for name, number in named.items()]
    return table(("number", "value", "unit"), rows)


SECTIONS = ("causes", "evidence", "estimates", "theatre", "consent", "aftermath")
"""Sections of `rules.yaml` that rules name by section and field."""


PARTS = frozenset({"violations", "breaking"})
"""Parts of sections that rules name field by field."""


def told(value: object) -> str:
    """A value of a section in a line: lists by commas, tables by semicolons, one in another in brackets."""
    if isinstance(value, dict):
        parts = (
            f"{name} ({told(of)})" if isinstance(of, dict) else f"{name} {told(of)}"
            for name, of in value.items()
        )
        return "; ".join(parts)
    if isinstance(value, list | tuple):
        return ", ".join(told(one) for one in value)
    return f"{value:g}" if isinstance(value, float) else f"{value}"


def sections() -> str:
    """Numbers of the flagship that stand in sections of their own, with what each section rests on."""
    rules = open_scenario("abu-dhabi-2026").rules
    rows = [
        (f"{section}.{field}", told(value))
        for section in SECTIONS
        for field, value in flat(getattr(rules, section).model_dump(exclude={"basis"}, exclude_none=True))
    ]
    return table(("section and field", "as the flagship has it, in points and per cent"), rows)


def flat(fields: dict[str, object]) -> Iterator[tuple[str, object]]:
    """The fields of a section; those of a part of it by both names."""
    for name, value in fields.items():
        if name in PARTS and isinstance(value, dict):
            yield from ((f"{name}.{inner}", held) for inner, held in value.items() if inner != "basis")
        else:
            yield name, value


def chart() -> str:
    """The chart of the talks, as a Mermaid diagram."""
    return f"```mermaid\n{mermaid()}```"


BLOCKS: dict[str, Callable[[], str]] = {
    "Moves": moves,
    "Quantities": quantities,
    "Named effects": effects,
    "Named numbers": numbers,
    "Sections of numbers": sections,
    "The chart of the talks": chart,
}
"""Sections that are written by machine, by their heading."""

BEGIN = "## Tables"
"""All that follows is written by machine."""


def written() -> str:
    """The end of the rulebook, as it should be."""
    parts = [f"### {title}\n\n{block()}" for title, block in BLOCKS.items()]
    return "\n\n".join([BEGIN, *parts]) + "\n"


def main() -> None:
    """Write the machine's part of the rulebook anew."""
    text = RULEBOOK.read_text(encoding="utf-8")
    kept = text.split(f"\n{BEGIN}\n", maxsplit=1)[0].rstrip()
    RULEBOOK.write_text(f"{kept}\n\n{written()}", encoding="utf-8")


if __name__ == "__main__":
    main()
