"""The view: all that a seat gets, and in it all that it may do.

`view(board, sight, turn)` is the one function that builds it; person, bot and machine get the same. It is made
from the sight alone, so it cannot leak. No labels inside: words come from the lexicon by id.
"""

# pyright: reportIncompatibleVariableOverride=false
# a field of a frozen record and a cached property are read alike

from dataclasses import dataclass, replace
from functools import cached_property

from tabletop.errors import Refusal
from tabletop.game.aftermath import breaking, violations
from tabletop.game.aftermath.breaking import Reckoning
from tabletop.game.core.rule import no
from tabletop.game.core.sight import Sight
from tabletop.game.legality import RULES, Openings, box_of, refusal
from tabletop.game.records.menu import Box, Closed, Legal
from tabletop.game.records.moves import Accept, AnswerBridge, Counter, Move, OfferTrade, Position, Terms, Undo
from tabletop.game.records.papers import BridgePaper, Offer
from tabletop.game.records.state import Text
from tabletop.game.text.drafting import agreed_now, draft_options
from tabletop.game.worth import value
from tabletop.game.worth.text_gaps import LintFinding, lint
from tabletop.game.worth.value import Appraisal
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import CONTROL, IN_FORCE, SILENT, Phase


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
class InForce:
    """How a text in force stands, as far as a seat can know (A5, A2.2, A2.3).

    Attributes:
        month: Months since it entered into force.
        months: Months it is followed.
        durability: Chance that the text would hold `months` from its start, no violation counted, per ten thousand.
        risk: Chance that it collapses in the month that is open or comes next, by what was told of violations.
        credibility: How far a guarantee is believed, per ten thousand.
        told: Last month's violations: who says so, and how many.
        renewal: The month in which its term must next be renewed; 0 for a text without such a term.
        asked: What the table asks now; empty for nothing.
        breaking: What the seat itself reckons of breaking the text; None for a seat that is no party (A5.13).
    """

    month: int
    months: int
    durability: int
    risk: int
    credibility: int
    told: tuple[tuple[str, int], ...]
    renewal: int
    asked: str
    breaking: Reckoning | None = None


@dataclass(frozen=True)
class SeatView:
    """What a seat sees; `view` makes one whose parts are worked out when they are first read.

    Attributes:
        sight: Public chapters, own numbers, papers, record.
        turn: Moves only when what this seat sees of phase, floor, text or papers changes; a move is made `at` it.
        draft: By clause: the option in the draft (agreed, initialled, banked or annexed), -1 when open.
        conditions: Every seat's public conditions against the draft.
        appraisal: What the draft, open clauses at their defaults, is worth to the seat; None for onlookers.
        lint: What the draft lacks.
        legal: What the seat may do.
        in_force: How the text stands once it is in force; None before and after.
    """

    sight: Sight
    turn: int
    draft: tuple[int, ...]
    conditions: tuple[Condition, ...]
    appraisal: Appraisal | None
    lint: tuple[LintFinding, ...]
    legal: Legal
    in_force: InForce | None = None

    def open(self, kind: str) -> tuple[Box, ...]:
        """The open boxes of one kind of move."""
        return tuple(box for box in self.legal.boxes if box.move == kind)

    def allows(self, move: Move) -> bool:
        """Whether a move lies in an open box."""
        return any(box.holds(move) for box in self.open(move.kind))


@dataclass(frozen=True, slots=True)
class Preview:
    """What a move would do, as far as its own seat can know; nothing has happened.

    Attributes:
        seen: `public`, `pair` or `own`.
        costs: Moves of the sitting's budget it uses up.
        steps: 2 when it must be confirmed.
        price: What it is charged (T1.7): path of a quantity and change, in the state's unit.
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


UNDO = Box("undo", "T9.1", "own", 0, 1, ())
"""T9.1: open when nothing that the seat did last was seen by anybody else and no die was asked."""


class LazyView(SeatView):
    """A view that works each part out when it is first read: a player reads a few, a window most."""

    _board: Board
    _undo: bool
    _openings: Openings | None = None
    """What is open, asked kind by kind; none in a view that was copied with other parts."""

    @cached_property
    def draft(self) -> tuple[int, ...]:
        """See `SeatView`."""
        return draft_options(self.sight.text)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """See `SeatView`."""
        return conditions(self._board, self.sight, self.draft)

    @cached_property
    def appraisal(self) -> Appraisal | None:
        """See `SeatView`."""
        return value.appraise(self._board, self.sight, self.draft) if self.sight.mine else None

    @cached_property
    def lint(self) -> tuple[LintFinding, ...]:
        """See `SeatView`."""
        return lint(self._board, self.draft)

    @cached_property
    def legal(self) -> Legal:
        """See `SeatView`."""
        found = (self._openings or Openings(self._board, self.sight)).all()
        if self._undo and not self.sight.talks.paused:
            return Legal((*found.boxes, UNDO), found.closed)
        return Legal(found.boxes, (*found.closed, Closed("undo", no("nothing-to-undo", "T9.1"))))

    @cached_property
    def in_force(self) -> InForce | None:
        """See `SeatView`."""
        return in_force(self._board, self.sight)

    def open(self, kind: str) -> tuple[Box, ...]:
        """The open boxes of one kind of move; asks the rules for no other."""
        return super().open(kind) if self._openings is None or kind == UNDO.move else self._openings.of(kind)


def view(board: Board, sight: Sight, turn: int, *, undo: bool = False) -> SeatView:
    """The view of a seat (T1.6), with no part worked out so far.

    Args:
        board: The board, whole or the seat's own.
        sight: What the seat may see.
        turn: The seat's turn number.
        undo: Whether its last step can be taken back (T9.1), which the match knows.
    """
    made = object.__new__(LazyView)
    vars(made).update(sight=sight, turn=turn, _board=board, _undo=undo, _openings=Openings(board, sight))
    return made


def in_force(board: Board, sight: Sight) -> InForce | None:
    """R6: durability is the text's own; a month's risk has violations, pressure and answers in it."""
    talks, text = sight.talks, sight.text
    if talks.phase not in IN_FORCE or not text.signed:
        return None
    months = board.numbers["aftermath.months"]
    month = talks.step if talks.asked else min(talks.step + 1, months)
    context = value.context_of(board, sight)
    told = violations.total_reported(text.reported)
    own = breaking.own_reckoning(board, sight, context)
    strained = violations.exponent(board, text.signed, context, month, told)
    strained += breaking.strain(board, (own.gain,) if own else ())
    tension = text.tension if month <= text.tension_until else value.WHOLE
    every = board.numbers["renewal.months"]
    term = text.signed[board.roles.term]
    renewable = board.aftermath is not None and board.aftermath.renewable >> term & 1 and every
    due = (talks.step // every + 1) * every if renewable else 0
    return InForce(
        month=talks.step,
        months=months,
        durability=value.survival(board, value.exponent(board, text.signed, context)),
        risk=value.month_risk(board, strained, month, tension),
        credibility=min(context.credibility, value.WHOLE),
        told=text.reported,
        renewal=due if due < months else 0,
        asked=talks.asked,
        breaking=own,
    )


def conditions(board: Board, sight: Sight, draft: tuple[int, ...]) -> tuple[Condition, ...]:
    """T4.5: each seat's public positions against the draft: met, unmet, or unclear while the clause is open."""
    vows = {(vow.seat, vow.clause) for vow in sight.text.vows}
    found: list[Condition] = []
    for seat, row in enumerate(sight.text.positions):
        for at, option in enumerate(row):
            if option == SILENT or board.clauses[at].annexed >= 0:
                continue
            state = "unclear" if draft[at] == SILENT else "met" if draft[at] == option else "unmet"
            vow = (seat, at) in vows
            found.append(Condition(board.seats[seat].id, board.clauses[at].id, option, state, vow))
    return tuple(found)


