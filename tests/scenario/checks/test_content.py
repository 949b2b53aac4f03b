"""A fact in play rests on more than mirrors and digests."""

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
