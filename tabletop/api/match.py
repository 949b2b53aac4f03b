"""A match as a script has it: `table.match.Match` with its players, and nothing decided twice.

Every method answers at once; there is no event loop and no thread. Seats are named by their ids (`ukraine`), moves
are records or lines of notation, and the turn a move is made on is always the seat's newest.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tabletop.api import arguments
from tabletop.api.frontier_card import card_of_match
from tabletop.api.frontier_types import FrontierCard
from tabletop.api.legal_moves import LegalMoves
from tabletop.api.players import Keeper, check_keepers, keeper_name, player_of
from tabletop.api.record import record_lines
from tabletop.api.report import Report
from tabletop.errors import IllegalMove, JournalError, Refusal
from tabletop.game.notation import format_move, parse_move
from tabletop.game.records.moves import Move
from tabletop.game.records.state import State
from tabletop.game.views import Preview, SeatView
from tabletop.journal.digest import state_digest
from tabletop.journal.entry import Entry
from tabletop.journal.store import MemoryStore, create
from tabletop.scenario.board.board import Board
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match as TableMatch
from tabletop.table.port import Player
from tabletop.table.seats import PERSON
from tabletop.table.whatif_port import Band
from tabletop.vocabulary import OBSERVER, Phase
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.refusals import refusal_sentence


class Match:
    """A match in progress or over; made by `new_match`, `open_match`, `read_match` and `fork`.

    Attributes:
        table: The match underneath, for what is not offered here.
    """

    def __init__(self, table: TableMatch, keepers: Mapping[str, Keeper] | None = None, key: str = "") -> None:
        """Take a match.

        Args:
            table: The match.
            keepers: By seat, who plays it if that is not the temper the match names.
            key: What `mixed` tempers are dealt by; empty for the seed.
        """
        self.table = table
        self._keepers, self._key = dict(keepers or {}), key or str(table.store.header.seed)
        self._players: dict[tuple[str, str], Player] = {}

    @property
    def board(self) -> Board:
        """The whole board: clauses, seats, numbers of the rules."""
        return self.table.board

    @property
    def state(self) -> State:
        """The whole truth, sealed things too; see `view` for what one seat may know."""
        return self.table.state

    @property
    def digest(self) -> str:
        """Digest of the state, 32 hexadecimal digits: the same seed and moves give the same one everywhere."""
        return state_digest(self.state)

    @property
    def phase(self) -> Phase:
        """Where the talks stand, such as `plenary`; a string as well."""
        return self.state.talks.phase

    @property
    def round(self) -> int:
        """The round, from 1."""
        return self.state.talks.round

    @property
    def rounds(self) -> int:
        """Rounds the match has at most."""
        return self.board.format.rounds

    @property
    def over(self) -> bool:
        """Whether the match has come to one of its ends."""
        return self.table.over

    @property
    def seats(self) -> dict[str, str]:
        """By seat, in the order of the board: `person`, a temper, or `player:NAME` for a player of one's own."""
        return dict(self.table.seating)

    @property
    def players(self) -> dict[str, Player]:
        """By seat, who plays it; seats kept by a person are not in it.

        Raises:
            SeatError: A seat is kept by somebody this program has no player for.
        """
        seated = {seat: keeper for seat, keeper in self.seats.items() if keeper != PERSON}
        for seat, keeper in seated.items():
            if (seat, keeper) not in self._players:
                chosen = self._keepers.get(seat, keeper)
                self._players[seat, keeper] = player_of(chosen, self.board, seat, self._key)
        return {seat: self._players[seat, keeper] for seat, keeper in seated.items()}

    @property
    def awaited(self) -> tuple[str, ...]:
        """The seats that owe a move."""
        return self.table.awaited

    @property
    def seed(self) -> int:
        """What every draw is keyed by."""
        return self.table.store.header.seed

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every step so far as the journal has it, the table's own too: seat, move, draws, events, reason."""
        return self.table.store.since(0)

    @property
    def journal(self) -> Path | None:
        """The file that is written; None for a match in memory."""
        store = self.table.store
        return Path(store.name) if store.lasting else None

    @property
    def notice(self) -> str:
        """What was dropped when the journal was opened, and that it is of other rules, in one sentence; else empty."""
        return self.table.notice

    def view(self, seat: str) -> SeatView:
        """What a seat may see and do now; `observer` sees what is public.

        Raises:
            SeatError: There is no such seat.
        """
        arguments.text("seat", seat)
        return self.table.view(seat)

    def legal_moves(self, seat: str) -> LegalMoves:
        """What a seat may do now: iterate, count, sample, ask with `in`.

        Raises:
            SeatError: There is no such seat.
        """
        return LegalMoves(self.view(seat))

    def parse_move(self, line: str) -> Move:
        """A move from its line, read against this match's clauses; whether it is open is not asked.

        Raises:
            NotationError: It cannot be read, with the place and what was expected there.
        """
        arguments.text("line", line)
        return parse_move(self.board, line)

    def format_move(self, move: Move) -> str:
        """A move as its line."""
        arguments.move(move)
        return format_move(self.board, move)

    def preview(self, seat: str, move: Move | str) -> Preview | Refusal:
        """What a move would do and cost as far as its seat can know, or why it is refused; nothing happens.

        Args:
            seat: Who would move.
            move: The move, or its line.

        Raises:
            SeatError: There is no such seat.
            NotationError: The line cannot be read.
        """
        arguments.text("seat", seat)
        return self.table.preview(seat, self._move(move))

    def submit(self, seat: str, move: Move | str, *, cid: str = "") -> Entry:
        """Make a move on the seat's newest view; when this returns it stands in the journal.

        Args:
            seat: Who moves; `facilitator` may too.
            move: The move, or its line.
            cid: An id of the caller's own within the seat: sent again with the same move, it does nothing.

        Returns:
            The entry of the move, made now or before under that id; the table's own steps after it are in `entries`.

        Raises:
            CidReused: The seat has made another move under this id.
            IllegalMove: It is refused: why, by which rule and what is open instead; `refusal` has the code, the rule
                and the facts. Nothing has changed.
            SeatError: There is no such seat.
            NotationError: The line cannot be read.
            MoveKept: It stands in the journal; what the table did after it could not be written.
            JournalGone: The file is not any more where it was, or somebody else wrote to it; what was played before
                is saved beside it.
            JournalError: It could not be written. Nothing has changed.
        """
        arguments.text("seat", seat)
        arguments.text("cid", cid)
        chosen = self._move(move)
        try:
            return self.table.submit(seat, chosen, self.table.turn(seat), cid)
        except IllegalMove as refused:
            self._put_into_words(seat, refused, chosen.kind)
            raise

    def step(self) -> Entry | None:
        """Let the next bot make one move; None when a person is awaited, or the match is over or paused.

        Raises:
            IllegalMove: A player of the caller's own chose a move that is not open.
        """
        turn = next(bot_turns(self.table, self.players), None)
        if turn is None:
            return None
        try:
            chosen = turn.player.choose(turn.board, turn.view, turn.key)
        except IllegalMove as refused:
            self._put_into_words(turn.seat, refused)
            raise
        return make_bot_move(self.table, turn, chosen)

    def play_bots(self) -> int:
        """Let the bots move until a person is awaited or the match is over or paused; returns how many moves.

        Raises:
            IllegalMove: A player of the caller's own chose a move that is not open.
        """
        moves = 0
        while self.step() is not None:
            moves += 1
        return moves

    def record(self, seat: str = OBSERVER) -> tuple[str, ...]:
        """The match so far as a seat heard it: sentences, each entry's number before its first.

        Args:
            seat: Whose ears; `observer` hears what is public.

        Raises:
            SeatError: There is no such seat.
        """
        arguments.text("seat", seat)
        voice = Voice(self.table.board_of(seat), self.table.lexicon, seat)
        return tuple(record_lines(voice, self.board, self.entries))

    def report(self) -> Report:
        """What the match has come to so far: a summary, and results by seat."""
        return Report(self.board, self.table.lexicon, self.entries)

    def close(self) -> None:
        """Let the journal go, so that another program can go on with it; nothing more is written here.

        It comes by itself when nothing holds the match any more, and when the match is over.
        """
        self.table.store.close()

    def save(self, path: Path | str) -> Path:
        """Write the match so far to a journal of its own; the match goes on where it was.

        Raises:
            JournalError: There is such a file, or the folder cannot be written.
        """
        copy = create(arguments.path("path", path), self.table.store.header)
        for entry in self.entries:
            copy.append(entry)
        copy.close()
        return Path(path)

    def fork(
        self, at: int | None = None, *, seats: Mapping[str, Keeper] | None = None, seed: int | None = None
    ) -> "Match":
        """The same match in memory as it stood before an entry, to go on another way; this one is not touched.

        Args:
            at: Number of the entry; None for the match as it stands.
            seats: Who keeps seats from here on; the others as before.
            seed: What draws are keyed by from here on; None keeps the seed, so that a thing drawn under one name in
                both comes out the same.

        Raises:
            JournalError: There is no such entry.
            SeatError: There is no such seat or temper.
        """
        arguments.seed_number(seed)
        arguments.by_seat("seats", seats)
        base = self.table
        if at is not None:
            arguments.whole("at", at)
            if not 1 < at <= base.seq:
                raise JournalError(f"the match can be forked before the entries 2 to {base.seq}, not {at}")
            store = MemoryStore(base.store.header, self.entries[: at - 1])
            base = TableMatch(base.board, base.lexicon, store)
        changed = dict(seats or {})
        check_keepers(changed)
        seating = {**base.seating, **{seat: keeper_name(keeper) for seat, keeper in changed.items()}}
        table = base.branch(self.seed if seed is None else seed, seating)
        return Match(table, {**self._keepers, **changed}, self._key)

    def frontier(self, at: int | None = None, *, points: int = 200) -> FrontierCard:
        """What can be agreed as the match stands, exactly, with the distances of its draft; see `find_frontier`.

        Args:
            at: After this entry; None after the last.
            points: How many points of the frontier are listed at most.

        Raises:
            JournalError: There is no such entry.
        """
        arguments.whole("points", points)
        if at is not None:
            arguments.whole("at", at)
        if at is not None and not 1 <= at <= self.table.seq:
            raise JournalError(
                f"{self.table.store.name} has entries 1 to {self.table.seq}; there is no entry {at}"
            )
        return card_of_match(self.board, self.table.store.header.door, self.entries[:at], points)

    def whatif(
        self,
        at: int,
        move: Move | str,
        *,
        continuations: int = 200,
        tempers: Mapping[str, str] | None = None,
        jobs: int = 1,
    ) -> Band:
        """Change one move and play both ways on many times under common dice; see `tabletop.whatif`.

        Players of the caller's own are played on by a patient bot: other processes know nothing of them.

        Raises:
            OtherRules: The match was played by other rules.
            JournalError: The entry is no seat's move.
            NotationError: The line cannot be read.
            IllegalMove: The move is refused there.
            SeatError: A temper is not known.
        """
        self.table.need_same_rules()
        from tabletop.lab.whatif.band import whatif  # noqa: PLC0415 - a match at a screen needs no processes

        arguments.whole("at", at)
        arguments.whole("continuations", continuations, 1)
        arguments.whole("jobs", jobs, 1)
        arguments.by_seat("tempers", tempers)
        line = move if isinstance(move, str) else self.format_move(move)
        with TemporaryDirectory() as folder:
            journal = self.journal or self.save(Path(folder) / "match.journal.jsonl")
            band = whatif(journal, at, line, continuations, tempers or {}, jobs)
        return {**band, "journal": self.table.store.name}

    def _put_into_words(self, seat: str, refused: IllegalMove, kind: str = "") -> None:
        """Give a refusal its sentence: why, by which rule, and where to look for what is open instead."""
        voice = Voice(self.table.board_of(seat), self.table.lexicon, seat)
        legal = self.legal_moves(seat)
        if kind in legal.kinds:
            instead = f"legal_moves({seat!r}).boxes({kind!r}) gives what is open"
        elif legal or not self.awaited:
            instead = legal.told_open()
        else:
            instead = f"the table waits for {', '.join(self.awaited)}"
        refused.args = (f"{seat}: {refusal_sentence(voice, refused.refusal).rstrip('.')}; {instead}",)

    def _move(self, move: Move | str) -> Move:
        if isinstance(move, str):
            return self.parse_move(move)
        arguments.move(move)
        return move

    def __repr__(self) -> str:
        """Where it stands."""
        return f"<Match {self.board.scenario}, seed {self.seed}: {self.phase}, round {self.round} of {self.rounds}>"
