"""The tutorial is a real match: it can be played as it is advised, otherwise, or not at all, and it never blocks."""

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tabletop.api.match import Match as DealtMatch
from tabletop.command import open_match
from tabletop.game.records.papers import StrikePaper
from tabletop.journal.reader import read
from tabletop.journal.verify import verify
from tabletop.players.choosing.random_player import Uniform
from tabletop.players.roster import player
from tabletop.players.scripted import Line, Scripted
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match
from tabletop.table.port import Player
from tabletop.ui.plain.console import Console
from tabletop.ui.plain.session import Outcome, play
from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.saves import list_saves, played
from tabletop.ui.shared.seat_session import seat_sessions
from tabletop.ui.shared.setup import FIRST_MATCH, PERSON, SCRIPTED, tutorial
from tabletop.ui.shared.tutorial_advice import advice
from tabletop.ui.tui.app import Window
from tabletop.ui.tui.match.coach import NAME
from tabletop.ui.tui.screens.compose.composer import Composer
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.home.home import Home
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom
from tabletop.ui.tui.screens.rooms.signing import Signing
from tabletop.ui.tui.screens.rooms.strike import Strike
from tabletop.ui.tui.screens.rooms.table import TableRoom
from tabletop.ui.tui.widgets.hints import HintKey
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import english
from tests.ui.tui.walk import NARROW, SIZES, WIDE, open_window, press, screen_text, settle

ENGLISH = english("tutorial")

ADVISED = {
    "coach.orders", "coach.move", "coach.offer", "coach.end-turn", "coach.strike", "coach.second", "coach.bridge",
    "coach.initial", "coach.signed",
}  # fmt: skip
"""What a learner hears who does as advised."""


def heard(app: Window) -> str:
    """The slug of the advice on the screen."""
    assert app.director is not None
    view = app.director.seat.port.view
    return advice(app.director.seat.voice.board, view, briefed=app.director.seat.briefed)[1]


def shown(app: Window) -> str:
    """The words of the line of advice."""
    return str(app.screen.query_one(f"#{NAME}").render())


