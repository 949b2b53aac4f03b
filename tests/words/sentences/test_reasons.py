"""A reason is said in the reader's language, with its facts; what no reason says is shown as it stands."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from tabletop.game.records.sentence import Sentence
from tabletop.players.mind.temper import TEMPERS
from tabletop.words.language import i18n
from tabletop.words.language.tables import SPOKEN
from tabletop.words.sentences.fillings import quote
from tabletop.words.sentences.reasons import ALOUD, MISSING, bot_words, said

REASONS = i18n.english("reasons")
SLUGS = sorted(slug.removeprefix("reason.") for slug in REASONS)


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    i18n.speak(i18n.FIRST)


def facts_of(slug: str) -> dict[str, str]:
    """A fact for each that a reason asks for."""
    names = [name for _, name, *_ in Formatter().parse(REASONS[f"reason.{slug}"]) if name]
    return {name: "stalling" if name == "temper" else "73" for name in names}


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reason_is_said_with_its_facts_in_both_languages(slug: str) -> None:
    facts = facts_of(slug)
    english = said(Sentence(slug, facts))
    assert english == REASONS[f"reason.{slug}"].format_map(facts)
    assert english[0].isupper() or english[0].isdigit()
    assert english.endswith(".")
    i18n.speak("uk")
    ukrainian = said(Sentence(slug, facts))
    assert not re.search("[a-z]", ukrainian, re.IGNORECASE), ukrainian
    assert ukrainian.count("73") == list(facts.values()).count("73")


def test_every_temper_of_a_player_has_a_name() -> None:
    named = {slug for slug in SPOKEN if slug.startswith("temper.")}
    assert {f"temper.{name}" for name in (*TEMPERS, "mediating", "supporting")} == named


@pytest.mark.parametrize("language", ["en", "uk"])
def test_what_no_reason_says_is_shown_as_it_stands(language: str) -> None:
    i18n.speak(language)
    assert said(None) == ""
    assert said(Sentence("", {"text": "Because {it} was so."})) == "Because {it} was so."
    assert said(Sentence("a-later-programs")) == "a-later-programs"


def test_a_fact_that_a_journal_does_not_give_leaves_a_gap() -> None:
    assert MISSING in said(Sentence("draft.yes", {"least": "2.0"}))
    assert "rude" in said(Sentence("orders", {"temper": "rude"}))


def test_what_a_bot_says_aloud_is_heard_in_the_readers_language_and_quoted() -> None:
    for slug in ALOUD:
        words = bot_words(slug.removeprefix("aloud."))
        i18n.speak("en")
        assert quote(words) == f"“{words}”"
        i18n.speak("uk")
        assert quote(words) not in {words, f"“{words}”"}
        assert quote(f"{words} Really.") == f"“{words} Really.”"
