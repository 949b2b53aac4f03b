"""The pages beside the table: claims name their claimant, points stand apart by seat, and what is own stays own."""

from functools import cache

import pytest

from tabletop.players.roster import player
from tabletop.scenario.library import open_scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import Match, new_match
from tabletop.words.language.section import Section, plain_lines, text_sections
from tabletop.words.language.voice import Voice
from tabletop.words.pages.ledger import ledger_page
from tabletop.words.pages.strike import reported, strike_page
from tabletop.words.pages.theatre import theatre_page
from tabletop.words.pages.war import war_page

SEATS = ("ukraine", "russia", "us", "europe")


@cache
def match(*, neutral: bool = False) -> Match:
    """A short match of trading bots, played to its end; a strike falls in it."""
    scenario = open_scenario("abu-dhabi-2026")
    tempers = dict.fromkeys(scenario.frame.seats, "trading")
    made = new_match(scenario, seating=tempers, seed=3, format_id="pop-up", door="open", neutral=neutral)
    board = made.board
    play_bots(made, {who: player("trading", board.seats[board.seat_index[who]], "3") for who in tempers})
    return made


def voice(seat: str, *, neutral: bool = False) -> Voice:
    played = match(neutral=neutral)
    return Voice(played.board, played.lexicon, seat)


def section(found: tuple[Section, ...], title: str) -> tuple[str, ...]:
    return next(each.lines for each in found if each.title.startswith(title))


@pytest.mark.parametrize("seat", SEATS)
def test_losses_and_recruits_stand_by_who_says_so(seat: str) -> None:
    """W2.9: the same lines to every seat; nobody claims Ukraine's losses, so they are the game's estimate."""
    lines = section(text_sections(war_page(voice(seat), match().view(seat))), "Losses")
    assert lines[0].startswith("Losses of Ukraine, estimated by the game (round ")
    assert lines[1].startswith("Losses of Russia, claimed by Ukraine (round ")
    assert lines[2].startswith("Recruits of Russia, as it claims (round ")
    assert lines[3].startswith("Aim for losses of Russia, stated by Ukraine: 50,000 a month")
    assert "nobody outside has counted" in lines[-1]


def test_the_fields_numbers_are_each_sides_own() -> None:
    told = {
        seat: section(text_sections(war_page(voice(seat), match().view(seat))), "Yours alone")
        for seat in SEATS
    }
    forces = {seat: [line for line in lines if line.startswith("Strength")] for seat, lines in told.items()}
    assert len(forces["ukraine"]) == len(forces["russia"]) == 1
    assert forces["ukraine"] != forces["russia"]
    assert forces["us"] == forces["europe"] == []
    assert not {"Yours alone"} & {
        each.title for each in text_sections(war_page(voice("observer"), match().view("observer")))
    }


def test_what_orders_did_is_told_to_their_seat_alone() -> None:
    """W2.10: the ground taken to who attacks, the index of its arms to who defends, to others what they moved."""
    told = {seat: text_sections(war_page(voice(seat), match().view(seat))) for seat in (*SEATS, "observer")}
    did = {seat: "\n".join(section(told[seat], "What your orders did")) for seat in SEATS}
    assert "Ground taken, before what was taken back: " in did["russia"]
    assert "Ground taken back: " in did["ukraine"]
    assert "That index now, 100 % for October to December 2025: " in did["ukraine"]
    assert "index" not in did["russia"]
    assert all("Ground" not in did[seat] for seat in ("us", "europe"))
    assert not [each.title for each in told["observer"] if each.title.startswith("What your orders did")]


@pytest.mark.parametrize("seat", ["ukraine", "russia", "us"])
def test_no_line_of_the_war_holds_points_of_two_seats(seat: str) -> None:
    view = match().view(seat)
    assert view.sight.mine is not None
    found = text_sections(war_page(voice(seat), view))
    estimates = section(found, "What your services hold")
    assert len(estimates) == len(view.sight.mine.belief) + 1
    assert all("your alternative" not in line.lower() for line in estimates)
    alternative = [line for line in section(found, "What moved") if "on your own scale" in line]
    assert len(alternative) == 1


def test_the_cuts_of_the_month_go_with_what_is_missing() -> None:
    played = match()
    lines = section(text_sections(war_page(voice("us"), played.view("us"))), "Power")
    demand = next(line for line in lines if line.startswith("Demand"))
    assert int(demand.split(": ")[1].removesuffix(" MW").replace(",", "")) > played.state.war.grid
    hours = float(next(line for line in lines if line.startswith("Cuts")).split(": ")[1].split()[0])
    assert 0 < hours < 24


def test_a_sector_has_one_line_with_its_mark_and_words() -> None:
    played = match()
    found = text_sections(theatre_page(voice("ukraine"), played.view("ukraine")))
    lines = section(found, "Sectors")[:-1]
    assert len(lines) == len(played.board.theatre.sectors)
    for line, sector in zip(lines, played.state.theatre.sectors, strict=True):
        held = "under the control of" in line
        assert held == (sector.holder >= 0) == line.startswith("■")
        assert held != ("contested" in line)
        assert ("claimed by" in line) == (sector.claimed >= 0)


def test_neutral_names_leave_sources_out_of_the_theatre() -> None:
    real = plain_lines(text_sections(theatre_page(voice("us"), match().view("us"))))
    other = plain_lines(
        text_sections(theatre_page(voice("us", neutral=True), match(neutral=True).view("us")))
    )
    assert "Source:" in " ".join(real)
    text = " ".join(other)
    assert "Source:" not in text
    assert "Russia" not in text


def test_the_ledger_holds_every_paper_once_and_every_claim() -> None:
    view = match().view("ukraine")
    found = ledger_page(voice("ukraine"), view)
    claims = section(found, "Claims")
    assert len(claims) == len(view.sight.theatre.ledger)
    others = [line for each in found for line in each.lines if each.title != "Vows" and line not in claims]
    assert len([line for line in others if line != "None"]) == len(view.sight.papers)


def test_each_seat_reads_its_own_evidence_of_a_strike() -> None:
    told: dict[str, tuple[str, ...]] = {}
    for seat in SEATS:
        view = match().view(seat)
        assert reported(view) is not None
        told[seat] = section(strike_page(voice(seat), view), "Told to you")
        assert len(told[seat]) == 2
    assert len({lines[0] for lines in told.values()}) > 1
    assert section(strike_page(voice("observer"), match().view("observer")), "Told to you") == ("Nothing",)
