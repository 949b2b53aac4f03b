"""The report claim by claim: whose word each is, and the card on which a table reads it.

The rows are those of `docs/report.md`, split where two people speak.
"""

import re

import pytest

from tabletop.scenario.library import open_scenario
from tabletop.scenario.sheets.content import Facts
from tests.report.reading import cards, named

REPORT = "al-jazeera-2026-01"
PRESIDENT, CHIEF = "Ukraine's president", "Ukraine's commander-in-chief"
MINISTER, VOICE = "Ukraine's energy minister", "Al Jazeera"

CLAIMS = (
    ("1", "round-due-2026-02-01", "", "talks-resume", "would meet again on Sunday 1 February"),
    ("2", "ua-fifth-refused", "the US Secretary of State", "not-willing", "refuses to hand over the fifth"),
    ("3", "ru-no-territory", "the Kremlin's spokesman", "not-willing", "Russia was not willing to give in"),
    ("4", "strike-2026-01-24", "Ukraine's air force", "night-of-the-talks", "375 drones and 21 missiles"),
    ("4", "strike-2026-01-24", "", "night-of-the-talks", "Al Jazeera calls it the worst attack of that week"),
    ("5a", "energy-homes-jan24", VOICE, "night-of-the-talks", "Al Jazeera has 6,000 homes in Kyiv"),
    ("5b", "energy-kyiv-800k-earlier", MINISTER, "night-of-the-talks", "three strikes earlier in the month"),
    ("5c", "energy-kyiv-710k", MINISTER, "crews-in-kyiv", "710,000 people in Kyiv were still without power"),
    ("5d", "energy-regions-2026-01", PRESIDENT, "crews-in-kyiv", "Kryvyi Rih"),
    ("5d", "energy-crews-174", PRESIDENT, "crews-in-kyiv", "174 repair crews were at work in Kyiv alone"),
    ("5e", "energy-generators-eu", "the European Commission", "generators", "would send 447 generators"),
    ("5e", "energy-czech-fund", "", "generators", "over six million dollars"),
    ("6a", "losses-target", PRESIDENT, "the-fifty-thousand", "50,000 Russian losses a month as the aim"),
    ("6b", "losses-2025-10", PRESIDENT, "word-corrected", "26,000 and 30,000, were not corrected"),
    ("6b", "losses-2025-11", PRESIDENT, "word-corrected", "October and November"),
    ("6b", "losses-2025-12", PRESIDENT, "word-corrected", "means dead and seriously wounded"),
    ("6c", "losses-2025-12-syrskyi", CHIEF, "word-corrected", "more than 33,000 confirmed deaths"),
    ("6d", "losses-total-kyiv", "Ukraine", "csis-estimate", "killed or maimed since 2022 at 1.2 million"),
    ("6d", "losses-total-csis-ru", "CSIS", "csis-estimate", "at least 325,000 of them dead"),
    ("6d", "losses-total-csis-ua", "CSIS", "csis-estimate", "up to 140,000 of them dead"),
    ("7", "drone-share-hits", VOICE, "drones-on-video", "80 per cent of battlefield targets"),
    ("7", "drone-hits-2025", PRESIDENT, "drones-on-video", "819,737 targets"),
    ("7", "bounties-2024", VOICE, "drones-on-video", "up to 23,000 dollars"),
    ("7", "defence-team-2026-01", VOICE, "the-fifty-thousand", "a new defence minister"),
    ("8", "kupiansk-russian-journalists", "Russian military journalists", "kupiansk-claimed", "lost again"),
    ("8", "cannot-confirm", "", "the-fifty-thousand", "it cannot confirm the figures of either side"),
    ("9", "share-peak-2022", VOICE, "line-on-the-map", "as geolocated images showed"),
    ("9", "share-after-2022-retreats", VOICE, "line-on-the-map", "17.8 per cent that autumn"),
    ("9", "share-jan-2026", VOICE, "line-on-the-map", "19.3 per cent at the end of January 2026"),
    ("9", "dnipro-oskil-2022", VOICE, "ice-on-the-oskil", "from Kherson Russia itself withdrew"),
    ("10", "pokrovsk-troops", VOICE, "pokrovsk-and-myrnohrad", "have resisted 150,000 troops"),
    ("10", "pokrovsk-north", CHIEF, "pokrovsk-and-myrnohrad", "small groups try to get into the north"),
    ("11", "davos-guarantee-2026-01", PRESIDENT, "davos-remark", "no security guarantee works without"),
    (
        "11",
        "eu-rutte",
        "NATO's secretary general",
        "rutte-remark",
        "cannot defend itself without the United States",
    ),
    ("11", "greenland-2026-01-17", "", "greenland", "seven European countries sent 40 troops"),
    ("11", "davos-venezuela-2026-01", "", "tankers-and-venezuela", "Venezuelan"),
    ("12", "strike-2026-01-28", VOICE, "people-under-it", "four-year-old daughter was found alive"),
    (
        "13",
        "report-aim-table",
        VOICE,
        "the-fifty-thousand",
        "to disarm Moscow and to turn a deadlocked table",
    ),
    ("14", "report-standstill", VOICE, "line-on-the-map", "the war is at a standstill"),
)
"""Row, fact, whose word it is (nobody's for what is beyond dispute), card, and what the card says."""


def facts() -> Facts:
    return open_scenario("abu-dhabi-2026").facts


@pytest.mark.parametrize(("row", "fact", "claimant", "card", "told"), CLAIMS)
def test_a_claim_of_the_report_is_told_with_its_claimant(
    row: str, fact: str, claimant: str, card: str, told: str
) -> None:
    known, shown = facts().facts[fact], cards()[card]
    assert int(row.rstrip("abcde")) in known.report
    assert REPORT in known.sources
    assert fact in shown.facts
    assert named(shown.text, told)
    assert not claimant or claimant in known.claimants()
    assert set(known.claimants()) <= set(shown.says)
    assert all(named(shown.text, name) for name in known.claimants())


def test_every_row_is_in_the_table() -> None:
    assert {int(row.rstrip("abcde")) for row, *_ in CLAIMS} == set(range(1, 15))


def test_the_report_is_what_it_is() -> None:
    source = facts().sources[REPORT]
    assert source.quality == "B"
    assert source.url is None
    assert "read in a translated copy; no address" in " ".join(source.title.split())


def test_what_was_never_said_is_not_told() -> None:
    text = {slug: fact.statement for slug, fact in facts().facts.items()}
    assert named(text["losses-2025-12"], "clarified as dead and seriously wounded")
    for month in ("losses-2025-10", "losses-2025-11"):
        assert "wounded" not in text[month], "the correction was of December's figure alone"
    assert named(text["strike-2026-01-24"], "6,000 homes", "6,000 buildings without heat")
    assert named(text["dnipro-oskil-2022"], "Russia itself withdrew")
    assert "ua-no-territory" not in text


def test_no_private_person_is_named() -> None:
    told = f"{facts().facts['strike-2026-01-28'].statement} {cards()['people-under-it'].text}"
    assert set(re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", told)) == {"Al Jazeera"}
