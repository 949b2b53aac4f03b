"""The places of the walk through every screen: which keys lead there, and what stands on the screen then."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the walk.

    Attributes:
        keys: The keys that lead there, as tmux names them.
        wanted: What stands on the screen then, as an expression.
        name: What its capture is called; empty for a place that is only passed.
        room: Columns and lines the terminal has from here on, before the keys; empty as it is.
    """

    keys: str
    wanted: str
    name: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Trip:
    """A walk of its own: the program started in its own way.

    Attributes:
        arguments: What the program is started with.
        stops: Its places.
        moment: The moment of a match, from `stories.reach`, that its journal stands at; empty for none.
    """

    arguments: tuple[str, ...]
    stops: tuple[Stop, ...]
    moment: str = ""


WALK = (
    Stop("", "1 of 4", "language"),
    Stop("Enter", "2 of 4", "colours"),
    Stop("Enter", "3 of 4", "characters"),
    Stop("Enter", "4 of 4", "begin"),
    Stop("Enter", "This is your brief", "tutorial-briefing"),
    Stop("Enter", "First the fortnight", "tutorial-orders"),
    Stop("Enter", "At the table", "tutorial-table"),
    Stop("p", "Up and down go", "tutorial-composer"),
    Stop("Down Down Down Right Right", "Stand on Guarantee"),
    Stop("Enter", "An offer lies before you", "tutorial-offer"),
    Stop("x", r"Accept \(public", "tutorial-answers"),
    Stop("1", "Second step", "tutorial-second-step"),
    Stop("Enter", "Enough for"),
    Stop("e", "no more moves in this sitting"),
    Stop("Enter", "round 2 of 4"),
    Stop("Enter", "A strike interrupts", "tutorial-strike"),
    Stop("1", "only you; no move used"),
    Stop("Enter", "The second round"),
    Stop("e", "no more moves in this sitting"),
    Stop("Enter", "asked in secret", "tutorial-bridge"),
    Stop("x", "Your answer ‹ choose ›"),
    Stop("1", "‹ yes ›"),
    Stop("Enter", "Second step"),
    Stop("Enter", "lies on the drafting table", "tutorial-signing"),
    Stop("1", "Second step"),
    Stop("Enter", "That was the tutorial", "tutorial-signed"),
    Stop("F10", "New match", "home"),
    Stop("s", "Settings", "settings"),
    Stop("k", "Keys", "keys-of-your-own"),
    Stop("Escape", "Settings"),
    Stop("Escape", "New match"),
    Stop("b", "Enter new match", "scenarios"),
    Stop("Escape", "Continue"),
    Stop("l", "1 tutorial", "learn"),
    Stop("2", "Each round has three parts", "how-to-play"),
    Stop("Escape", "1 tutorial"),
    Stop("Escape", "Continue"),
    Stop("n", "A new match", "set-up"),
    Stop("Down 2", "door ‹ standard ›"),
    Stop("Down 1 Up Up Up", "."),
    Stop("5", " 5 ", "set-up-seed"),
    Stop("Enter", "For everybody", "briefing"),
    Stop("F3 F i r s t Space a Space truce", "First a truce", "notes"),
    Stop("Escape", "For everybody"),
    Stop("Enter", "F5 ", "orders"),
    Stop("F5", "Hold the line:", "orders-card"),
    Stop("Enter", "plenary", "table-text"),
    Stop("2", r"Gain over no deal", "table-conditions"),
    Stop("3", "Sitting 1 began", "table-record"),
    Stop("4", "patience", "table-outside"),
    Stop("1 Enter", "In the draft", "clause"),
    Stop("Escape", "plenary"),
    Stop("3 Home Enter", "By this rule", "entry"),
    Stop("Escape", "plenary"),
    Stop("t", "as it stands|As it stands", "text"),
    Stop("4", "since the opening|Since the opening|Articles", "text-red-lines"),
    Stop("Escape", "plenary"),
    Stop("f", "On the map: The theatre", "map"),
    Stop("Right", "On the map: The rest of", "map-closer"),
    Stop("Escape", "plenary"),
    Stop("y", "The war outside", "war"),
    Stop("Escape", "plenary"),
    Stop("g", "The ledger", "ledger"),
    Stop("Escape", "plenary"),
    Stop("r", "The record", "record"),
    Stop("Escape", "plenary"),
    Stop("z", "Rule:", "source"),
    Stop("Escape", "plenary"),
    Stop("F4", "adviser", "adviser"),
    Stop("Escape", "plenary"),
    Stop("m", "Take a last look", "all-moves"),
    Stop("Escape", "plenary"),
    Stop("?", "Keys", "keys"),
    Stop("Escape", "plenary"),
    Stop("F1", "Help", "help"),
    Stop("Escape", "plenary"),
    Stop("p", "Not complete yet", "composer"),
    Stop("2", "Stand on", "composer-chosen"),
    Stop("Enter", "plenary", "after-a-move"),
    Stop(",", "Step ", "looking-back"),
    Stop("Escape", "plenary"),
    Stop("F10", "New match"),
    Stop("n", "A new match"),
    Stop("Down 2", "door ‹ standard ›"),
    Stop("Down 1 Down Down 6 Down 6 Down 6", "Russia ‹ a bot: yielding ›.*Europe ‹ a bot: yielding ›"),
    Stop("Down 1", "door ‹ open ›"),
    Stop("Down Down Down Down 1", "seed 1 ", "set-up-bots"),
    Stop("Enter", "For everybody"),
    Stop("Enter", "F5 "),
    Stop("Enter", "plenary"),
    Stop("c", "Ask for a caucus", "caucus-asking"),
    Stop("1", "Enter go on"),
    Stop("Enter", "c caucus"),
    Stop("c", "In caucus", "caucus"),
    Stop("Escape", "plenary"),
)
"""From the first run into a match, page by page; then into a second one, which comes to a signature."""

