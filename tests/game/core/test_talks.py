"""The talks machine against a table written by hand: every phase, trigger and combination of facts (T1.1)."""

from itertools import product

import pytest

from tabletop.game.core.talks import CHART, Facts, fire, mermaid
from tabletop.vocabulary import ENDS, Phase

LEADS: dict[str, dict[str, dict[str, str]]] = {
    "scheduled": {"convene": {"1....": "plenary", "0....": "suspended"}},
    "plenary": {
        "draft": {".....": "drafting"},
        "strike": {".....": "interrupted"},
        "leave": {"0....": "suspended"},
        "recess": {".....": "recessed"},
        "leave-for-good": {".....": "collapsed"},
    },
    "drafting": {"drafted": {".....": "plenary"}, "initial": {".....": "initialled"}},
    "interrupted": {"resume": {"1....": "plenary", "0....": "suspended"}},
    "suspended": {
        "return": {"1....": "plenary"},
        "recess": {".....": "recessed"},
        "leave-for-good": {".....": "collapsed"},
        "vote-to-end": {".....": "collapsed"},
    },
    "recessed": {
        "break-off": {"..0..": "collapsed", "...1.": "collapsed"},
        "next-round": {".110.": "scheduled"},
        "expire": {".0100": "expired", ".0101": "rejected"},
    },
    "initialled": {
        "enter-into-force": {".....": "holding"},
        "send-back": {".1...": "recessed", ".0...": "rejected"},
        "collapse": {".....": "broke"},
    },
    "holding": {
        "incident": {".....": "disputed"},
        "collapse": {".....": "relapsed"},
        "run-out": {".....": "held"},
    },
    "disputed": {"settle": {".....": "holding"}, "answer-in-kind": {".....": "breached"}},
    "breached": {
        "settle": {".....": "holding"},
        "collapse": {".....": "relapsed"},
        "run-out": {".....": "held"},
    },
}
for leads in LEADS.values():
    leads["stop"] = {".....": "stopped"}
"""Phase, trigger, and what must be true for it to lead where.

One character a fact: parties together, rounds left, patience left, a deadline due, a text refused.
"""

TRIGGERS = {trigger for leads in LEADS.values() for trigger in leads}


def by_hand(phase: str, trigger: str, facts: tuple[bool, ...]) -> str | None:
    """Where the table above says that a trigger leads."""
    for pattern, target in LEADS.get(phase, {}).get(trigger, {}).items():
        if all(mark in {".", str(int(fact))} for mark, fact in zip(pattern, facts, strict=True)):
            return target
    return None


@pytest.mark.parametrize("phase", Phase)
def test_every_trigger_leads_where_the_table_says(phase: Phase) -> None:
    for trigger, facts in product(sorted(TRIGGERS), product((True, False), repeat=5)):
        assert fire(phase, trigger, Facts(*facts)) == by_hand(phase.value, trigger, facts), (trigger, facts)


def test_the_chart_has_no_trigger_that_the_table_lacks() -> None:
    assert {arrow.trigger for arrow in CHART} == TRIGGERS


def test_a_trigger_the_chart_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError):
        fire(Phase.PLENARY, "sing", Facts(*[True] * 5))


def test_the_picture_shows_every_arrow() -> None:
    picture = mermaid()
    for phase, leads in LEADS.items():
        for trigger, targets in leads.items():
            for target in targets.values():
                assert f"    {phase} --> {target}: {trigger}" in picture
    assert {f"    {end} --> [*]" for end in ENDS} <= set(picture.splitlines())
