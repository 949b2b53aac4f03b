"""The consent sheet that a seat outside writes by itself: what leaves it better off, free or at a price (T4.7)."""

from dataclasses import dataclass

from tabletop.game.records.menu import Grid, Pick
from tabletop.game.records.moves import Terms
from tabletop.game.text.sheet_cover import TO_ALL, sealed_sheet
from tabletop.players.choosing.boxes import boxes
from tabletop.players.ideas.turn import Turn, points
from tabletop.players.mind.public_record import Options, stands
from tabletop.scenario.board.consent import NO_PRICE, ConsentRules
from tabletop.table.port import Chosen, why

QUIET_UNTIL = 50
"""Up to which part of the time, hundredths, a sheet with a price is for one seat alone."""


def consent(turn: Turn) -> Chosen | None:
    """Seal what it would rather have in the text that is coming than not; at a price where only that makes it so."""
    rules, me = turn.board.consent, turn.me
    if rules is None or sealed_sheet(turn.view.sight.papers, me) is not None:
        return None
    for box in boxes(turn.view, "consent"):
        grid = next(slot for slot in box.slots if isinstance(slot, Grid))
        prices = next(slot for slot in box.slots if isinstance(slot, Pick) and slot.name == "price")
        draft = best(turn, rules, grid, prices.ids, coming(turn))
        if not draft.terms:
            return None
        free = draft.price == NO_PRICE
        to = friend(turn) if not free and turn.opinion.elapsed < QUIET_UNTIL else TO_ALL
        reason = why("sheet.free" if free else "sheet.price", gain=points(draft.gain))
        return turn.may(reason, "consent", to=to, price=draft.price, terms=draft.terms)
    return None


def coming(turn: Turn) -> Options:
    """The text that may come: where the parties stand together, and elsewhere where the mediator stands."""
    board, view = turn.board, turn.view
    one, other = (stands(board, view, party) for party in board.parties)
    middle = stands(board, view, board.mediator)
    return turn.opinion.final(
        tuple(here if here == there else mid for here, there, mid in zip(one, other, middle, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet it might seal, and what the clauses on it are then worth to it, hundredths of a point."""

    price: str
    terms: Terms
    gain: int


def best(turn: Turn, rules: ConsentRules, grid: Grid, prices: tuple[str, ...], text: Options) -> Draft:
    """A sheet without a price, unless one lets it carry more clauses; of those the price that asks the least."""
    drafts = [
        sheet_at(turn, grid, price, text, asked)
        for price in prices
        if price == NO_PRICE or raised(rules, price, text) != text
        for asked in (raised(rules, price, text),)
    ]
    free = next(draft for draft in drafts if draft.price == NO_PRICE)
    most = max(drafts, key=lambda draft: (len(draft.terms), -draft.gain))
    return most if len(most.terms) > len(free.terms) else free


def raised(rules: ConsentRules, price: str, text: Options) -> Options:
    """The text once a price is met."""
    if price == NO_PRICE:
        return text
    at, least = rules.prices[price]
    return (*text[:at], max(text[at], least), *text[at + 1 :])


def sheet_at(turn: Turn, grid: Grid, price: str, text: Options, asked: Options) -> Draft:
    """What it would rather carry with the price met than see left out with the text as it comes, and the gain."""
    board, opinion = turn.board, turn.opinion
    cells: list[tuple[str, int]] = []
    total = 0
    for at, mask in enumerate(grid.masks):
        if not mask:
            continue
        left = opinion.gain((*text[:at], board.clauses[at].default, *text[at + 1 :]))
        options = [option for option in range(mask.bit_length() - 1) if mask >> option + 1 & 1]
        wanted = [option for option in options if option == text[at]] or options
        gain, option = max((opinion.gain((*asked[:at], one, *asked[at + 1 :])), one) for one in wanted)
        if gain >= left:
            cells.append((board.clauses[at].id, option))
            total += gain - left
    return Draft(price, tuple(cells), total)


def friend(turn: Turn) -> str:
    """The seat it trusts most of those that may ask it in."""
    rules, mine = turn.board.consent, turn.view.sight.mine
    if rules is None or mine is None:
        return TO_ALL
    inviters = [at for at in range(len(turn.board.seats)) if rules.inviters >> at & 1]
    return turn.board.seats[max(inviters, key=lambda at: mine.trust[at])].id
