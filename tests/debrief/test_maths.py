"""The mathematics of the debrief: exact figures of the game, trades that were there, the same lines everywhere."""

from itertools import combinations, product
from pathlib import Path

import pytest

from tabletop.debrief.maths import Maths, maths, unmade
from tabletop.debrief.maths_lines import maths_lines
from tabletop.debrief.report import debrief
from tabletop.debrief.results import of_history
from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.frontier.best import needed
from tabletop.journal.entry import Header
from tabletop.journal.history import History, board_of, fold, scenario_of
from tabletop.journal.reader import Journal, read
from tabletop.lab.batch import simulate
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario
from tabletop.words.language.voice import Voice, points


@pytest.fixture(scope="module", params=[3, 4])
def journal(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Journal:
    """A whole match of bots."""
    folder = tmp_path_factory.mktemp("maths")
    simulate("abu-dhabi-2026", "pop-up", 1, "yielding", request.param, out=folder, door="open")
    return read(next(Path(folder).glob("*.jsonl")))


def laid_open(journal: Journal) -> tuple[Header, Board, History]:
    board = board_of(journal.header)
    return journal.header, board, fold(board, journal.entries)


def reckoned(journal: Journal) -> tuple[Board, History, Maths]:
    _, board, history = laid_open(journal)
    found = maths(board, history)
    assert found is not None
    return board, history, found


def test_no_point_of_the_frontier_is_worse_for_all_and_ways_are_to_those_points(journal: Journal) -> None:
    board, _, found = reckoned(journal)
    assert found.everybody.named.seats == tuple(range(len(board.seats)))
    assert found.parties.named.seats == board.parties
    for group in (found.everybody, found.parties):
        for point in group.named.points:
            assert any(point.gains[at] >= found.now.gains[at] for at in group.named.seats)
        assert (group.way.left == 0) == (group.way.better == 0) or group.way.better > 0
        assert (group.named.nash is None) == (group.way.nash is None)


def test_a_trade_not_made_gives_both_parties_what_is_said(journal: Journal) -> None:
    board, _, found = reckoned(journal)
    for trade in found.trades:
        assert 1 <= len(trade.changed) <= board.numbers["trade.rows"]
        more = [trade.point.gains[at] - found.now.gains[at] for at in board.parties]
        assert min(more) == trade.more > 0
    if len(found.trades) == 2:
        first, second = found.trades
        assert first.more >= second.more
        assert not set(first.changed) <= set(second.changed)


def test_the_lines_name_every_trade_and_every_door_missed(journal: Journal) -> None:
    header, board, history = laid_open(journal)
    found, results = maths(board, history), of_history(board, history)
    assert found is not None
    words = lexicon(scenario_of(header))
    voice = Voice(board, words, "ukraine")
    lines = tuple(maths_lines(voice, found, results.missed))
    assert sum(line.startswith("Trade not made") for line in lines) in {len(found.trades), 1}
    assert sum(line.startswith("Door missed") for line in lines) == len(results.missed)
    for door in results.missed:
        (line,) = [line for line in lines if line.startswith(f"Door missed in round {door.round}:")]
        for party in board.parties:
            assert points(door.find.gains[party]) in line
        for clause, option in zip(board.clauses, door.find.options, strict=True):
            assert clause.annexed >= 0 or voice.option(clause.id, option) in line
    told = debrief(board, words, journal.entries, "ukraine")
    assert any(section.lines == lines for section in told)


def test_the_two_best_trades_are_those_of_trying_every_change() -> None:
    board = compile_board(open_scenario(str(Path(__file__).parents[1] / "scenario" / "minimal")))
    problem = at_start(board)
    counts: set[int] = set()
    for at in range(3):
        text = tuple(options[min(at, len(options) - 1)] for options in problem.options)
        found = unmade(problem, text, 2)
        every = sorted(changes(problem, text, 2), key=lambda one: -one[0])
        assert [trade.more for trade in found[:1]] == [more for more, _ in every[:1]]
        if found:
            others = [more for more, changed in every if not set(found[0].changed) <= changed]
            assert [trade.more for trade in found[1:]] == others[:1]
        counts.add(len(found))
    assert 2 in counts


def changes(problem: BargainingProblem, text: tuple[int, ...], rows: int) -> list[tuple[int, set[int]]]:
    """Every change of a text that gives both parties more and nobody needed less, with what it gives."""
    now, parties, found = problem.gains(text), problem.board.parties, list[tuple[int, set[int]]]()
    for size in range(1, rows + 1):
        for clauses in combinations(range(len(text)), size):
            for options in product(*(problem.options[at] for at in clauses)):
                if any(text[at] == option for at, option in zip(clauses, options, strict=True)):
                    continue
                other = list(text)
                for at, option in zip(clauses, options, strict=True):
                    other[at] = option
                gains = problem.gains(other)
                more = min(gains[at] - now[at] for at in parties)
                kept = all(gains[at] >= now[at] for at in needed(problem, other))
                if more > 0 and kept and problem.holds(other):
                    found.append((more, set(clauses)))
    return found
