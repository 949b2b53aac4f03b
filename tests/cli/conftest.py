"""No test of a command reads the settings of whoever runs it, or leaves another language behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tabletop.words import tongue


@pytest.fixture(autouse=True)
def _own_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TABLETOP_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.delenv("TABLETOP_LANG", raising=False)
    yield
    tongue.speak(tongue.FIRST)
