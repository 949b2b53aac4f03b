"""Examples in documents run as they are printed: page by page, from top to bottom, in one namespace."""

import contextlib
import io
import re
from pathlib import Path

import pytest

import tabletop

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/api.md", "docs/data.md")
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```$(?:\n```text\n(?P<shown>.*?)^```$)?", re.MULTILINE | re.DOTALL
)
"""A block of Python, with what it prints where that follows at once."""


def blocks(page: str) -> list[tuple[str, str | None]]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return [(found["code"], found["shown"]) for found in BLOCK.finditer(text)]


@pytest.mark.parametrize("page", PAGES)
def test_examples_run_and_print_what_is_shown(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if page == "docs/data.md":
        match = tabletop.new_match(seed=2, format_id="pop-up")
        match.play_bots()
        match.save("match.journal.jsonl")
    found = blocks(page)
    assert found
    names: dict[str, object] = {}
    for code, shown in found:
        heard = io.StringIO()
        with contextlib.redirect_stdout(heard):
            exec(compile(code, page, "exec"), names)  # noqa: S102 - what the page says is what is tested
        assert shown is None or heard.getvalue() == shown, code


def test_the_readme_begins_as_the_page_on_scripting_does() -> None:
    assert blocks("README.md")[0] == blocks("docs/api.md")[0]


def test_every_public_name_is_described() -> None:
    page = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    methods = [name for name in vars(tabletop.Match) if not name.startswith("_")]
    silent = [name for name in methods if not re.search(rf"\b{name}\b", page)]
    assert silent == []
