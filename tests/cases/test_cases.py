"""Every rule has a case: the real rules on the real board, with dice that are set."""

from collections import Counter

import pytest

from tests.cases.case import Case, cases
from tests.cases.checks import CHECKS, Told
from tests.cases.rig import Rig


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
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
