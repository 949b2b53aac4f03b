"""What a party does of its own accord: move its positions, offer, ask, vow, poll, leave and come back."""

from tabletop.game.records.moves import Terms
from tabletop.players.choosing.boxes import boxes, grid_of, is_open
from tabletop.players.choosing.random_player import sample
from tabletop.players.ideas.turn import Turn, points
from tabletop.players.mind.public_record import proposed
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import SILENT

LEAVES_FROM = 4
"""The round from which a party may leave for good."""

HOPELESS = 30
"""A text worth less than this, hundredths of a point, is not worth staying for."""


REFUSED = 300
"""What a text is taken to be worth, with a minus, where there is none."""

COMPLAINS = 9_000
"""Chance of putting a package forward, beside what a temper adds."""

GIVES = 200
"""The most it gives away on a clause by a bare move, hundredths of a point; more only in a package or bridge."""


def convene(turn: Turn) -> Chosen | None:
    """Open the session when that is this seat's to do."""
    return turn.may(why("convene"), "convene")


def leave_for_good(turn: Turn) -> Chosen | None:
    """From round 3, now and then, when neither the other's text nor the mediator's is worth signing.

    A seat whose home votes on the text leaves half as readily.
    """
    opinion, talks, board = turn.opinion, turn.view.sight.talks, turn.board
    if not turn.temper.leaves or talks.round < LEAVES_FROM or not turn.fresh:
        return None
    voted = any(body.seat == opinion.seat and body.when == "route-end" for body in board.bodies)
    if not turn.stream.chance(turn.temper.leaves // (2 if voted else 1)):
        return None
    middle = proposed(board, turn.view)
    if max(opinion.gain(opinion.theirs), opinion.gain(middle) if middle else -REFUSED) >= HOPELESS:
        return None
    return turn.may(why("leave"), "walk-out", until="for-good")


def walk_out(turn: Turn) -> Chosen | None:
    """Leave with a condition when the other stands still and home would like it."""
    still = turn.view.sight.text.still[turn.opinion.other]
    if still < 2 or not turn.fresh or not turn.stream.chance(turn.temper.proud):
        return None
    for box in boxes(turn.view, "walk-out"):
        conditions = [name for slot in box.slots for name in getattr(slot, "ids", ()) if name != "for-good"]
        if conditions:
            until = turn.stream.one_of(conditions)
            return turn.may(why("walk-out", sessions=str(still)), "walk-out", until=until)
    return None


def come_back(turn: Turn) -> Chosen | None:
    """Return when what was asked for has come about, after a session outside, or at once with some chance."""
    if not is_open(turn.view, "return"):
        return None
    talks, seat = turn.view.sight.talks, turn.view.sight.seat
    if met(turn, talks.until[seat]):
        return turn.may(why("return.met"), "return")
    if talks.absent[seat] >= 1 or turn.stream.chance(3_000):
        return turn.may(why("return"), "return")
    return None


def met(turn: Turn, until: str) -> bool:
    """Whether a condition of return has come about, as far as the text shows it (T7.5)."""
    text = turn.view.sight.text
    match until:
        case "truce":
            return text.truce is not None
        case "exchange":
            return text.banked[turn.board.roles.people] >= 0
        case "concession":
            return bool(text.conceded >> turn.opinion.other & 1)
        case _:
            return False


def position(turn: Turn) -> Chosen | None:
    """Move up to three positions towards the text it works for, where that meets the other."""
    opinion = turn.opinion
    if not is_open(turn.view, "position"):
        return None
    aim, gain = opinion.aim
    grid = next(grid for box in boxes(turn.view, "position") if (grid := grid_of(box)) is not None)
    own, theirs = opinion.own, opinion.theirs
    moves: list[tuple[int, str, int]] = []
    for at, clause in enumerate(turn.board.clauses):
        if aim[at] == own[at] or not grid.masks[at] >> (aim[at] + 1) & 1:
            continue
        closer = abs(own[at] - theirs[at]) - abs(aim[at] - theirs[at])
        if closer > 0 and _given(turn, at, own[at], aim[at]) <= GIVES:
            met = aim[at] == theirs[at]
            moves.append((-(2 * met + closer), clause.id, aim[at]))
    wanted = {clause: option for _, clause, option in sorted(moves)[: grid.high]}
    terms = tuple((clause, wanted[clause]) for clause in grid.clauses if clause in wanted)
    if not terms or gain < opinion.hope:
        return None
    answered = turn.temper.mirrors and turn.view.sight.text.conceded >> opinion.other & 1
    slug = "position.looked" if opinion.looks else "position.answered" if answered else "position"
    reason = why(slug, gain=points(gain), hope=points(opinion.hope))
    return turn.may(reason, "position", terms=terms)


def _given(turn: Turn, at: int, was: int, option: int) -> int:
    """What a move on one clause gives away of the own terms, hundredths of a point."""
    seat, options = turn.opinion.seat, turn.board.clauses[at].options
    return turn.opinion.mine.weights[at] * (options[was].values[seat] - options[option].values[seat]) // 100


def offer(turn: Turn) -> Chosen | None:
    """A package: what it can give for what it needs, as the text it works for has them."""
    opinion = turn.opinion
    if not is_open(turn.view, "offer") or not turn.stream.chance(COMPLAINS + turn.temper.talkative):
        return None
    if any(paper.kind == "offer" and paper.by == turn.me for paper in turn.view.sight.papers):
        return None
    middle = proposed(turn.board, turn.view)
    if middle is None or opinion.looks:
        aim, gain = opinion.aim
        start = opinion.theirs
    else:
        start = opinion.final(middle)
        aim, gain = opinion.nearest(start, opinion.bridge_floor)
    clauses = turn.board.clauses
    needs = [at for at in range(len(clauses)) if aim[at] != start[at]]
    needs.sort(key=lambda at: -opinion.mine.weights[at])
    rows = sorted(needs[: turn.board.numbers["trade.rows"]])
    terms: Terms = tuple((clauses[at].id, aim[at]) for at in rows if aim[at] != SILENT)
    if not terms:
        return None
    reason = why("offer", gain=points(gain))
    return turn.may(reason, "offer", to=turn.opponent, channel="open", sittings=1, terms=terms)


def ask(turn: Turn) -> Chosen | None:
    """Ask how much a clause matters where the two stand far apart."""
    if not is_open(turn.view, "ask") or not turn.stream.chance(turn.temper.talkative):
        return None
    opinion = turn.opinion
    apart = [
        clause.id for at, clause in enumerate(turn.board.clauses) if opinion.stance[at] != opinion.theirs[at]
    ]
    if not apart:
        return None
    clause = turn.stream.one_of(apart)
    return turn.may(why("ask"), "ask", to=turn.opponent, clause=clause)


def vow(turn: Turn) -> Chosen | None:
    """Now and then, a vow on the weightiest clause where it stands today, towards its own end."""
    if not is_open(turn.view, "vow") or not turn.stream.chance(turn.temper.vows):
        return None
    opinion = turn.opinion
    for at in sorted(range(len(turn.board.clauses)), key=lambda at: -opinion.mine.weights[at])[:3]:
        stand, other = opinion.stance[at], opinion.theirs[at]
        side = "not-below" if stand > other else "not-above"
        terms = ((turn.board.clauses[at].id, stand),)
        if stand != other and (chosen := turn.may(why("vow"), "vow", side=side, terms=terms)):
            return chosen
    return None


def poll(turn: Turn) -> Chosen | None:
    """Ask home when the text is nearly whole."""
    left = sum(one != other for one, other in zip(turn.opinion.stance, turn.opinion.theirs, strict=True))
    if left > 3 or turn.stream.below(10_000) >= 2_500:
        return None
    return turn.may(why("poll"), "poll")


def caucus(turn: Turn) -> Chosen | None:
    """A private word with the other party."""
    if not turn.stream.chance(turn.temper.talkative // 3):
        return None
    return turn.may(why("caucus"), "caucus", to=turn.opponent)


def promise(turn: Turn) -> Chosen | None:
    """A promise outside the text, where trust is low."""
    opinion = turn.opinion
    if not turn.stream.chance(turn.temper.talkative // 8):
        return None
    for box in boxes(turn.view, "promise"):
        values = {slot.name: value for slot in box.slots if (value := sample(slot, turn.stream)) is not None}
        values["to"] = turn.opponent
        others = [seat.id for seat in turn.board.seats if seat.id not in {turn.me, turn.opponent}]
        values["verifier"] = turn.stream.one_of(others) if others else turn.opponent
        values["start"], values["rounds"] = 0, 1
        reason = why("promise", trust=str(opinion.mine.trust[opinion.other] // 100))
        if chosen := turn.may(reason, "promise", **values):
            return chosen
    return None


def done(turn: Turn) -> Chosen | None:
    """Nothing better to do."""
    return turn.may(why("done"), "pass")
