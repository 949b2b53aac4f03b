"""What strikes do to the talks, on matched seeds: `python -m tests.dials.strikes` writes it into `docs/the-war.md`.

Each seed is played twice by the same bots, once with a campaign held throughout and once with none; an interim text
still forbids what it forbids. Patience and trust are means over the sessions of a match, as each begins.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import sqrt
from multiprocessing import Pool
from statistics import fmean, stdev

from tabletop.game.records.events import Convened
from tabletop.lab.held_orders import HeldOrders, HeldPlayer
from tabletop.players.roster import player
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.scenario import Scenario
from tabletop.table.bots import play_bots
from tabletop.table.match import new_match
from tabletop.vocabulary import MIXED, Phase
from tests.dials.fit_page import PAGE, table

SEEDS = range(3_001, 3_401)
"""Seeds that nothing was tuned on."""

ARMS: dict[str, tuple[str, str, str]] = {
    "Moscow strikes energy throughout": ("russia", "strikes", "energy"),
    "Moscow strikes nothing": ("russia", "strikes", "none"),
    "Kyiv strikes refineries throughout": ("ukraine", "long-range", "refineries"),
    "Kyiv strikes nothing": ("ukraine", "long-range", "none"),
}
PAIRS = (
    ("Moscow strikes energy throughout", "Moscow strikes nothing", "ukraine", "russia"),
    ("Kyiv strikes refineries throughout", "Kyiv strikes nothing", "russia", "ukraine"),
)
"""A campaign, the same without it, the side that is struck, and the side that strikes."""


@dataclass(frozen=True, slots=True)
class Course:
    """What a match came to: patience and both parties' trust over its sessions, points, and whether it was signed."""

    patience: float
    trust: Mapping[tuple[str, str], float]
    signed: bool


@cache
def flagship() -> tuple[Scenario, Board]:
    """The flagship and its board of the class format."""
    scenario = open_scenario("abu-dhabi-2026")
    return scenario, compile_board(scenario, format_id="class", door="standard")


def course(task: tuple[str, int]) -> Course:
    """One match of an arm, by its seed."""
    arm, seed = task
    seat, lever, option = ARMS[arm]
    scenario, board = flagship()
    first = date(2026, 2, 1)
    held = HeldOrders(first, ((first, {seat: {lever: option}}),))
    match = new_match(
        scenario, seating=dict.fromkeys(board.seat_index, MIXED), seed=seed, format_id="class", board=board
    )
    patience: list[int] = []
    trust: list[tuple[int, int]] = []
    ukraine, russia = (board.seat_index[name] for name in ("ukraine", "russia"))
    signed: list[bool] = []

    def follow(entered: tuple[Phase, ...]) -> None:
        state = match.state
        if Phase.INITIALLED in entered:
            signed.append(True)
        if any(isinstance(line.event, Convened) for line in state.record[-8:]) and Phase.PLENARY in entered:
            patience.append(state.alliance.patience)
            trust.append((state.home.trust[ukraine][russia], state.home.trust[russia][ukraine]))

    match.listen(follow)
    players = {one.id: HeldPlayer(player(MIXED, one, str(seed)), one.id, held) for one in board.seats}
    play_bots(match, players)
    both = [fmean(pair[at] / 100 for pair in trust) if trust else 0.0 for at in range(2)]
    return Course(
        fmean(at / 100 for at in patience) if patience else 0.0,
        {("ukraine", "russia"): both[0], ("russia", "ukraine"): both[1]},
        bool(signed),
    )


def difference(one: list[float], other: list[float]) -> str:
    """The mean of what changed seed by seed, with two standard errors of it."""
    gaps = [a - b for a, b in zip(one, other, strict=True)]
    return f"{fmean(gaps):+.1f} ± {2 * stdev(gaps) / sqrt(len(gaps)):.1f}".replace("-", "−")


def block(seeds: range = SEEDS) -> str:
    """The table: a campaign against none, seed by seed."""
    with Pool(2) as pool:
        found = {arm: pool.map(course, [(arm, seed) for seed in seeds], chunksize=4) for arm in ARMS}
    rows: list[tuple[str, ...]] = []
    for campaign, none, struck, striker in PAIRS:
        one, other = found[campaign], found[none]
        rows.append(
            (
                campaign,
                difference([each.patience for each in one], [each.patience for each in other]),
                difference(
                    [each.trust[struck, striker] for each in one],
                    [each.trust[struck, striker] for each in other],
                ),
                difference([100.0 * each.signed for each in one], [100.0 * each.signed for each in other]),
                f"{100 * fmean(each.signed for each in one):.0f} and {100 * fmean(each.signed for each in other):.0f}",
            )
        )
    head = (
        "against none",
        "patience, points",
        "trust of the struck, points",
        "initialled, per cent of matches",
        "initialled with and without",
    )
    return table(head, rows)


def main() -> None:
    """Write the table between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- strikes -->\n", "<!-- end of strikes -->"
    before, rest = text.split(begin)
    _, after = rest.split(end)
    made = block()
    PAGE.write_text(f"{before}{begin}\n{made}\n\n{end}{after}", encoding="utf-8")
    sys.stdout.write(made + "\n")


if __name__ == "__main__":
    main()
