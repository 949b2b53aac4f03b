"""The war at the table: what a fortnight books, who hears of it, and what an alternative is made of."""

from dataclasses import replace

import pytest

from tabletop.game.core.evolve import start
from tabletop.game.core.quantities import QUANTITIES, read, resolve
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.events import Happening
from tabletop.game.records.state import Seen, State
from tabletop.game.war.fortnight import effort_of, tell_news, wage, world_at
from tabletop.game.war.model import fortnight
from tabletop.game.war.news import lines_of
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.loader import read as read_scenario
from tests.game.worlds import SCENARIO, board, rules
from tests.laws.walk import first, fold, walk

UKRAINE, RUSSIA = 0, 1


class Faces:
    """Dice whose draws come out in the middle, but for those that a test sets by purpose and subject."""

    def __init__(self, **faces: int) -> None:
        self.faces = faces
        self.asked: list[str] = []

    def __call__(self, name: str, sides: int) -> int:
        self.asked.append(name)
        _, purpose, subject, _ = name.split("/")
        middle = sides - 1 if purpose == "sector" else sides // 2
        return self.faces.get(f"{purpose}_{subject}", middle)


def step_of(dice: Faces, tempo: str = "press", at: Board | None = None) -> Step:
    """The interval of the first round, the attacker's tempo set, all else as by default."""
    on = at or board()
    state = first(on, 1)
    standing = list(state.sealed.standing)
    standing[RUSSIA] = tuple(
        (lever, tempo if lever == "tempo" else option) for lever, option in standing[RUSSIA]
    )
    orders = tuple(standing)
    talks = replace(state.talks, round=1)
    return Step(on, replace(state, talks=talks, sealed=replace(state.sealed, orders=orders)), dice)


def test_a_fortnight_books_what_the_arithmetic_says() -> None:
    """The draws of the middle are a thousandth of their spread; the booked world is that of `fortnight`."""
    step = step_of(Faces())
    before = world_at(step.state, rules())
    wanted = fortnight(before, effort_of(step, rules()), {}, rules())
    wage(step)
    booked = world_at(step.state, rules())
    stocks = "attacker_force", "defender_force", "attacker_lost", "defender_lost", "ground", "held", "grid"
    for name in (*stocks, "strain"):
        assert int(getattr(booked, name)) == int(getattr(wanted, name)), name
    assert int(booked.attacker_before) == int(before.attacker_lost)
    assert step.state.war.ground > rules().held
    assert step.state.war.strain == 100_00


def test_what_is_booked_are_results_in_events_for_those_who_may_know() -> None:
    step = step_of(Faces(), "surge")
    wage(step)
    seen = {event.path: event.seen for event in step.events if isinstance(event, e.Shifted)}
    assert seen["war.ground"] == seen["war.lost.russia"] == -1
    assert seen["war.force.ukraine"] == 1 << UKRAINE
    assert seen["war.joined.russia"] == 1 << RUSSIA
    assert seen["war.strain"] == seen["war.headroom"] == 0
    assert fold(step.board, step_of(Faces(), "surge").state, tuple(step.events)) == step.state


def test_surging_loses_more_than_holding_and_gains_more() -> None:
    held, surged = (step_of(Faces(), tempo) for tempo in ("hold", "surge"))
    wage(held)
    wage(surged)
    assert surged.state.war.lost[RUSSIA] > 2 * held.state.war.lost[RUSSIA]
    assert surged.state.war.ground > held.state.war.ground
    assert surged.state.war.force[RUSSIA] < held.state.war.force[RUSSIA]


@pytest.mark.parametrize(("how", "momentum"), [("falls", 10_00), ("fails", -6_00)])
def test_a_sector_falls_or_an_assault_fails_by_the_draw(how: str, momentum: int) -> None:
    """Its effects are there before the fortnight, so a fifth of the momentum has faded after it."""
    quiet, loud = step_of(Faces()), step_of(Faces(**{f"sector_{how}": 0}))
    wage(quiet)
    wage(loud)
    told = [event for event in loud.events if isinstance(event, e.FrontMoved)]
    assert [(event.seat, event.how, event.seen) for event in told] == [("russia", how, -1)]
    assert loud.state.war.momentum - quiet.state.war.momentum == pytest.approx(0.8 * momentum, abs=1)


