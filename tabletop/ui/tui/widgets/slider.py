"""A slider over the steps of a match: a line with a mark, moved by click or by the screen's keys."""

from textual.content import Content
from textual.events import Click, Resize
from textual.message import Message
from textual.widgets import Static


class Slider(Static):
    """Where among the steps the reader is."""

    class Moved(Message):
        """A place was clicked.

        Attributes:
            at: The step, from 0.
        """

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    def __init__(self) -> None:
        self.step, self.steps = 0, 1
        super().__init__(id="slider", markup=False)

    def put(self, step: int, steps: int) -> None:
        """Show a place among so many steps."""
        self.step, self.steps = step, max(1, steps)
        self._draw()

    def on_resize(self, _: Resize) -> None:
        """The line is as long as there are columns."""
        self._draw()

    def on_click(self, event: Click) -> None:
        """Go to the step under the pointer."""
        columns = max(2, self.content_size.width)
        self.post_message(self.Moved(min(event.x, columns - 1) * (self.steps - 1) // (columns - 1)))

    def _draw(self) -> None:
        columns = max(2, self.content_size.width)
        place = self.step * (columns - 1) // max(1, self.steps - 1)
        self.update(Content.assemble("━" * place, ("●", "bold $accent"), "─" * (columns - place - 1)))
