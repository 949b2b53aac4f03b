"""A console that is fed from a list of lines and keeps what was written."""

from collections.abc import Iterable

from tabletop.ui.plain.console import Console


def scripted(lines: Iterable[str]) -> tuple[Console, list[str]]:
    written: list[str] = []
    feed = iter(lines)
    return Console(lambda: next((f"{line}\n" for line in feed), ""), written.append), written
