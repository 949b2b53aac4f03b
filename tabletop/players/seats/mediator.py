"""The mediator that plays by itself: convenes, asks, bridges, opens drafting, seldom leans or sweetens."""

from tabletop.game.records.moves import Terms
from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.choosing.boxes import boxes, grid_of, is_open
from tabletop.players.ideas.answers import decision, incident, question, request, strike
from tabletop.players.ideas.closing import final, refused_at_home, standing, together
from tabletop.players.ideas.invitations import answer as answer_guest
from tabletop.players.ideas.invitations import wanted
from tabletop.players.ideas.orders import HABIT, seal
from tabletop.players.ideas.strikes import name_side
from tabletop.players.ideas.turn import Turn
from tabletop.players.mind.public_record import offered, package, packages, proposed, put_in
from tabletop.players.seats.middle_text import MiddleText
from tabletop.players.seats.outside_seat import align, draft_if_carried
from tabletop.players.seats.seat import Idea, Seat
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import Phase

CARE = (("alliance.patience", 60), ("home.trust", 30))
"""What the mediator cares for in its orders."""

WORN = 18_00
"""Under this patience, hundredths of a point, keeping the talks alive comes before everything."""

WORN_CARE = (("alliance.patience", 400),)
"""What the mediator then cares for in its orders."""

LEANS_FROM, LEANS = 50, 800
"""From which part of the time, hundredths, and with what chance a move, the mediator leans on a party."""

SWEETENS_FROM, SWEETENS = 30, 5_000
"""From which part of the time, hundredths, and with what chance a move, it ties a payment to a clause."""

PEOPLE_FROM = 40
"""From which part of the time, hundredths, the clause on people is taken out and carried alone."""


def ordered(turn: Turn) -> Chosen | None:
    """Its orders for the fortnight: when its patience wears thin, whatever keeps the talks alive."""
    worn = turn.view.sight.figures.patience < WORN
    care, habit = (WORN_CARE, 0) if worn else (CARE, HABIT)
    return seal(turn.board, turn.view, care, turn.stream, "mediating", habit)


def convene(turn: Turn) -> Chosen | None:
    """Open the session once nobody else is awaited."""
    me = 1 << turn.view.sight.seat
    if turn.view.sight.talks.awaiting & ~me:
        return None
    return turn.may(why("chair.convene"), "convene")


def invite(turn: Turn) -> Chosen | None:
    """Ask a seat into the room whose consent the text will need."""
    for box in boxes(turn.view, "invite"):
        for slot in box.slots:
            for name in getattr(slot, "ids", ()):
                if not wanted(turn, name):
                    continue
                return turn.may(why("chair.invite"), "invite", to=name)
    return None


def truce(turn: Turn) -> Chosen | None:
    """Put a truce that is agreed in force at once."""
    return turn.may(why("truce.draft"), "draft", instrument="truce")


def people(turn: Turn) -> Chosen | None:
    """When time has gone by and no text is near, carry the clause on people alone."""
    talks = turn.view.sight.talks
    late = turn.opinion.elapsed >= PEOPLE_FROM and talks.sitting >= turn.board.format.sittings
    if not late or together(turn.board, turn.view):
        return None
    return turn.may(why("chair.people"), "draft", instrument="exchange")


def _done_with(turn: Turn) -> bool:
    """Whether the parties stand on one text and home has not refused it: then only others' consent is missing."""
    return together(turn.board, turn.view) and not refused_at_home(turn.board, turn.view)


def bridge(turn: Turn) -> Chosen | None:
    """Put the middle text before both parties; after a refusal at home, one that changes two clauses."""
    if not is_open(turn.view, "bridge") or _done_with(turn):
        return None
    grid = next(grid for box in boxes(turn.view, "bridge") if (grid := grid_of(box)) is not None)
    board, text = turn.board, turn.view.sight.text
    middle_text = MiddleText(board, turn.view, turn.opinion.tables, turn.stream)
    refused = refused_at_home(board, turn.view)
    stood = complete(board, standing(board, turn.view))
    middle = middle_text.with_two_changes(stood) if refused else middle_text.middle(_start(turn))
    terms: Terms = tuple(
        (clause.id, middle[at])
        for at, clause in enumerate(board.clauses)
        if at not in middle_text.fixed
        and any(text.positions[party][at] != middle[at] for party in board.parties)
        and grid.masks[at] >> (middle[at] + 1) & 1
    )
    if grid.misfit(terms):
        return None
    return turn.may(why("chair.beside" if refused else "chair.bridge"), "bridge", terms=terms)


