"""Beside a strike stand the newest claims on its place, with claimant and date; no other lines of the ledger."""

from dataclasses import replace

from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import Figure, Theatre
from tabletop.game.views import view
from tabletop.scenario.compiler.board import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.words.language.voice import Voice, percent
from tabletop.words.pages.strike import CLAIMS, strike_page
from tests.cases.rig import Rig


def test_claims_on_the_place_alone() -> None:
    rig = Rig({})
    reader = Voice(rig.board, lexicon(open_scenario("abu-dhabi-2026")), "ukraine")
    of_kyiv = [fact for fact in reader.lexicon.facts if "Kyiv" in reader.fact(fact)][: CLAIMS + 1]
    other = next(fact for fact in reader.lexicon.facts if "Kyiv" not in reader.fact(fact))
    ledger = tuple(Figure(fact, "", "claimed", 1) for fact in (*of_kyiv, other))
    strike = StrikePaper(1, -1, "russia", "energy", "kyiv", 150, 8, 130, 4, 0, 1)
    rig.state = replace(rig.state, papers=(strike,), theatre=Theatre(rig.state.theatre.sectors, ledger))
    seen = view(rig.board, rig.sight("ukraine"), 0)
    found = next(part for part in strike_page(reader, seen) if "ledger" in part.title)
    assert len(found.lines) == CLAIMS
    assert all("Kyiv" in line for line in found.lines)
    assert reader.fact(of_kyiv[-1]) in found.lines[-1]


def test_a_share_below_nothing_has_a_true_minus() -> None:
    assert [percent(share) for share in (-12_34, -4, 0, 62_10)] == ["−12 %", "0 %", "0 %", "62 %"]
