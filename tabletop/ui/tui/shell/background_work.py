"""Work that goes on beside the window, and ends with the part of it that started it."""

from collections.abc import Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode
from textual.worker import Worker, WorkType

Work = Callable[[], Coroutine[Any, Any, None]]
"""What is called once its turn has come: where none comes, as the window closes, nothing waits to be awaited."""


def start(part: DOMNode, work: Work, group: str = "default", *, alone: bool = False) -> Worker[None]:
    """Start something beside the window.

    Args:
        part: The part of the window that it ends with.
        work: What to do.
        group: What it belongs to.
        alone: Whether it takes the place of what is still going on in its group.
    """
    return part.run_worker(cast("WorkType[None]", work), group=group, exclusive=alone)
