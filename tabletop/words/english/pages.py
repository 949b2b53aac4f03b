"""English for the pages beside the table: the ground, the war, the ledger, a strike, and the debrief."""

PAGES: dict[str, str] = {
    "ground.sectors": "sectors: control where it is beyond dispute, not sovereignty",
    "ground.none": "this scenario has no sectors",
    "ground.mark.held": "■",
    "ground.mark.contested": "▒",
    "ground.mark.claimed": "▒?",
    "ground.legend": "■ held   ▒ contested   ▒? contested and claimed; a claim is not a fact",
    "ground.cities": "cities: {cities}",
    "ground.line": "the line",
    "ground.strikes": "strikes reported in this match",
    "ground.struck": "{place}: a strike reported in round {round}, attributed to {by}",
    "ground.unstruck": "none so far",
    "ground.heard": "last heard from the ground",
    "ground.round": "round {round}",
    "ground.quiet": "nothing so far",
    "ground.facts": "what is said of them, with date and source",
    "war.losses.title": "losses, as the other side claims them",
    "war.losses": (
        "losses of {seat}, claimed by {claimant} (round {round}): {now} in the last fortnight, "
        "{before} in the one before"
    ),
    "war.losses.note": "killed and badly wounded, by this match's figures; nobody outside has counted them",
    "war.power": "power",
    "war.demand": "demand of the month: {demand}",
    "war.cuts": "cuts a day: {hours} hours",
    "war.outside": "from outside, in points of 100",
    "war.own": "yours alone",
    "war.news": "what moved your alternative",
    "war.alternative": "your alternative to a text now: {points} points, on your own scale",
    "war.news.note": "each line is news: how far the war differs from what was expected",
    "war.news.none": "no news so far: the war goes as was expected",
    "war.estimates": "what your services hold of others",
    "war.estimates.note": "each line is on its own seat's scale; points of two seats cannot be compared",
    "ledger.promises": "promises",
    "ledger.vows": "vows",
    "ledger.payments": "side payments",
    "ledger.deadlines": "deadlines",
    "ledger.strikes": "strikes, and what you were told of them",
    "ledger.papers": "other papers on the table",
    "ledger.claims": "claims and figures, the newest first",
    "ledger.none": "none",
    "strike.unknown": "a strike has been reported",
    "strike.title": "a strike is reported: {place}",
    "strike.dark": "{dark} homes are without power",
    "strike.no-dark": "no homes are reported without power",
    "strike.pieces": (
        "reported by the side that was struck: drones {drones}, stopped {stopped_drones}; "
        "missiles {missiles}, stopped {stopped_missiles}"
    ),
    "strike.laid": "aimed at, as reported: {target}; attributed to: {by}",
    "strike.game": "figures of this match are the game's; they report no real event",
    "strike.told": "told to you in confidence",
    "strike.evidence": "your services say: {cause}; behind it: {author}; confidence {confidence} %",
    "strike.told.note": "it may be mistaken, and others may have been told otherwise",
    "strike.told.none": "nothing",
    "strike.said": "said of it so far",
    "strike.settled": "settled by an inspection: {cause}; behind it: {author}",
    "strike.earlier": "earlier strikes",
    "strike.answers": (
        "the talks are interrupted: every seat answers under seal, and the answers are opened together; "
        "home hears what you say, and so does the other side"
    ),
    "debrief.results": "results, side by side and never summed",
    "debrief.own": "results: {seat}",
    "debrief.strikes": "strikes, with what was behind them",
    "debrief.strikes.none": "no strike was reported in this match",
    "debrief.beliefs": "what was held of the alternatives of others",
    "debrief.belief": (
        "round {round}: {seat} held the alternative of {about} to lie between {low} and {high} points; it was {truth}"
    ),
    "debrief.beliefs.note": "the truth lay in the range {held} of {all} times",
}