def test_draws_are_named_by_their_place() -> None:
    dice = Faces()
    wage(step_of(dice))
    named = {name.split("/", 1)[1] for name in dice.asked}
    assert {f"front/{field}/0" for field in rules().noise} <= named
    assert {"sector/falls/0", "sector/fails/0", "mood/ukraine/0", "mood/russia/0"} <= named
    assert len(dice.asked) == len(set(dice.asked))
    assert all(name.startswith("1.") for name in dice.asked)


def test_noise_moves_what_it_is_on_by_its_spread() -> None:
    """Face 841 of 1,000 is one spread up."""
    plain, lucky = step_of(Faces()), step_of(Faces(front_momentum=841, front_support=158, mood_ukraine=841))
    wage(plain)
    wage(lucky)
    assert lucky.state.war.momentum - plain.state.war.momentum == pytest.approx(6_00, abs=5)
    assert lucky.state.alliance.support - plain.state.alliance.support == pytest.approx(-3_00, abs=5)
    assert lucky.state.home.audience[UKRAINE] - plain.state.home.audience[UKRAINE] == pytest.approx(50, abs=1)


def test_news_moves_each_alternative_by_its_own_lines() -> None:
    step = step_of(Faces())
    wage(step)
    before = step.state.home
    tell_news(step)
    told = [event for event in step.events if isinstance(event, e.AlternativeMoved)]
    assert [(event.seat, event.seen) for event in told] == [
        ("ukraine", 1 << UKRAINE),
        ("russia", 1 << RUSSIA),
    ]
    lines = lines_of(world_at(step.state, rules()), 2, rules())
    for seat, event in zip((UKRAINE, RUSSIA), told, strict=True):
        assert event.lines == lines[seat] == step.state.home.news[seat]
        assert step.state.home.alternative[seat] - before.alternative[seat] == event.change
        assert event.change == sum(worth for _, worth in event.lines)
    count = len(step.events)
    tell_news(step)
    assert len(step.events) == count, "what has been told is no news"


def dealt(events: tuple[Happening, ...]) -> e.MatchOpened | None:
    return next((event for event in events if isinstance(event, e.MatchOpened)), None)


@pytest.mark.parametrize("seed", [1, 5, 11, 42])
def test_an_alternative_is_table_door_die_hope_and_news(seed: int) -> None:
    """In every state that random play comes to; who an exchange brought home is home with or without a text."""
    at = compile_board(read_scenario(SCENARIO), format_id="full", door="hard", open_sittings=True)
    opened = first(at, seed)
    base = [opened.home.alternative[seat] - opened.home.optimism[seat] for seat in at.parties]
    moved = False
    for stop in walk(at, seed):
        home = stop.after.home
        for seat in at.parties:
            news = sum(worth for _, worth in home.news[seat])
            if any(isinstance(event, e.ExchangeCarried) for event in stop.events):
                base[seat] = home.alternative[seat] - home.optimism[seat] - news
            assert home.alternative[seat] == base[seat] + home.optimism[seat] + news
            assert all(abs(worth) <= 6_00 for _, worth in home.news[seat])
            moved = moved or bool(home.news[seat])
        assert all(home.news[seat] == () for seat in range(len(at.seats)) if seat not in at.parties)
    assert moved or stop.after.talks.round == 1


def test_a_scenario_without_a_war_has_fortnights_that_only_do_what_orders_do() -> None:
    at = replace(board(), war=None)
    step = step_of(Faces(), at=at)
    wage(step)
    tell_news(step)
    assert step.events == ()


def test_every_stock_of_the_war_has_unit_range_and_reader() -> None:
    """Own strength and intake are the seat's, claims and the line are public, money and strain nobody's."""
    seen = {name: quantity.seen for (chapter, name), quantity in QUANTITIES.items() if chapter == "war"}
    assert {name for name, reader in seen.items() if reader == Seen.OWN} == {"force", "lethality", "joined"}
    assert {"ground", "lost", "lost_before", "dark", "grid", "held", "momentum"} <= {
        name for name, reader in seen.items() if reader == Seen.PUBLIC
    }
    assert seen["strain"] == seen["headroom"] == seen["recruiting"] == Seen.SEALED


def test_the_first_day_is_the_boards() -> None:
    at = board()
    state: State = start(at)
    path = resolve("war.ground", tuple(seat.id for seat in at.seats))
    assert path is not None
    assert read(state, path) == rules().held == 116_500
    assert state.war.lost == rules().lost
