"""The frontier card as data: what `tabletop frontier --json` prints."""

from typing import TypedDict

Gains = dict[str, int]
"""By seat: hundredths of a point over no deal."""


class TextCard(TypedDict):
    """A text: by clause its option, and what it gains each seat."""

    text: dict[str, str]
    gains: Gains


class SeatsCard(TypedDict):
    """The points for some seats alone.

    `zopa_share` is the share of all outcomes that gain something for each of these seats, 0 to 1; `zopa_outcomes`
    and `zopa_texts` are their numbers, by effect and as written.
    """

    seats: list[str]
    frontier: int
    nash: TextCard | None
    kalai_smorodinsky: TextCard | None
    ideal: Gains
    zopa_share: float
    zopa_outcomes: int
    zopa_texts: int


class TradeCard(TextCard):
    """The best change of the draft in at most `within` clauses; `more` is the smaller gain of the parties from it."""

    within: int
    changed: list[str]
    more: int


class DistanceCard(TypedDict):
    """An agreement beside the frontier; shares of each seat's ideal, per ten thousand (None without a zone)."""

    left: int
    better: int
    frontier: int | None
    nash: int | None
    kalai_smorodinsky: int | None


class DraftCard(TextCard):
    """The draft of the moment, open clauses at their defaults."""

    open: list[str]
    all: DistanceCard
    parties: DistanceCard
    trades: list[TradeCard]


class RoundCard(TypedDict):
    """A round of a match as its session ended: shares of all outcomes in the zone, and the door (V6.2).

    `door` is the gain of both parties from the best text that gained something for everybody whose initials it
    needed, None when it was shut; `tabled` says whether such a text lay on the table.
    """

    round: int
    zopa_share: float
    zopa_share_parties: float
    door: int | None
    tabled: bool


class FrontierCard(SeatsCard):
    """The card; gains are hundredths of a point over each seat's own no deal and are not compared between seats.

    `points` are the first of the frontier, `best_for_both` the text with the largest gain both parties have at once,
    `open_door` the best that gains something for everybody whose initials it needs, `terms_frontier` the size of
    the frontier if every text held and were carried.
    """

    scenario: str
    format: str
    door: str
    entry: int | None
    seed: int | None
    round: int
    phase: str
    outcomes: int
    texts: int
    alternatives: Gains
    points: list[TextCard]
    parties: SeatsCard
    best_for_both: TextCard | None
    open_door: TextCard | None
    terms_frontier: int
    draft: DraftCard | None
    rounds: list[RoundCard]
    seconds: float
