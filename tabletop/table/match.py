"""A match being played: the one place where a move becomes an entry and the state changes.

The order is the law: is the seat known, is its view current, is the move open on its sight; then decide, then
the entry on the disk, and only then the state, the turns and those who listen. The table moves itself, one
entry a step, whenever nobody is awaited.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tabletop.errors import (
    CidReused,
    IllegalMove,
    InvariantBroken,
    JournalError,
    MoveKept,
    Refusal,
    SeatError,
    StaleView,
)
from tabletop.game.core.chance import keyed
from tabletop.game.core.sight import Sight, see
from tabletop.game.decide import decide, moved_on, opening
from tabletop.game.records.events import Happening, PhaseChanged
from tabletop.game.records.moves import Advance, Move, Undo
from tabletop.game.records.sentence import Sentence
from tabletop.game.records.state import State
from tabletop.game.views import Preview, SeatView, preview, view
from tabletop.journal.digest import sight_digest, state_digest
from tabletop.journal.entry import Draw, Entry
from tabletop.journal.history import History, board_of, scenario_of
from tabletop.journal.store import MemoryStore, Store, create, reopen
from tabletop.journal.verify import decide_again
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.scenario import Scenario
from tabletop.table import clock
from tabletop.table.cache import seat_board, words_of
from tabletop.table.dealing import header_for
from tabletop.table.dice import Recorder, match_place, stream
from tabletop.table.replaying import NOTHING
from tabletop.table.seats import Seating, reseated, seated, viewpoint
from tabletop.table.turns import Turns
from tabletop.vocabulary import ENDS, FACILITATOR, TABLE, Phase

STEPS_MOST = 10_000
"""More steps of the table in a row than any match has: then it is going round in a circle."""

Listener = Callable[[tuple[Phase, ...]], None]
"""Is told of each entry, with the phases that the talks came to by it."""


class Match:
    """A match, its journal, and what each seat sees of it.

    A match that was played by other rules can be looked at: its views open nothing, and whatever would decide or
    weigh a move raises `OtherRules`.
    """

    def __init__(self, board: Board, lexicon: Lexicon, store: Store, notice: str = "") -> None:
        """Take up a match where its store stands; entry by entry the same as if it had never been left."""
        self.board, self.lexicon, self.store, self.notice = board, lexicon, store, notice
        self.seating: Seating = store.header.seating
        self._history = History(board)
        self._turns = Turns(self.state, len(board.seats))
        self._here = match_place(self.state)
        self._taken: Counter[tuple[str, str]] = Counter()
        self._dice = keyed(store.header.seed)
        self._listeners: list[Listener] = []
        self._boards: dict[str, Board] = {}
        self._sights: dict[int, Sight] = {}
        self._views: dict[str, SeatView] = {}
        for entry in store.since(0):
            self._history.follow(entry)
            self._count(entry)

    @property
    def state(self) -> State:
        """The whole truth; for the table and the debrief, never for a seat."""
        return self._history.state

    @property
    def history(self) -> History:
        """Every entry so far with the states before and after it; for those who count and weigh, never for a seat."""
        return self._history

    @property
    def seq(self) -> int:
        """Number of the last entry."""
        return len(self._history.booked)

    @property
    def over(self) -> bool:
        """Whether the match has come to one of its ends."""
        return self.state.talks.phase in ENDS

    @property
    def at_rest(self) -> bool:
        """Whether nobody may be asked for a move: it is over, or the facilitator has frozen it."""
        return self.over or self.state.talks.paused

    @property
    def awaited(self) -> tuple[str, ...]:
        """The seats that owe a move, in the order of the board."""
        mask = self.state.talks.awaiting
        return tuple([seat for seat, at in self.board.seat_index.items() if mask >> at & 1])

    def listen(self, listener: Listener) -> None:
        """Tell `listener` after each entry, when the state has changed and stands on the disk."""
        self._listeners.append(listener)

    def board_of(self, seat: str) -> Board:
        """The board as a seat may know it."""
        known = self._boards.get(seat)
        if known is None:
            known = self._boards[seat] = seat_board(self.board, viewpoint(self.board, seat))
        return known

    def turn(self, seat: str) -> int:
        """The turn a seat's view is of."""
        return self._turns[viewpoint(self.board, seat)]

    def view(self, seat: str) -> SeatView:
        """What a seat sees now."""
        shown = self._views.get(seat)
        if shown is None:
            at, undo = viewpoint(self.board, seat), bool(self._history.undoable(seat))
            shown = view(self.board_of(seat), self._sight(at), self._turns[at], undo=undo)
            if not self.store.header.same_rules:
                shown = replace(shown, legal=NOTHING)
            self._views[seat] = shown
        return shown

    def _sight(self, at: int) -> Sight:
        """What a place sees of the state as it stands; worked out once a state."""
        known = self._sights.get(at)
        if known is None:
            known = self._sights[at] = see(self.state, at, self.board.mediator)
        return known

    def preview(self, seat: str, move: Move) -> Preview | Refusal:
        """What a move would do as far as its seat can know, or why it is refused; nothing happens.

        Raises:
            OtherRules: The match was played by other rules.
        """
        self.need_same_rules()
        at = viewpoint(self.board, seat)
        undo = bool(self._history.undoable(seat))
        return preview(self.board_of(seat), self._sight(at), move, undo=undo)

    def need_same_rules(self) -> None:
        """Refuse to decide or weigh anything in a match of other rules.

        Raises:
            OtherRules: It was played by other rules.
        """
        self.store.header.need_same_rules(self.store.name)

    def moves_here(self, seat: str) -> int:
        """How many moves a seat has made at this place of the match: round, sitting, step."""
        return self._taken[seat, self._here]

    def key(self, seat: str) -> str:
        """The name of a player's own stream of chance for the move it is asked for now."""
        return stream(self.store.header.seed, seat, self._here, self.moves_here(seat))

    def open(self) -> None:
        """Deal the match; only once, as its first entry.

        Raises:
            InvariantBroken: It was dealt already.
        """
        if self.seq:
            raise InvariantBroken("the match was dealt already")
        dice = Recorder(self._dice)
        step = opening(self.board, self.state, dice)
        self._enter(TABLE, Advance(), step.events, step.state, dice.draws)
        self.settle()

    def branch(self, seed: int, seating: Seating) -> "Match":
        """The same match up to here, in memory, with other keepers and the dice of another seed from now on.

        Raises:
            OtherRules: The match was played by other rules.
        """
        self.need_same_rules()
        header = replace(self.store.header, seed=seed, seating=seated(self.board, seating))
        other = Match(self.board, self.lexicon, MemoryStore(header))
        other.store = MemoryStore(header, self.store.since(0))
        other._history, other._turns = self._history.copied(), self._turns.copied()
        other._taken, other._here = self._taken.copy(), self._here
        return other

    def submit(
        self, seat: str, move: Move, turn: int, cid: str = "", reason: Sentence | None = None
    ) -> Entry:
        """Make a move on the view of turn `turn`; when this returns it is on the disk.

        Args:
            seat: Who moves.
            move: The move.
            turn: The turn of the view it was made on.
            cid: The client's own id of the move within its seat: sent again with the same move, it does nothing.
            reason: A bot's reason.

        Returns:
            The entry the move became, now or when it was sent before.

        Raises:
            SeatError: There is no such seat, or it cannot move.
            StaleView: The table has moved on.
            CidReused: The seat has made another move under this id.
            IllegalMove: The move is refused, with its rule; nothing has changed.
            OtherRules: The match was played by other rules.
            MoveKept: It stands on the disk; what the table did after it could not be written.
            JournalError: It could not be written; nothing has changed.
        """
        self.need_same_rules()
        if seat != FACILITATOR and seat not in self.board.seat_index:
            raise SeatError(
                f"the seat {seat!r} cannot move; the seats are {', '.join(self.board.seat_index)}"
            )
        if cid and (made_before := self.store.find(seat, cid)):
            if made_before.move != move:
                raise CidReused(cid)
            return made_before
        if seat != FACILITATOR and turn != self.turn(seat):
            raise StaleView(self.turn(seat), turn)
        dice = Recorder(self._dice)
        events, after = self._decided(seat, move, dice)
        entry = self._enter(seat, move, events, after, dice.draws, cid, reason)
        try:
            self.settle()
        except JournalError as error:
            raise MoveKept(self.store.name, error) from error
        return entry

    def settle(self) -> None:
        """Let the table move itself until somebody is awaited, or the match is over or paused (T1.4).

        Raises:
            InvariantBroken: The table moves and nothing happens.
        """
        for _ in range(STEPS_MOST):
            if self.state.talks.awaiting or self.at_rest:
                return
            dice = Recorder(self._dice)
            step = moved_on(self.board, self.state, dice)
            if not step.events:
                break
            self._enter(TABLE, Advance(), step.events, step.state, dice.draws)
        talks = self.state.talks
        raise InvariantBroken(
            f"nobody is awaited in {talks.phase}, round {talks.round}, and the table stands still; "
            f"the journal is {self.store.name}"
        )

    def _decided(self, seat: str, move: Move, dice: Recorder) -> tuple[tuple[Happening, ...], State]:
        """What follows from a seat's move, and the state after it.

        Raises:
            IllegalMove: It is refused.
        """
        words = getattr(move, "words", "")
        if not isinstance(words, str) or not words.isprintable():
            raise IllegalMove(Refusal("words-unreadable", "T6.5"))
        if isinstance(move, Undo):
            back = self._history.take_back(seat)
            if not back:
                raise IllegalMove(Refusal("nothing-to-undo", "T9.1"))
            return back, self._history.trail(back)[-1]
        sight = self._sight(viewpoint(self.board, seat))
        shown = self._views.get(seat)
        open_ = shown is not None and shown.allows(move)
        step = decide(self.board, self.state, seat, move, dice, sight, known_open=open_)
        return step.events, step.state

    def _enter(
        self,
        seat: str,
        move: Move,
        events: tuple[Happening, ...],
        after: State,
        draws: tuple[Draw, ...],
        cid: str = "",
        reason: Sentence | None = None,
    ) -> Entry:
        """Write an entry, then let it count."""
        entered = tuple(Phase(event.to) for event in events if isinstance(event, PhaseChanged))
        sealed = state_digest(after) if seat == TABLE and self.store.lasting else ""
        number = self.seq + 1
        saw = sight_digest(self.board, self.state, seat) if self.store.lasting else ""
        entry = Entry(number, seat, move, draws, events, reason, sealed, clock.now(), cid, saw)
        self.store.append(entry)
        self._history.push(entry, after)
        self._count(entry)
        if ENDS.intersection(entered):
            self.store.close()
        for listener in self._listeners:
            listener(entered)
        return entry

    def _count(self, entry: Entry) -> None:
        """Let an entry count that is booked: where it was made, by whom, and that everything looks otherwise now."""
        self._taken[entry.seat, self._here] += 1
        self._here = match_place(self.state)
        self._turns.advance(self.state)
        self.seating = reseated(self.seating, entry.events)
        self._sights, self._views = {}, {}


