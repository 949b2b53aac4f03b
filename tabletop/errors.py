"""Every error of the game on one page, cut by who must act.

    TabletopError
      ScenarioError       the author: every finding at once, each with its place
      IllegalMove         the player: the refusal, with its rule number
        CidReused         the client program: another move under the same id
      NotationError       the player: what could not be read, and where
      SeatError           the client program: no such seat, or not yours
        LobbyRefused        whoever comes in: the seat is not to be had
      StaleView           the client program: the table has moved on
      JournalError        the keeper of saves
        JournalBroken     a damaged file, with the place
        JournalHeld       another program goes on with it
        RoomHeld          another program keeps the room
        JournalGone       it is not any more where it was
        NameTaken         there is a file of that name
        MoveKept          the move is on the disk, what comes after it is not
        MatchNotOver      the reader: what was asked for lies under seal until the match is over
        JournalTooNew     written by a later version
        OtherRules        played by rules that this program does not play by
        Diverged          a replay came out otherwise than it was played
      InvariantBroken     us: a law of the house does not hold

`EXIT` maps the families to the exit codes that scripts rely on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from shlex import quote

MANY, LONG = 20, 60
"""So many names are listed, and so many characters of a wrong one repeated."""


def unknown(what: str, name: str, names: Iterable[str]) -> str:
    """The sentence that refuses a name: with the nearest there is, else with all where they are few, else with some."""
    listed = list(names)
    near = get_close_matches(name, listed, n=1)
    if near:
        hint = f"; did you mean {near[0]}?"
    elif len(listed) <= MANY:
        hint = f": {', '.join(listed)}" if listed else ""
    else:
        hint = f"; there are {len(listed)}, such as {listed[0]} and {listed[-1]}"
    shown = name if len(name) <= LONG else f"{name[: LONG - 1]}…"
    return f"there is no {what} {shown!r}{hint}"


class TabletopError(Exception):
    """Anything the game says no to; its text is one sentence for the person who must act."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong with a scenario: where, what was found, what was expected, what to try.

    Attributes:
        path: The file, as the author named it.
        line: Line, from 1; 0 when the finding is about the whole file.
        column: Column, from 1; 0 when the finding is about the whole file.
        key: The dotted place inside the data, such as `clauses.donetsk.options`.
        found: What stands there.
        expected: What should stand there.
        nearest: The nearest valid name, or an empty string.
    """

    path: str
    line: int
    column: int
    key: str
    found: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        """One line: `file:line:column: key: found X, expected Y; did you mean Z?`."""
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        hint = f"; did you mean {self.nearest}?" if self.nearest else ""
        at = f"{self.key}: " if self.key else ""
        return f"{where}: {at}found {self.found}, expected {self.expected}{hint}"


class ScenarioError(TabletopError):
    """A scenario cannot be played; `findings` holds every problem at once."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not open, for the one who asked (rule T1.2).

    Attributes:
        code: A stable slug for programs.
        rule: The rule's number in the rulebook.
        facts: What the sentence needs, as key and value pairs.
        hint: What to do next, as a slug the words know; may be empty.
    """

    code: str
    rule: str
    facts: tuple[tuple[str, str], ...] = field(default=())
    hint: str = ""


class IllegalMove(TabletopError):
    """A move was refused; nothing has changed and nothing was paid.

    Its text is the code and the facts of the refusal, or the sentence of whoever knows words for them.
    """

    def __init__(self, refusal: Refusal, sentence: str = "") -> None:
        self.refusal = refusal
        facts = ", ".join(f"{key} {value}" for key, value in refusal.facts)
        plain = f"refused by rule {refusal.rule}: {refusal.code}" + (f" ({facts})" if facts else "")
        super().__init__(sentence or plain)


class CidReused(IllegalMove):
    """A client sent another move under an id that its seat has used: a move that is sent again must be the same."""

    def __init__(self, cid: str) -> None:
        super().__init__(Refusal("cid-reused", "T1.2", (("cid", cid),)))


class NotationError(TabletopError):
    """A line of notation cannot be read.

    Attributes:
        text: The whole line.
        at: The offset of the first character that could not be read, from 0.
    """

    def __init__(self, text: str, at: int, expected: str) -> None:
        self.text, self.at, self.expected = text, at, expected
        super().__init__(f"cannot read {text!r} at character {at + 1}: expected {expected}")


class WrongArgument(TabletopError):
    """An argument is of the wrong kind or out of its range; nothing has happened."""


class SeatError(TabletopError):
    """There is no such seat, or it is not the caller's."""


