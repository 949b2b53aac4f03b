"""What a party does of its own accord: move its positions, offer, ask, vow, poll, leave and come back."""

from tabletop.game.records.moves import Terms
from tabletop.players.boxes.boxes import boxes, grid_of, is_open
from tabletop.players.boxes.random_player import sample
from tabletop.players.ideas.moment import Moment, points
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


def convene(moment: Moment) -> Chosen | None:
    """Open the session when that is this seat's to do."""
    return moment.may(why("convene"), "convene")


def leave_for_good(moment: Moment) -> Chosen | None:
    """From round 3, now and then, when neither the other's text nor the mediator's is worth signing.

    A seat whose home votes on the text leaves half as readily.
    """
    opinion, talks, board = moment.opinion, moment.view.sight.talks, moment.board
    if not moment.temper.leaves or talks.round < LEAVES_FROM or not moment.fresh:
        return None
    voted = any(body.seat == opinion.seat and body.when == "route-end" for body in board.bodies)
    if not moment.stream.chance(moment.temper.leaves // (2 if voted else 1)):
        return None
    middle = proposed(board, moment.view)
    if max(opinion.gain(opinion.theirs), opinion.gain(middle) if middle else -REFUSED) >= HOPELESS:
        return None
    return moment.may(why("leave"), "walk-out", until="for-good")


def walk_out(moment: Moment) -> Chosen | None:
    """Leave with a condition when the other stands still and home would like it."""
    still = moment.view.sight.text.still[moment.opinion.other]
    if still < 2 or not moment.fresh or not moment.stream.chance(moment.temper.proud):
        return None
    for box in boxes(moment.view, "walk-out"):
        conditions = [name for slot in box.slots for name in getattr(slot, "ids", ()) if name != "for-good"]
        if conditions:
            until = moment.stream.one_of(conditions)
            return moment.may(why("walk-out", sessions=str(still)), "walk-out", until=until)
    return None


def come_back(moment: Moment) -> Chosen | None:
    """Return when what was asked for has come about, after a session outside, or at once with some chance."""
    if not is_open(moment.view, "return"):
        return None
    talks, seat = moment.view.sight.talks, moment.view.sight.seat
    if met(moment, talks.until[seat]):
        return moment.may(why("return.met"), "return")
    if talks.absent[seat] >= 1 or moment.stream.chance(3_000):
        return moment.may(why("return"), "return")
    return None


def met(moment: Moment, until: str) -> bool:
    """Whether a condition of return has come about, as far as the text shows it (T7.5)."""
    text = moment.view.sight.text
    match until:
        case "truce":
            return text.truce is not None
        case "exchange":
            return text.banked[moment.board.roles.people] >= 0
        case "concession":
            return bool(text.conceded >> moment.opinion.other & 1)
        case _:
            return False


def position(moment: Moment) -> Chosen | None:
    """Move up to three positions towards the text it works for, where that meets the other."""
    opinion = moment.opinion
    if not is_open(moment.view, "position"):
        return None
    aim, gain = opinion.aim
    grid = next(grid for box in boxes(moment.view, "position") if (grid := grid_of(box)) is not None)
    own, theirs = opinion.own, opinion.theirs
    moves: list[tuple[int, str, int]] = []
    for at, clause in enumerate(moment.board.clauses):
        if aim[at] == own[at] or not grid.masks[at] >> (aim[at] + 1) & 1:
            continue
        closer = abs(own[at] - theirs[at]) - abs(aim[at] - theirs[at])
        if closer > 0 and _given(moment, at, own[at], aim[at]) <= GIVES:
            met = aim[at] == theirs[at]
            moves.append((-(2 * met + closer), clause.id, aim[at]))
    wanted = {clause: option for _, clause, option in sorted(moves)[: grid.high]}
    terms = tuple((clause, wanted[clause]) for clause in grid.clauses if clause in wanted)
    if not terms or gain < opinion.hope:
        return None
    answered = moment.temper.mirrors and moment.view.sight.text.conceded >> opinion.other & 1
    slug = "position.looked" if opinion.looks else "position.answered" if answered else "position"
    reason = why(slug, gain=points(gain), hope=points(opinion.hope))
    return moment.may(reason, "position", terms=terms)


def _given(moment: Moment, at: int, was: int, option: int) -> int:
    """What a move on one clause gives away of the own terms, hundredths of a point."""
    seat, options = moment.opinion.seat, moment.board.clauses[at].options
    return moment.opinion.mine.weights[at] * (options[was].values[seat] - options[option].values[seat]) // 100


def offer(moment: Moment) -> Chosen | None:
    """A package: what it can give for what it needs, as the text it works for has them."""
    opinion = moment.opinion
    if not is_open(moment.view, "offer") or not moment.stream.chance(COMPLAINS + moment.temper.talkative):
        return None
    if any(paper.kind == "offer" and paper.by == moment.me for paper in moment.view.sight.papers):
        return None
    middle = proposed(moment.board, moment.view)
    if middle is None or opinion.looks:
        aim, gain = opinion.aim
        start = opinion.theirs
    else:
        start = opinion.final(middle)
        aim, gain = opinion.nearest(start, opinion.bridge_floor)
    clauses = moment.board.clauses
    needs = [at for at in range(len(clauses)) if aim[at] != start[at]]
    needs.sort(key=lambda at: -opinion.mine.weights[at])
    rows = sorted(needs[: moment.board.numbers["trade.rows"]])
    terms: Terms = tuple((clauses[at].id, aim[at]) for at in rows if aim[at] != SILENT)
    if not terms:
        return None
    reason = why("offer", gain=points(gain))
    return moment.may(reason, "offer", to=moment.opponent, channel="open", sittings=1, terms=terms)


def ask(moment: Moment) -> Chosen | None:
    """Ask how much a clause matters where the two stand far apart."""
    if not is_open(moment.view, "ask") or not moment.stream.chance(moment.temper.talkative):
        return None
    opinion = moment.opinion
    apart = [
        clause.id
        for at, clause in enumerate(moment.board.clauses)
        if opinion.stance[at] != opinion.theirs[at]
    ]
    if not apart:
        return None
    clause = moment.stream.one_of(apart)
    return moment.may(why("ask"), "ask", to=moment.opponent, clause=clause)


def vow(moment: Moment) -> Chosen | None:
    """Now and then, a vow on the weightiest clause where it stands today, towards its own end."""
    if not is_open(moment.view, "vow") or not moment.stream.chance(moment.temper.vows):
        return None
    opinion = moment.opinion
    for at in sorted(range(len(moment.board.clauses)), key=lambda at: -opinion.mine.weights[at])[:3]:
        stand, other = opinion.stance[at], opinion.theirs[at]
        side = "not-below" if stand > other else "not-above"
        terms = ((moment.board.clauses[at].id, stand),)
        if stand != other and (chosen := moment.may(why("vow"), "vow", side=side, terms=terms)):
            return chosen
    return None


def poll(moment: Moment) -> Chosen | None:
    """Ask home when the text is nearly whole."""
    left = sum(one != other for one, other in zip(moment.opinion.stance, moment.opinion.theirs, strict=True))
    if left > 3 or moment.stream.below(10_000) >= 2_500:
        return None
    return moment.may(why("poll"), "poll")


def caucus(moment: Moment) -> Chosen | None:
    """A private word with the other party."""
    if not moment.stream.chance(moment.temper.talkative // 3):
        return None
    return moment.may(why("caucus"), "caucus", to=moment.opponent)


def promise(moment: Moment) -> Chosen | None:
    """A promise outside the text, where trust is low."""
    opinion = moment.opinion
    if not moment.stream.chance(moment.temper.talkative // 8):
        return None
    for box in boxes(moment.view, "promise"):
        values = {
            slot.name: value for slot in box.slots if (value := sample(slot, moment.stream)) is not None
        }
        values["to"] = moment.opponent
        others = [seat.id for seat in moment.board.seats if seat.id not in {moment.me, moment.opponent}]
        values["verifier"] = moment.stream.one_of(others) if others else moment.opponent
        values["start"], values["rounds"] = 0, 1
        reason = why("promise", trust=str(opinion.mine.trust[opinion.other] // 100))
        if chosen := moment.may(reason, "promise", **values):
            return chosen
    return None


def done(moment: Moment) -> Chosen | None:
    """Nothing better to do."""
    return moment.may(why("done"), "pass")
