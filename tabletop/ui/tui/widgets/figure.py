"""Figures that can be clicked on to ask where they come from, and canvases as text of the screen."""

from textual.content import Content
from textual.style import Style

from tabletop.ui.shared.dot_canvas import Canvas


def clickable(content: Content, action: str) -> Content:
    """The same text; a click on it does an action."""
    return content.stylize(Style.from_meta({"@click": action}))


def figure(content: Content | str, name: str) -> Content:
    """A text that tells a figure: a click on it shows where the figure comes from, as the source key does."""
    return clickable(content if isinstance(content, Content) else Content(content), source_action(name))


def source_action(name: str) -> str:
    """The action that shows where a figure comes from; figures are named by ids, without quotes."""
    return f"app.source('{name}')"


def drawn(canvas: Canvas) -> list[Content]:
    """A canvas as lines."""
    found: list[Content] = []
    for runs in canvas.lines():
        line = Content("")
        for letters, style, action in runs:
            part = Content.styled(letters, style) if style else Content(letters)
            line += clickable(part, action) if action else part
        found.append(line)
    return found
