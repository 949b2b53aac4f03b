"""The window a screen stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from tabletop.ui.tui.app import Window


def window(node: DOMNode) -> Window:
    """The app of a screen or a part of one, as the window it is."""
    return cast("Window", node.app)  # pyright: ignore[reportUnknownMemberType]  # an app of any result
