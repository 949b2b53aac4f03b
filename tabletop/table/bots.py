"""Whose turn it is among the bots, and their moves, over one match."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tabletop.errors import IllegalMove, InvariantBroken, SeatError
from tabletop.game.views import SeatView
from tabletop.journal.entry import Entry
from tabletop.scenario.board.board import Board
from tabletop.table.match import Match
from tabletop.table.port import Chosen, Player
from tabletop.table.seats import PERSON
from tabletop.vocabulary import Phase


@dataclass(frozen=True, slots=True)
class BotTurn:
    """A player that is asked for its move: what it may know, and nothing else."""

    seat: str
    player: Player
    board: Board
    view: SeatView
    key: str


def bot_turns(match: Match, players: Mapping[str, Player]) -> Iterator[BotTurn]:
    """The bots that are to move, one at a time, until a person is waited for or the match is over or paused.

    The caller makes each move before it asks for the next.

    Raises:
        SeatError: A bot keeps a seat that no player was given for.
        OtherRules: A bot is to move in a match of other rules.
    """
    while (seat := next_bot(match)) is not None:
        match.need_same_rules()
        if seat not in players:
            raise SeatError(f"the seat {seat!r} is kept by {match.seating[seat]!r}, but nobody plays it")
        yield BotTurn(seat, players[seat], match.board_of(seat), match.view(seat), match.key(seat))


def next_bot(match: Match) -> str | None:
    """The bot to move next, or None; read off the journal alone, so a match goes on as if never left.

    Awaited bots move in turns, in the order of the seats. Where a person is awaited too, a bot makes one move
    before each of the person's; before a session, where all is sealed, all of them.
    """
    if match.at_rest:
        return None
    awaited = match.awaited
    if len(awaited) == 1:
        return None if match.seating[awaited[0]] == PERSON else awaited[0]
    moves = {seat: match.moves_here(seat) for seat in awaited}
    people = [seat for seat in moves if match.seating[seat] == PERSON]
    sealing = match.state.talks.phase == Phase.SCHEDULED
    most = None if sealing else min((moves[seat] for seat in people), default=None)
    bots = [seat for seat in moves if seat not in people and (most is None or moves[seat] <= most)]
    return min(bots, key=lambda seat: moves[seat], default=None)


def make_bot_move(match: Match, turn: BotTurn, chosen: Chosen) -> Entry:
    """Make the move a player chose; returns its entry.

    Raises:
        InvariantBroken: It is refused: players choose among legal moves.
    """
    try:
        return match.submit(turn.seat, chosen.move, turn.view.turn, reason=chosen.reason)
    except IllegalMove as error:
        raise InvariantBroken(
            f"the player of {turn.seat} chose {chosen.move.kind}, {error}; the journal is {match.store.name}"
        ) from error


def play_bots(match: Match, players: Mapping[str, Player]) -> None:
    """Let the bots move until a person is awaited or the match is over or paused."""
    for turn in bot_turns(match, players):
        make_bot_move(match, turn, turn.player.choose(turn.board, turn.view, turn.key))
