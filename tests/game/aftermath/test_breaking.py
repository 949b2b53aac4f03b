"""Whether a party gains by breaking a text in force, and what it does about it (A5.12, A5.13, A2.7)."""

from dataclasses import replace

import pytest

from tabletop.debrief.results import Created, Durability, Process, Results, SeatResult, ended_by
from tabletop.debrief.summary import summary_lines
from tabletop.game.aftermath import breaking
from tabletop.game.aftermath.breaking import Reckoning
from tabletop.game.core.sight import see
from tabletop.game.records import events as e
from tabletop.game.records.moves import Decide, LetGo, Move
from tabletop.game.records.state import State
from tabletop.game.views import view
from tabletop.game.worth import value
from tabletop.players.roster import player
from tabletop.vocabulary import ENDS, Phase
from tests.game.in_force import begin, board, dice, live, step, text
from tests.words.board import voice

UKRAINE, RUSSIA = 0, 1

TERMS = {
    "scope": "all-domains", "buffer": "seven-km", "weapons": "rockets", "verify": "both-side-access",
    "respond": "ladder", "sanctions": "phased", "people": "all-for-all", "ratification": "referendum",
}  # fmt: skip
"""What the texts below have in common."""


def plays(name: str) -> object:
    """Everybody answers like a temper."""

    def policy(state: State, seat: str) -> Move:
        at = board()
        place = at.seat_index[seat]
        seen = view(at, see(state, place, at.mediator), 0)
        return player(name, at.seats[place], seat).choose(at, seen, f"{state.talks.step}/{seat}").move

    return policy


def decided(terms: dict[str, str], seeds: range, name: str = "hard") -> int:
    """In how many lives of a text Moscow decided to break it."""
    options = text(board(), **(TERMS | terms))
    lives = [live(board(), options, seed, plays(name)) for seed in seeds]  # type: ignore[arg-type]
    return sum(ended_by(state) == ("decision", ("russia",)) for state in lives)


@pytest.mark.parametrize("territory", ["transfer", pytest.param("police-swap", marks=pytest.mark.slow)])
@pytest.mark.slow
def test_a_rested_moscow_breaks_oftener_after_a_hand_over_than_before_a_force_on_a_frozen_line(
    territory: str,
) -> None:
    seeds = range(40)
    after = decided({"donetsk": territory, "guarantee": "ratified-pledge"}, seeds)
    for guarantee in ("european-force", "backstop"):
        assert decided({"donetsk": "freeze", "guarantee": guarantee}, seeds) < after - 5


def own(terms: dict[str, str], seat: int, month: int, believed: int = 10_000) -> Reckoning:
    """A party's reckoning in a month, with a mandate as the author wrote it."""
    at = board()
    mandate = at.mandates[seat]
    assert mandate is not None
    start = at.start
    context = value.Context(believed, 20_00, 0, (0, 0, 0, 0), start.attention, start.cohesion)
    found = breaking.reckon(
        at, seat, text(at, **(TERMS | terms)), context, mandate.weights, mandate.alternative, month
    )
    assert found is not None
    return found


def beside_terms(found: Reckoning) -> int:
    """The gain from breaking with the worth of the terms left out."""
    rules = breaking.rules_of(board())
    assert rules is not None
    return found.gain + breaking.discounted(rules, found.terms)


def test_moscow_fears_a_rearmed_kyiv_and_kyiv_a_rested_moscow() -> None:
    armed, held_down = own({"caps": "no-cap"}, RUSSIA, 0), own({"caps": "600k"}, RUSSIA, 0)
    assert armed.ahead < held_down.ahead
    assert beside_terms(armed) > beside_terms(held_down)
    rested, poor = own({"sanctions": "all-lifted"}, UKRAINE, 0), own({"sanctions": "none"}, UKRAINE, 0)
    assert rested.ahead < poor.ahead
    assert beside_terms(rested) > beside_terms(poor)


def test_a_rearmed_kyiv_goes_by_the_same_rule() -> None:
    """The more strength a text leaves it, the more it has to gain, and an army that rests has more than a worn one."""
    at = board()
    rules = breaking.rules_of(at)
    assert rules is not None
    kept = [text(at, **(TERMS | {"caps": cap})) for cap in ("600k", "700k", "800k", "no-cap")]
    grown = [breaking.strength(rules, options, UKRAINE, 24) for options in kept]
    assert grown == sorted(set(grown))
    worn, rests = own({}, UKRAINE, 0), own({}, UKRAINE, 6)
    assert worn.price - rests.price == rules.worn
    assert (own({}, RUSSIA, 0).price - own({}, RUSSIA, 6).price) == rules.worn