def new_match(  # noqa: PLR0913
    scenario: Scenario,
    *,
    seating: Seating,
    seed: int,
    format_id: str = "class",
    door: str = "standard",
    open_sittings: bool = False,
    path: Path | None = None,
    names: Mapping[str, str] | None = None,
    neutral: bool = False,
    board: Board | None = None,
    without: tuple[str, ...] = (),
) -> Match:
    """Deal a new match, up to the first seat that is awaited.

    Args:
        scenario: What is played.
        seating: By seat: `person`, or a bot's temper.
        seed: What every draw is keyed by: the same seed and the same moves are the same match.
        format_id: Lengths and budgets.
        door: Difficulty.
        open_sittings: Whether all seats move at once.
        path: The journal to write; None keeps the match in memory only.
        names: Display names by seat; they stand beside the chain.
        neutral: Whether invented names stand for the real ones.
        board: The board of this scenario, format, door and order of sittings, where it was compiled already.
        without: Kinds of moves that are left out of the match (T1.8).

    Raises:
        ScenarioError: The scenario cannot be compiled for this format.
        SeatError: The seating does not fit the board.
        JournalError: The file exists, or cannot be written.
    """
    board = board or compile_board(
        scenario, format_id=format_id, door=door, open_sittings=open_sittings, without=without
    )
    header = header_for(scenario, board, seating=seating, seed=seed, door=door, names=names, neutral=neutral)
    store: Store = create(path, header) if path is not None else MemoryStore(header)
    match = Match(board, words_of(scenario, neutral=neutral), store)
    match.open()
    return match


