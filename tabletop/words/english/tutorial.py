"""English for the tutorial: what happened, what could be done next, and with which key; `.keys` is for the window."""

TUTORIAL: dict[str, str] = {
    "coach.did.position": "Done: your move stands in the record, and the text shows where you stand now.",
    "coach.did.accepted": "Done: by the package all who are in it stand on its terms at once.",
    "coach.did.declined": "You declined, and the package is off the table. That is an answer, too.",
    "coach.did.bridge": "Answered. Only two yeses are told; a no stays under seal.",
    "coach.did.strike": "Answered. All answers were opened together; the record has them.",
    "coach.did.other": "You did something else than was proposed: what came of it stands in the record.",
    "coach.brief": "This is your brief: what you want, what no deal would leave you, what each clause weighs for you.",
    "coach.brief.keys": "Scroll with the arrows; Enter goes on.",
    "coach.orders": (
        "First the fortnight. Seal one order for each of your levers: what it costs and does stands beside it. "
        "Any choice will do here."
    ),
    "coach.orders.keys": "Left and right choose, Enter seals.",
    "coach.sealed": "Your orders are under seal. The mediator opens the session when all are in.",
    "coach.move": (
        "At the table. Make a move on the text: take another option on one clause, and look at what it would do "
        "before you make it. The guarantee is a good one to try."
    ),
    "coach.move.keys": "p opens your positions; arrows choose; Enter makes the move.",
    "coach.offer": (
        "A package lies before you: both of you would stand on its options. See what it would be worth to you, "
        "then accept, decline, or send another back."
    ),
    "coach.offer.keys": "x answers it.",
    "coach.end-turn": (
        "Enough for this round: end your turn, and the fortnight passes, and the war with it. Or try whatever is open."
    ),
    "coach.end-turn.keys": "e ends your turn; m shows all moves, and why others are not open.",
    "coach.strike": (
        "A strike interrupts the talks. What your services tell you is a chance, not a fact, and others may have "
        "been told otherwise. All seats answer under seal, then the answers are opened."
    ),
    "coach.strike.keys": "A digit chooses an answer.",
    "coach.wait": "The others have the floor. What they do comes to the record.",
    "coach.second": (
        "The second round. Leave the floor to the mediator, or make a move first: it has a proposal for both parties."
    ),
    "coach.second.keys": "e ends your turn.",
    "coach.bridge": (
        "The mediator's bridge: both parties are asked in secret. Two yeses put both on its terms; a no is never "
        "told, not even to the mediator."
    ),
    "coach.bridge.keys": "x answers it.",
    "coach.initial": (
        "What is agreed lies on the drafting table. The clause on people can be an interim text: they come home "
        "while the talks go on. It takes two steps, and the answer is secret until all are in."
    ),
    "coach.initial.keys": "i initials, j objects.",
    "coach.signed": (
        "Signed: the interim text is in force, and its worth is in your hand. That was the tutorial: orders, a move, "
        "a package, a strike, a bridge, initials. Go on as long as you like, or begin a match of your own."
    ),
    "coach.signed.keys": "F10 leads home, n there begins a match.",
    "coach.unsigned": (
        "Nothing was signed this time. Most rounds end so, and it is no failure. That was the tutorial; go on as long "
        "as you like, or begin a match of your own."
    ),
    "coach.unsigned.keys": "F10 leads home, n there begins a match.",
    "coach.over": "The match is over. The end page sets results side by side and sums none of them.",
    "coach.over.keys": "F10 leads home.",
    "coach.sheet.keys": (
        "Up and down go from row to row, left and right choose, and below stands what it would do. Enter makes the "
        "move, or asks once more where it has weight. Esc goes back, nothing done."
    ),
    "coach.confirm.keys": "What it would do stands below. Enter does it, Esc goes back, nothing done.",
    "coach.page.keys": "Esc closes this page.",
    "coach.plain": "Tutorial",
}
