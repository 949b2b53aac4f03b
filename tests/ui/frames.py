"""Frames that nobody looks at are not drawn: most of the time of a window's test goes there.

Between two keys a window draws itself several times for a terminal that is not there. Here it draws when it is read
(`screen_text`, the contrast of its colours, a picture). Tests of drawing itself ask for `drawn` and have every frame.
"""

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.screen import Screen


def _not_drawn(
    self: Compositor,
    full: bool = False,
    screen_stack: list[Screen[object]] | None = None,
    simplify: bool = False,
) -> None:
    """In place of a frame: what it would have taken note of."""
    del full, simplify
    visible_screen_stack.set([] if screen_stack is None else screen_stack)
    self._dirty_regions.clear()


@pytest.fixture(autouse=True)
def _frames(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No frame is drawn unasked, but in tests that are marked `drawn`."""
    if request.node.get_closest_marker("drawn") is None:
        monkeypatch.setattr(Compositor, "render_update", _not_drawn)
