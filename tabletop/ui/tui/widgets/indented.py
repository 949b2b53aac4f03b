"""Lines with a hanging indent: when one is wrapped, the rest stands under its words, not under its mark."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widgets import Static

INDENT = 2
"""Columns of the hanging indent of a sentence in a list."""

LEAST = 20
"""Columns below which nothing is indented: a narrow place needs all of them."""


class Indented(Content):
    """Lines that are wrapped when they are drawn, each with a hanging indent."""

    def __init__(self, parts: Iterable[Content], by: int = 0, most: int = 0) -> None:
        """Take lines.

        Args:
            parts: Lines; one that hangs already keeps its own indents.
            by: Columns by which the further lines of the others are set in.
            most: Lines there is room for; what is longer ends in an ellipsis, so that nobody takes a part for all. 0
                is any number.
        """
        taken = tuple(parts) or (Content(""),)
        whole = Content("\n").join(taken)
        super().__init__(whole.plain, list(whole.spans))
        self.most = most
        self.indents: tuple[int, ...] = tuple(indent for part in taken for indent in _indents(part, by))

    def folded(self, width: int) -> Content:
        """The lines as they stand in so many columns."""
        lines = zip(self.split(allow_blank=True), self.indents, strict=True)
        pieces = [piece for line, by in lines for piece in _pieces(line, by, width)]
        if self.most and len(pieces) > self.most:
            last = pieces[self.most - 1].rstrip().truncate(width - 1).rstrip(" .,;:·")
            pieces = [*pieces[: self.most - 1], last + Content("…")]
        return Content("\n").join(pieces)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines that are needed in so many columns."""
        if width <= 0 or _cut(rules):
            return super().get_height(rules, width)
        return len(self.folded(width).split(allow_blank=True))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Draw; where lines are cut and not wrapped there is nothing to set in."""
        if width <= 0 or _cut(options.rules):
            return super().render_strips(width, height, style, options)
        return self.folded(width).render_strips(width, height, style, options)


def _cut(rules: RulesMap) -> bool:
    """Whether lines are cut at the edge and not wrapped."""
    return "text_wrap" in rules and rules["text_wrap"] == "nowrap"


def _indents(part: Content, by: int) -> tuple[int, ...]:
    return part.indents if isinstance(part, Indented) else (by,) * (part.plain.count("\n") + 1)


def _pieces(line: Content, by: int, width: int) -> Iterator[Content]:
    """A line wrapped: its head and first words, then the others under those words."""
    by = by if width - by >= LEAST else 0
    first, *rest = line[by:].wrap(width - by) or [Content("")]
    yield line[:by] + first
    for each in rest:
        yield each.pad_left(by)


HEADING = 4
"""Lines of a heading."""


DETAIL = 6
"""Lines of the text about a row or a value."""


def heading(*lines: Content) -> Indented:
    """What stands above the body of a screen, in the lines there are for it."""
    return Indented(lines, most=HEADING)


def detail(*lines: Content) -> Indented:
    """What a marked row or a value is about, in the lines there are for it."""
    return Indented(lines, most=DETAIL)


class SelectableText(Static):
    """A text to read; a part can be marked with the mouse and copied as it stands, indents included."""

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked, as it stands on the screen."""
        shown = self.visual
        if isinstance(shown, Indented):
            return selection.extract(shown.folded(self.content_size.width).plain), "\n"
        return super().get_selection(selection)
