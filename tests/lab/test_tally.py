"""What a batch counts in its matches, against the journals it wrote, counted a second way."""

import json
from collections import Counter
from typing import Any, cast

import pytest

from tabletop.game.core.evolve import start
from tabletop.game.records.events import BodyDecided, MatchEnded, OrdersOpened, TextInitialled
from tabletop.game.records.moves import Advance
from tabletop.journal.entry import Entry
from tabletop.journal.history import BookedEntry, board_of
from tabletop.journal.reader import Journal, read
from tabletop.lab.batch import Summary, simulate
from tabletop.lab.tally import Tally, counted, tally
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario

MATCHES = 4


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, list[Journal]]:
    """A batch with its journals."""
    folder = tmp_path_factory.mktemp("batch")
    found = simulate("abu-dhabi-2026", "class", MATCHES, "mixed", 11, out=folder)
    return found, [read(path) for path in sorted(folder.iterdir())]


def lines(journals: list[Journal]) -> list[dict[str, Any]]:
    """The events of all journals, as they stand in the files."""
    return [
        cast("dict[str, Any]", event)
        for journal in journals
        for line in journal.path.read_text(encoding="utf-8").splitlines()[1:]
        for event in json.loads(line)["events"]
    ]


def test_sessions_and_those_that_a_strike_broke_into(batch: tuple[Summary, list[Journal]]) -> None:
    found, journals = batch
    assert found["sessions"] == sum(event["kind"] == "convened" for event in lines(journals))
    broken = 0
    for journal in journals:
        sessions = "".join(
            {"convened": "|", "strike-reported": "x"}.get(event["kind"], "") for event in lines([journal])
        )
        broken += sum("x" in session for session in sessions.split("|"))
    assert found["sessions_interrupted"] == broken
    assert 0 < broken < found["sessions"]


def test_orders_of_every_fortnight_are_counted_once(batch: tuple[Summary, list[Journal]]) -> None:
    found, journals = batch
    told = Counter(
        (event["seat"], lever, option)
        for event in lines(journals)
        if event["kind"] == "orders-opened"
        for lever, option in event["choices"]
    )
    counts = {
        (seat, lever, option): count
        for seat, levers in found["orders"].items()
        for lever, options in levers.items()
        for option, count in options.items()
    }
    assert counts == dict(told)
    winter = sum(found["orders_winter"]["russia"]["tempo"].values())
    assert winter == sum(
        1
        for journal in journals
        for entry in journal.entries
        for event in entry.events
        if isinstance(event, OrdersOpened) and event.seat == "russia" and _round(journal, entry) <= 4
    ), "February and March are the first four fortnights of a match that starts in February"


def _round(journal: Journal, entry: Entry) -> int:
    """The round of an entry: how many were opened up to it, the interval's own new one left out."""
    return sum(
        event.kind == "round-opened" for other in journal.entries[: entry.seq - 1] for event in other.events
    )


def test_losses_are_those_of_two_fortnights_of_a_month(batch: tuple[Summary, list[Journal]]) -> None:
    found, journals = batch
    highest: list[int] = []
    outlost = 0
    for journal in journals:
        board = board_of(journal.header)
        assert board.war is not None
        attacker = board.seats[board.war.attacker].id
        first = start(board).war
        lost, joined = first.lost[board.war.attacker], first.joined[board.war.attacker]
        months, behind = list[int](), ""
        for entry in journal.entries:
            for event in entry.events:
                if getattr(event, "path", "") == f"war.lost.{attacker}":
                    lost = getattr(event, "to", 0)
                if getattr(event, "path", "") == f"war.joined.{attacker}":
                    joined = getattr(event, "to", 0)
            if any(isinstance(event, OrdersOpened) for event in entry.events):
                months.append(lost)
                behind += "x" if lost > joined else "."
        pairs = [sum(months[at : at + 2]) for at in range(0, len(months) - 1, 2)]
        highest += [max(pairs)] if pairs else []
        outlost += "xxx" in behind
    assert found["losses_most"]["mean"] == round(sum(highest) / len(highest))
    assert found["losses_most"]["over_50000"] == round(
        sum(each > 50_000 for each in highest) / len(highest), 3
    )
    assert found["losses_over_recruits"] == round(outlost / MATCHES, 3)


def test_texts_routes_refusals_and_ends(batch: tuple[Summary, list[Journal]]) -> None:
    found, journals = batch
    texts = [
        [
            event.options
            for entry in journal.entries
            for event in entry.events
            if isinstance(event, TextInitialled)
        ]
        for journal in journals
    ]
    signed = [options[-1] for options in texts if options]
    assert sum(found["texts"].values()) == sum(found["routes"].values()) == len(signed) == found["signed"]
    clauses = {clause.id: at for at, clause in enumerate(board_of(journals[0].header).clauses)}
    for options in signed:
        named = [
            board_of(journals[0].header).clauses[clauses[name]].options[options[clauses[name]]].id
            for name in ("donetsk", "guarantee", "sanctions", "ratification")
        ]
        assert found["texts"]["/".join(named[:3])]
        assert found["routes"][named[3]]
    refusals = Counter(
        event.body
        for journal in journals
        for entry in journal.entries
        for event in entry.events
        if isinstance(event, BodyDecided) and event.answer == "no"
    )
    assert found["bodies_no"] == dict(refusals)
    assert list(found["ended_by"]) == ["spiral", "decision", "term"]
    assert sum(found["ended_by"].values()) == found["ends"]["relapsed"]


@pytest.fixture(scope="module")
def board() -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), format_id="class")


@pytest.mark.parametrize(
    ("by", "how"), [("war", "spiral"), ("term", "term"), ("decision", "decision"), ("spiral", "spiral")]
)
def test_how_a_text_in_force_ended(board: Board, by: str, how: str) -> None:
    ended = _booked(board, MatchEnded(rule="A5.7", how="relapsed", by=by))
    assert tally(board, [ended]).ended_by == how
    held = _booked(board, MatchEnded(rule="A5.7", how="held", by="war"))
    assert tally(board, [held]).ended_by == ""


def _booked(board: Board, event: MatchEnded) -> BookedEntry:
    state = start(board)
    return BookedEntry(Entry(1, "table", Advance(), (), (event,)), state, state)


def test_nothing_is_counted_of_nothing() -> None:
    found = counted([Tally(), Tally()])
    assert found["losses_most"] == {"mean": 0, "over_50000": 0.0}
    assert (found["texts"], found["orders"], found["bodies_no"]) == ({}, {}, {})
    assert found["ended_by"] == {"spiral": 0, "decision": 0, "term": 0}