def resume(path: Path, *, neutral: bool = False) -> Match:
    """Take up the match of a journal where it was left; it goes on in this program's form.

    `Match.notice` says what whoever plays on should know: that a torn line was dropped, that the file was written
    again in a new form.

    Raises:
        OtherRules: It was played by other rules; nothing was written.
        JournalHeld: Another program goes on with it.
        Diverged: A step comes out otherwise than the journal says: it was changed by hand.
        JournalError: The file cannot be used; see `journal.reader.read`.
        ScenarioError: The scenario in the journal is not valid for this version of the game.
    """
    store = reopen(path)
    return taken_up(store, neutral=neutral, notice=store.notice)


def taken_up(store: Store, *, neutral: bool = False, notice: str = "") -> Match:
    """The match of a store where it was left, and dealt if it was not; the store is closed when that fails.

    Raises:
        Diverged: A step comes out otherwise than the store says.
        JournalError: What the table does next could not be written.
        ScenarioError: The scenario in it is not valid for this version of the game.
    """
    try:
        decide_again(store.header, store.since(0))
        scenario = scenario_of(store.header)
        board = board_of(store.header)
        words = words_of(scenario, neutral=neutral or store.header.neutral)
        match = Match(board, words, store, notice)
        if match.seq == 0:
            match.open()
        match.settle()
    except BaseException:
        store.close()
        raise
    return match
