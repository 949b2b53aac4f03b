"""Every link between the project's own documents leads somewhere, and every file they name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("scenarios/**/*.md")])

LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")
NAMED = re.compile(r"`(?P<to>(?:docs|tests|tabletop|scenarios|saves)/[\w./-]+)`")
"""A file or folder of the project, named from its root."""

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> list[str]:
    """Links that stay in the project."""
    found = LINK.finditer(FENCE.sub("", page.read_text(encoding="utf-8")))
    return [link["to"] for link in found if not re.match(r"[a-z]+:", link["to"])]


def test_there_are_links_to_follow() -> None:
    assert sum(len(links(page)) for page in PAGES) >= 20
    assert sum(len(NAMED.findall(page.read_text(encoding="utf-8"))) for page in PAGES) >= 20


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, heading = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert not heading or heading in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_named_files_are_there(page: Path) -> None:
    for name in NAMED.findall(page.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), f"{name} is not there"
