"""Which language the game speaks: English sentences, and gettext catalogues of them in other languages.

A language may change while the program runs: sentences are looked up when they are shown, so whatever is drawn
next speaks it. Where one program answers several people, `speaking` holds for one answer alone. Sentences with a
slug stand in `words/english`, and the slug is their context in a catalogue; `python -m tests.words.catalogue` gathers
what has to be translated, and a test names what is missing or stale.
Words of a scenario are its author's and are not in the catalogue.
"""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations, translation
from pathlib import Path

ENGLISH = Path(__file__).parents[1] / "english"
"""Sentences with a slug: JSON files of `"slug": "sentence"`."""

FOLDER = Path(__file__).parent / "locale"
"""Catalogues: `<language>/LC_MESSAGES/tabletop.mo`, and its source beside it."""

DOMAIN = "tabletop"
"""Name of the catalogues."""

FIRST = "en"
"""The language sentences are written in."""

NAMES: dict[str, str] = {FIRST: "English", "uk": "Українська"}
"""Languages there may be, each by its own name."""

_spoken: dict[str, NullTranslations] = {FIRST: NullTranslations()}
_now = [FIRST]
_here: ContextVar[str] = ContextVar("language", default="")
"""The language of the answer that is being made; empty where the program's own holds."""


def languages() -> dict[str, str]:
    """The languages that have a catalogue: code to name."""
    return {
        code: name
        for code, name in NAMES.items()
        if code == FIRST or (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo").exists()
    }


def language() -> str:
    """The code of the language that is spoken now."""
    return _here.get() or _now[0]


def speak(code: str) -> None:
    """Speak a language from now on.

    Raises:
        LookupError: There is no catalogue of it.
    """
    _learn(code)
    _now[0] = code


@contextmanager
def speaking(code: str) -> Generator[None]:
    """Speak a language inside the block, in this task and thread alone; others speak on as they did.

    Raises:
        LookupError: There is no catalogue of it.
    """
    _learn(code)
    before = _here.set(code)
    try:
        yield
    finally:
        _here.reset(before)


def _learn(code: str) -> None:
    """Have the catalogue of a language at hand."""
    if code not in languages():
        raise LookupError(f"there is no language {code!r}; there are {', '.join(languages())}")
    if code not in _spoken:
        _spoken[code] = translation(DOMAIN, FOLDER, [code])


def _(sentence: str) -> str:
    """The sentence in the language that is spoken."""
    return _spoken[language()].gettext(sentence) if sentence else sentence


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence in the form that goes with a number."""
    return _spoken[language()].ngettext(one, many, count)


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a sentence that is looked up only when it is shown, such as the description of a key."""
    return sentence


def english(*files: str) -> dict[str, str]:
    """English sentences by slug, as they were written: those of some files, or all of them.

    Sentences are built "label: value", so that no word needs a case, and facts stand in braces. Lines of the record
    are in the past tense, which reads alike after "you" and after a name.
    """
    found: dict[str, str] = {}
    for name in files or sorted(path.stem for path in ENGLISH.glob("*.json")):
        found |= json.loads((ENGLISH / f"{name}.json").read_text(encoding="utf-8"))
    return found


class Table(Mapping[str, str]):
    """Sentences by slug in the language that is spoken."""

    def __init__(self, sentences: Mapping[str, str], preferred: str = "") -> None:
        """Take English sentences.

        Args:
            sentences: The sentences by slug.
            preferred: A prefix: where a slug with it has a sentence, it stands in for the one without.
        """
        self._sentences = sentences
        self._preferred = preferred

    def __getitem__(self, slug: str) -> str:
        """The sentence of a slug.

        Raises:
            KeyError: There is none.
        """
        if self._preferred and self._preferred + slug in self._sentences:
            slug = self._preferred + slug
        return _spoken[language()].pgettext(slug, self._sentences[slug])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences)

    def __len__(self) -> int:
        return len(self._sentences)

    def __contains__(self, slug: object) -> bool:
        return slug in self._sentences
