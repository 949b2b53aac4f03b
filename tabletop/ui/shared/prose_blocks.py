"""Briefings as blocks: headings, paragraphs, items of lists and rows of tables.

Only what the texts use is read: `#` headings, `-` and `1.` lists, `*` and `**` around words, blank lines.
"""

import re

from tabletop.words.language.section import Section

HEADING = re.compile(r"^#{1,4}\s+(.*)$")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
STRESS = re.compile(r"(\*\*|\*|_)(?=\S)(.+?)(?<=\S)\1")


def prose_blocks(text: str) -> list[str]:
    """Headings, list items, table rows and paragraphs, one string each; an empty one between blocks."""
    blocks: list[str] = []
    for line in text.strip().splitlines():
        stripped = line.strip()
        alone = not stripped or HEADING.match(stripped) or ITEM.match(line) or stripped.startswith("|")
        after = not blocks or not blocks[-1] or HEADING.match(blocks[-1]) or blocks[-1].startswith("|")
        if alone or after:
            blocks.append(stripped)
        else:
            blocks[-1] = f"{blocks[-1]} {stripped}"
    return blocks


def prose_sections(text: str) -> tuple[Section, ...]:
    """The same as titled groups of lines; what stands before the first heading has no title and is left out."""
    lines = [STRESS.sub(r"\2", block) for block in prose_blocks(text) if block]
    heads = [at for at, line in enumerate(lines) if HEADING.match(line)]
    return tuple(
        Section(HEADING.sub(r"\1", lines[at]), tuple(lines[at + 1 : after]))
        for at, after in zip(heads, [*heads[1:], len(lines)], strict=True)
    )
