"""A paper has one name and one number, wherever it is read."""

from collections.abc import Iterator

import pytest

from tabletop.game.records.papers import BridgeNotice, BridgePaper, Offer
from tabletop.vocabulary import EVERYONE
from tabletop.words.language import i18n
from tabletop.words.language.tables import SPOKEN
from tabletop.words.sentences.papers import listed_papers

KINDS = [slug.removeprefix("paper.") for slug in SPOKEN if slug.startswith("paper.")]


@pytest.fixture(autouse=True)
def _back() -> Iterator[None]:
    yield
    i18n.speak(i18n.FIRST)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_word_for_a_paper_is_the_word_of_its_line(language: str) -> None:
    i18n.speak(language)
    others = [
        kind
        for kind in KINDS
        if (word := SPOKEN.get(f"word.{kind.split('.')[0]}", ""))
        and word.split()[0] not in SPOKEN[f"paper.{kind}"]
    ]
    assert others == []


@pytest.mark.parametrize("language", ["en", "uk"])
def test_an_offer_is_an_offer_in_menus_and_in_the_record(language: str) -> None:
    i18n.speak(language)
    noun = SPOKEN["word.offer"][:5]
    slugs = ("menu.offer", "menu.counter", "menu.withdraw", "line.paper-closed.countered", "coach.offer")
    assert [slug for slug in slugs if noun not in SPOKEN[slug].lower()] == []


def test_a_bridge_is_listed_once_by_the_number_of_its_notice() -> None:
    to, terms = ("ukraine", "russia"), (("scope", 1), ("term", 2))
    notice = BridgeNotice(7, EVERYONE, "us", to)
    bridge = BridgePaper(8, 0b111, "us", to, terms)
    offer = Offer(9, EVERYONE, "ukraine", ("russia",), terms, 1)
    assert [*listed_papers((notice, bridge, offer))] == [BridgePaper(7, 0b111, "us", to, terms), offer]
    assert [*listed_papers((notice, offer))] == [notice, offer]
    assert [*listed_papers((bridge,))] == [bridge]
