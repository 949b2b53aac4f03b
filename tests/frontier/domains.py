"""Small domains cut out of the flagship, moments drawn at random, and brute force by the game's own value."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from tabletop.frontier.bargaining_problem import BargainingProblem, at_start
from tabletop.game.worth.value import Context
from tabletop.scenario.board.board import Board, PairRule
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario

Gains = tuple[int, ...]
Text = tuple[int, ...]


@cache
def board() -> Board:
    """The flagship's board with its door open."""
    return compile_board(open_scenario("abu-dhabi-2026"), door="open")


def narrowed(problem: BargainingProblem, free: frozenset[int], stands: Text) -> BargainingProblem:
    """The same moment with all clauses but some settled."""
    return replace(
        problem,
        options=tuple(options if at in free else (stands[at],) for at, options in enumerate(problem.options)),
    )


def drawn(seed: int, clauses: int) -> BargainingProblem:
    """A moment of a world that never was: other hazards, homes, interlocks, weights and alternatives."""
    roll = random.Random(seed)  # noqa: S311 - draws of a test
    at = hostile(board(), roll)
    seats = range(len(at.seats))
    problem = replace(
        at_start(at),
        context=context(roll, at),
        weights=tuple(weights(roll, len(at.clauses)) for _ in seats),
        alternatives=tuple(roll.randrange(1_000, 8_000) for _ in seats),
    )
    free = frozenset(roll.sample(range(len(at.clauses)), clauses))
    stands = tuple(roll.choice(options) for options in problem.options)
    problem = narrowed(problem, free, stands)
    if roll.random() < 0.5:
        three = (at.roles.territory, at.roles.guarantee, at.roles.status)
        barred = tuple(
            (roll.choice(problem.options[three[0]]), roll.choice(problem.options[three[1]]), option)
            for option in problem.options[three[2]][1:3]
        )
        problem = replace(problem, barred=barred)
    return problem


def context(roll: random.Random, at: Board) -> Context:
    """Circumstances anywhere in their range; now and then more side payments stand than count."""
    return Context(
        credibility=roll.randrange(3_000, 12_001),
        trust=roll.randrange(0, 10_001),
        leans=roll.randrange(0, 400),
        audience=tuple(roll.randrange(-1_500, 1_500) for _ in at.seats),
        attention=roll.randrange(0, 10_001),
        cohesion=roll.randrange(0, 10_001),
        payments=tuple(
            (roll.choice((at.parties[0], *at.parties)), clause, option, 150)
            for clause in roll.sample(range(len(at.clauses)), roll.randrange(9))
            for option in roll.sample(range(len(at.clauses[clause].options)), 2)
        ),
    )


def weights(roll: random.Random, clauses: int) -> tuple[int, ...]:
    """Weights that sum to 10,000."""
    raw = [roll.random() for _ in range(clauses)]
    scaled = [int(10_000 * each / sum(raw)) for each in raw]
    scaled[0] += 10_000 - sum(scaled)
    return tuple(scaled)


def hostile(at: Board, roll: random.Random) -> Board:
    """The same clauses with interlocks anywhere, other dangers and homes, and here and there two options alike."""
    sizes = [len(clause.options) for clause in at.clauses]
    pairs: list[PairRule] = []
    for number in range(roll.randrange(10)):
        one, other = roll.sample(range(len(sizes)), 2)
        pairs.append(
            PairRule(
                id=f"pair-{number}",
                clause=one,
                options=roll.randrange(1, 1 << sizes[one]),
                other=other,
                others=roll.randrange(1, 1 << sizes[other]),
                keep=roll.randrange(10_001),
                danger=roll.randrange(-200, 400),
                support=tuple(roll.randrange(-300, 300) for _ in at.seats),
                advice="",
            )
        )
    bodies = tuple(
        replace(
            body,
            counts=roll.random() < 0.7,
            base=roll.choice(("support", "attention", "cohesion")),
            slope=roll.randrange(100, 1_500),
            credible=roll.random() < 0.5,
            constant=roll.randrange(-3_000, 3_000),
        )
        for body in at.bodies
    )
    clauses = tuple(
        replace(
            clause,
            options=tuple(
                replace(option, safety=roll.randrange(-100, 900), danger=roll.randrange(-300, 700))
                for option in clause.options
            ),
        )
        for clause in at.clauses
    )
    clauses = tuple(
        replace(clause, options=(clause.options[0], clause.options[0], *clause.options[2:]))
        if roll.random() < 0.4
        else clause
        for clause in clauses
    )
    hazard = replace(at.hazard, base=roll.randrange(0, 3_000), faith=roll.randrange(0, 1_500))
    return replace(at, pairs=tuple(pairs), bodies=bodies, clauses=clauses, hazard=hazard)


def everything(problem: BargainingProblem) -> Iterator[tuple[Text, Gains]]:
    """Every final text with its gains, one by one, as the game values them."""
    for text in product(*problem.options):
        if problem.holds(text):
            yield text, problem.gains(text)


def unbeaten(vectors: set[Gains]) -> set[Gains]:
    """The vectors that no other equals or exceeds in every place."""
    return {
        one
        for one in vectors
        if not any(other != one and all(b >= a for a, b in zip(one, other, strict=True)) for other in vectors)
    }
