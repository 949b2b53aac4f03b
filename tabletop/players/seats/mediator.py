"""The mediator that plays by itself: convenes, asks, bridges, opens drafting, seldom leans or sweetens."""

from tabletop.game.records.moves import Terms
from tabletop.game.views import SeatView
from tabletop.game.worth.value import complete
from tabletop.players.boxes.boxes import boxes, grid_of, in_grid, is_open
from tabletop.players.boxes.random_stream import Stream
from tabletop.players.ideas.answers import decision, incident, question, request, strike
from tabletop.players.ideas.closing import barred, final, standing, together
from tabletop.players.ideas.guest import answer as answer_guest
from tabletop.players.ideas.guest import wanted
from tabletop.players.ideas.moment import Moment
from tabletop.players.ideas.orders import HABIT, seal
from tabletop.players.ideas.strikes import name_side
from tabletop.players.mind.opinion import Opinion, Shelf
from tabletop.players.mind.public_record import offered, package, packages, proposed, put_in
from tabletop.players.mind.temper import Temper
from tabletop.players.seats.middle_text import Guess
from tabletop.players.seats.outside import align, draft_if_carried
from tabletop.players.seats.party import FALLBACK, Idea
from tabletop.scenario.board.board import Board
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


def convene(moment: Moment) -> Chosen | None:
    """Open the session once nobody else is awaited."""
    me = 1 << moment.view.sight.seat
    if moment.view.sight.talks.awaiting & ~me:
        return None
    return moment.may(why("chair.convene"), "convene")


def invite(moment: Moment) -> Chosen | None:
    """Ask a seat into the room whose consent the text will need."""
    for box in boxes(moment.view, "invite"):
        for slot in box.slots:
            for name in getattr(slot, "ids", ()):
                if not wanted(moment, name):
                    continue
                return moment.may(why("chair.invite"), "invite", to=name)
    return None


def truce(moment: Moment) -> Chosen | None:
    """Put a truce that is agreed in force at once."""
    return moment.may(why("truce.draft"), "draft", instrument="truce")


def people(moment: Moment) -> Chosen | None:
    """When time has gone by and no text is near, carry the clause on people alone."""
    talks = moment.view.sight.talks
    late = moment.opinion.elapsed >= PEOPLE_FROM and talks.sitting >= moment.board.format.sittings
    if not late or together(moment.board, moment.view):
        return None
    return moment.may(why("chair.people"), "draft", instrument="exchange")


def _done_with(moment: Moment) -> bool:
    """Whether the parties stand on one text and home has not refused it: then only others' consent is missing."""
    return together(moment.board, moment.view) and not barred(moment.board, moment.view)


def bridge(moment: Moment) -> Chosen | None:
    """Put the middle text before both parties; after a refusal at home, one that changes two clauses."""
    if not is_open(moment.view, "bridge") or _done_with(moment):
        return None
    grid = next(grid for box in boxes(moment.view, "bridge") if (grid := grid_of(box)) is not None)
    board, text = moment.board, moment.view.sight.text
    guess = Guess(board, moment.view, moment.opinion.tables, moment.stream)
    refused = barred(board, moment.view)
    stood = complete(board, standing(board, moment.view))
    middle = guess.beside(stood) if refused else guess.middle(_start(moment))
    terms: Terms = tuple(
        (clause.id, middle[at])
        for at, clause in enumerate(board.clauses)
        if at not in guess.fixed
        and any(text.positions[party][at] != middle[at] for party in board.parties)
        and grid.masks[at] >> (middle[at] + 1) & 1
    )
    if not in_grid(grid, terms):
        return None
    return moment.may(why("chair.beside" if refused else "chair.bridge"), "bridge", terms=terms)


def _start(moment: Moment) -> tuple[int, ...]:
    """Where the search for a middle text begins: the last bridge with both sides' packages, or half way."""
    board, view = moment.board, moment.view
    before = proposed(board, view)
    if before is None:
        one, other = (offered(board, view, party) for party in board.parties)
        return tuple(
            (here + there + moment.stream.below(2)) // 2 for here, there in zip(one, other, strict=True)
        )
    for party in moment.stream.shuffled(board.parties):
        before = put_in(board, view, before, package(board, view, party))
    return before


def ask(moment: Moment) -> Chosen | None:
    """Ask a party how much a clause matters on which the two stand apart."""
    if not is_open(moment.view, "ask"):
        return None
    board, positions = moment.board, moment.view.sight.text.positions
    one, other = board.parties
    apart = [
        clause.id for at, clause in enumerate(board.clauses) if positions[one][at] != positions[other][at]
    ]
    if not apart:
        return None
    to = board.seats[moment.stream.one_of(board.parties)].id
    return moment.may(why("chair.ask"), "ask", to=to, clause=moment.stream.one_of(apart))


def lean(moment: Moment) -> Chosen | None:
    """Press, now and then and late, on the party that has complained less of the texts: it has room."""
    if moment.opinion.elapsed < LEANS_FROM or not moment.stream.chance(LEANS):
        return None
    board, view = moment.board, moment.view
    to = min(board.parties, key=lambda party: len(packages(board, view, party, unasked=True)))
    return moment.may(why("chair.lean"), "lean", to=board.seats[to].id)


def sweeten(moment: Moment) -> Chosen | None:
    """Tie a payment to a clause of the last bridge for the party that has complained more of the texts."""
    board, view = moment.board, moment.view
    middle = proposed(board, view)
    if middle is None or moment.opinion.elapsed < SWEETENS_FROM or not moment.stream.chance(SWEETENS):
        return None
    party = max(board.parties, key=lambda one: len(packages(board, view, one, unasked=True)))
    opened = view.sight.text.opening[party]
    for at in moment.stream.shuffled([at for at, option in enumerate(middle) if option != opened[at]]):
        terms = ((board.clauses[at].id, middle[at]),)
        chosen = moment.may(why("chair.sweeten"), "sweeten", to=board.seats[party].id, terms=terms)
        if chosen:
            return chosen
    return None


def deadline(moment: Moment) -> Chosen | None:
    """Very seldom, in the second half, name a last round."""
    if moment.opinion.elapsed < 50 or not moment.fresh or not moment.stream.chance(500):
        return None
    nature = "binding" if moment.stream.chance(3_000) else "bluff"
    return moment.may(why("chair.deadline"), "deadline", rounds=2, nature=nature)


def end_talks(moment: Moment) -> Chosen | None:
    """Vote to end when a party has stayed away too long."""
    if not moment.stream.chance(5_000):
        return None
    return moment.may(why("chair.end"), "end-talks")


def done(moment: Moment) -> Chosen | None:
    """Leave the floor to the parties."""
    return moment.may(why("chair.done"), "pass")


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


class Chair:
    """The mediator."""

    __slots__ = ("_shelf", "temper")

    def __init__(self, temper: Temper) -> None:
        self.temper = temper
        self._shelf = Shelf()

    def choose(self, board: Board, view: SeatView, key: str) -> Chosen:
        """The first idea that is open, with its reason."""
        stream = Stream(key)
        scheduled = view.sight.talks.phase == Phase.SCHEDULED
        if scheduled:
            worn = view.sight.figures.patience < WORN
            orders = seal(board, view, WORN_CARE if worn else CARE, stream, "mediating", 0 if worn else HABIT)
            if orders is not None:
                return orders
        moment = Moment(board, view, self.temper, Opinion(board, view, self.temper, self._shelf), stream)
        for idea in (convene, done) if scheduled else (*OWED, *FLOOR):
            chosen = idea(moment)
            if chosen is not None:
                return chosen
        return FALLBACK.choose(board, view, key)
