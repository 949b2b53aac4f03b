"""What goes over the wire: it comes back as it was, changes with nothing a seat does not see, and fits its version."""

from dataclasses import dataclass, replace

import pytest

from tabletop.game.core.sight import see
from tabletop.game.records.events import Undone
from tabletop.game.records.moves import KINDS
from tabletop.players.choosing.random_stream import Stream
from tabletop.remote import messages
from tabletop.remote.messages import (
    Down,
    Make,
    Shown,
    Strange,
    Up,
    Welcome,
    down_read,
    down_sent,
    entry_of,
    seen_of,
    shape,
    sight_of,
    told_of,
    up_read,
    up_sent,
)
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.table.port import SeatEntry
from tabletop.vocabulary import RULESET
from tests.laws.test_laws import hidden_changes
from tests.laws.walk import Stop, board, samples, walk
from tests.laws.walk import sight_of as sees
from tests.ui.web.test_seat_page_secrets import merged


def shown(at: Board, stop: Stop, seat: int) -> Shown:
    talks = stop.after.talks
    entry = SeatEntry(0, talks.round, talks.sitting, talks.phase, stop.move, stop.events)
    return Shown(seen_of(see(stop.state, seat, at.mediator), 3, undo=False), False, 0, (told_of(entry),))


def test_every_sight_event_and_move_comes_back_as_it_was() -> None:
    at = board()
    kinds: set[str] = set()
    for number, stop in enumerate(walk(at, 1)):
        if number % 6:
            continue
        for seat in (0, 1 + number % 3):
            sent = shown(at, stop, seat)
            found = down_read(down_sent(sent))
            assert found == sent
            assert isinstance(found, Shown)
            assert sight_of(found.seen) == see(stop.state, seat, at.mediator)
            assert entry_of(found.told[0]).events == stop.events
            for move in samples(at, sees(at, stop.state, seat), Stream(str(number)), 12):
                made = Make("a", 3, move)
                assert up_read(up_sent(made)) == made
                kinds.add(move.kind)
    assert len(kinds) > len(KINDS) / 5


def test_the_board_and_the_words_come_back_as_they_were() -> None:
    at, words = board_for(board(), 0), lexicon(open_scenario("abu-dhabi-2026"))
    sent = Welcome("r", 1, "ukraine", at, words, "c")
    assert down_read(down_sent(sent)) == sent


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_whatever_is_hidden_may_change_and_no_byte_that_is_sent_does(seed: int) -> None:
    at = board()
    stops = list(walk(at, seed))
    for number in range(5, len(stops), len(stops) // 4):
        state = stops[number].state
        for seat in range(len(at.seats)):
            changed = state
            for _path, other in hidden_changes(at, state, seat, Stream(f"{number}/{seat}")):
                changed = merged(state, changed, other)
            assert changed != state
            sent, twin = (
                down_sent(Shown(seen_of(see(each, seat, at.mediator), 3, undo=False), False, 0, ()))
                for each in (state, changed)
            )
            assert sent == twin


def test_a_step_taken_back_is_sent_without_its_number_in_the_journal() -> None:
    """That number counts the moves that others made under seal."""
    for to in (3, 300):
        event = Undone(seat="ukraine", to=to, seen=1, rule="T9.1")
        entry = SeatEntry(0, 1, 1, next(iter(walk(board(), 1))).after.talks.phase, None, (event,))
        assert told_of(entry).events == (replace(event, to=0),)


@pytest.mark.parametrize(
    "raw",
    [
        "", "x", "[]", "{}", '{"kind":"shown"}', '{"kind":"make","cid":"a","turn":1,"move":{"kind":"no"}}',
        '{"kind":"look","index":"x"}', "[" * 100_000, '{"kind":"come","shape":1,"token":"a","known":0}', "\ud800",
    ],
)  # fmt: skip
def test_what_is_no_message_is_said_to_be_none(raw: str) -> None:
    for read in (up_read, down_read):
        with pytest.raises(Strange):
            read(raw.encode(errors="surrogatepass"))


def test_the_shape_is_that_of_everything_that_is_ever_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field more, deep inside a sight or a board, and two programs do not speak alike any more."""
    assert shape().startswith(f"{RULESET}/")
    found: dict[str, str] = {}
    messages.gather(Up, found)
    messages.gather(Down, found)
    names = {name.rpartition(".")[2] for name in found}
    assert {"Sight", "Theatre", "OrdersOpened", "CampaignBoard", "CitedSource", "Refusal", "Offer"} <= names

    @dataclass(frozen=True)
    class Bye:
        code: str
        more: str

    before = shape()
    shape.cache_clear()
    monkeypatch.setattr(messages, "Down", Bye)
    try:
        assert shape() != before
    finally:
        shape.cache_clear()


def test_no_message_has_a_place_for_what_is_nobodys() -> None:
    found: dict[str, str] = {}
    messages.gather(Down, found)
    names = {name for row in found.values() for name in row.split(",")}
    assert {"sight", "alternative"} <= names
    assert not names & {"seed", "draws", "seating", "next_paper", "saw"}
