"""Every sentence of the interface is said in every language, as it stands today."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from string import Formatter

import pytest

from tabletop.words.language import i18n
from tabletop.words.language.tables import SPOKEN
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


def test_the_first_word_of_a_slug_tells_the_file_it_stands_in() -> None:
    """All but the window's, which are read before the others and stand in one file."""
    files = {name.stem: i18n.english(name.stem) for name in i18n.ENGLISH.glob("*.json")}
    assert sum(map(len, files.values())) == len(i18n.english()), "no slug stands in two files"
    pairs = {(slug.split(".")[0], name) for name, said in files.items() if name != "window" for slug in said}
    assert len(pairs) == len({first for first, _ in pairs})


@pytest.mark.parametrize("file", sorted(i18n.ENGLISH.glob("*.json")), ids=lambda file: file.stem)
def test_a_slug_stands_once_in_a_file(file: Path) -> None:
    slugs = [slug for slug, _ in json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=list)]
    assert sorted(set(slugs)) == sorted(slugs)


def test_an_unknown_slug_is_named() -> None:
    with pytest.raises(KeyError, match="no-such-sentence"):
        SPOKEN["no-such-sentence"]


def test_the_language_changes_while_running() -> None:
    before = SPOKEN["phase.plenary"]
    i18n.speak("uk")
    assert SPOKEN["phase.plenary"] != before == i18n.english("names")["phase.plenary"]
    i18n.speak("en")
    assert SPOKEN["phase.plenary"] == before


def test_a_language_holds_for_one_answer_and_no_other_thread_or_task() -> None:
    english = SPOKEN["phase.plenary"]
    with i18n.speaking("uk"):
        assert i18n.language() == "uk"
        assert SPOKEN["phase.plenary"] != english
        with ThreadPoolExecutor() as other:
            assert other.submit(lambda: SPOKEN["phase.plenary"]).result() == english
        with i18n.speaking("en"):
            assert SPOKEN["phase.plenary"] == english
        assert i18n.language() == "uk"
    assert i18n.language() == "en"
    assert SPOKEN["phase.plenary"] == english
    with pytest.raises(LookupError, match="'tlh'"), i18n.speaking("tlh"):
        pass


def test_a_language_without_a_catalogue_is_named() -> None:
    with pytest.raises(LookupError, match="'tlh'"):
        i18n.speak("tlh")
