"""The game's voice: figures of harm have a claimant and a date, harm is worth nothing, nobody is spoken for.

Read are the scenario's texts, every table of words, and the pages of whole matches as their seats see them.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from tabletop.game.core.quantities import QUANTITIES, resolve, seat_ids
from tabletop.game.records.events import FortnightTold
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.scenario.library import open_scenario
from tabletop.words.language.facts import fact_paragraph
from tabletop.words.language.i18n import english
from tabletop.words.language.tables import SPOKEN
from tests.game.doubt_rig import board
from tests.report.reading import bargained, calm, heard, pages, words

Unit = tuple[str, str]
"""Where it stands, and a text that is read as one: a card, a paragraph, a line of a page."""

CASUALTY = re.compile(r"\b(killed|dead|died|deaths?|losses|casualt\w+|wounded|injured)\b", re.IGNORECASE)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{MONTHS})\b(?: 20\d\d)?|\b20\d\d(?:-\d\d){{0,2}}\b|\bround \d+", re.IGNORECASE
)
SPAN = re.compile(r"\b\d+ (?:to \d+ )?(?:hours|days|weeks|months)\b")
CLAIM = re.compile(
    r"\b(sa(?:ys|id)|claim\w*|estimat\w*|count\w*|named|report\w*|according|figures?|put[s]?|published)\b",
    re.IGNORECASE,
)
SOURCED = re.compile(r"\b20\d\d[-\d]*, (?:claimed|estimate) by [^.]+\.?$")
SCORE = re.compile(r"\b(scor\w*|points?|wins?|winner|winning|kills?|bonus points|reward\w*)\b", re.IGNORECASE)
HARM = re.compile(
    r"\b(killed|dead|died|casualt\w+|wounded|injured|losses|hits|without power|lost power)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(no|not|never|nobody|none)\b", re.IGNORECASE)
LEADERS = re.compile(
    r"\b(Zelensk\w+|Putin|Trump|Lavrov|Rubio|Witkoff|Rutte|Syrsk\w+|Gerasimov|Peskov|Ushakov|Medinsk\w+|Umerov|"
    r"Budanov|Fedorov|Kushner|Vance|Macron|Merz|Starmer|Tusk|Kallas|von der Leyen|Dmitriev|Belousov)\b"
)
FIRST_PERSON = re.compile(r"\b(I|I'm|me|my|we|us|our|ours|mine)\b")
LOADED = re.compile(
    r"\b(Kiev|terrorists?|nazis?|orcs?|regime|puppet|liberat\w+|special military operation|"
    r"enem(?:y|ies)|invaders?|denazif\w+|glor\w+|hero(?:es|ic)?|martyrs?)\b",
    re.IGNORECASE,
)
SOVEREIGN = re.compile(
    r"\b(sovereign\w*|belongs? to|annex\w*|occupied|liberated|new regions|Russian territory|Ukrainian territory|"
    r"Russian land|Ukrainian land|rightful\w*)\b",
    re.IGNORECASE,
)  # fmt: skip


def paragraphs(where: str, text: str) -> Iterator[Unit]:
    """A text by its paragraphs, each on one line."""
    for block in re.split(r"\n\s*\n", text):
        if block.strip():
            yield where, " ".join(block.split())


@cache
def scenario_texts() -> tuple[Unit, ...]:
    """Cards, clauses, labels, briefings, the debrief."""
    found = list(words().labels.items())
    for name, text in words().texts.items():
        found += paragraphs(name, text)
    return tuple((where, text) for where, text in found if not where.endswith((".facts", ".basis")))


@cache
def facts() -> tuple[Unit, ...]:
    """Facts as a page prints them, without the address of the source."""
    told = {slug: fact_paragraph(fact, SPOKEN) for slug, fact in words().facts.items()}
    return tuple((slug, text.split(" Source: ")[0]) for slug, text in told.items())


@cache
def tables() -> tuple[Unit, ...]:
    """Every sentence of the game, a number in the place of what is filled in."""
    return tuple((slug, re.sub(r"\{\w+\}", "9", text)) for slug, text in english().items())


@cache
def rendered() -> tuple[Unit, ...]:
    """Every page of a match that bots bargain and of one that runs its length, from both parties' chairs."""
    at, states = bargained()
    shown = [(at, state) for state in states[::40]] + [(at, states[-1]), (board("full"), calm())]
    found: dict[Unit, None] = {}
    for on, state in shown:
        for seat in on.parties:
            for name, page in pages(on, state, seat).items():
                units = (
                    paragraphs(name, page) if "brief" in name else ((name, row) for row in page.splitlines())
                )
                found |= dict.fromkeys((where, text.split(" Source: ")[0]) for where, text in units)
    for on, state in ((at, states[-1]), (board("full"), calm())):
        found |= dict.fromkeys(("record", said.split(" Source: ")[0]) for said in recorded(on, state))
    return tuple(found)


def recorded(on: Board, state: State) -> Iterator[str]:
    """The lines of the record: that of a fortnight with its round, a card with its own date."""
    for entry in state.record:
        if entry.event.seen == -1:
            shown = f"Round {entry.round}: " if isinstance(entry.event, FortnightTold) else ""
            yield from (f"{shown}{said}" for said in heard(on, [entry.event]))


CORPORA = {"scenario": scenario_texts, "facts": facts, "tables": tables, "pages": rendered}


@cache
def corpus(name: str) -> tuple[Unit, ...]:
    return CORPORA[name]()


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;!?])\s+", text)


