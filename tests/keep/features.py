"""What must never cost more keys or say less: what those who came new to the game praised.

Each row begins at a named place, gives the keys of the window or the lines typed in plain mode, and what is said
for them. `most` is the cost on the day the row was written: it may fall and never rise. Where plain mode does
without, `instead` says what is there in its place, and that is held in the same way.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A feature in one of the skins: from where, by which keys or lines, and what is said then."""

    feature: str
    start: str
    keys: tuple[str, ...]
    most: int
    says: tuple[str, ...]
    instead: str = ""


BRIEF = (
    "General instructions",
    "Delegations of Ukraine, Russia and the United States met in Abu Dhabi on 23 and 24 January 2026",
    "For you alone",
)
"""Of the general instructions and of Ukraine's own."""

DOCUMENT = (
    "All domains. All fire stops on land, at sea and in the air, and attacks on networks with it.",
    "Left out, it counts as: Nothing yet",
    "✗ What stops: no final text may leave this clause out",
)

SOURCE = (
    "Status: ",
    "Who says so: ",
    "As of: Round 1 of this match",
    "How sure: Exact within this match",
    "in the rulebook",
    "In the ruleset: rules.yaml",
    "What that rests on: game value, play-tested",
)

WINDOW = (
    Kept("briefs", "the first screen", (), 0, BRIEF[:2]),
    Kept("briefs, again", "table", ("n",), 1, BRIEF),
    Kept(
        "order presets",
        "orders",
        ("f5",),
        1,
        (
            "F5 Hold the line",
            "F8 Quiet fortnight",
            "‹ Repair, The line ×2 ›",
            "‹ Wider ›",
            "Strength at the front (Ukraine): +",
            "More people and means at the front",
        ),
    ),
    Kept("the text as a document", "table", ("t",), 1, (*DOCUMENT, "2 since your turn")),
    Kept(
        "the clause page",
        "table",
        ("enter",),
        1,
        (
            "What stops firing, and where?",
            "Energy and civil grid",
            "Both sides stop strikes on power, heat, gas, oil and water of the other.",
            "to you ▇▇▁▁▁▁▁▁ 20 of 100",
            "Needs: you and Russia",
            "Weight of this clause to you: 8 of 100",
        ),
    ),
    Kept(
        "value bars", "table", ("p", "2"), 2, ("2 Nothing yet  ▁▁▁▁▁   0  Russia", "To you ▁▁▁▁▁▁▁▁ 0 of 100")
    ),
    Kept(
        "value bars that move while you choose",
        "table",
        ("p", "2", "right"),
        3,
        ("To you ▇▇▁▁▁▁▁▁ 20 of 100",),
    ),
    Kept(
        "the preview before a move",
        "table",
        ("p", "2"),
        2,
        (
            "Stand on What stops: Nothing yet",
            "public; moves used: 1; cannot be undone",
            "Trust (Russia → Ukraine): +1.0",
            "The mediator's patience: +1.0",
            "Home's mood (Ukraine): −1.5",
            "If it goes through, agreed: What stops: Nothing yet",
            "The lint would add: What stops: too loose to be checked",
        ),
    ),
    Kept(
        "refusals with their rule", "table", ("x",), 1, ("Answer: Nothing waits for this answer (rule T5.2)",)
    ),
    Kept("the source key", "table", ("z",), 1, (*SOURCE, "Rule: V1.1")),
    Kept("looking back", "table", (",",), 1, ("Step 4 of 4", "Seen as: Ukraine")),
    Kept("replay", "end", ("v",), 1, ("Step 1 of ", "Seen as: Ukraine")),
    Kept("replay, from home", "home", ("r", "1"), 2, ("Step 1 of ", "Seen as: an onlooker")),
    Kept(
        "what-if",
        "end",
        ("w",),
        1,
        (
            "Play from here: entry",
            "What was done: ",
            "(public; no move used)",
            "position terms=scope:energy",
        ),
    ),
    Kept("what-if, played", "end", ("w", "1", "enter"), 3, ("tabletop whatif ", "changed by")),
)

PLAIN = (
    Kept(
        "briefs",
        "orders",
        ("b",),
        1,
        (*BRIEF[:2], "What a clause weighs for you, of 100; drawn for this match"),
    ),
    Kept(
        "order presets",
        "orders",
        ("1",),
        1,
        (
            "Drones, Air defence, Repair (Losses inflicted",
            "Repair, The line ×2 (Power available: +700 MW",
            "Enter for 5",
        ),
        instead="no cards: every order says what it does, and Enter keeps what stands",
    ),
    Kept("the text as a document", "table", ("d",), 1, DOCUMENT),
    Kept(
        "the clause page",
        "table",
        ("t",),
        1,
        ("  1. What stops. Ukraine: All domains; Russia: Nothing yet; United States: All domains",),
        instead="no page of a clause: the text says where every seat stands on each, one a line",
    ),
    Kept(
        "value bars that move while you choose",
        "table",
        ("3", "1", "3"),
        3,
        (
            "  3. Energy and civil grid: Both sides stop strikes on power, heat, gas, oil and water of the other.",
        ),
        instead="no bars: an option says its text; the weights stand in the brief, the worth of the draft under w",
    ),
    Kept(
        "the preview before a move",
        "table",
        ("3", "1", "2", "14"),
        4,
        (
            "Your move: Stand on What stops: Nothing yet.",
            "Who sees it: public; moves used: 1; cannot be taken back",
            "Trust (Russia → Ukraine): +1.0",
            "The mediator's patience: +1.0",
            "Home's mood (Ukraine): −1.5",
            "Make this move?",
        ),
    ),
    Kept("refusals with their rule", "table", ("u",), 1, ("Not done: ", "(rule T9.1)")),
    Kept(
        "refusals, all of them", "table", ("x",), 1, ("  Accept: Nothing waits for this answer (rule T5.2)",)
    ),
    Kept("the source key", "table", ("s 23",), 1, (*SOURCE, "Rule: V1.1")),
    Kept(
        "replay",
        "end",
        (),
        0,
        ("To read it again: tabletop replay ",),
        instead="not within a match: the end gives the command, which prints every step",
    ),
    Kept(
        "what-if",
        "end",
        (),
        0,
        ("to change one move and play on from there: tabletop whatif ",),
        instead="not within a match: the end gives the command",
    ),
)
