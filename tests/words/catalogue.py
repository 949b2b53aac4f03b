"""The catalogues of the interface: what has to be said in every language, gathered from the code.

`python -m tests.words.catalogue` brings each `tabletop.po` up to date (new sentences empty, stale ones taken out)
and compiles it. Sentences stand in `words/english` by slug, which is their context,
and in the code in `_()` and `N_()`.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tabletop.words.language.i18n import DOMAIN, FIRST, FOLDER, NAMES, english

TITLE = "The Remaining Fifth"
PACKAGE = Path(__file__).parents[2] / "tabletop"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
LANGUAGES = tuple(code for code in NAMES if code != FIRST)


def gathered() -> Catalog:
    """Every sentence of the interface."""
    catalog = Catalog(project=TITLE, charset="utf-8")
    for slug, sentence in english().items():
        catalog.add(sentence, context=slug, flags=_flags(sentence))
    for _file, _line, message, _comments, context in extract_from_dir(PACKAGE, keywords=KEYWORDS):
        catalog.add(message, context=context)
    return catalog


def _flags(sentence: str) -> list[str]:
    """How facts are filled in."""
    return ["python-brace-format"] if "{" in sentence else []


def path(language: str) -> Path:
    """The source of a catalogue."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def kept(language: str) -> Catalog:
    """A catalogue as it stands."""
    with path(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(catalog: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def update(language: str) -> tuple[int, int]:
    """Bring a catalogue up to date; how many sentences wait for words, and how many there are."""
    template, source = gathered(), path(language)
    source.parent.mkdir(parents=True, exist_ok=True)
    catalog = kept(language) if source.exists() else Catalog(locale=language, domain=DOMAIN)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.fuzzy, catalog.project, catalog.header_comment = False, TITLE, f"# {NAMES[language]}: {TITLE}"
    out = io.BytesIO()
    write_po(out, catalog, width=110, omit_header=False, no_location=True, sort_output=True)
    source.write_bytes(out.getvalue())
    source.with_suffix(".mo").write_bytes(compiled(catalog))
    messages = [message for message in catalog if message.id]
    return sum(not said(message.string) for message in messages), len(messages)


def said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a sentence has words, in every form it needs."""
    return bool(string) and (isinstance(string, str) or all(string or ()))


if __name__ == "__main__":
    for code in LANGUAGES:
        waiting, all_there = update(code)
        sys.stdout.write(f"{code}: {all_there} sentences, {waiting} without words\n")
