"""What is sealed for the press names nobody: not while it waits, not when it appears (T7.10, T7.11).

Matches that are alike but for who sealed a report are shown to whoever watches and to every seat without a part in it.
Where these are shown the same to the byte, order, floor, turns, answers and moves left tell nothing of the author.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from tabletop.game.core.chance import Dice
from tabletop.game.core.step import Step
from tabletop.game.decide import decide
from tabletop.game.legality import legal
from tabletop.game.leverage.press import open_press
from tabletop.game.records import events as e
from tabletop.game.records.moves import Brief, Leak, Move
from tabletop.game.records.state import State
from tabletop.game.views import SeatView, view
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board
from tabletop.table.match import Match
from tabletop.vocabulary import ONLOOKER, TABLE, Phase
from tests.laws.test_under_seal import EVERYBODY, shown
from tests.laws.walk import CLOCK_MOVES, agreeable, board, dice, first, fold, sight_of

ENCODER: TypeAdapter[SeatView] = TypeAdapter(SeatView)
REPORTS = (Leak("russia", (("donetsk", 2),)), Brief("Talks are constructive."))

APART = frozenset({"leak", "brief", "undo", "poll"})
"""Moves left out: what is sealed is given, and a poll that is shown tells of a mood at home, as the rules mean it."""


def untraced(seed: int) -> Board:
    """A board on which no report is ever traced: one seam or two, turn sittings or open ones."""
    at = board("full" if seed % 4 > 1 else "class", open_sittings=seed % 2 == 1)
    return replace(at, numbers={**at.numbers, "leak.traced": 0, "brief.traced": 0})


def alike(seed: int) -> Dice:
    """Dice that draw the seam alike for every seat; that each has the same chance is a law of its own below."""
    roll = dice(seed)

    def rolled(name: str, sides: int) -> int:
        place, purpose, subject, n = name.split("/")
        return roll(f"{place}/{purpose}/{'anybody' if purpose == 'press' else subject}/{n}", sides)

    return rolled


def authors(report: Move) -> tuple[int, ...]:
    """Who may have sealed a report: everybody but the one it is about."""
    return tuple(at for at, seat in enumerate(EVERYBODY) if seat != getattr(report, "about", ""))


def session(at: Board, state: State, seed: int) -> Iterator[tuple[State, tuple[e.Happening, ...]]]:
    """The first session in random play; the same seed chooses the same wherever the same is open."""
    roll = alike(seed)
    for number in range(120):
        stream, seat, move = Stream(f"{seed}/{number}"), TABLE, CLOCK_MOVES
        if state.talks.awaiting:
            place = stream.one_of([place for place in range(4) if state.talks.awaiting >> place & 1])
            boxes = [box for box in legal(at, sight_of(at, state, place)).boxes if box.move not in APART]
            moves = [made for box in boxes if (made := fill(box, stream)) is not None]
            glad = [made for made in moves for _ in range(agreeable(made, close=False))]
            seat, move = at.seats[place].id, stream.one_of(glad)
        events = decide(at, state, seat, move, roll).events
        state = fold(at, state, events)
        yield state, events
        if state.talks.round > 1 or state.talks.phase in {Phase.RECESSED, Phase.INITIALLED, Phase.COLLAPSED}:
            return


def frames(at: Board, author: int, report: Move, seed: int) -> tuple[dict[int, list[bytes]], int]:
    """What an onlooker and every seat are shown after each step, and how many reports have appeared."""
    state = first(at, seed)
    state = fold(at, state, decide(at, state, at.seats[author].id, report, dice(seed)).events)
    seen: dict[int, list[bytes]] = {seat: [] for seat in (ONLOOKER, *range(4))}
    appeared = 0
    for after, events in session(at, state, seed):
        appeared += sum(isinstance(event, e.PressOpened) for event in events)
        for seat, found in seen.items():
            found.append(ENCODER.dump_json(view(at, sight_of(at, after, seat), 0)))
    return seen, appeared


@pytest.mark.parametrize("report", REPORTS, ids=["leak", "brief"])
@pytest.mark.parametrize("seed", [4, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(5, 19))])
def test_whoever_sealed_it_everybody_else_is_shown_the_same(seed: int, report: Move) -> None:
    """From sealing to the end of the session, in random play of many matches."""
    at = untraced(seed)
    found = {author: frames(at, author, report, seed) for author in authors(report)}
    one, *others = found
    for other in others:
        assert found[other][1] == found[one][1]
        for seat in {ONLOOKER, 0, 1, 2, 3} - {one, other}:
            assert found[other][0][seat] == found[one][0][seat], (EVERYBODY[one], EVERYBODY[other], seat)


@pytest.mark.parametrize("report", REPORTS, ids=["leak", "brief"])
def test_it_appears_in_the_matches_that_are_compared(report: Move) -> None:
    assert [frames(untraced(seed), 2, report, seed)[1] for seed in (4, 6)] == [1, 1]


@pytest.mark.parametrize("report", REPORTS, ids=["leak", "brief"])
def test_that_there_is_one_shows_to_nobody_else(deal: Callable[..., Match], report: Move) -> None:
    """No view, no turn and no way back of another seat differs from those of a match in which nothing was sealed."""
    match = deal(3, None, *EVERYBODY)
    seating = dict(match.seating)
    for author in authors(report):
        seat = EVERYBODY[author]
        sealed = match.branch(3, seating)
        sealed.submit(seat, report, sealed.turn(seat))
        assert shown(sealed, seat) == shown(match, seat), seat


def test_every_seam_has_the_same_chance_whoever_sealed_it() -> None:
    at, rounds, seams = board("full"), 900, 3
    counts = Counter[tuple[int, int]]()
    for author in range(4):
        state = first(at, 1)
        state = fold(at, state, decide(at, state, EVERYBODY[author], REPORTS[1], dice(1)).events)
        for seed in range(rounds):
            for seam in range(seams):
                here = replace(state, talks=replace(state.talks, sitting=seam + 1))
                step = Step(at, here, dice(seed))
                open_press(step, seams - seam)
                if step.events:
                    counts[author, seam] += 1
                    break
    assert sum(counts.values()) == 4 * rounds, "by the last seam it has appeared"
    spread = (rounds / seams * (1 - 1 / seams)) ** 0.5
    assert all(abs(count - rounds / seams) < 4 * spread for count in counts.values()), counts


def test_of_several_at_one_seam_any_may_come_first() -> None:
    at, rounds = board(), 1500
    state = first(at, 1)
    for seat in EVERYBODY:
        made = decide(at, state, seat, Brief(seat), dice(1)).events
        state = fold(at, state, made)
    places = Counter[tuple[str, int]]()
    for seed in range(rounds):
        step = Step(at, state, dice(seed))
        open_press(step)
        said = [event.words for event in step.events if isinstance(event, e.Briefed)]
        places.update((words, place) for place, words in enumerate(said))
    spread = (rounds / 4 * 3 / 4) ** 0.5
    assert len(places) == 16
    assert all(abs(count - rounds / 4) < 4 * spread for count in places.values()), places