class LobbyRefused(SeatError):
    """Somebody could not be let in to a seat, or not be moved.

    Attributes:
        code: A stable slug for programs; its sentence stands in the words under `lobby.` and the code.
        facts: What the sentence needs.
    """

    def __init__(self, code: str, sentence: str, **facts: str) -> None:
        self.code, self.facts = code, facts
        super().__init__(sentence)


class StaleView(TabletopError):
    """A move was made on an older view than the table's; look again, then move."""

    def __init__(self, expected: int, got: int) -> None:
        self.expected, self.got = expected, got
        super().__init__(f"the table has moved on (turn {expected}, the move was made at {got}): look again")


class JournalError(TabletopError):
    """A save cannot be used as it is."""


class JournalBroken(JournalError):
    """A journal is damaged at a place that cannot be a torn last line."""


class JournalHeld(JournalError):
    """Another program has a journal open and may write to it."""

    def __init__(self, where: str, who: str) -> None:
        self.who = who
        by = f" ({who})" if who else ""
        super().__init__(
            f"{where} is open in another program{by}: go on there, or end it first; "
            "looking at it (tabletop replay) does not disturb anybody"
        )


class RoomHeld(JournalError):
    """Another program has a room open and writes to it."""


class JournalGone(JournalError):
    """A journal was removed, moved away, or written to by somebody else while its match was open."""


class NameTaken(JournalError):
    """There is a file of that name, and no journal is written over another file."""


class MoveKept(JournalError):
    """A move was made and is on the disk; what comes after it, the table's own steps or the bots' moves, is not."""

    def __init__(self, where: str, why: JournalError) -> None:
        on = (
            ""
            if isinstance(why, JournalGone)
            else f". When that is mended, go on with tabletop resume {quote(where)}"
        )
        super().__init__(f"the move is made and saved, what comes after it is not: {why}{on}")


class MatchNotOver(JournalError):
    """What was asked for lies under seal until the match is over."""


class JournalTooNew(JournalError):
    """A journal was written by a later version of the game."""


class OtherRules(JournalError):
    """A match was played by other rules: it can be read and reported, not gone on with or weighed again.

    Attributes:
        played: Version of the rules the match was played by.
        ours: Version of the rules this program plays by.
    """

    def __init__(self, where: str, played: str, ours: str) -> None:
        self.played, self.ours = played, ours
        super().__init__(
            f"{where} was played by rules {played}, and this program plays by rules {ours}: it cannot be gone on with, "
            "counselled or played another way. It can be looked at (tabletop replay), reported (tabletop report) and "
            "checked for changes (tabletop verify); to go on with it, take the version of the program that began it"
        )


class Diverged(JournalError):
    """Deciding a step again gave another result than the journal holds."""

    def __init__(self, seq: int, what: str, rule: str = "") -> None:
        self.seq, self.what, self.rule = seq, what, rule
        super().__init__(
            f"the journal diverges at line {seq + 1}: entry {seq} came out otherwise than it was played: {what}"
            + (f" (rule {rule})" if rule else "")
        )


class InvariantBroken(TabletopError):
    """A law of the house does not hold: a fault of the program, never of a player."""


EXIT: dict[type[TabletopError], int] = {
    ScenarioError: 3,
    JournalError: 4,
    MatchNotOver: 5,
    IllegalMove: 5,
    SeatError: 5,
    StaleView: 5,
    NotationError: 2,
    WrongArgument: 2,
    InvariantBroken: 1,
}
"""Exit code by family; the nearest ancestor counts, everything else is 1."""
