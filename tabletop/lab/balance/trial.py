"""One match between bots for the balance card: how it was set up, and what it came to.

A trial is a seed played under an arm: a door and tempers by seat. Two arms with the same
seed have the same cards and the same dice wherever the same thing happens, so they are compared seed by seed.
"""

from dataclasses import dataclass
from functools import lru_cache

from tabletop.errors import InvariantBroken
from tabletop.frontier.bargaining_problem import at_state
from tabletop.frontier.best import best_for_both
from tabletop.game.records import events as e
from tabletop.game.worth.value import appraise_for, true_context
from tabletop.players.roster import player
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.bots import bot_turns, make_bot_move
from tabletop.table.match import Match, new_match
from tabletop.table.port import Player
from tabletop.vocabulary import Phase

NO_TEXT = -100_00
"""The largest gain for both where no final text can be written, hundredths of a point."""


@dataclass(frozen=True, slots=True)
class Arm:
    """How a match is set up.

    Attributes:
        scenario: Name or path of the scenario.
        format_id: The format.
        door: The door.
        tempers: Tempers by seat; `mixed` is dealt by the seed.
        searched: Whether every round is searched for the text that is best for both parties.
    """

    scenario: str
    format_id: str
    door: str
    tempers: tuple[tuple[str, str], ...]
    searched: bool = False


@dataclass(slots=True)
class Trial:
    """What a match came to; values by seat in hundredths of a point.

    Attributes:
        arm: How it was set up.
        seed: Its seed.
        values: A seat's own value: its alternative without the hope in it, what the text first initialled was
            worth over that, and what interim texts have brought. Without a text, the alternative of the last day.
        gains: What that text was worth over the alternative as the seat believed it; 0 without a text.
        signed: Whether a text was initialled.
        end: The end it reached.
        rounds: Rounds it took.
        walk_outs: How often a seat left the room.
        doors: The largest gain that both parties could have at once, as each round opened, until a text was
            initialled; empty where no round was searched.
    """

    arm: Arm
    seed: int
    values: dict[str, int]
    gains: dict[str, int]
    signed: bool = False
    end: str = ""
    rounds: int = 0
    walk_outs: int = 0
    doors: tuple[int, ...] = ()


@lru_cache(maxsize=1)
def scenario_named(name: str) -> Scenario:
    """A scenario, read once in each process."""
    return open_scenario(name)


def play_trial(task: tuple[Arm, int]) -> Trial:
    """Play an arm's match of one seed to its end.

    Raises:
        ScenarioError: The scenario cannot be compiled for the format or door.
        SeatError: There is no such temper.
        InvariantBroken: The players left the match unfinished.
    """
    arm, seed = task
    seating = dict(arm.tempers)
    match = new_match(
        scenario_named(arm.scenario), seating=seating, seed=seed, format_id=arm.format_id, door=arm.door
    )
    trial = Trial(arm, seed, *_worth(match))
    players = {seat.id: player(seating[seat.id], seat, str(seed)) for seat in match.board.seats}
    _play(match, players, trial)
    if not match.over:
        raise InvariantBroken(f"the players left a match in {match.state.talks.phase}; its seed is {seed}")
    if not trial.signed:
        trial.values, trial.gains = _worth(match)
    for at, seat in enumerate(match.board.seats):
        trial.values[seat.id] += match.state.home.banked[at]
    trial.end, trial.rounds = match.state.talks.phase.value, match.state.talks.round
    trial.walk_outs = sum(
        isinstance(event, e.WalkedOut) for entry in match.store.since(0) for event in entry.events
    )
    return trial


def _play(match: Match, players: dict[str, Player], trial: Trial) -> None:
    """Play on, note what the first text was worth, and search each round until then."""

    def signing(entered: tuple[Phase, ...]) -> None:
        if Phase.INITIALLED in entered and not trial.signed:
            trial.signed = True
            trial.values, trial.gains = _worth(match)

    match.listen(signing)
    for ask in bot_turns(match, players):
        number = match.state.talks.round
        if trial.arm.searched and not trial.signed and number > len(trial.doors):
            found = best_for_both(at_state(match.board, match.state))
            trial.doors += (found[1] if found else NO_TEXT,)
        make_bot_move(match, ask, ask.player.choose(ask.board, ask.view, ask.key))


def own_values(match: Match) -> dict[str, int]:
    """By seat: its own value as things stand, with what is banked, hundredths of a point."""
    values, _ = _worth(match)
    banked = match.state.home.banked
    return {seat.id: values[seat.id] + banked[at] for at, seat in enumerate(match.board.seats)}


def _worth(match: Match) -> tuple[dict[str, int], dict[str, int]]:
    """By seat: its own value without what is banked, and its gain as it believes; of the text, if there is one."""
    board, state = match.board, match.state
    values: dict[str, int] = {}
    gains: dict[str, int] = {}
    for at, seat in enumerate(board.seats):
        believed = state.home.alternative[at]
        sober = believed - state.home.optimism[at]
        values[seat.id], gains[seat.id] = sober, 0
        if state.text.signed:
            context, weights = true_context(board, state), state.home.weights[at]
            values[seat.id] += appraise_for(board, at, state.text.signed, context, weights, sober).gain
            gains[seat.id] = appraise_for(board, at, state.text.signed, context, weights, believed).gain
    return values, gains
