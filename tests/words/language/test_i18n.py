"""Every sentence of the interface is said in every language, as it stands today."""

from string import Formatter

import pytest

from tabletop.words.english.table import ENGLISH
from tabletop.words.language import i18n
from tabletop.words.language.voice import SPOKEN
from tests.words.catalogue import LANGUAGES, compiled, gathered, kept, path, said

Key = tuple[str | None, str]


def facts(sentence: str) -> set[str]:
    """The facts that a sentence names."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.fixture(autouse=True)
def _back() -> object:
    yield
    i18n.speak(i18n.FIRST)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_is_stale(language: str) -> None:
    wanted = {(message.context, str(message.id)) for message in gathered() if message.id}
    words = {(message.context, str(message.id)): message.string for message in kept(language) if message.id}
    silent = [key for key in wanted if not said(words.get(key))]
    assert not silent, f"{language} lacks words for {len(silent)}, such as {sorted(map(str, silent))[:5]}"
    stale = words.keys() - wanted
    assert not stale, f"{language} keeps what nobody says: {sorted(map(str, stale))[:5]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_fills_in_the_same_facts(language: str) -> None:
    for message in kept(language):
        if message.id and isinstance(message.id, str):
            assert facts(str(message.string)) == facts(message.id), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_reads_what_the_translator_wrote(language: str) -> None:
    assert path(language).with_suffix(".mo").read_bytes() == compiled(kept(language))


def test_the_language_changes_while_running() -> None:
    before = SPOKEN["phase.plenary"]
    i18n.speak("uk")
    assert SPOKEN["phase.plenary"] != before == ENGLISH["phase.plenary"]
    i18n.speak("en")
    assert SPOKEN["phase.plenary"] == before


def test_a_language_without_a_catalogue_is_named() -> None:
    with pytest.raises(LookupError, match="'tlh'"):
        i18n.speak("tlh")
