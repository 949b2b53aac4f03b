"""What the shape of the chart promises: one way on at most, and an end to every match."""

from itertools import product

from tabletop.game.core.talks import CHART, Facts
from tabletop.vocabulary import ENDS, Phase

FACTS = [Facts(*values) for values in product([False, True], repeat=5)]


def test_at_most_one_arrow_is_open() -> None:
    for arrow, facts in product(CHART, FACTS):
        open_ = [
            other
            for other in CHART
            if (other.source, other.trigger) == (arrow.source, arrow.trigger)
            and all(guard(facts) for guard in other.guards)
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
