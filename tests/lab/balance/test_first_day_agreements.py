"""The first day's texts on the card, against every text of a small scenario one by one."""

import pytest

from tabletop.frontier.bargaining_problem import at_start
from tabletop.lab.balance.first_day_agreements import shut_out, space
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tests.frontier.domains import everything
from tests.lab.balance.rig import FLAGSHIP, MINIMAL


@pytest.mark.slow
@pytest.mark.parametrize("door", ["open", "standard"])
def test_what_is_vetoed_and_dead_is_so_in_every_text(door: str) -> None:
    problem = at_start(compile_board(open_scenario(MINIMAL), format_id="class", door=door))
    texts = list(everything(problem))
    board = problem.board
    expected: dict[tuple[str, str], list[str]] = {}
    for at, options in enumerate(problem.options):
        for option in options:
            gains = [gain for text, gain in texts if text[at] == option]
            if not any(all(gain[party] > 0 for party in board.parties) for gain in gains):
                clause = board.clauses[at]
                expected[clause.id, clause.options[option].id] = [
                    board.seats[party].id
                    for party in board.parties
                    if not any(gain[party] > 0 for gain in gains)
                ]
    found = {(one["clause"], one["option"]): one["parties"] for one in shut_out(problem)}
    assert found == expected
    card = space((MINIMAL, "class", door))
    assert card["outcomes"] == len(texts)
    some = any(all(gain[party] > 0 for party in board.parties) for _, gain in texts)
    assert {(one["clause"], one["option"]) for one in card["dead"]} == {
        option for option, parties in expected.items() if some or parties
    }


@pytest.mark.slow
def test_nobody_sells_the_remaining_fifth_on_the_first_day() -> None:
    """The heart of the report: full transfer is Kyiv's veto whatever the door.

    A mere freeze is Moscow's at the hard one, where hope leaves a pop-up no text for both before any of it has faded;
    at the open one there are texts with it that leave both better off.
    """
    for door in ("open", "hard"):
        card = space((FLAGSHIP, "pop-up", door))
        vetoed = {(one["clause"], one["option"]): one["parties"] for one in card["vetoed"]}
        dead = {(one["clause"], one["option"]) for one in card["dead"]}
        assert vetoed["donetsk", "transfer"] == ["ukraine"]
        assert (vetoed.get(("donetsk", "freeze")) == ["russia"]) is (door == "hard")
        assert (("donetsk", "freeze") in dead) is (door == "hard")
        assert card["above_all"] <= card["above_parties"] < 1
        assert (card["above_parties"] > 0) is (card["above_all"] > 0) is (door == "open")
