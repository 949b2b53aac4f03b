"""The flagship's content: what its cards and positions rest on, read from the real files."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[3] / "scenarios" / "abu-dhabi-2026"
EVE = "2026-01-31"
SEATS = ("ukraine", "russia", "us", "europe")
CLAUSES = {
    "scope": {"nothing", "energy", "long-range", "ground", "all-domains"},
    "term": {"undated", "week", "month", "until-treaty"},
    "donetsk": {"transfer", "police-swap", "neutral-zone", "civil-police-zone", "freeze"},
    "status": {"recognition", "de-facto", "reserved", "non-recognition", "sovereignty"},
    "buffer": {"none", "two-km", "seven-km", "deep"},
    "weapons": {"none", "guns", "rockets", "long-range"},
    "caps": {"600k", "700k", "800k", "no-cap"},
    "verify": {"self-report", "remote", "civil-mission", "both-side-access", "armed-protection"},
    "respond": {"none", "consult", "ladder", "automatic"},
    "guarantee": {"none", "letter", "ratified-pledge", "european-force", "backstop"},
    "sanctions": {"all-lifted", "phased", "pilot", "none"},
    "people": {"nothing", "lists", "sick-and-civilians", "all-for-all"},
    "ratification": {"elections", "referendum", "parliament", "signatures"},
}
PATHS = {
    "war.momentum",
    "war.headroom",
    "war.air_cover",
    "war.recruiting",
    "war.held",
    "war.lethality.ukraine",
    "war.grid",
    "war.over",
    "alliance.patience",
    "alliance.attention",
    "alliance.cohesion",
    "alliance.support",
    "home.audience.ukraine",
    "home.audience.russia",
    "home.trust.ukraine.russia",
    "home.trust.russia.ukraine",
    "alliance.force_step",
    "alliance.capital.us",
}
COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million|\d+)"
HARMED = re.compile(
    rf"{COUNT}(?: [\w-]+){{0,5}} (?:killed|dead|died|wounded|injured|casualties|losses)\b"
    rf"|(?:killed|dead|died|wounded|injured|casualties|losses|figures?)\b[^.;]{{0,60}} {COUNT}"
)
CLAIM = re.compile(r"\b(?:says|said|claims|claimed|estimates|estimated|named)\b")
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = re.compile(rf"\b\d{{1,2}} (?:{MONTH})(?: \d{{4}})?\b")
AFTER = MONTH.removeprefix("January|")
LATER = re.compile(rf"(?<!\b1 )\b(?:{AFTER}) 2026\b|\b(?:[2-9]|1\d|2\d) February\b(?! 2025)")
KEYS = {"text", "kind", "weight", "rounds", "condition", "effects", "facts", "says", "basis", "once"}


@cache
def read(name: str) -> dict[str, Any]:
    """One of the scenario's files."""
    loaded: dict[str, Any] = yaml.load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return loaded


SOURCES: dict[str, Any] = read("facts")["sources"]
FACTS: dict[str, Any] = read("facts")["facts"]
CARDS: dict[str, Any] = read("events")["cards"]
POSITIONS: dict[str, Any] = read("positions")["positions"]
BRIEFS = ("general", *SEATS)
REPORT = "al-jazeera-2026-01"
"""The report that the scenario starts from: read in a copy, so without an address."""


def in_play(fact: str) -> bool:
    """Whether a fact was known on the eve, and so may be used in play."""
    return fact in FACTS and not FACTS[fact].get("after_start", False)


@pytest.mark.parametrize("name", FACTS)
def test_fact_has_source_date_and_claimant(name: str) -> None:
    fact = FACTS[name]
    assert fact["status"] in {"confirmed", "claimed", "disputed", "estimate"}
    assert fact["sources"]
    assert set(fact["sources"]) <= set(SOURCES)
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", fact["date"])
    assert fact["status"] != "claimed" or fact["by"]
    assert fact["report"]
    assert set(fact["report"]) <= set(range(1, 15))


@pytest.mark.parametrize("name", [name for name in FACTS if in_play(name)])
def test_fact_in_play_was_known_on_the_eve(name: str) -> None:
    fact = FACTS[name]
    assert fact["date"] <= EVE
    days = [SOURCES[key]["date"] for key in fact["sources"] if "date" in SOURCES[key]]
    assert not days or min(days) <= EVE
    assert not LATER.search(fact["statement"])


