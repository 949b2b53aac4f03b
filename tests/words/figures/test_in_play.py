"""Figures and where they come from; charts of what a seat was shown; the words of the map."""

import re
from dataclasses import replace
from functools import cache

import pytest

from tabletop.game.records.state import Sector
from tabletop.game.views import SeatView
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.table.local_table import LocalTable
from tabletop.ui.shared.rulebook import rulebook
from tabletop.ui.shared.view_history import views_over_time
from tabletop.vocabulary import IN_FORCE
from tabletop.words.figures.charts import Chart, chart_section, charts, value_words
from tabletop.words.figures.in_play import figures_in_play, figures_page
from tabletop.words.figures.map import map_caption, map_credits, sector_mark, sector_state
from tabletop.words.figures.origins import ORIGINS, nearest_to
from tabletop.words.figures.provenance import card_lines, source_card
from tabletop.words.language.less_harm import reduced
from tabletop.words.language.voice import Voice
from tests.words.pages.test_war_and_ledger import SEATS, match, voice


@cache
def shown(seat: str) -> tuple[SeatView, ...]:
    """What a seat was shown of a short match of bots."""
    port = LocalTable(match(), {}).port(seat)
    return views_over_time(port.past, port.view)


def chart(seat: str, slug: str) -> Chart:
    return next(each for each in charts(voice(seat), shown(seat)) if each.slug == slug)


@pytest.mark.parametrize("seat", [*SEATS, "observer"])
def test_every_figure_in_play_has_a_card_with_its_status_date_and_ground(seat: str) -> None:
    for view in shown(seat):
        said = voice(seat)
        listed = figures_in_play(said, view)
        assert len(listed) > 15
        for told in listed:
            rows = dict(source_card(said, view, told.figure).rows)
            assert {"Status", "As of"} <= set(rows), told.figure
            if told.figure.startswith("fact."):
                assert re.search("https?://|no address", rows["Published"]), told.figure
            else:
                assert rows["Rule"].split(",")[0][0].isupper(), told.figure
                assert rows["In the ruleset"].split(",")[0].endswith(".yaml"), told.figure
                assert rows["What that rests on"], told.figure


def test_origins_name_rules_of_the_rulebook_and_entries_of_the_scenario() -> None:
    text, rests = rulebook(), lexicon(open_scenario("abu-dhabi-2026")).background.bases
    for name, origin in ORIGINS.items():
        assert f"**{origin.rule} " in text, name
        assert not origin.entry or origin.entry in rests, name


def test_a_figure_has_the_origin_of_the_longest_part_of_its_name() -> None:
    assert nearest_to("home.trust.ukraine.russia", ORIGINS) is ORIGINS["home.trust"]
    assert nearest_to("sector.lyman", ORIGINS) is ORIGINS["sector"]
    assert nearest_to("nothing.of.the.kind", ORIGINS) is None


def test_claims_say_who_claims_and_estimates_whose_they_are() -> None:
    view = shown("ukraine")[-1]
    lost = dict(source_card(voice("ukraine"), view, "war.lost.russia").rows)
    assert lost["Who says so"] == "Claimed by Ukraine, of the other side"
    assert "nobody outside has counted" in lost["Who says otherwise"]
    estimate = dict(source_card(voice("ukraine"), view, "estimate.russia").rows)
    assert estimate["Who says so"] == "Your services, of Russia"
    assert view.sight.mine is not None
    assert estimate["Standard error"].startswith(f"{view.sight.mine.belief[0].error / 100:.1f}")


def test_a_sector_is_a_claim_only_while_somebody_claims_it() -> None:
    view = shown("us")[0]
    kinds = {
        board.id: (sector.claimed, dict(source_card(voice("us"), view, f"sector.{board.id}").rows)["Status"])
        for board, sector in zip(match().board.theatre.sectors, view.sight.theatre.sectors, strict=True)
    }
    assert {claimed >= 0 for claimed, _ in kinds.values()} == {True, False}
    assert all(status.startswith("Told as a claim") == (claimed >= 0) for claimed, status in kinds.values())


def test_no_card_tells_a_seat_what_is_anothers() -> None:
    """Cards are made of the view: with another's secrets moved they say the same, and weights stay with their seat."""
    view = shown("us")[-1]
    said = " ".join(
        line
        for told in figures_in_play(voice("us"), view)
        for line in card_lines(source_card(voice("us"), view, told.figure))
    )
    russia, ukraine = (match().view(seat).sight.mine for seat in ("russia", "ukraine"))
    assert russia is not None
    assert ukraine is not None
    assert f"{russia.force:,}" not in said
    assert f"{ukraine.force:,}" not in said


def test_neutral_names_leave_facts_and_map_out_of_cards() -> None:
    view, said = match(neutral=True).view("ukraine"), voice("ukraine", neutral=True)
    assert said.lexicon.background.map is None
    told = " ".join(
        line
        for each in figures_in_play(said, view)
        for line in card_lines(source_card(said, view, each.figure))
    )
    assert "http" not in told
    assert "Russia" not in told
    assert not any(each.figure.startswith("fact.") for each in figures_in_play(said, view))


def test_less_detail_leaves_harm_out_of_charts_and_cards() -> None:
    less = Voice(match().board, reduced(match().lexicon), "ukraine")
    slugs = {each.slug for each in charts(less, shown("ukraine"))}
    assert slugs == {each.slug for each in charts(voice("ukraine"), shown("ukraine"))} - {"losses", "before"}
    view = shown("ukraine")[-1]
    assert "35,000" in " ".join(card_lines(source_card(voice("ukraine"), view, "war.lost.russia")))
    assert "35,000" not in " ".join(card_lines(source_card(less, view, "war.lost.russia")))
    assert "http" not in " ".join(card_lines(source_card(less, view, "fact.losses-2025-12")))


