"""Cards of orders: every one can be sealed as it is, bad ones are named at their place, none enters the digest."""

from pathlib import Path

import pytest

from tabletop.errors import ScenarioError
from tabletop.game.records.moves import Orders
from tabletop.game.views import Preview
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import from_files
from tabletop.table.match import new_match
from tabletop.table.seats import PERSON

SEATS = ("ukraine", "russia", "us", "europe")
MINIMAL = Path(__file__).parents[1] / "minimal"


@pytest.mark.parametrize("seat", SEATS)
def test_every_card_of_the_flagship_can_be_sealed_on_the_first_day(seat: str) -> None:
    scenario = open_scenario("abu-dhabi-2026")
    match = new_match(scenario, seating=dict.fromkeys(SEATS, PERSON), seed=7)
    cards = match.lexicon.presets[seat]
    assert len(cards) == 4
    for card in cards:
        assert set(dict(card.orders)) == set(match.board.seats[match.board.seat_index[seat]].levers)
        assert isinstance(match.preview(seat, Orders(card.orders)), Preview), card.id


def test_cards_are_words_with_neutral_names_and_no_part_of_what_is_played() -> None:
    scenario = open_scenario("abu-dhabi-2026")
    assert "Moscow" in lexicon(scenario).presets["us"][1].label
    assert "Moscow" not in lexicon(scenario, neutral=True).presets["us"][1].label
    rules = scenario.files["rules.yaml"]
    start, end = rules.index("  # Cards of orders"), rules.index("\n# Strikes.")
    without = from_files({**scenario.files, "rules.yaml": rules[:start] + rules[end:]})
    assert lexicon(without).presets == {}
    boards = [compile_board(each, format_id="class") for each in (scenario, without)]
    assert boards[0].digest == boards[1].digest


def test_a_card_that_names_no_choice_is_found_at_its_place() -> None:
    files = dict(open_scenario(str(MINIMAL)).files)
    seat, lever = "northland", "no-such-lever"
    card = f"""
  presets:
    {seat}:
      card: {{label: A card, does: "It does.", orders: {{{lever}: none}}}}
"""
    head, tail = files["rules.yaml"].split("levers:\n", 1)
    files["rules.yaml"] = f"{head}levers:{card.rstrip()}\n{tail}"
    with pytest.raises(ScenarioError, match="no-such-lever"):
        from_files(files)
