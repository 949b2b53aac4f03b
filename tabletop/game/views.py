"""The view: all that a seat gets, and in it all that it may do.

`view(board, sight, turn)` is the one function that builds it; person, bot and machine get the same. It is made
from the sight alone, so it cannot leak. No labels inside: words come from the lexicon by id.
"""

from dataclasses import dataclass

from tabletop.game.agreement import LintFinding
from tabletop.game.forms import Legal
from tabletop.game.sight import Sight
from tabletop.game.value import Appraisal


@dataclass(frozen=True, slots=True)
class Condition:
    """A ceasefire condition held against the draft (T4.5).

    Attributes:
        seat: Whose condition it is.
        clause: The clause it is about.
        option: The option the seat stands on in public.
        state: `met`, `unmet` or `unclear` (the draft leaves the clause open).
        vow: Whether the seat vowed on it.
    """

    seat: str
    clause: str
    option: int
    state: str
    vow: bool


@dataclass(frozen=True, slots=True)
class SeatView:
    """What a seat sees.

    Attributes:
        sight: Public chapters, own numbers, papers, record.
        turn: Moves only when what this seat sees of phase, floor, text or papers changes; a move is made `at` it.
        draft: By clause: the option in the draft (agreed, initialled, banked or annexed), -1 when open.
        conditions: Every seat's public conditions against the draft.
        appraisal: What the draft, open clauses at their defaults, is worth to the seat; None for onlookers.
        lint: What the draft lacks.
        legal: What the seat may do.
    """

    sight: Sight
    turn: int
    draft: tuple[int, ...]
    conditions: tuple[Condition, ...]
    appraisal: Appraisal | None
    lint: tuple[LintFinding, ...]
    legal: Legal


@dataclass(frozen=True, slots=True)
class Preview:
    """What a move would do, as far as its own seat can know; nothing has happened.

    Attributes:
        seen: `public`, `pair` or `own`.
        costs: Moves of the sitting's budget it uses up.
        steps: 2 when it must be confirmed.
        price: Effects on quantities the seat knows: path and change, in the state's unit.
        draft: The draft if it went through.
        before: Worth of the text now.
        after: Worth of the text if it went through.
        lint: What that draft would lack.
        undo: Whether it can be taken back afterwards.
    """

    seen: str
    costs: int
    steps: int
    price: tuple[tuple[str, int], ...]
    draft: tuple[int, ...]
    before: Appraisal | None
    after: Appraisal | None
    lint: tuple[LintFinding, ...]
    undo: bool
