"""The machine and the look-up are the same chart."""

from dataclasses import fields, replace
from itertools import product

import pytest

from tabletop.errors import InvariantBroken
from tabletop.game.core.evolve import start
from tabletop.game.core.talks import TRIGGERS, Facts, facts_of, target
from tabletop.game.records.events import PhaseChanged
from tabletop.game.records.state import State
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.scenario import Scenario
from tabletop.table.conduct import Conductor
from tabletop.vocabulary import Phase


@pytest.fixture(scope="module")
def board(scenario: Scenario) -> Board:
    return compile_board(scenario, format_id="pop-up")


def stand(board: Board, phase: Phase, facts: Facts) -> State:
    """A state in a phase, of which these facts are true."""
    state = start(board)
    talks = replace(
        state.talks,
        phase=phase,
        room=-1 if facts.together else 0,
        round=board.format.rounds - facts.rounds_left,
        overdue=facts.deadline_due,
        sent_back=int(facts.refused),
    )
    patience = 10_00 if facts.patience_left else 0
    state = replace(state, talks=talks, alliance=replace(state.alliance, patience=patience))
    assert facts_of(board, state) == facts
    return state


@pytest.mark.parametrize("phase", Phase)
def test_every_trigger_leads_where_the_look_up_says(board: Board, phase: Phase) -> None:
    conductor = Conductor(board)
    for trigger, values in product(TRIGGERS, product((True, False), repeat=len(fields(Facts)))):
        facts = Facts(*values)
        state = stand(board, phase, facts)
        lands = target(phase, trigger, facts)
        if lands is not None:
            event = PhaseChanged(trigger=trigger, to=lands.value)
            assert conductor.follow((state,), (event,)) == (lands,)
        elsewhere = Phase.HELD if lands is not Phase.HELD else Phase.BROKE
        with pytest.raises(InvariantBroken):
            conductor.follow((state,), (PhaseChanged(trigger=trigger, to=elsewhere.value),))


def test_an_unknown_trigger_is_a_broken_law(board: Board) -> None:
    state = start(board)
    with pytest.raises(InvariantBroken, match="no arrow"):
        Conductor(board).follow((state,), (PhaseChanged(trigger="sing", to="plenary"),))
