"""The mediator that plays by itself: convenes, asks, bridges, opens drafting, seldom leans or sweetens."""

from tabletop.game.events import DraftFailed, PositionTaken
from tabletop.game.moves import Terms
from tabletop.game.views import SeatView
from tabletop.players.answers import decision, draft, incident, question, request, strike
from tabletop.players.base import boxes, grid_of, in_grid, is_open
from tabletop.players.guess import Guess
from tabletop.players.moment import Moment
from tabletop.players.opinion import Opinion, Shelf
from tabletop.players.orders import seal
from tabletop.players.outside import align
from tabletop.players.party import FALLBACK, Idea
from tabletop.players.public import offered, package, proposed, put_in
from tabletop.players.stream import Stream
from tabletop.players.temper import Temper
from tabletop.scenario.board import Board
from tabletop.table.port import Chosen
from tabletop.terms import Phase

CARE = (("alliance.patience", 60), ("alliance.attention", 40), ("alliance.capital", 40), ("home.trust", 20))
"""What the mediator cares for in its orders."""

OPEN_ROWS = 1
"""How many clauses may be open when the mediator opens drafting of a final text: those where silence is near."""


PEOPLE_FROM = 100
"""From which part of the time, hundredths, the clause on people is taken out and carried alone."""


def convene(moment: Moment) -> Chosen | None:
    """Open the session once nobody else is awaited."""
    me = 1 << moment.view.sight.seat
    if moment.view.sight.talks.awaiting & ~me:
        return None
    return moment.may("The orders are in; the session can open.", "convene")


def invite(moment: Moment) -> Chosen | None:
    """Ask a seat into the room whose consent the text will need."""
    for box in boxes(moment.view, "invite"):
        for slot in box.slots:
            for name in getattr(slot, "ids", ()):
                return moment.may("The text will need their consent; better in the room.", "invite", to=name)
    return None


def open_drafting(moment: Moment) -> Chosen | None:
    """Open the drafting table when there is something to initial."""
    if not is_open(moment.view, "draft"):
        return None
    board, view = moment.board, moment.view
    if (
        _whole(board, view)
        and not _just_failed(view)
        and (chosen := moment.may("The text is whole enough to initial.", "draft", instrument="final"))
    ):
        return chosen
    if chosen := moment.may("A truce is agreed; it can be in force at once.", "draft", instrument="truce"):
        return chosen
    return None


def people(moment: Moment) -> Chosen | None:
    """When time runs out and no text is near, carry the clause on people alone."""
    talks = moment.view.sight.talks
    if moment.opinion.elapsed < PEOPLE_FROM or talks.sitting < moment.board.format.sittings:
        return None
    return moment.may("No text is near, and people should not wait for it.", "draft", instrument="exchange")


def _whole(board: Board, view: SeatView) -> bool:
    """Whether a final text lacks at most a clause on which the parties stand near its default."""
    left = [at for at, option in enumerate(view.draft) if option < 0 and board.clauses[at].annexed < 0]
    positions = view.sight.text.positions
    near = all(
        abs(positions[party][at] - board.clauses[at].default) <= 1 for at in left for party in board.parties
    )
    return len(left) <= OPEN_ROWS and near


def _together(board: Board, view: SeatView) -> bool:
    """Whether the parties already stand on one final text, so that only others' consent is missing."""
    text = view.sight.text
    one, other = (text.positions[party] for party in board.parties)
    open_rows = [at for at, option in enumerate(view.draft) if option < 0]
    return all(
        one[at] == other[at] for at in open_rows if board.clauses[at].consent[one[at]] >> board.parties[0] & 1
    )


def _just_failed(view: SeatView) -> bool:
    """Whether a final draft failed in this round and nobody has moved since."""
    for line in reversed(view.sight.record):
        if line.round != view.sight.talks.round or isinstance(line.event, PositionTaken):
            return False
        if isinstance(line.event, DraftFailed) and line.event.instrument == "final":
            return True
    return False