def _start(turn: Turn) -> tuple[int, ...]:
    """Where the search for a middle text begins: the last bridge with both sides' packages, or half way."""
    board, view = turn.board, turn.view
    before = proposed(board, view)
    if before is None:
        one, other = (offered(board, view, party) for party in board.parties)
        return tuple(
            (here + there + turn.stream.below(2)) // 2 for here, there in zip(one, other, strict=True)
        )
    for party in turn.stream.shuffled(board.parties):
        before = put_in(board, view, before, package(board, view, party))
    return before


def ask(turn: Turn) -> Chosen | None:
    """Ask a party how much a clause matters on which the two stand apart."""
    if not is_open(turn.view, "ask"):
        return None
    board, positions = turn.board, turn.view.sight.text.positions
    one, other = board.parties
    apart = [
        clause.id for at, clause in enumerate(board.clauses) if positions[one][at] != positions[other][at]
    ]
    if not apart:
        return None
    to = board.seats[turn.stream.one_of(board.parties)].id
    return turn.may(why("chair.ask"), "ask", to=to, clause=turn.stream.one_of(apart))


def lean(turn: Turn) -> Chosen | None:
    """Press, now and then and late, on the party that has complained less of the texts: it has room."""
    if turn.opinion.elapsed < LEANS_FROM or not turn.stream.chance(LEANS):
        return None
    board, view = turn.board, turn.view
    to = min(board.parties, key=lambda party: len(packages(board, view, party, unasked=True)))
    return turn.may(why("chair.lean"), "lean", to=board.seats[to].id)


def sweeten(turn: Turn) -> Chosen | None:
    """Tie a payment to a clause of the last bridge for the party that has complained more of the texts."""
    board, view = turn.board, turn.view
    middle = proposed(board, view)
    if middle is None or turn.opinion.elapsed < SWEETENS_FROM or not turn.stream.chance(SWEETENS):
        return None
    party = max(board.parties, key=lambda one: len(packages(board, view, one, unasked=True)))
    opened = view.sight.text.opening[party]
    for at in turn.stream.shuffled([at for at, option in enumerate(middle) if option != opened[at]]):
        terms = ((board.clauses[at].id, middle[at]),)
        chosen = turn.may(why("chair.sweeten"), "sweeten", to=board.seats[party].id, terms=terms)
        if chosen:
            return chosen
    return None


def deadline(turn: Turn) -> Chosen | None:
    """Very seldom, in the second half, name a last round."""
    if turn.opinion.elapsed < 50 or not turn.fresh or not turn.stream.chance(500):
        return None
    nature = "binding" if turn.stream.chance(3_000) else "bluff"
    return turn.may(why("chair.deadline"), "deadline", rounds=2, nature=nature)


def end_talks(turn: Turn) -> Chosen | None:
    """Vote to end when a party has stayed away too long."""
    if not turn.stream.chance(5_000):
        return None
    return turn.may(why("chair.end"), "end-talks")


def done(turn: Turn) -> Chosen | None:
    """Leave the floor to the parties."""
    return turn.may(why("chair.done"), "pass")


OWED: tuple[Idea, ...] = (strike, draft_if_carried, question, answer_guest, decision, incident)
FLOOR: tuple[Idea, ...] = (
    name_side,
    request,
    final,
    truce,
    align,
    invite,
    ask,
    bridge,
    people,
    lean,
    sweeten,
    deadline,
    end_talks,
    done,
)


class Mediator(Seat):
    """The mediator."""

    __slots__ = ()

    def ideas(self, view: SeatView) -> tuple[Idea, ...]:
        """What it may want to do now, in this order."""
        scheduled = view.sight.talks.phase == Phase.SCHEDULED
        return (ordered, convene, done) if scheduled else (*OWED, *FLOOR)
