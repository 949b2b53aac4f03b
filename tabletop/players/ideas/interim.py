"""What is worth having before a text: truces for a fortnight or two, and people who come home at once."""

from tabletop.game.records.papers import Offer
from tabletop.game.records.sentence import Sentence
from tabletop.game.text.drafting import INTERIM_TERMS
from tabletop.players.choosing.boxes import boxes
from tabletop.players.ideas.turn import Turn, points
from tabletop.players.mind.war import NEAR
from tabletop.table.port import Chosen, why

FAIR = 70
"""A share of the best own worth of the clause on people, per cent, from which a party takes an option alone."""

LATEST = 70
"""To which part of the time, hundredths, an interim text is proposed: later all hands are on the whole."""

SMALL = 1
"""The scope a truce is proposed with: the smallest interim one."""


def fortnight(turn: Turn) -> int:
    """What a fortnight of a truce that is kept is worth to the seat, hundredths of a point (T8.5)."""
    path = f"home.banked.{turn.me}"
    return sum(size for name, size in turn.board.effects.get("truce.kept", ()) if name == path)


def is_truce(turn: Turn, terms: tuple[tuple[str, int], ...]) -> bool:
    """Whether terms are those of a truce and nothing else."""
    roles, found = turn.board.roles, {turn.board.clause_index[clause]: option for clause, option in terms}
    return set(found) == {roles.scope, roles.term} and all(
        option in INTERIM_TERMS for option in found.values()
    )


def is_exchange(turn: Turn, terms: tuple[tuple[str, int], ...]) -> bool:
    """Whether terms are the clause on people alone, and something comes of it."""
    return (
        len(terms) == 1
        and turn.board.clause_index[terms[0][0]] == turn.board.roles.people
        and terms[0][1] > 0
    )


def people_worth(turn: Turn, option: int) -> int:
    """The share of the best own worth of the clause on people that an option has, per cent."""
    at, seat = turn.board.roles.people, turn.opinion.seat
    values = [one.values[seat] for one in turn.board.clauses[at].options]
    return 100 * values[option] // max(*values, 1)


def take(turn: Turn, paper: Offer) -> Chosen | None:
    """Take a truce or an exchange that is offered by itself; refuse a truce that one has no mind for."""
    if is_exchange(turn, paper.terms) and people_worth(turn, paper.terms[0][1]) >= FAIR:
        return turn.may(why("exchange.yes"), "accept", paper=paper.id)
    if not is_truce(turn, paper.terms):
        return None
    worth = fortnight(turn)
    if worth > 0 and turn.stream.chance(turn.temper.truces):
        return turn.may(why("truce.yes", worth=points(worth)), "accept", paper=paper.id)
    return turn.may(why("truce.no"), "decline", paper=paper.id)


def draft(turn: Turn) -> Chosen | None:
    """Take what is agreed and worth having to the drafting table."""
    for box in boxes(turn.view, "draft"):
        for slot in box.slots:
            ids = getattr(slot, "ids", ())
            if "truce" in ids and fortnight(turn) > 0:
                return turn.may(why("truce.draft"), "draft", instrument="truce")
            if "exchange" in ids and turn.stream.chance(turn.temper.truces):
                return turn.may(why("exchange.draft"), "draft", instrument="exchange")
    return None


def propose(turn: Turn) -> Chosen | None:
    """Offer an exchange of people or a truce by itself, while the whole is far off and nothing else lies there."""
    view, board, opinion = turn.view, turn.board, turn.opinion
    if opinion.elapsed > LATEST or not turn.stream.chance(turn.temper.truces // 4):
        return None
    if any(isinstance(paper, Offer) and turn.me in (paper.by, *paper.to) for paper in view.sight.papers):
        return None
    apart = sum(one != other for one, other in zip(opinion.stance, opinion.theirs, strict=True))
    roles = board.roles
    if roles.people not in opinion.fixed and opinion.own[roles.people] != opinion.theirs[roles.people]:
        option = max(opinion.theirs[roles.people], 1)
        if people_worth(turn, option) >= FAIR:
            return _offer(turn, why("exchange.ask"), ((board.clauses[roles.people].id, option),))
    free = not {roles.scope, roles.term} & opinion.fixed and view.sight.text.truce is None
    worth = fortnight(turn)
    if apart <= NEAR or not free or worth <= 0:
        return None
    terms = ((board.clauses[roles.scope].id, SMALL), (board.clauses[roles.term].id, INTERIM_TERMS[-1]))
    return _offer(turn, why("truce.ask", worth=points(worth)), terms)


def _offer(turn: Turn, reason: Sentence, terms: tuple[tuple[str, int], ...]) -> Chosen | None:
    """An open offer to the other party, for this sitting and the next."""
    return turn.may(reason, "offer", to=turn.opponent, channel="open", sittings=1, terms=terms)
