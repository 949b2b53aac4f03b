"""Deciding every step again, with the draws of the journal, and comparing.

A journal agrees when each move was open, each draw is what the seed gives for its name, each decision gives the same
events from the same draws, and each digest of the state is the one that was written. The first step that comes out
otherwise is named. A journal of other rules is not decided again: its chain of digests alone is checked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tabletop.errors import Diverged, IllegalMove, SeatError
from tabletop.game.core.chance import Dice, keyed
from tabletop.game.decide import decide, opening
from tabletop.game.records.events import Happening, PhaseChanged
from tabletop.game.records.moves import Advance, Undo
from tabletop.journal.digest import sight_digest, state_digest
from tabletop.journal.entry import Draw, Entry, Header
from tabletop.journal.history import UNFIT, History, board_of, scenario_of
from tabletop.journal.reader import Journal, read
from tabletop.vocabulary import TABLE


@dataclass(frozen=True, slots=True)
class Verdict:
    """A journal that agrees; one of other rules is whole, and no more is said of it.

    Attributes:
        entries: How many steps were decided again; of other rules: how many it holds.
        draws: How many draws they asked for.
        digests: How many digests of the state were compared.
        state: Digest of the last state; empty for other rules.
        end: The phase the match is in.
        notice: What was dropped on opening; empty when nothing was.
        ruleset: Version of the rules it was played by.
        rules: `same` when those are this program's and every step was decided again; `other` when none was.
    """

    entries: int
    draws: int
    digests: int
    state: str
    end: str
    notice: str
    ruleset: str
    rules: Literal["same", "other"] = "same"


class JournalDice:
    """Dice that give what the journal says came, and nothing else; the seed must give the same."""

    def __init__(self, entry: Entry, dice: Dice) -> None:
        self._seq, self._dice = entry.seq, dice
        self._left: Iterator[Draw] = iter(entry.draws)

    def __call__(self, name: str, sides: int) -> int:
        """The draw that was asked next.

        Raises:
            Diverged: Another draw was asked for when it was played, or none; or the seed gives another number.
        """
        draw = next(self._left, None)
        if draw is None or draw[:2] != (name, sides):
            held = f"{draw[0]} of {draw[1]}" if draw else "no draw"
            raise Diverged(self._seq, f"it asks for the draw {name} of {sides}, the journal holds {held}")
        if draw[2] != self._dice(name, sides):
            raise Diverged(
                self._seq,
                f"the draw {name} came out as {draw[2]}, by the seed it is {self._dice(name, sides)}",
            )
        return draw[2]

    def spent(self) -> None:
        """Check that every draw was asked for.

        Raises:
            Diverged: The journal holds a draw that nobody asks for.
        """
        draw = next(self._left, None)
        if draw is not None:
            raise Diverged(self._seq, f"the journal holds the draw {draw[0]}, nobody asks for it")


def verify(path: Path) -> Verdict:
    """Decide a whole journal again; of other rules, check its chain of digests only.

    Raises:
        Diverged: At the first step that comes out otherwise.
        JournalError: The file cannot be used; see `journal.reader.read`.
        ScenarioError: The scenario in the journal is not valid for this version of the game.
    """
    return judge(read(path))


def judge(journal: Journal) -> Verdict:
    """Decide a journal again that was read already; see `verify`."""
    return _decided_again(journal) if journal.header.same_rules else _unjudged(journal)


def _unjudged(journal: Journal) -> Verdict:
    """A journal of other rules: reading it checked every link of its chain, and that is all that can be said."""
    phases = [
        event.to for entry in journal.entries for event in entry.events if isinstance(event, PhaseChanged)
    ]
    return Verdict(
        entries=len(journal.entries),
        draws=0,
        digests=0,
        state="",
        end=phases[-1] if phases else "",
        notice=journal.notice,
        ruleset=journal.header.ruleset,
        rules="other",
    )


def _decided_again(journal: Journal) -> Verdict:
    history = _begun(journal.header)
    dice = keyed(journal.header.seed)
    draws = digests = 0
    for entry in journal.entries:
        step(history, entry, dice)
        draws += len(entry.draws)
        digests += bool(entry.state)
    return Verdict(
        entries=len(journal.entries),
        draws=draws,
        digests=digests,
        state=state_digest(history.state),
        end=history.state.talks.phase.value,
        notice=journal.notice,
        ruleset=journal.header.ruleset,
    )


def decide_again(header: Header, entries: Iterable[Entry]) -> None:
    """Decide the steps of a match that is to go on: each move was open, each draw and each event follows.

    Digests of what seats were shown are left to `judge`: they take longer than all the rest.

    Raises:
        Diverged: At the first step that comes out otherwise.
    """
    history, dice = _begun(header), keyed(header.seed)
    for entry in entries:
        step(history, entry, dice, sights=False)


def _begun(header: Header) -> History:
    """The history of a match before its first step, on the board that its header names.

    Raises:
        Diverged: The header does not fit the scenario it carries.
    """
    scenario, board = scenario_of(header), board_of(header)
    if scenario.id != header.scenario:
        raise Diverged(0, f"its header names the scenario {header.scenario}, it carries {scenario.id}")
    if board.digest != header.board:
        raise Diverged(0, "its scenario compiles to another board than it was played on")
    return History(board)


def step(history: History, entry: Entry, dice: Dice, *, sights: bool = True) -> None:
    """Decide one entry again and book it.

    Args:
        history: What came before.
        entry: The entry.
        dice: What the seed gives.
        sights: Whether the digest of what the seat was shown is compared, too.

    Raises:
        Diverged: It comes out otherwise.
    """
    drawn = JournalDice(entry, dice)
    events = decided_again(history, entry, drawn)
    drawn.spent()
    compare(entry, events)
    if sights and entry.saw and sight_digest(history.board, history.state, entry.seat) != entry.saw:
        raise Diverged(entry.seq, f"{entry.seat} was shown another view than its seat has")
    state = history.trail(events)[-1]
    if entry.state and state_digest(state) != entry.state:
        raise Diverged(entry.seq, "the events are the same, the state after them is not")
    history.push(entry, state)


def decided_again(history: History, entry: Entry, dice: JournalDice) -> tuple[Happening, ...]:
    """The events that an entry's move has now.

    Raises:
        Diverged: The move is not open.
    """
    board, state, seat, move = history.board, history.state, entry.seat, entry.move
    if entry.seq == 1:
        if seat != TABLE or not isinstance(move, Advance):
            raise Diverged(entry.seq, f"a match is dealt by the table, not by {move.kind} of {seat}")
        return opening(board, state, dice).events
    if isinstance(move, Undo):
        back = history.take_back(seat)
        if not back:
            raise Diverged(entry.seq, f"{seat} may not take back a step here", "T9.1")
        return back
    try:
        return decide(board, state, seat, move, dice).events
    except UNFIT as error:
        raise Diverged(
            entry.seq, f"the move {move.kind} of {seat} is none of this board: {error!r}"
        ) from error
    except IllegalMove as error:
        reason = error.refusal
        raise Diverged(
            entry.seq, f"the move {move.kind} of {seat} is refused: {reason.code}", reason.rule
        ) from error
    except SeatError as error:
        raise Diverged(entry.seq, str(error)) from error


def compare(entry: Entry, events: tuple[Happening, ...]) -> None:
    """Compare what was decided with what the journal holds.

    Raises:
        Diverged: With the first event that differs, and its rule.
    """
    for place, (held, now) in enumerate(zip(entry.events, events, strict=False), start=1):
        if held != now:
            raise Diverged(entry.seq, f"event {place} was {held.kind}, it is {now.kind} with other terms"
                           if held.kind == now.kind else f"event {place} was {held.kind}, it is {now.kind}",
                           now.rule or held.rule)  # fmt: skip
    if len(entry.events) != len(events):
        longer = max(entry.events, events, key=len)[min(len(entry.events), len(events))]
        whose = "the journal holds" if longer in entry.events else "deciding adds"
        raise Diverged(entry.seq, f"{whose} one event more, {longer.kind}", longer.rule)
