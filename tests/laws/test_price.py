"""What a preview names is what is charged, for every move of random play (T1.7)."""

from collections.abc import Iterable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.game.core.quantities import all_paths, read, resolve, seat_ids, write
from tabletop.game.core.sight import RECORD_LINES, see
from tabletop.game.decide import decide
from tabletop.game.legality import RULES
from tabletop.game.records import events as e
from tabletop.game.records.moves import Accept
from tabletop.game.records.papers import Offer
from tabletop.game.records.state import State
from tabletop.game.views import Preview, preview
from tabletop.players.choosing.random_stream import Stream
from tabletop.scenario.board.board import Board, board_for
from tabletop.vocabulary import TABLE
from tests.examples import examples
from tests.laws.test_laws import FORMATS, LAW, SEEDS
from tests.laws.walk import Stop, board, dice, samples, walk

Said = tuple[tuple[str, int], ...]

SEALED = {"object", "answer-strike", "answer", "let-go", "refer", "repair", "decide", "initial"}
"""Moves whose price is charged when the table opens the answers."""

PRESS = {"leak", "brief"}
"""Moves whose price is charged when what was sealed appears in the press (T7.10, T7.11)."""

OPENINGS = (e.AnswersOpened, e.DraftFailed, e.IncidentAnswered, e.QuestionAnswered)

MORE = (e.LeakTraced, e.SessionEnded, e.MatchEnded, e.VowBroken)
"""Dice, and what else the rules do when a session or a match ends, are no price."""


def quantities(at: Board, state: State) -> dict[str, int]:
    """Every quantity by its path."""
    return {path.text: read(state, path) for path in all_paths(at)}


def charged(at: Board, state: State, price: Said) -> dict[str, int]:
    """Every quantity once a price is charged, each within its range."""
    for text, change in price:
        path = resolve(text, seat_ids(at))
        assert path is not None, text
        to = max(path.range.least, min(path.range.most, read(state, path) + change))
        state = write(state, path, to)
    return quantities(at, state)


def previewed(at: Board, stop: Stop) -> Said:
    """The price of the move that is made, as its seat is told."""
    place = at.seat_index[stop.seat]
    said = preview(board_for(at, place), see(stop.state, place, at.mediator), stop.move)
    assert isinstance(said, Preview)
    return said.price


def own(paths: dict[str, int], seat: str) -> dict[str, int]:
    """What only the seat's own price touches: its home, and others' trust in it."""
    return {
        text: value
        for text, value in paths.items()
        if text == f"home.audience.{seat}" or (text.startswith("home.trust.") and text.endswith(f".{seat}"))
    }


def with_third(at: Board, stop: Stop) -> bool:
    """Whether a trade was carried that takes in a third seat: how far others harden hangs on their own weights."""
    offer = next((p for p in stop.state.papers if p.id == getattr(stop.move, "paper", 0)), None)
    if not isinstance(stop.move, Accept) or not isinstance(offer, Offer):
        return False
    return not {at.seats[party].id for party in at.parties} <= {offer.by, *offer.to}


def half_known(stop: Stop, price: Said) -> bool:
    """Whether a seat comes back that cannot see whether its condition was met: it lies beyond its record."""
    shift = [event.path for event in stop.events if isinstance(event, e.Shifted)]
    return stop.move.kind == "return" and len(stop.state.record) > RECORD_LINES and len(price) < len(shift)


def happened(events: Iterable[e.Happening], *kinds: type[e.Event]) -> bool:
    return any(isinstance(event, kinds) for event in events)


def compare(at: Board, stop: Stop, price: Said) -> None:
    """No quantity moves but by this price."""
    wanted, found = charged(at, stop.state, price), quantities(at, stop.after)
    if half_known(stop, price):
        wanted, found = ({text: values[text] for text, _ in price} for values in (wanted, found))
    if with_third(at, stop):
        wanted, found = own(wanted, stop.seat), own(found, stop.seat)
    assert found == wanted, stop.move


def opened(stop: Stop, sealed: dict[str, Said], seats: Iterable[str]) -> Said | None:
    """The prices of the answers that the table opens; None when it opens none, or more than prices follow."""
    if not happened(stop.events, *OPENINGS):
        return None
    price = tuple(charge for seat in seats for charge in sealed.pop(seat, ()))
    repaired = any(
        isinstance(event, e.IncidentAnswered) and {how for _, how in event.answers} == {"repair"}
        for event in stop.events
    )
    divided = any(
        isinstance(event, e.QuestionAnswered) and event.question == "snap-back" for event in stop.events
    )
    return None if repaired or divided or happened(stop.events, e.VowBroken) else price


def appeared(at: Board, stop: Stop) -> Said:
    """The prices of what appeared in the press in this step, as its seats were told."""
    price: list[tuple[str, int]] = []
    for event in stop.events:
        if isinstance(event, e.PressOpened):
            place = at.seat_index[event.seat]
            move = stop.state.sealed.press[place]
            assert move is not None
            seen = see(stop.state, place, at.mediator)
            charges = RULES[move.kind].price_of(board_for(at, place), seen, move)
            price += [(charge.path, charge.change) for charge in charges]
    return tuple(price)


def press_alone(stop: Stop) -> bool:
    """Whether nothing but the press moved a quantity in this step."""
    return {event.rule for event in stop.events if isinstance(event, e.Shifted)} <= {"T7.10", "T7.11"}


def others(at: Board, stop: Stop, seed: int, number: int) -> Iterator[Stop]:
    """The same place with other legal moves of the same seat."""
    sight = see(stop.state, at.seat_index[stop.seat], at.mediator)
    for move in samples(at, sight, Stream(f"{seed}/{number}"), 12):
        step = decide(at, stop.state, stop.seat, move, dice(seed))
        yield Stop(stop.state, stop.seat, move, step.events, step.state)


def check(at: Board, seed: int) -> int:
    """Follow a walk; how many prices were compared."""
    compared, sealed = 0, dict[str, Said]()
    for number, stop in enumerate(walk(at, seed)):
        if stop.seat == TABLE:
            due, press = opened(stop, sealed, at.seat_index), appeared(at, stop)
            traced = happened(stop.events, e.LeakTraced)
            if not traced and (due is not None or (press and press_alone(stop))):
                compare(at, stop, (*(due or ()), *press))
                compared += bool(due or press)
            if happened(stop.events, e.BallotsCleared):
                sealed.clear()
            continue
        for one in (stop, *(others(at, stop, seed, number) if number % 9 == 0 else ())):
            price = previewed(at, one)
            if not happened(one.events, *MORE):
                compare(at, one, () if one.move.kind in SEALED | PRESS else price)
                compared += bool(price)
        if stop.move.kind in SEALED:
            sealed[stop.seat] = previewed(at, stop)
    return compared


@settings(LAW, max_examples=examples(4))
@given(SEEDS, FORMATS, st.booleans())
def test_what_is_previewed_is_charged(seed: int, format_id: str, open_sittings: bool) -> None:
    """No quantity moves by a seat's own move but by what its preview named."""
    check(board(format_id, open_sittings=open_sittings), seed)


def test_random_play_pays_many_prices() -> None:
    assert check(board(open_sittings=True), 2) > 30
