"""Texts for the screen: sections, and briefings as headings, paragraphs and lists, wrapped by the screen."""

from collections.abc import Iterable

from textual.content import Content

from tabletop.ui.shared.prose_blocks import HEADING, STRESS, prose_blocks
from tabletop.ui.tui.widgets.indented import INDENT, Indented
from tabletop.words.language.section import Section


def prose(text: str) -> Content:
    """The text without its signs, its paragraphs on one line each so that the screen wraps them."""
    return Content("\n").join(_block(block) for block in prose_blocks(text))


def sections(found: Iterable[Section]) -> Content:
    """Sections with their titles, an empty line between them; a line's further lines are set in."""
    parts: list[Content] = []
    for section in found:
        parts += [Content("")] if parts else []
        parts.append(Content.styled(section.title, "bold $accent"))
        parts += [Content(said) for said in section.lines]
    return Indented(parts, INDENT)


def _block(block: str) -> Content:
    heading = HEADING.match(block)
    plain = STRESS.sub(r"\2", heading.group(1) if heading else block)
    return Content.styled(plain, "bold") if heading else Content(plain)