def test_the_place_asked_from_stands_first() -> None:
    view = shown("ukraine")[-1]
    assert figures_page(voice("ukraine"), view, "orders")[0].title.startswith("Your orders")
    assert {told.figure for told in figures_in_play(voice("ukraine"), view, "orders")} == {
        told.figure for told in figures_in_play(voice("ukraine"), view)
    }


def test_a_chart_holds_what_the_seat_was_shown_round_by_round() -> None:
    rounds = [view.sight.talks.round for view in shown("ukraine")]
    assert rounds == sorted(rounds)
    assert len(set(rounds)) >= 3
    grid = next(line for line in chart("ukraine", "grid").series if line.figure == "war.grid")
    assert [value for _, value in grid.points] == [view.sight.figures.grid for view in shown("ukraine")]
    yours = next(line for line in chart("ukraine", "yours").series if line.figure == "home.alternative")
    own = [view.sight.mine.alternative / 100 for view in shown("ukraine") if view.sight.mine is not None]
    assert [value for _, value in yours.points] == own


def test_recruits_are_the_attackers_claim_to_everybody_and_an_onlooker_has_no_own_chart() -> None:
    """W2.9: what the attacker says of its recruits, and the aim that the defender stated, stand beside the losses."""
    for seat in ("ukraine", "russia", "us"):
        told = {line.figure: line for line in chart(seat, "losses").series}
        assert {"war.recruits", "war.aim"} < set(told)
        assert "war.joined" not in told
        assert [value for _, value in told["war.recruits"].points] == [
            view.sight.figures.recruits for view in shown(seat) if view.sight.figures.recruits
        ]
        assert {value for _, value in told["war.aim"].points} == {25_000}
    assert not {"yours", "gain"} & {each.slug for each in charts(voice("observer"), shown("observer"))}


def test_losses_are_named_by_who_says_so_and_counters_stand_apart() -> None:
    """Moscow's are claimed by Kyiv; of Kyiv's nobody claims any, the game estimates them."""
    said = {
        "war.lost.russia": "claimed by Ukraine",
        "war.lost.ukraine": "estimated by the game",
        "war.recruits": "as it claims",
        "war.aim": "stated by Ukraine",
    }
    assert {line.figure for line in chart("ukraine", "losses").series} == set(said)
    for line in chart("ukraine", "losses").series:
        assert said[line.figure] in line.label
    assert all("claimed by" in line.label for line in chart("ukraine", "before").series)
    past = chart("ukraine", "share").series
    facts = match().lexicon.background.history["share"].series
    assert [len(line.points) for line in past] == [
        *(len(each.points) for each in facts),
        sum(view.sight.talks.phase not in IN_FORCE for view in shown("ukraine")),
    ]
    assert not any(line.joined for line in chart("ukraine", "gains").series)


def test_the_share_of_the_match_goes_on_from_the_facts() -> None:
    match_line, first = chart("ukraine", "share").series[-1], chart("ukraine", "share").series[0]
    assert match_line.points[0][0] > first.points[-1][0]
    assert match_line.points[0][1] == pytest.approx(first.points[-1][1], abs=0.05)


def test_the_text_twin_says_every_point() -> None:
    grid = chart("us", "grid")
    told = chart_section(grid).lines
    assert [line.figure for line in told] == ["war.grid", "war.demand"]
    for line, said in zip(grid.series, told, strict=True):
        assert all(value_words(value) in said.text for _, value in line.points)
    assert told[0].text.count("; ") == len(shown("us")) - 1


def test_marks_say_who_holds_and_who_claims_without_colour() -> None:
    said = voice("us")
    parties = said.board.parties
    held, open_, claimed = Sector(parties[0], -1, 0), Sector(-1, -1, 0), Sector(-1, parties[1], 2)
    assert sector_mark(said, 0, held) == "1■UA"
    assert sector_mark(said, 1, open_) == "2▒"
    assert sector_mark(said, 2, claimed) == "3▒?RU"
    assert [sector_state(said, each) for each in (held, open_, claimed)] == [
        "held by Ukraine",
        "contested",
        "contested, claimed by Russia",
    ]


def test_the_caption_says_control_and_the_day_and_the_credits_name_every_layer() -> None:
    atlas = voice("us").lexicon.background.map
    assert atlas is not None
    said = map_caption(voice("us"), shown("us")[-1], atlas)
    assert "not whose it is" in said
    assert atlas.as_of == "2026-01-31"
    assert atlas.as_of in said
    named = [line.text.split(":")[0].lower() for line in map_credits(voice("us"), atlas).lines]
    assert named == ["outlines", "cities", "line", "rivers"]
    assert "Natural Earth" in map_credits(voice("us"), atlas).lines[0].text


def test_a_scenario_without_figures_has_charts_of_the_match_alone() -> None:
    bare = replace(match().lexicon, background=replace(match().lexicon.background, history={}, bearing={}))
    found = charts(Voice(match().board, bare, "us"), shown("us"))
    assert {"before", "gains"}.isdisjoint({each.slug for each in found})
    assert {"losses", "grid", "share"} >= {"losses", "grid"} <= {each.slug for each in found}
