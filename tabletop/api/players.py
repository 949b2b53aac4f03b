"""Who keeps a seat of a script's match: a person, a bot by its temper, or a player of the script's own."""

from collections.abc import Mapping
from typing import Protocol, cast

from tabletop.api import arguments
from tabletop.errors import IllegalMove, SeatError, WrongArgument, unknown
from tabletop.game.legality import refusal
from tabletop.game.records.moves import Move, Undo
from tabletop.game.records.sentence import Sentence
from tabletop.game.views import SeatView
from tabletop.players.roster import deal, player
from tabletop.scenario.board.board import Board
from tabletop.table.port import Chosen, Player
from tabletop.table.seats import PERSON, Seating

SCRIPTED = "scripted"
"""Plays the tutorial's part."""

OWN = "player:"
"""Stands before the name of a player of one's own, where a journal names who kept a seat."""


class OwnPlayer(Protocol):
    """A player of one's own: any object with this method."""

    def choose(self, board: Board, view: SeatView, key: str) -> "Chosen | Move":
        """Choose a move.

        Args:
            board: The board as the seat may know it.
            view: What the seat sees, and in `view.legal` all that it may do.
            key: A name for this decision; draw chance from it alone (`LegalMoves.sample` takes it), and the same
                seed gives the same match.

        Returns:
            A legal move, alone or with a reason.
        """
        ...


Keeper = str | OwnPlayer
"""`person`, a temper, or a player of one's own."""


class Seated:
    """A player of one's own at the table: what it chooses is held against the rules before it is made."""

    def __init__(self, own: OwnPlayer) -> None:
        self.own = own

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """What the player chose.

        Raises:
            WrongArgument: It is no move, or its reason is no `Sentence`.
            IllegalMove: It is not open.
        """
        found = self.own.choose(board, view, key)
        chosen = found if isinstance(found, Chosen) else Chosen(found)
        who = f"the player {type(self.own).__name__} of the seat {board.seats[view.sight.seat].id!r}"
        try:
            arguments.move(chosen.move)
        except WrongArgument as error:
            raise WrongArgument(f"{who} chose no move: {error}") from None
        given = cast("object", chosen.reason)  # a player of one's own may give anything
        if given is not None and not isinstance(given, Sentence):
            reason = arguments.shown(given)
            raise WrongArgument(
                f"{who} gave {reason} for a reason; give tabletop.Sentence(slug, facts) or none"
            )
        why_not = None if isinstance(chosen.move, Undo) else refusal(board, view.sight, chosen.move)
        if why_not is not None:
            raise IllegalMove(why_not)
        return chosen


def keeper_name(keeper: Keeper) -> str:
    """Who keeps a seat, as a journal names it: `person`, a temper, or `player:` and the name of a class."""
    return keeper if isinstance(keeper, str) else OWN + type(keeper).__name__


def check_keepers(keepers: Mapping[str, Keeper]) -> None:
    """See that everybody who is to keep a seat is known.

    Raises:
        SeatError: There is no such temper, or a player is no object with a method `choose`.
    """
    for seat, keeper in keepers.items():
        if not isinstance(keeper, str) and (
            isinstance(keeper, type) or not callable(getattr(keeper, "choose", None))
        ):
            raise SeatError(
                f"the seat {seat!r} is kept by a temper, `person` or an object with a method choose(board, view, key), "
                f"not by {arguments.shown(keeper)}"
            )
        if isinstance(keeper, str) and keeper not in {PERSON, SCRIPTED}:
            deal(keeper, seat, "")


def check_players(seating: Seating, keepers: Mapping[str, Keeper]) -> None:
    """See that those who are to go on with a match take the places of its players.

    Raises:
        SeatError: There is no such seat, or a person keeps it, or a person is to keep a player's.
    """
    for seat, keeper in keepers.items():
        if seat not in seating:
            raise SeatError(unknown("seat", seat, seating))
        before = seating[seat]
        if (keeper == PERSON) != (before == PERSON):
            after = keeper_name(keeper)
            raise SeatError(
                f"the seat {seat!r} is kept by {before!r}, and opening the match again does not hand it to {after!r}: "
                f"open it without, then match.submit('facilitator', 'reseat seat={seat} keeper={after}') does, "
                f"or match.fork(seats={{{seat!r}: {after!r}}}) in memory"
                if isinstance(keeper, str)
                else f"the seat {seat!r} is kept by a person, for whom the caller moves: "
                f"match.fork(seats={{{seat!r}: …}}) lets a player go on in memory"
            )


def player_of(keeper: Keeper, board: Board, seat: str, key: str) -> Player:
    """Who plays a seat.

    Args:
        keeper: A temper, or a player of one's own.
        board: The whole board.
        seat: The seat.
        key: What `mixed` is dealt by.

    Raises:
        SeatError: There is no such temper; or a player of somebody's own kept the seat.
    """
    if not isinstance(keeper, str):
        return Seated(keeper)
    if keeper.startswith(OWN):
        raise SeatError(
            f"the seat {seat!r} was kept by {keeper!r}, a player of somebody's own: "
            f"say who goes on, as in open_match(path, seats={{{seat!r}: 'patient'}})"
        )
    return player(keeper, board.seats[board.seat_index[seat]], key)
