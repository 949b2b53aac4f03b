"""Where a match stands: nothing sealed is told before the end, and all of it once the facilitator has stopped it."""

import tabletop
from tabletop.debrief.report import debrief
from tabletop.game.core.chance import keyed
from tabletop.game.decide import decide
from tabletop.game.records.moves import Orders, Stop
from tabletop.journal.entry import Entry
from tabletop.scenario.scenario import Scenario
from tabletop.table.match import Match, new_match
from tabletop.table.seats import PERSON
from tabletop.vocabulary import FACILITATOR, Phase
from tabletop.words.language.section import plain_lines

SEATS = ("ukraine", "russia", "us", "europe")


def dealt(scenario: Scenario, sealed: str) -> Match:
    """A match in which Russia has sealed its orders, with a strike campaign or another."""
    match = new_match(scenario, seating=dict.fromkeys(SEATS, PERSON), seed=3, format_id="pop-up")
    seat = match.board.seats[match.board.seat_index["russia"]]
    chosen = tuple((name, sealed if name == "strikes" else was) for name, was in seat.default_orders)
    match.submit("russia", Orders(chosen), match.turn("russia"))
    return match


def told(match: Match, seat: str, *, spoilers: bool = False) -> str:
    found = debrief(match.board, match.lexicon, match.store.since(0), seat, spoilers=spoilers)
    return "\n".join(plain_lines(found))


def test_what_another_has_sealed_changes_no_line_before_it_is_opened(scenario: Scenario) -> None:
    one, other = dealt(scenario, "none"), dealt(scenario, "mixed")
    for seat in ("observer", "ukraine"):
        assert told(one, seat) == told(other, seat)
        assert told(one, seat, spoilers=True) != told(other, seat, spoilers=True)
    assert told(one, "russia") != ""


def test_a_match_that_is_stopped_is_told_whole(scenario: Scenario) -> None:
    match = dealt(scenario, "mixed")
    sealed = told(match, "observer")
    match.submit("facilitator", Stop("The lesson is over."), 0)
    opened = told(match, "observer")
    assert "stopped in round 1 by the facilitator: The lesson is over." in opened
    assert "not over" not in opened
    for line in ("Russia: orders, ", "Value claimed: ", "over no deal, on its own scale"):
        assert line in opened
        assert line not in sealed
    own = told(match, "ukraine")
    assert own.count("on its own scale") == 1


def test_a_match_may_be_stopped_in_any_phase_and_is_told(scenario: Scenario) -> None:
    """Stopped in each phase that one match among bots came through, and what lay under seal there is told."""
    seats: dict[str, str] = dict.fromkeys(SEATS, "yielding")
    match = tabletop.new_match(scenario, seats=seats, seed=12, format_id="pop-up", door="open")
    match.play_bots()
    last = {step.after.talks.phase: step for step in match.table.history.booked}
    told_of = set[str]()
    for phase in (Phase.SCHEDULED, Phase.DRAFTING, Phase.INTERRUPTED, Phase.INITIALLED, Phase.BREACHED):
        step = last[phase]
        events = decide(match.board, step.after, FACILITATOR, Stop(""), keyed(12)).events
        seq = step.entry.seq
        stopped = Entry(seq + 1, FACILITATOR, Stop(""), (), events, None, "", "", "", "")
        found = debrief(match.board, match.table.lexicon, (*match.entries[:seq], stopped), "observer")
        lines = list(plain_lines(found))
        assert lines[1].endswith("by the facilitator.")
        assert f"not over: round {step.after.talks.round}" in "".join(
            plain_lines(debrief(match.board, match.table.lexicon, match.entries[:seq], "observer"))
        )
        assert any(line.startswith("Results") for line in lines)
        told_of |= {line.strip().partition(", ")[0].partition(": ")[2] for line in lines}
    assert {"orders", "a ballot", "an answer to the strike"} <= told_of
