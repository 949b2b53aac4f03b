"""What a text lacks: lint and gaps (chapter A).

Lint tells the seats while they write; gaps are where incidents fall once a text is in force. Both read the
same interlocks as the hazard, so one unmet need is one finding, one cost and one line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tabletop.game.worth.value import complete
from tabletop.scenario.board.board import Board, PairRule


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing the draft lacks (A1.4).

    Attributes:
        id: Slug of the interlock or test.
        clause: The clause that cannot operate as it should.
        other: The clause it depends on, or empty.
        advice: Slug of the sentence of advice.
    """

    id: str
    clause: str
    other: str
    advice: str


def unmet(board: Board, options: Sequence[int]) -> Iterator[PairRule]:
    """The interlocks that a whole text leaves unmet and that cost it safety (A1.4)."""
    for pair in board.pairs:
        if pair.keep == 10_000 and pair.danger <= 0:
            continue
        if pair.options >> options[pair.clause] & 1 and pair.others >> options[pair.other] & 1:
            yield pair


def lint(board: Board, draft: Sequence[int]) -> tuple[LintFinding, ...]:
    """What a draft lacks: a clause no final text may leave out, unmet interlocks, tests of precision not met.

    Open clauses count at their defaults; a test of precision is reported only on a clause that is written.
    """
    options = complete(board, draft)
    found = [
        LintFinding("left-out", clause.id, "", "left-out")
        for clause, option in zip(board.clauses, draft, strict=True)
        if option < 0 and clause.annexed < 0 and not clause.omissible
    ]
    found += [
        LintFinding(pair.id, board.clauses[pair.clause].id, board.clauses[pair.other].id, pair.advice)
        for pair in unmet(board, options)
    ]
    found += [
        LintFinding("imprecise", board.clauses[at].id, "", "imprecise")
        for at, mask in enumerate(board.hazard.precise)
        if mask and draft[at] >= 0 and not mask >> options[at] & 1
    ]
    return tuple(found)


def gaps(board: Board, options: Sequence[int]) -> tuple[str, ...]:
    """The gaps of a whole text: slugs of unmet interlocks, then of military clauses left out (A5.1)."""
    roles = board.roles
    military = (roles.buffer, roles.weapons, roles.verify, roles.respond)
    found = [pair.id for pair in unmet(board, options)]
    found += [board.clauses[at].id for at in military if options[at] == board.clauses[at].default]
    return tuple(found)
