"""A bot's reason is known again by its sentence and heard in the reader's language; nothing else is."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.players.ideas.moment import points
from tabletop.players.mind.temper import TEMPERS
from tabletop.words.language import i18n
from tabletop.words.language.tables import SPOKEN
from tabletop.words.sentences.fillings import quote
from tabletop.words.sentences.reasons import REASONS, heard, recognised, why

SLUGS = sorted(REASONS)
NUMBERS = st.one_of(st.integers(0, 99_999).map(str), st.integers(-99_999, 99_999).map(points))


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    i18n.speak(i18n.FIRST)


def facts_of(slug: str) -> list[str]:
    """The facts a reason names."""
    return [name for _, name, *_ in Formatter().parse(REASONS[slug]) if name]


@pytest.mark.parametrize("slug", SLUGS)
@given(data=st.data())
def test_every_reason_is_known_again_with_its_facts(slug: str, data: st.DataObject) -> None:
    facts = {
        name: data.draw(st.sampled_from(sorted(TEMPERS)) if name == "temper" else NUMBERS)
        for name in facts_of(slug)
    }
    said = why(slug.removeprefix("reason."), **facts)
    assert recognised(said) == (slug, facts)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_reason_is_heard_in_ukrainian_with_its_facts(slug: str) -> None:
    facts = {name: "stalling" if name == "temper" else "73" for name in facts_of(slug)}
    said = why(slug.removeprefix("reason."), **facts)
    assert heard(said) == said, "English stays as it was written"
    i18n.speak("uk")
    told = heard(said)
    assert not re.search("[a-z]", told, re.IGNORECASE), told
    assert told.count("73") == list(facts.values()).count("73")


def test_every_temper_of_a_player_has_a_name() -> None:
    named = {slug for slug in SPOKEN if slug.startswith("temper.")}
    assert {f"temper.{name}" for name in TEMPERS} == named


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "The text is worth nothing; everything would be enough.",
        "The text is worth +1.0; 2.0 would be enough. Really.",
        "He said: Everybody is ready.",
        "Everybody is ready.\n",
        "everybody is ready.",
        "Trust stands at {trust}; a promise kept would raise it.",
        "Orders as a rude seat weighs them.",
    ],
)
def test_what_no_reason_says_stays_as_it_is(typed: str) -> None:
    i18n.speak("uk")
    assert heard(typed) == typed


@given(st.text(max_size=80))
def test_free_text_is_never_changed(typed: str) -> None:
    i18n.speak("uk")
    try:
        assert heard(typed) == typed
    finally:
        i18n.speak(i18n.FIRST)


def test_what_a_bot_says_aloud_is_heard_too_and_quoted() -> None:
    said = why("brief.words")
    assert quote(said) == f"“{said}”"
    i18n.speak("uk")
    assert quote(said) not in {said, f"“{said}”"}
    assert quote("Not yet.") == "“Not yet.”"