def preview(board: Board, sight: Sight, move: Move, *, undo: bool = False) -> Preview | Refusal:
    """What a move would do, as far as its own seat can know (T1.7); nothing has happened.

    `undo` says whether its last step can be taken back (T9.1), which the match knows.
    """
    taken_back = isinstance(move, Undo)
    if taken_back and not undo:
        return no("nothing-to-undo", "T9.1")
    why_not = None if taken_back else refusal(board, sight, move)
    if why_not is not None:
        return why_not
    box = UNDO if taken_back else box_of(board, sight, move) or UNDO
    price = () if taken_back else RULES[move.kind].price_of(board, sight, move)
    draft = sight.text.signed or text_after(board, sight, move)
    mine = sight.mine is not None and sight.seat != CONTROL
    return Preview(
        seen=box.seen,
        costs=box.costs,
        steps=box.steps,
        price=tuple((charge.path, charge.change) for charge in price),
        draft=draft,
        before=value.appraise(board, sight, draft_options(sight.text)) if mine else None,
        after=value.appraise(board, sight, draft) if mine else None,
        lint=lint(board, draft),
        undo=box.seen == "own" and move.kind not in {"poll", "undo"} and not goes_on_at_once(sight),
    )


def goes_on_at_once(sight: Sight) -> bool:
    """T9.1: whether the table waits for this seat alone, so that its answer is opened the moment it is given."""
    talks = sight.talks
    return talks.phase is not Phase.SCHEDULED and talks.awaiting == 1 << max(sight.seat, 0)


def text_after(board: Board, sight: Sight, move: Move) -> tuple[int, ...]:
    """T1.7: what would stand agreed if the move went through and, for a package, all said yes."""
    text = sight.text
    match move:
        case Position(terms=terms):
            text = standing_on(board, text, terms, (sight.seat,))
        case OfferTrade(terms=terms, to=to):
            takers = range(len(board.seats)) if to == "all" else (sight.seat, board.seat_index[to])
            text = standing_on(board, text, terms, tuple(takers))
        case _:
            text = text_of_answer(board, sight, move)
    return agreed_now(board, text, sight.papers)


def text_of_answer(board: Board, sight: Sight, move: Move) -> Text:
    """T1.7: the text after an accepted trade, a counter-offer that is taken up, or a bridge that both say yes to."""
    if isinstance(move, AnswerBridge):
        bridge = next((paper for paper in sight.papers if isinstance(paper, BridgePaper)), None)
        if bridge is None or move.answer != "yes":
            return sight.text
        return standing_on(
            board, sight.text, bridge.terms, tuple(board.seat_index[name] for name in bridge.to)
        )
    number = getattr(move, "paper", 0)
    offer = next((paper for paper in sight.papers if isinstance(paper, Offer) and paper.id == number), None)
    if offer is None:
        return sight.text
    seats = tuple(board.seat_index[name] for name in (offer.by, *offer.to))
    match move:
        case Accept():
            return standing_on(board, sight.text, offer.terms, seats)
        case Counter(terms=terms):
            return standing_on(board, sight.text, terms, seats)
        case _:
            return sight.text


def standing_on(board: Board, text: Text, terms: Terms, seats: tuple[int, ...]) -> Text:
    """The text with some seats standing on some terms."""
    rows = list(text.positions)
    for clause, option in terms:
        at = board.clause_index[clause]
        for seat in seats:
            rows[seat] = (*rows[seat][:at], option, *rows[seat][at + 1 :])
    return replace(text, positions=tuple(rows))