def test_every_source_is_used_and_named() -> None:
    used = {key for fact in FACTS.values() for key in fact["sources"]}
    assert used == set(SOURCES)
    for name, source in SOURCES.items():
        assert set(source) | {"url", "date"} == {"title", "url", "date", "quality"}
        assert ("url" in source) == (name != REPORT)
        assert source.get("url", "https://").startswith(("https://", "http://"))
        assert source["quality"] in set("ABC")
    assert SOURCES[REPORT]["quality"] == "B"
    assert "no address" in SOURCES[REPORT]["title"]


@pytest.mark.parametrize("row", range(1, 15))
def test_report_row_is_carried_by_facts_and_cards(row: int) -> None:
    facts = {name for name, fact in FACTS.items() if in_play(name) and row in fact["report"]}
    assert facts
    assert any(facts & set(card["facts"]) for card in CARDS.values())


def test_deck_has_every_kind_and_enough_cards() -> None:
    kinds = [card["kind"] for card in CARDS.values()]
    assert set(kinds) == {"random", "scheduled", "conditional"}
    assert len(kinds) >= 36
    assert kinds.count("random") == 25
    assert CARDS["quiet-fortnight"]["weight"] == 3
    assert CARDS["quiet-fortnight"]["effects"] == {}


@pytest.mark.parametrize("name", CARDS)
def test_card_is_well_formed(name: str) -> None:
    card = CARDS[name]
    assert set(card) <= KEYS
    assert set(card["effects"]) <= PATHS
    assert (card["kind"] == "random") == ("weight" in card)
    assert (card["kind"] == "scheduled") == ("rounds" in card)
    assert (card["kind"] == "conditional") == ("condition" in card)
    if "rounds" in card:
        first, last = card["rounds"]
        assert 1 <= first <= last <= 12
    if "condition" in card:
        assert card["condition"]["path"] in PATHS
        assert len(set(card["condition"]) & {"at_least", "at_most"}) == 1


@pytest.mark.parametrize("name", CARDS)
def test_card_rests_on_facts_of_the_eve_or_is_the_games(name: str) -> None:
    card = CARDS[name]
    assert all(in_play(fact) for fact in card["facts"])
    assert card["basis"] in {"sourced", "game"}
    assert not LATER.search(card["text"])
    if card["basis"] == "sourced":
        assert card["facts"]
        assert DAY.search(card["text"]) or re.search(r"\bJanuary 2026\b", card["text"])


@pytest.mark.parametrize("name", [name for name, card in CARDS.items() if HARMED.search(card["text"])])
def test_card_with_figures_of_harm_names_claimant_and_date(name: str) -> None:
    text = CARDS[name]["text"]
    assert CARDS[name]["basis"] == "sourced"
    assert CLAIM.search(text)
    assert DAY.search(text)


def test_cards_of_harm_are_found() -> None:
    found = {name for name, card in CARDS.items() if HARMED.search(card["text"])}
    assert {"csis-estimate", "word-corrected", "civilians-counted", "the-fifty-thousand"} <= found


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize("clause", CLAUSES)
def test_position_names_an_option_and_what_it_rests_on(seat: str, clause: str) -> None:
    position = POSITIONS[seat][clause]
    assert set(position) <= {"option", "facts", "basis", "note"}
    if seat in {"us", "europe"}:
        assert position["option"] in CLAUSES[clause] | {"silent"}
    else:
        assert position["option"] in CLAUSES[clause]
    assert all(in_play(fact) for fact in position["facts"])
    assert position["facts"] or position["basis"] == "game"


def test_positions_hold_every_seat_and_clause() -> None:
    assert tuple(POSITIONS) == SEATS
    assert all(tuple(rows) == tuple(CLAUSES) for rows in POSITIONS.values())


@pytest.mark.parametrize("name", BRIEFS)
def test_briefing_tells_nothing_that_came_later(name: str) -> None:
    text = (FOLDER / "briefings" / f"{name}.md").read_text(encoding="utf-8")
    assert not LATER.search(text)
    assert len(text.split()) <= 1400


@pytest.mark.parametrize("seat", SEATS)
def test_briefing_explains_every_clause(seat: str) -> None:
    text = (FOLDER / "briefings" / f"{seat}.md").read_text(encoding="utf-8").lower()
    for clause in CLAUSES:
        assert f"**{clause}**" in text


def test_debrief_tells_what_came_later_with_dates() -> None:
    text = (FOLDER / "debrief.md").read_text(encoding="utf-8")
    assert len(re.findall(rf"\b\d{{1,2}} (?:{MONTH})", text)) >= 10
