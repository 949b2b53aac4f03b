"""Faults of ours at the tables, for whoever keeps the host: each is told once, however often it is met again."""

from collections.abc import Callable
from threading import Lock


class Faults:
    """What went wrong by our own fault; any thread may tell, and what comes before somebody hears is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known = set[tuple[int, str]]()
        self._waiting: list[Exception] = []
        self._hear: Callable[[Exception], object] | None = None

    def tell(self, table: int, error: Exception) -> None:
        """Tell of a fault at a table."""
        with self._lock:
            known = (table, repr(error)) in self._known
            self._known.add((table, repr(error)))
            hear = self._hear
            if hear is None and not known:
                self._waiting.append(error)
        if hear is not None and not known:
            hear(error)

    def hear(self, hear: Callable[[Exception], object]) -> None:
        """Call `hear` with every fault, those of before among them."""
        with self._lock:
            waiting, self._waiting, self._hear = self._waiting, [], hear
        for error in waiting:
            hear(error)
