"""Every rule has a case: the real rules on the real board, with dice that are set."""

from collections import Counter
from typing import Any

import pytest

from tests.cases.case import Case, cases
from tests.cases.checks import CHECKS, Told
from tests.cases.rig import Rig, dials


def param(case: Case) -> Any:
    """A case as a test; one whose rule is known to be broken must fail until it is mended."""
    marks = [pytest.mark.xfail(reason=case.broken, strict=True, raises=AssertionError)] if case.broken else []
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", [param(case) for case in cases()])
def test_case(case: Case) -> None:
    rig = Rig(case.given)
    before = rig.state
    rig.lines(case.when)
    if "refused" not in case.then:
        assert rig.refused is None, f"{case.says}: refused, {rig.refused}"
    told = Told(rig, before)
    for key, wanted in case.then.items():
        CHECKS[key](told, wanted)
    unasked = set(rig.faces.faces) - rig.faces.asked
    assert not unasked, f"dice that nobody asked for: {unasked}"


def test_cases_are_numbered_by_their_rule_and_claim_something() -> None:
    for case in cases():
        assert case.id.startswith(f"{case.rule}-"), case.id
        assert case.then, case.id
        assert set(case.then) <= set(CHECKS), case.id
    assert [name for name, count in Counter(case.id for case in cases()).items() if count > 1] == []


COMPILED = {"strike.days"}
"""Numbers that the compiler of the board makes chances of; what they do is in the cases of S1.1."""


def test_every_dial_of_the_rules_is_turned_by_a_case() -> None:
    """Every named effect and every named number of `rules.yaml` is read by some rule in some case."""
    for case in cases():
        Rig(case.given).lines(case.when)
    for kind in dials():
        assert set(kind) - kind.read - COMPILED == set()
