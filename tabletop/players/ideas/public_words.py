"""What a party says in public beside the text: polls it shows, the press, clauses it wants back on the table."""

from tabletop.game.records.papers import PollCard
from tabletop.players.choosing.boxes import boxes, is_open
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.public_record import package
from tabletop.table.port import Chosen, why
from tabletop.words.sentences.reasons import bot_words

CARRIES, BALKS = 55_00, 42_00
"""Support in a poll from which home would carry a text, and under which it would not, hundredths of a point."""


def show(turn: Turn) -> Chosen | None:
    """Show a poll that helps: that home would carry the text, or, for one who gives little, that it would not."""
    sight = turn.view.sight
    if not is_open(turn.view, "show"):
        return None
    for paper in sight.papers:
        if not isinstance(paper, PollCard) or paper.by != turn.me or paper.round != sight.talks.round:
            continue
        if any(line.event.kind == "shown" and line.round == paper.round for line in sight.record):
            return None
        if paper.result >= CARRIES:
            return turn.may(why("show"), "show", paper=paper.id, to="all")
        if paper.result <= BALKS and turn.temper.beta < 100:
            return turn.may(why("show.bound"), "show", paper=paper.id, to="all")
    return None


def press(turn: Turn) -> Chosen | None:
    """Now and then, beside the orders, if its temper would: a briefing, or a leak of what the other side offered."""
    still = turn.view.sight.text.still[turn.opinion.other]
    if not turn.temper.press or not turn.stream.chance(turn.temper.press):
        return None
    offered = package(turn.board, turn.view, turn.opinion.other)
    for terms in ((cell,) for cell in offered if still):
        chosen = turn.may(why("leak"), "leak", about=turn.opponent, terms=terms)
        if chosen is not None:
            return chosen
    return turn.may(why("brief"), "brief", words=bot_words("brief"))


def reopen(turn: Turn) -> Chosen | None:
    """Ask a clause back that others asked for, or that home refused, where the text is not worth signing as it is."""
    text, roles, opinion = turn.view.sight.text, turn.board.roles, turn.opinion
    for box in boxes(turn.view, "reopen"):
        for slot in box.slots:
            for clause in getattr(slot, "ids", ()):
                at = turn.board.clause_index[clause]
                refused = bool(text.barred) and at in {roles.territory, roles.guarantee, roles.status}
                if (text.reopening[at] or refused) and opinion.gain(opinion.stance) < opinion.floor:
                    return turn.may(why("reopen"), "reopen", clause=clause)
    return None