def counts_harm(sentence: str) -> bool:
    """Whether a sentence puts a figure on harm, dates and spans of time apart."""
    return bool(CASUALTY.search(sentence)) and bool(re.search(r"\d", SPAN.sub("", DATE.sub("", sentence))))


def awards(sentence: str) -> bool:
    """Whether a sentence puts a word of winning beside harm, and does not deny it."""
    return bool(HARM.search(sentence) and SCORE.search(sentence)) and not NEGATED.search(sentence)


def test_the_scan_sees_what_it_should() -> None:
    """A scan that finds nothing proves nothing unless it can find."""
    assert counts_harm("In all 35,000 were killed.")
    assert counts_harm("losses of 9, claimed by 9 (round 9): 9")
    assert not counts_harm("On 26 January 2026 nobody was killed.")
    assert awards("A unit wins ten points for each of the wounded.")
    assert not awards("No figure of those killed is worth a point.")
    for name in CORPORA:
        assert len(corpus(name)) > 100, name
    assert sum(counts_harm(text) for _, text in corpus("facts")) > 10
    assert sum(counts_harm(text) for _, text in corpus("pages")) > 5


@pytest.mark.parametrize("name", ["scenario", "facts", "pages"])
def test_a_figure_of_harm_names_who_says_so_and_when(name: str) -> None:
    bare = [
        unit
        for unit in corpus(name)
        if any(counts_harm(sentence) for sentence in sentences(unit[1]))
        and not (CLAIM.search(unit[1]) and DATE.search(unit[1]))
    ]
    assert bare == []


def test_a_sentence_made_for_a_figure_of_harm_has_a_place_for_its_claimant() -> None:
    bare = [unit for unit in corpus("tables") if counts_harm(unit[1]) and not CLAIM.search(unit[1])]
    assert bare == []


@pytest.mark.parametrize("name", CORPORA)
def test_no_word_of_winning_stands_beside_harm(name: str) -> None:
    """But to say that there is no such thing, or in a fact of the ledger that ends with its date and its claimant."""
    bad = [
        unit
        for unit in corpus(name)
        for sentence in sentences(unit[1])
        if awards(sentence)
        if not (SOURCED.search(unit[1]) and DATE.search(unit[1]))
    ]
    assert bad == []


def test_no_card_pays_for_harm() -> None:
    """No card gives value; one that tells of people harmed and is sourced moves nothing at all."""
    cards = open_scenario("abu-dhabi-2026").events.cards
    about_harm = {slug for slug, card in cards.items() if HARM.search(card.text)}
    assert {"civilians-counted", "csis-estimate", "night-of-the-talks", "word-corrected"} <= about_harm
    for card in board().cards:
        touched = {path for path, _ in card.effects}
        assert not {
            path for path in touched if path.startswith(("home.banked", "home.alternative", "home.weights"))
        }
        if card.id in about_harm and cards[card.id].basis == "sourced":
            assert not touched, card.id


def test_no_effect_or_order_pays_for_harm_or_counts_it() -> None:
    at = board()
    levers = [effects for seat in at.seats for lever in seat.levers.values() for effects in lever.values()]
    every = {path for effects in (*at.effects.values(), *levers) for path, _ in effects}
    assert not {path for path in every if path.startswith(("war.lost", "war.dark", "home.alternative"))}
    paying = {name for name, effects in at.effects.items() if any("banked" in path for path, _ in effects)}
    assert paying == {"truce.kept"}, "value in hand comes of a truce that was kept, and of nothing else"
    assert resolve("war.lost.russia", seat_ids(at)) is not None
    assert not [name for _, name in QUANTITIES if re.search(r"score|kill|casualt|victor|win", name)]


@pytest.mark.parametrize("name", ["scenario", "tables", "pages"])
def test_no_leader_is_named_or_speaks(name: str) -> None:
    """Institutions speak; a card never says I or we."""
    assert [unit for unit in corpus(name) if LEADERS.search(unit[1])] == []
    if name == "scenario":
        cards = [unit for unit in corpus(name) if unit[0].startswith(("card.", "clause.", "option."))]
        assert len(cards) > 100
        assert [unit for unit in cards if FIRST_PERSON.search(unit[1])] == []


def test_no_fact_lets_a_leader_speak_in_the_first_person() -> None:
    """A named person may be told of, in the third person."""
    assert [
        unit for unit in corpus("facts") if LEADERS.search(unit[1]) and FIRST_PERSON.search(unit[1])
    ] == []


@pytest.mark.parametrize("name", CORPORA)
def test_no_loaded_word(name: str) -> None:
    assert [(unit, found.group()) for unit in corpus(name) if (found := LOADED.search(unit[1]))] == []


def test_the_theatre_says_control_and_never_whose_it_is() -> None:
    shown = [unit for unit in corpus("pages") if unit[0] in {"ground", "plain.ground"}]
    assert len(shown) > 20
    said = [text for _, text in shown if "control where it is beyond dispute, not sovereignty" not in text]
    assert len(said) < len(shown)
    assert [text for text in said if SOVEREIGN.search(text)] == []
    labels = [text for where, text in corpus("scenario") if where.startswith(("sector.", "city.", "place."))]
    assert [text for text in labels if SOVEREIGN.search(text)] == []


def test_losses_in_the_game_are_said_to_be_claims_or_its_estimate() -> None:
    lines = [text for _, text in corpus("pages") if re.match(r"\s*losses of .*\d", text, re.IGNORECASE)]
    assert len(lines) > 3
    assert all(re.search(r"(claimed by \w+|estimated by the game) \(round \d+\)", text) for text in lines)