MARKS = {
    "drafting": "On the drafting table",
    "signing": "Second step: is this what you mean.*Initial",
    "in-force": "Durability of the text: .*Open to you",
}
"""What is kept when it first comes on the way to the end, by what stands on it."""

ENDED = (
    Stop("", "Results, side by side", "end"),
    Stop("Space", "Door missed|What could have been|Nash|Kalai", "end-results"),
    Stop("w", "Esc ", "what-if"),
    Stop("Escape", "Enter home"),
    Stop("v", "Step 1 of", "replay"),
    Stop("PageDown", "Step 11 of", "replay-further"),
    Stop("Escape", "Enter home"),
    Stop("Enter", "New match", "home-again"),
    Stop("r", "Step|Replay|match", "replay-choice"),
)
"""From the end home."""

ROUTE = (
    ("Esc close", "Escape"),
    ("Second step", "Enter"),
    ("‹ choose ›", "Right Down"),
    ("Enter seal", "Enter"),
    ("Enter choose", "1"),
    ("Enter go on", "Enter"),
    ("x answer", "x"),
    ("e end my turn", "e"),
    ("m all moves", "m"),
)
"""On the way to the end: what a footer or a heading says, and the key that goes on from there."""

MOST = 200
"""Steps to the end, at most."""


IN_UKRAINIAN = (
    Stop("Escape", "New match"),
    Stop("s Right", "Параметри", "settings-uk"),
    Stop("Escape", "Нова гра", "home-uk"),
    Stop("c", "Enter головна", "end-uk"),
    Stop("Space", "Enter головна", "end-results-uk"),
    Stop("w", "Esc ", "what-if-uk"),
    Stop("2", "скасувати", "what-if-move-uk"),
)
"""From the choice of a match to look at: the same end in the other language, and another move tried there."""

TRIPS = (
    Trip(
        ("play", "--hot-seat", "--format", "pop-up", "--seed", "5"),
        (
            Stop("", "The next chair: Ukraine", "curtain"),
            Stop("Enter", "For everybody"),
            Stop("Enter", "F5 "),
            Stop("Enter", "The next chair: Russia", "curtain-next"),
            Stop("Enter", "For everybody"),
            Stop("Enter", "F5 "),
            Stop("Enter", "The next chair: "),
            Stop("Enter", "plenary"),
            Stop("", "plenary", "table-at-60-by-16", "60x16"),
            Stop("", "60", "too-small", "59x15"),
        ),
    ),
    Trip(
        ("resume", "saves/story.journal.jsonl"),
        (
            Stop("", "home decides", "ratification"),
            Stop("1", "Second step|Enter", "ratification-second-step"),
        ),
        "home decides",
    ),
)
"""Two people at one screen and a window that is too small; a vote at home."""
