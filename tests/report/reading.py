"""Real matches, read as a player reads them: lines of the record, pages of plain mode, pages of the window."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from tabletop.game.core.sight import may_see, see
from tabletop.game.core.step import Step
from tabletop.game.records.events import Happening, StrikeReported
from tabletop.game.records.state import State
from tabletop.game.strikes.strikes import maybe_strike
from tabletop.game.views import SeatView, view
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.board import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.scenario.sheets.content import Card
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import new_match
from tabletop.ui.plain import pages as plain_pages
from tabletop.ui.tui.screens.pages import reader
from tabletop.vocabulary import Phase
from tabletop.words.language.voice import Voice
from tabletop.words.pages.strike import strike_page
from tabletop.words.sentences.record_lines import event_line
from tests.dials.fortnight import dealt, ordered
from tests.game.doubt_rig import board, patient_match
from tests.laws.walk import Stop, dice, walk

UKRAINE, RUSSIA, US, EUROPE = range(4)


@cache
def words() -> Lexicon:
    return lexicon(open_scenario("abu-dhabi-2026"))


def voice(at: Board, seat: int = -1) -> Voice:
    """A reader's way of naming things; -1 is an onlooker."""
    return Voice(at, words(), at.seats[seat].id if seat >= 0 else "observer")


def looked(at: Board, state: State, seat: int) -> SeatView:
    """What a seat sees of a state."""
    return view(board_for(at, seat), see(state, seat, at.mediator), 0)


def pages(at: Board, state: State, seat: int = UKRAINE) -> dict[str, str]:
    """Every page that a seat can open on a state: plain mode's as `plain.…`, the window's by their names."""
    mine = board_for(at, seat)
    said, seen = voice(mine, seat), looked(at, state, seat)
    found = {
        f"plain.{name}": "\n".join(page(said, seen))
        for name, page in (
            ("text", plain_pages.text), ("ground", plain_pages.ground), ("war", plain_pages.war),
            ("ledger", plain_pages.ledger), ("conditions", plain_pages.conditions), ("record", plain_pages.record),
            ("papers", plain_pages.papers), ("brief", plain_pages.brief), ("worth", plain_pages.worth),
            ("heading", plain_pages.heading), ("closed", plain_pages.closed),
        )
    }  # fmt: skip
    found |= {
        name: content(said, seen).plain for name, (_, content) in reader.PAGES.items() if name != "record"
    }
    found["strike"] = "\n".join(
        text for section in strike_page(said, seen) for text in (section.title, *section.lines)
    )
    return found


def heard(at: Board, events: Iterable[Happening], seat: int = -1) -> list[str]:
    """The record lines of events, as a reader hears them."""
    said = voice(at, seat)
    return [told for event in events if (told := event_line(said, event))]


def public(state: State) -> Iterator[Happening]:
    """The events of a match that everybody saw."""
    return (entry.event for entry in state.record if entry.event.seen == -1)


@cache
def calm(format_id: str = "full", seed: int = 3) -> State:
    """A match in which nobody says anything, to its last round: every scheduled card has fallen."""
    return patient_match(seed, format_id)[-1]


@cache
def bargained(seed: int = 11, temper: str = "trading") -> tuple[Board, tuple[State, ...]]:
    """A match that bots bargain, state by state."""
    scenario = open_scenario("abu-dhabi-2026")
    seating = dict.fromkeys(scenario.frame.seats, temper)
    match = new_match(scenario, seating=seating, seed=seed, format_id="class", door="open")
    states = [match.state]
    players = {seat.id: player(temper, seat, str(seed)) for seat in match.board.seats}
    for ask in bot_turns(match, players):
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))
        states.append(match.state)
    return match.board, tuple(states)


def named(text: str, *parts: str) -> bool:
    """Whether every part stands in a text, capitals apart."""
    return all(part.lower() in text.lower() for part in parts)


def figure(text: str, label: str) -> float:
    """The number that a page prints after a label."""
    found = re.search(rf"{re.escape(label)}[^\n]*?: (-?[\d,. ]+)", text, re.IGNORECASE)
    assert found, f"no figure for {label}"
    return float(re.sub(r"[^\d.\-]", "", found[1]))


@cache
def cards() -> dict[str, Card]:
    return dict(open_scenario("abu-dhabi-2026").events.cards)


@cache
def played() -> tuple[Stop, ...]:
    """Matches of legal moves, some begun near a signature: every step of them."""
    return tuple(stop for seed in (1, 2, 3, 5, 7, 9) for stop in walk(board("class"), seed))


def sitting(state: State, floor: int = UKRAINE) -> State:
    """The first sitting of a session, everybody free to move."""
    return replace(
        state,
        talks=replace(
            state.talks,
            phase=Phase.PLENARY,
            sitting=1,
            awaiting=0b111,
            floor=floor,
            moves_left=(2, 2, 2, 0),
        ),
    )


def seen_by(events: Iterable[Happening], seat: int) -> list[Happening]:
    """The events that a seat may know of."""
    return [event for event in events if may_see(event.seen, seat)]


def bulletin(round_: int) -> str:
    """The news that a round of a whole match opened with, as everybody heard it."""
    at = board("full")
    news = [
        entry.event for entry in calm().record if entry.round == round_ and entry.event.kind == "news-came"
    ]
    return "\n".join(heard(at, news))


@cache
def struck() -> tuple[State, StrikeReported]:
    """A session under a campaign against energy, at the first seam where a strike is reported."""
    for seed in range(1, 40):
        state = sitting(ordered(board(), dealt(seed), "russia", "strikes", "energy"))
        step = Step(board(), state, dice(seed))
        maybe_strike(step, 1, 1)
        for event in step.events:
            if isinstance(event, StrikeReported) and event.by == "russia":
                return step.state, event
    raise AssertionError("no strike at forty seams")
