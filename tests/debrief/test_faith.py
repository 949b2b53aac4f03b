"""The last text in worlds with other faith, against the formula of the rulebook, counted in floats."""

import json
from dataclasses import replace
from math import exp, log
from pathlib import Path

import pytest

from tabletop.command.cli import run
from tabletop.debrief.faith import WORLDS, FaithWorlds, faith_worlds
from tabletop.debrief.faith_lines import faith_section
from tabletop.debrief.results import signing
from tabletop.game.worth.value import appraise_for, true_context
from tabletop.journal.history import History, board_of, fold, scenario_of
from tabletop.journal.reader import Journal, read
from tabletop.lab.batch import simulate
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.words.language.voice import Voice

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Journal]:
    """A match with a text that was initialled, and one without."""
    folder = tmp_path_factory.mktemp("faith")
    simulate("abu-dhabi-2026", "pop-up", 3, "yielding", 3, out=folder, door="open")
    simulate("abu-dhabi-2026", "pop-up", 2, "hard", 30, out=folder, door="hard")
    found: dict[bool, Journal] = {}
    for path in sorted(folder.iterdir()):
        journal = read(path)
        found.setdefault(signing(fold(board_of(journal.header), journal.entries)) is not None, journal)
    return found


def weighed(journal: Journal, faiths: tuple[int, ...] = WORLDS) -> tuple[Board, History, FaithWorlds]:
    board = board_of(journal.header)
    history = fold(board, journal.entries)
    found = faith_worlds(board, history, faiths)
    assert found is not None
    return board, history, found


def test_survival_and_worth_follow_the_formula_of_the_rules(played: dict[bool, Journal]) -> None:
    """S = exp(-base * season * e^x) with x linear in faith, and in the gain only S differs (V1.1, A2.1, A2.2)."""
    journal = played[True]
    board, history, found = weighed(journal)
    state, sheet = signing(history), scenario_of(journal.header).rules.hazard
    assert state is not None
    until = [0, *(season.to for season in sheet.season)]
    months = sum(season.factor * (season.to - was) for season, was in zip(sheet.season, until, strict=False))
    risk = sheet.base / 100 * months
    context = true_context(board, state)

    def exponent_at(faith: int) -> float:
        """The exponent in a world, back from the survival that a seat reckons with there."""
        other = replace(board, hazard=replace(board.hazard, faith=faith))
        reckoned = appraise_for(other, 0, found.text, context, state.home.weights[0], 0)
        return log(-log(reckoned.survival / 10_000) / risk)

    low, high = exponent_at(600), exponent_at(1_000)
    assert high < low, "terms make a text safer"
    for world in found.worlds:
        survival = exp(-risk * exp(low + (world.faith - 600) / 400 * (high - low)))
        assert world.survival / 10_000 == pytest.approx(survival, abs=0.003)
        for seat, gain in world.gains:
            at = board.seat_index[seat]
            was = appraise_for(
                board, at, found.text, context, state.home.weights[at], state.home.alternative[at]
            )
            carried, refused = was.ratified / 10_000, board.numbers["no-deal.price"]
            kept = survival * (was.terms - was.alternative) + (1 - survival) * was.collapse
            assert gain == pytest.approx(carried * kept - (1 - carried) * refused, abs=15)
        assert world.signers == tuple(seat for seat, gain in world.gains if gain > 0)


def test_in_the_world_that_was_played_it_is_what_the_report_says(played: dict[bool, Journal]) -> None:
    board = board_of(played[True].header)
    _, history, found = weighed(played[True], (board.hazard.faith,))
    state = signing(history)
    assert state is not None
    assert (found.signed, found.text, found.played) == (True, state.text.signed, board.hazard.faith)
    survivals = [world.survival for world in weighed(played[True])[2].worlds]
    assert survivals == sorted(survivals)
    assert survivals[0] < survivals[-1]


def test_without_a_text_it_is_the_draft_on_the_table(played: dict[bool, Journal]) -> None:
    journal = played[False]
    board = board_of(journal.header)
    found = faith_worlds(board, fold(board, journal.entries))
    voice = Voice(board, lexicon(scenario_of(journal.header)), "observer")
    lines = faith_section(voice, found).lines
    if found is None:
        assert lines == (voice.say("faith.none"),)
    else:
        assert not found.signed
        assert "No text was initialled" in lines[0]
    nothing = faith_section(voice, faith_worlds(board, fold(board, ())))
    assert nothing.lines == (voice.say("faith.none"),)


def test_the_command_tells_it_and_prints_the_document(
    played: dict[bool, Journal], capsys: pytest.CaptureFixture[str]
) -> None:
    path = played[True].path
    board, _, found = weighed(played[True], (200, 600))
    assert run(["whatif", str(path), "--faith", "0.2,0.6", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["journal"] == str(path)
    assert (told["initialled"], told["played"]) == (True, board.hazard.faith / 1_000)
    assert list(told["text"]) == [clause.id for clause in board.clauses]
    assert [world["faith"] for world in told["worlds"]] == [0.2, 0.6]
    for world, expected in zip(told["worlds"], found.worlds, strict=True):
        assert world["survival"] == expected.survival / 10_000
        assert world["value"] == {seat: gain / 100 for seat, gain in expected.gains}
        assert world["would_sign"] == list(expected.signers)
    assert run(["whatif", str(path), "--faith", "0.2,0.6"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The last text in worlds with other faith in terms:"
    assert any(line.startswith("  Faith 0.2: holds 24 months with") for line in lines)


@pytest.mark.parametrize(
    "asked",
    [
        ["--faith", "much"],
        ["--faith", "2.5"],
        ["--faith", "0.12345"],
        ["--faith", "nan"],
        ["--faith", "0.5", "--at", "4", "--move", "pass"],
        [],
        ["--at", "4"],
    ],
)
def test_what_cannot_be_asked_is_a_usage_error(
    played: dict[bool, Journal], asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["whatif", str(played[True].path), *asked]) == 2
    assert "--faith" in capsys.readouterr().err


def test_a_match_that_is_not_over_keeps_its_secrets(
    played: dict[bool, Journal], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = tmp_path / "cut.jsonl"
    cut.write_bytes(b"".join(played[True].path.read_bytes().splitlines(keepends=True)[:20]))
    assert run(["whatif", str(cut), "--faith", "0.5"]) == 5
    assert "is not over" in capsys.readouterr().err
