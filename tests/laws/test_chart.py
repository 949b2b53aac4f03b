"""The machine that conducts and the table that decides are one chart."""

from itertools import product

import pytest
from transitions import Machine, MachineError

from tabletop.game.core.talks import CHART, TRIGGERS, Facts, mermaid, target, why_not
from tabletop.vocabulary import ENDS, Phase

FACTS = [Facts(*values) for values in product([False, True], repeat=len(Facts.__dataclass_fields__))]


class Cursor:
    state: str


def machine_of(cursor: Cursor) -> Machine:
    return Machine(
        model=cursor,
        states=[phase.value for phase in Phase],
        transitions=[
            {
                "trigger": a.trigger,
                "source": a.source.value,
                "dest": a.target.value,
                "conditions": list(a.guards),
            }
            for a in CHART
        ],
        initial=Phase.SCHEDULED.value,
        auto_transitions=False,
    )


@pytest.mark.parametrize("phase", list(Phase))
def test_machine_and_table_agree_on_every_trigger_and_guard_value(phase: Phase) -> None:
    cursor = Cursor()
    machine = machine_of(cursor)
    for trigger in TRIGGERS:
        for facts in FACTS:
            machine.set_state(phase.value, cursor)
            try:
                moved = bool(machine.events[trigger].trigger(cursor, facts))
            except MachineError:
                moved = False
            expected = target(phase, trigger, facts)
            assert (Phase(cursor.state) if moved else None) == expected
            has_arrow = any(arrow.source == phase and arrow.trigger == trigger for arrow in CHART)
            assert bool(why_not(phase, trigger, facts)) == (has_arrow and expected is None)


def test_at_most_one_arrow_is_open() -> None:
    for phase, trigger, facts in product(Phase, TRIGGERS, FACTS):
        open_ = [
            a for a in CHART if a.source == phase and a.trigger == trigger and all(g(facts) for g in a.guards)
        ]
        assert len(open_) <= 1


def test_every_phase_is_reached_and_only_ends_have_no_way_out() -> None:
    reached, todo = {Phase.SCHEDULED}, [Phase.SCHEDULED]
    while todo:
        phase = todo.pop()
        for arrow in CHART:
            if arrow.source == phase and arrow.target not in reached:
                reached.add(arrow.target)
                todo.append(arrow.target)
    assert reached == set(Phase)
    assert {phase for phase in Phase if not any(a.source == phase for a in CHART)} == set(ENDS)


def test_the_picture_shows_every_arrow() -> None:
    picture = mermaid()
    for arrow in CHART:
        assert f"{arrow.source} --> {arrow.target}: {arrow.trigger}" in picture