def test_a_guarantee_makes_breaking_dearer_as_far_as_it_is_believed() -> None:
    for seat in (UKRAINE, RUSSIA):
        prices = [
            own({"guarantee": one}, seat, 12).price
            for one in ("none", "letter", "ratified-pledge", "european-force", "backstop")
        ]
        assert prices == sorted(set(prices))
        doubted = own({"guarantee": "backstop"}, seat, 12, believed=5_000).price
        assert doubted == prices[-1] // 2


def test_staying_is_worth_the_terms_and_what_the_balance_will_be() -> None:
    found = own({}, RUSSIA, 3)
    rules = breaking.rules_of(board())
    assert rules is not None
    later = breaking.discounted(rules, found.terms + found.ahead)
    assert found.gain == found.left + found.balance - found.price - later
    assert abs(breaking.discounted(rules, 100_00) - 36_77) < 10


def test_both_gains_strain_the_text_and_no_more_than_the_most() -> None:
    assert breaking.strain(board(), (-5_00, -1)) == 0
    assert breaking.strain(board(), (2_00, -5_00)) == 40
    assert breaking.strain(board(), (2_00, 3_00)) == 100
    assert breaking.strain(board(), (90_00,)) == 200


def tempted(seat: int, roll: object) -> State:
    """A text in force that leaves one party far under its alternative."""
    at = board()
    state = begin(at, text(at, **TERMS), roll)  # type: ignore[arg-type]
    raised = tuple(150_00 if place == seat else was for place, was in enumerate(state.home.alternative))
    return replace(state, home=replace(state.home, alternative=raised))


def calm(name: str, sides: int) -> int:
    return sides // 2 if name.split("/")[1] not in {"collapse", "incident"} else sides - 1


@pytest.mark.parametrize("seat", [UKRAINE, RUSSIA])
def test_who_breaks_has_the_relapse_on_its_name(seat: int) -> None:
    at, name = board(), board().seats[seat].id
    state = tempted(seat, calm)
    events: list[e.Happening] = []
    while state.talks.phase not in ENDS:
        state, found = step(at, state, calm, lambda _state, _seat: Decide("break"))
        events += found
    assert state.talks.phase == Phase.RELAPSED
    assert [one.seats for one in events if isinstance(one, e.QuestionPut)] == [(name,)]
    assert ended_by(state) == ("decision", (name,))
    assert state.home.credit[seat] == 50_00


@pytest.mark.parametrize(
    ("by", "broke", "told"),
    [
        ("spiral", (), "collapsed: a spiral of violations and incidents"),
        ("decision", ("russia",), "collapsed: a decision to break it (russia)"),
        ("term", (), "collapsed: its term, which was not renewed"),
    ],
)
def test_the_debrief_says_by_which_way_a_text_ended(by: str, broke: tuple[str, ...], told: str) -> None:
    durability = Durability(year=8_000, two=7_000, lived=3, end="relapsed", by=by, broke=broke)
    own = SeatResult("us", None, 0, Process(0, 0, 0, 0, 0, 0, 0))
    found = Results((own,), Created(None, None), durability, (), (), 0)
    lines = summary_lines(voice(), found, "us")
    assert any(told in line.lower() for line in lines), lines


def test_what_a_seat_reckons_is_what_the_rule_reckons() -> None:
    at = board()
    for seed in range(20):
        state = begin(at, text(at, **TERMS), dice(seed))
        truth = breaking.reckoned(at, state)
        for seat in at.parties:
            shown = view(at, see(state, seat, at.mediator), 0).in_force
            assert shown is not None
            assert shown.breaking == truth[seat]
        mediator = view(at, see(state, at.mediator, at.mediator), 0).in_force
        assert mediator is not None
        assert mediator.breaking is None


def test_bots_break_only_for_what_their_temper_is_loath_to_break_it_for() -> None:
    at = board()
    state = tempted(RUSSIA, calm)
    state, _ = step(at, state, calm, lambda _state, _seat: LetGo())
    assert state.talks.asked == "break"
    assert plays("yielding")(state, "russia") == Decide("break")  # type: ignore[operator]
    over = breaking.reckoned(at, state)[RUSSIA].gain - 5
    less = over * 100 // 37
    little = tuple(was - less if place == RUSSIA else was for place, was in enumerate(state.home.alternative))
    calmer = replace(state, home=replace(state.home, alternative=little))
    assert breaking.reckoned(at, calmer)[RUSSIA].gain < 50
    assert plays("trading")(calmer, "russia") == Decide("stay")  # type: ignore[operator]


def test_incidents_leave_the_last_decision_alone() -> None:
    at = board(2)

    def every(name: str, sides: int) -> int:
        return 0 if "/incident/" in name else calm(name, sides)

    state = begin(at, text(at, **TERMS), every)
    while state.talks.phase not in ENDS:
        state, _ = step(at, state, every, lambda _state, _seat: LetGo())
        assert state.talks.decided <= 1
