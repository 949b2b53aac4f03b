"""The consent sheet that a seat outside writes by itself: what leaves it better off, free or at a price (T4.7)."""

from dataclasses import dataclass

from tabletop.game.records.menu import Grid, Pick
from tabletop.game.records.moves import Terms
from tabletop.game.text.sheet_cover import TO_ALL, sealed_sheet
from tabletop.players.boxes.boxes import boxes
from tabletop.players.ideas.moment import Moment, points
from tabletop.players.mind.public_record import Options, stands
from tabletop.scenario.board.consent import NO_PRICE, ConsentRules
from tabletop.table.port import Chosen, why

QUIET_UNTIL = 50
"""Up to which part of the time, hundredths, a sheet with a price is for one seat alone."""


def consent(moment: Moment) -> Chosen | None:
    """Seal what it would rather have in the text that is coming than not; at a price where only that makes it so."""
    rules, me = moment.board.consent, moment.me
    if rules is None or sealed_sheet(moment.view.sight.papers, me) is not None:
        return None
    for box in boxes(moment.view, "consent"):
        grid = next(slot for slot in box.slots if isinstance(slot, Grid))
        prices = next(slot for slot in box.slots if isinstance(slot, Pick) and slot.name == "price")
        draft = best(moment, rules, grid, prices.ids, coming(moment))
        if not draft.terms:
            return None
        free = draft.price == NO_PRICE
        to = friend(moment) if not free and moment.opinion.elapsed < QUIET_UNTIL else TO_ALL
        reason = why("sheet.free" if free else "sheet.price", gain=points(draft.gain))
        return moment.may(reason, "consent", to=to, price=draft.price, terms=draft.terms)
    return None


def coming(moment: Moment) -> Options:
    """The text that may come: where the parties stand together, and elsewhere where the mediator stands."""
    board, view = moment.board, moment.view
    one, other = (stands(board, view, party) for party in board.parties)
    middle = stands(board, view, board.mediator)
    return moment.opinion.final(
        tuple(here if here == there else mid for here, there, mid in zip(one, other, middle, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet it might seal, and what the clauses on it are then worth to it, hundredths of a point."""

    price: str
    terms: Terms
    gain: int


def best(moment: Moment, rules: ConsentRules, grid: Grid, prices: tuple[str, ...], text: Options) -> Draft:
    """A sheet without a price, unless one lets it carry more clauses; of those the price that asks the least."""
    drafts = [
        carried(moment, grid, price, text, asked)
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


def carried(moment: Moment, grid: Grid, price: str, text: Options, asked: Options) -> Draft:
    """What it would rather carry with the price met than see left out with the text as it comes, and the gain."""
    board, opinion = moment.board, moment.opinion
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


def friend(moment: Moment) -> str:
    """The seat it trusts most of those that may ask it in."""
    rules, mine = moment.board.consent, moment.view.sight.mine
    if rules is None or mine is None:
        return TO_ALL
    inviters = [at for at in range(len(moment.board.seats)) if rules.inviters >> at & 1]
    return moment.board.seats[max(inviters, key=lambda at: mine.trust[at])].id
