"""A fact in play rests on more than mirrors and digests, and a card says who claims what it tells."""

from tabletop.scenario.loader import from_files
from tests.scenario.broken import broken, findings, minimal, where

SOURCE = "date: 2026-01-20, quality: A}"
WEAK = "date: 2026-01-20, quality: C}"
SECOND = '  mirror: {title: A copy, url: "https://example.org/copy", date: 2026-01-21, quality: C}\nfacts:\n'


def test_a_fact_in_play_that_rests_on_c_alone_is_refused_with_its_place() -> None:
    files, found = broken("facts.yaml", SOURCE, WEAK)
    assert [one.key for one in found] == ["facts.valley-held.sources"]
    [one] = found
    assert one.path == "facts.yaml"
    assert one.line == where(files["facts.yaml"], "valley-held: {")[0]
    assert "quality C alone" in one.found
    assert "A or B" in one.expected


def test_a_fact_of_later_days_may_rest_on_c_alone() -> None:
    files = minimal()
    text = files["facts.yaml"].replace("facts:\n", SECOND, 1)
    later = text.replace("sources: [gazette], after_start", "sources: [mirror], after_start")
    assert later != text
    assert not findings({**files, "facts.yaml": later})


def test_c_may_stand_beside_a_better_source() -> None:
    files = minimal()
    text = files["facts.yaml"].replace("facts:\n", SECOND, 1)
    both = text.replace("unit: per cent, sources: [gazette]", "unit: per cent, sources: [gazette, mirror]")
    assert both != text
    assert not findings({**files, "facts.yaml": both})


def test_a_match_of_old_opens_whatever_its_facts_rest_on() -> None:
    files, found = broken("facts.yaml", SOURCE, WEAK)
    assert found
    assert from_files(files, kept=True).facts.sources["gazette"].quality == "C"


SAYS = "says: [Southland], "
VISIT = "visit: {text: A visit to the valley."


def test_a_card_that_names_nobody_for_a_claim_is_refused_with_fact_file_and_line() -> None:
    files, found = broken("events.yaml", SAYS, "")
    [one] = found
    assert (one.path, one.key) == ("events.yaml", "cards.visit.facts")
    assert one.line == where(files["events.yaml"], VISIT)[0]
    fact = where(files["facts.yaml"], "valley-held: {")[0]
    assert one.found == "nobody as who says so"
    assert one.expected == f"'Southland', who claims the fact valley-held (facts.yaml:{fact})"


def test_a_card_that_gives_a_claim_to_somebody_else_is_refused() -> None:
    files, found = broken("events.yaml", SAYS, "says: [Northland], ")
    assert {one.key for one in found} == {"cards.visit.says", "cards.visit.says.0"}
    assert {one.line for one in found} == {where(files["events.yaml"], VISIT)[0]}
    assert any("'Southland', who claims the fact valley-held" in one.expected for one in found)
    assert any("Northland" in one.found and "Southland" in one.expected for one in found)


def test_a_card_without_claimed_facts_names_no_claimant() -> None:
    _, found = broken(
        "events.yaml", "kind: random, weight: 3, ", "kind: random, weight: 3, says: [Southland], "
    )
    [one] = found
    assert one.key == "cards.quiet.says"
    assert "none of its facts has one" in one.expected


def test_every_one_of_several_claimants_is_named() -> None:
    files = minimal()
    files["facts.yaml"] = files["facts.yaml"].replace("by: Southland,", "by: Southland; Northland,")
    [one] = findings(files)
    assert "'Northland', who claims the fact valley-held" in one.expected
    both = files["events.yaml"].replace(SAYS, "says: [Southland, Northland], ")
    assert not findings({**files, "events.yaml": both})


def test_a_match_of_old_opens_although_its_cards_name_nobody() -> None:
    files, found = broken("events.yaml", SAYS, "")
    assert found
    assert from_files(files, kept=True).events.cards["visit"].says == []
