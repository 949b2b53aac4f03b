"""Texts for the screen: sections, and briefings as headings, paragraphs and lists, wrapped by the screen.

Only what the texts use is read: `#` headings, `-` and `1.` lists, `*` and `**` around words, blank lines.
"""

import re
from collections.abc import Iterable

from textual.content import Content

from tabletop.ui.tui.widgets.indented import INDENT, Indented
from tabletop.words.language.section import Section

HEADING = re.compile(r"^#{1,4}\s+(.*)$")
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")
STRESS = re.compile(r"(\*\*|\*|_)(?=\S)(.+?)(?<=\S)\1")


def prose(text: str) -> Content:
    """The text without its signs, its paragraphs on one line each so that the screen wraps them."""
    return Content("\n").join(_block(block) for block in _blocks(text.strip()))


def sections(found: Iterable[Section]) -> Content:
    """Sections with their titles, an empty line between them; a line's further lines are set in."""
    parts: list[Content] = []
    for section in found:
        parts += [Content("")] if parts else []
        parts.append(Content.styled(section.title, "bold $accent"))
        parts += [Content(said) for said in section.lines]
    return Indented(parts, INDENT)


def _blocks(text: str) -> list[str]:
    """Headings, list items, table rows and paragraphs, one string each; an empty one between blocks."""
    blocks: list[str] = []
    for line in text.splitlines():
        stripped = line.strip()
        alone = not stripped or HEADING.match(stripped) or ITEM.match(line) or stripped.startswith("|")
        after = not blocks or not blocks[-1] or HEADING.match(blocks[-1]) or blocks[-1].startswith("|")
        if alone or after:
            blocks.append(stripped)
        else:
            blocks[-1] = f"{blocks[-1]} {stripped}"
    return blocks


def _block(block: str) -> Content:
    heading = HEADING.match(block)
    plain = STRESS.sub(r"\2", heading.group(1) if heading else block)
    return Content.styled(plain, "bold") if heading else Content(plain)