def bridge(moment: Moment) -> Chosen | None:
    """Put the middle text before both parties."""
    if not is_open(moment.view, "bridge") or _together(moment.board, moment.view):
        return None
    grid = next(grid for box in boxes(moment.view, "bridge") if (grid := grid_of(box)) is not None)
    board, text = moment.board, moment.view.sight.text
    guess = Guess(board, moment.view, moment.stream)
    one, other = board.parties
    words = zip(offered(board, moment.view, one), offered(board, moment.view, other), strict=True)
    start = tuple((here + there + moment.stream.below(2)) // 2 for here, there in words)
    before = proposed(board, moment.view)
    if before is not None:
        for party in moment.stream.shuffled(board.parties):
            before = put_in(board, moment.view, before, package(board, moment.view, party))
        start = before
    middle = guess.middle(start)
    terms: Terms = tuple(
        (clause.id, middle[at])
        for at, clause in enumerate(board.clauses)
        if at not in guess.fixed
        and any(text.positions[party][at] != middle[at] for party in board.parties)
        and grid.masks[at] >> (middle[at] + 1) & 1
    )
    if not in_grid(grid, terms):
        return None
    return moment.may("A middle text that should leave both better off than no deal.", "bridge", terms=terms)


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
    return moment.may("Bridges need to know what matters.", "ask", to=to, clause=moment.stream.one_of(apart))


def lean(moment: Moment) -> Chosen | None:
    """Press, now and then and late, on the party that has stood still longer."""
    board, text = moment.board, moment.view.sight.text
    if moment.opinion.elapsed < 40 or not moment.fresh or not moment.stream.chance(1_500):
        return None
    to = max(board.parties, key=lambda party: text.still[party])
    return moment.may("They have not moved; it may take a push.", "lean", to=board.seats[to].id)


def sweeten(moment: Moment) -> Chosen | None:
    """Tie a payment to a clause where a party is asked to move far."""
    if moment.opinion.elapsed < 30 or not moment.stream.chance(600):
        return None
    board, positions = moment.board, moment.view.sight.text.positions
    party = moment.stream.one_of(board.parties)
    other = next(seat for seat in board.parties if seat != party)
    for box in boxes(moment.view, "sweeten"):
        grid = grid_of(box)
        for clause in moment.stream.shuffled(grid.clauses if grid else ()):
            at = board.clause_at[clause]
            terms = ((clause, positions[other][at]),)
            if positions[party][at] != positions[other][at] and (
                chosen := moment.may(
                    "A payment may make the move easier.", "sweeten", to=board.seats[party].id, terms=terms
                )
            ):
                return chosen
    return None


def deadline(moment: Moment) -> Chosen | None:
    """Very seldom, in the second half, name a last round."""
    if moment.opinion.elapsed < 50 or not moment.fresh or not moment.stream.chance(500):
        return None
    nature = "binding" if moment.stream.chance(3_000) else "bluff"
    return moment.may("Time has to cost something.", "deadline", rounds=2, nature=nature)


def end_talks(moment: Moment) -> Chosen | None:
    """Vote to end when a party has stayed away too long."""
    if not moment.stream.chance(5_000):
        return None
    return moment.may("Nobody is left to talk to.", "end-talks")


def done(moment: Moment) -> Chosen | None:
    """Leave the floor to the parties."""
    return moment.may("The parties have the floor.", "pass")


OWED: tuple[Idea, ...] = (strike, draft, question, decision, incident)
FLOOR: tuple[Idea, ...] = (
    request,
    open_drafting,
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
        if scheduled and (orders := seal(board, view, CARE, stream, "mediating")) is not None:
            return orders
        moment = Moment(board, view, self.temper, Opinion(board, view, self.temper, self._shelf), stream)
        for idea in (convene, done) if scheduled else (*OWED, *FLOOR):
            chosen = idea(moment)
            if chosen is not None:
                return chosen
        return FALLBACK.choose(board, view, key)