async def through(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, then Enter as long as a sheet or a second step is open."""
    await press(pilot, *keys)
    for _ in range(3):
        if isinstance(pilot.app.screen, Composer | Confirm):
            await press(pilot, "enter")


async def follow(pilot: Pilot[None], app: Window) -> set[str]:
    """Do as advised, by keys, until the clause is signed."""
    told: set[str] = set()
    for _ in range(30):
        await settle(pilot)
        now = heard(app)
        assert ENGLISH[now][:30] in shown(app), now
        assert "You did something else" not in shown(app)
        told.add(now)
        match now:
            case "coach.brief" | "coach.orders":
                await press(pilot, "enter")
            case "coach.move":
                await through(pilot, "p", "down", "down", "down", "right", "right")
            case "coach.offer":
                await through(pilot, "x", "1")
            case "coach.end-turn" | "coach.second":
                await through(pilot, "e")
            case "coach.strike":
                await through(pilot, "1")
            case "coach.bridge":
                await through(pilot, "x", "1")
            case "coach.initial":
                await through(pilot, "i")
            case _:
                return told
    return told


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.slow
async def test_as_advised_it_leads_from_the_first_orders_to_the_initials(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "l", "enter")
        told = await follow(pilot, app)
        assert told >= ADVISED
        assert app.director is not None
        talks = app.director.seat.port.view.sight.talks
        assert talks.round <= 3
        await press(pilot, "f10")
        assert isinstance(app.screen, Home)
        assert not app.screen.query(f"#{NAME}")
        assert "tutorial" in screen_text(app)
    (save,) = list_saves(tmp_path)
    assert verify(save.path).entries > 20
    assert save.tutorial
    assert not played([save]), "the tutorial is not the first match"


async def test_every_room_and_sheet_of_it_has_one_line_of_advice(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l", "enter")
        assert "brief" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom)
        assert "levers" in shown(app)
        await press(pilot, "enter")
        for key in ("p", "m", "t"):
            await press(pilot, key)
            assert len(app.screen.query(f"#{NAME}")) == 1
            assert "Esc" in shown(app)
            await press(pilot, "escape")
        assert isinstance(app.screen, TableRoom)
        assert len(app.screen.query(f"#{NAME}")) == 1


@pytest.mark.slow
async def test_something_else_is_noticed_and_never_blocked(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l", "enter", "enter", "enter")
        assert heard(app) == "coach.move"
        await press(pilot, "s")
        assert "Esc goes back" in shown(app)
        await through(pilot, *"words")
        assert isinstance(app.screen, TableRoom)
        assert "You did something else" in shown(app)
        await through(pilot, "e")
        await settle(pilot)
        assert isinstance(app.screen, OrdersRoom), "the round went on without the move that was proposed"


async def test_by_mouse(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("#menu", offset=(6, 2))
        await settle(pilot)
        await pilot.click("#menu", offset=(6, 0))
        await settle(pilot)
        assert heard(app) == "coach.brief"
        for wanted in ("coach.orders", "coach.move"):
            await pilot.click(next(iter(app.screen.query(HintKey))))
            await settle(pilot)
            assert heard(app) == wanted


async def test_left_and_taken_up_again_it_still_advises(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l", "enter", "enter", "enter", "f10")
        assert isinstance(app.screen, Home)
        await press(pilot, "c")
        assert isinstance(app.screen, TableRoom)
        assert ENGLISH["coach.move"][:30] in shown(app)


@pytest.mark.slow
async def test_the_strike_and_the_signature_have_their_rooms(tmp_path: Path) -> None:
    app = open_window(tmp_path)
    rooms: set[str] = set()
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "l", "enter")
        for _ in range(14):
            rooms.add(type(app.screen).__name__)
            if heard(app) == "coach.initial":
                break
            keys = {"coach.strike": "1", "coach.end-turn": "e", "coach.second": "e", "coach.move": "e",
                    "coach.offer": "x1", "coach.bridge": "x2"}  # fmt: skip
            await through(pilot, *(keys.get(heard(app)) or ["enter"]))
    assert {Strike.__name__, Signing.__name__} <= rooms


def opened(folder: Path) -> DealtMatch:
    """The tutorial's match, dealt."""
    return open_match.deal(tutorial(), folder)


def test_a_strike_falls_in_the_second_round_whatever_is_ordered(tmp_path: Path) -> None:
    for number, lever in enumerate(("none", "military", "refineries")):
        folder = tmp_path / str(number)
        match = opened(folder).table
        players = {seat.id: player(SCRIPTED, seat) for seat in match.board.seats}
        assert run(match, players, lever) == [2], f"{lever}: choose another TUTORIAL_SEED"


def run(match: Match, players: dict[str, Player], lever: str) -> list[int]:
    """The rounds in which a strike was reported, when Ukraine orders one campaign and passes otherwise."""
    orders = {"choices": {"long-range": lever}}
    players["ukraine"] = Scripted((Line("orders", orders), Line("answer-strike", {"answer": "go-on"})))
    while not match.over and match.state.talks.round <= 2:
        seat = match.awaited[0]
        chosen = players[seat].choose(match.board_of(seat), match.view(seat), "")
        match.submit(seat, chosen.move, match.turn(seat))
    return [paper.round for paper in match.state.papers if isinstance(paper, StrikePaper)]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_learner_does_the_parts_go_on_to_an_end(tmp_path: Path, seed: int) -> None:
    """Any legal moves at all: every advice has words, every part has an answer, the match ends and verifies."""
    dealt = opened(tmp_path)
    match, bots = dealt.table, dealt.players
    learner = Uniform(frozenset({"undo"}))
    for number in range(1200):
        for ask in bot_turns(match, bots):
            make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        view = match.view("ukraine")
        for slug in advice(match.board_of("ukraine"), view):
            assert not slug or slug in ENGLISH, slug
        if match.over:
            break
        chosen = learner.choose(match.board_of("ukraine"), view, f"{seed}/{number}")
        match.submit("ukraine", chosen.move, match.turn("ukraine"))
    assert match.state.talks.phase in ENDS
    (path,) = tmp_path.glob("*.jsonl")
    verify(path)
    reasons = {entry.reason.slug for entry in read(path).entries if entry.seat in bots and entry.reason}
    assert reasons == {"part", "part-over"}


def test_it_is_set_up_as_a_first_match() -> None:
    setup = tutorial()
    assert setup.tutorial
    assert setup.people() == ("ukraine",)
    assert setup.without == FIRST_MATCH
    assert PERSON not in {keeper for seat, keeper in setup.seats.items() if seat != "ukraine"}


def test_in_plain_mode_the_advice_comes_before_each_move(tmp_path: Path) -> None:
    match = open_match.start(tutorial(), tmp_path)
    written: list[str] = []
    answers = iter(["1", "", "1", "", "", "", "", "q"])
    screen = Console(lambda: f"{next(answers, 'q')}\n", written.append)
    outcome = asyncio.run(play(seat_sessions(match, Prefs()), screen))
    assert outcome is Outcome.LEFT
    lines = [line for line in written if line.startswith(ENGLISH["coach.plain"])]
    assert lines
    assert ENGLISH["coach.orders"] in lines[0]
    assert "Enter" not in lines[0], "choices are numbered there, so no key is named"
