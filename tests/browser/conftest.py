"""A host and browsers for every test that asks; what the machine lacks is said by name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import INSTALL, WIDE, Browser, there
from tests.classroom.host_process import HostProcess

PICTURES = Path(__file__).parent / "pictures"
"""Where pictures of pages are written, to be looked at."""

Opens = Callable[..., Browser]


@pytest.fixture(scope="session", autouse=True)
def _browser_is_there() -> None:
    if not there():
        pytest.skip(INSTALL)


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[Callable[..., HostProcess]]:
    """Starts hosts, and ends them."""
    started: list[HostProcess] = []

    def start(*options: str) -> HostProcess:
        started.append(HostProcess(tmp_path / f"host-{len(started)}", *options))
        return started[-1]

    yield start
    for each in started:
        each.close()


@pytest.fixture
def browsers() -> Iterator[Opens]:
    """Starts browsers, and ends them; a page that broke its policy or a script that failed fails the test."""
    started: list[Browser] = []

    def start(size: tuple[int, int] = WIDE, *, script: bool = True, scheme: str = "dark") -> Browser:
        started.append(Browser(size, script=script, scheme=scheme))
        return started[-1]

    yield start
    complaints = [each for browser in started for each in browser.complaints()]
    for each in started:
        each.close()
    assert not complaints
