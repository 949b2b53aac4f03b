"""The war outside as a page: claims as claims with their claimant, own numbers apart, news of one's alternative.

Each estimate has a line of its own: points of two seats are never put on one scale.
"""

from tabletop.game.records.events import OrdersTold
from tabletop.game.views import SeatView
from tabletop.game.war.model import cuts_of, month_of, whole
from tabletop.vocabulary import Unit
from tabletop.words.language.section import SourcedLine, SourcedSection
from tabletop.words.language.voice import Voice, amount, capitalised, decimal, number, points
from tabletop.words.pages.doubt import estimate_line
from tabletop.words.pages.theatre import line_group
from tabletop.words.sentences.fillings import orders_did

OUTSIDE = ("patience", "attention", "cohesion", "support", "force_step")
"""What the seats outside the fighting still give, as figures of the alliance."""


def war_page(voice: Voice, view: SeatView) -> tuple[SourcedSection, ...]:
    """What the seat alone knows, then losses as claimed, the line, power, support from outside."""
    own = [
        news_group(voice, view),
        orders_group(voice, view),
        estimates_group(voice, view),
        own_group(voice, view),
    ]
    found = [
        losses_group(voice, view),
        line_group(voice, view),
        power_group(voice, view),
        outside_group(voice, view),
    ]
    return tuple(group for group in (*own, *found) if group.lines)


def losses_group(voice: Voice, view: SeatView) -> SourcedSection:
    """Losses and recruits of the last fortnights by who says so, and the aim that was stated, at the same size."""
    seen, board, this_round = view.sight.figures, voice.board, number(view.sight.talks.round)
    lines: list[SourcedLine] = []
    for seat in board.parties:
        if seat >= len(seen.lost) or not seen.lost[seat]:
            continue
        told = voice.say(
            "war.losses" if is_claimed(voice, seat) else "war.losses.estimate",
            seat=voice.name(board.seats[seat].id),
            claimant=claimant(voice, seat),
            round=this_round,
            now=number(seen.lost[seat]),
            before=number(seen.lost_before[seat]),
        )
        lines.append(SourcedLine(told, f"war.lost.{board.seats[seat].id}"))
    rules = board.war
    if rules is not None and lines:
        attacker = voice.name(board.seats[rules.attacker].id)
        if seen.recruits:
            told = voice.say("war.recruits", seat=attacker, round=this_round, now=number(seen.recruits))
            lines.append(SourcedLine(capitalised(told), "war.recruits"))
        if rules.losses.aim:
            told = voice.say(
                "war.aim",
                seat=attacker,
                claimant=claimant(voice, rules.attacker),
                round=this_round,
                aim=number(rules.losses.aim),
                month=number(seen.lost[rules.attacker] + seen.lost_before[rules.attacker]),
            )
            lines.append(SourcedLine(capitalised(told), "war.aim"))
        if seen.over:
            told = voice.say("war.over", round=this_round, n=number(seen.over))
            lines.append(SourcedLine(capitalised(told), "war.over"))
    if lines:
        lines.append(SourcedLine(voice.say("war.losses.note")))
    return SourcedSection(voice.say("war.losses.title"), tuple(lines))


def is_claimed(voice: Voice, seat: int) -> bool:
    """Whether the losses of a party are claimed by the other; those of the defender are the game's estimate."""
    return voice.board.war is None or seat != voice.board.war.defender


def claimant(voice: Voice, seat: int) -> str:
    """Who claims the losses of a party: the other one."""
    board = voice.board
    return voice.name(next(board.seats[other].id for other in board.parties if other != seat))


def demand_of(voice: Voice, view: SeatView) -> int:
    """What the month asks of the grid, MW; 0 for a scenario without the war of a fortnight."""
    rules = voice.board.war
    if rules is None:
        return 0
    return rules.calendar.demand[month_of(rules.calendar, max(0, view.sight.talks.round - 1)) - 1]


def cuts_hours(voice: Voice, view: SeatView) -> float:
    """Cuts of power, hours a day."""
    rules = voice.board.war
    if rules is None:
        return 0.0
    month = month_of(rules.calendar, max(0, view.sight.talks.round - 1))
    return int(cuts_of(whole(view.sight.figures.grid), month, rules)) / 60


def power_group(voice: Voice, view: SeatView) -> SourcedSection:
    """Supply, the month's demand, cuts a day, homes without power."""
    seen = view.sight.figures
    lines = [("war.grid", f"{voice.quantity('war.grid')}: {amount(seen.grid, Unit.MEGAWATT)}")]
    if voice.board.war is not None:
        demand = amount(demand_of(voice, view), Unit.MEGAWATT)
        lines.append(("war.demand", voice.say("war.demand", demand=demand)))
        lines.append(("war.cuts", voice.say("war.cuts", hours=decimal(cuts_hours(voice, view)))))
    lines.append(("war.dark", f"{voice.quantity('war.dark')}: {voice.toll(seen.dark)}"))
    if voice.board.war is not None and seen.drones:
        pieces = voice.say(
            "war.air.pieces",
            claimant=claimant(voice, voice.board.war.attacker),
            drones=number(seen.drones),
            missiles=number(seen.missiles),
        )
        lines.append(("war.drones", pieces))
    return _group(voice, "war.power", lines)


def outside_group(voice: Voice, view: SeatView) -> SourcedSection:
    """What the seats outside the fighting still give: patience, attention, cohesion, support."""
    seen = view.sight.figures
    sizes = (seen.patience, seen.attention, seen.cohesion, seen.support, seen.force_step)
    paths = [f"alliance.{name}" for name in OUTSIDE]
    lines = [
        (path, f"{voice.quantity(path)}: {points(size, signed=False)}")
        for path, size in zip(paths, sizes, strict=True)
    ]
    return _group(voice, "war.outside", lines)


def own_group(voice: Voice, view: SeatView) -> SourcedSection:
    """The seat's own numbers; a seat that has no part in the fighting has none of the field."""
    mine = view.sight.mine
    if mine is None:
        return SourcedSection("", ())
    lines: list[tuple[str, str]] = []
    if mine.force:
        force = f"war.force.{voice.board.seats[view.sight.seat].id}"
        lines.append((force, f"{voice.quantity('war.force')}: {number(mine.force)}"))
    if mine.joined:
        lines.append(("war.joined", f"{voice.quantity('war.joined')}: {number(mine.joined)}"))
    lines.append(("home.audience", f"{voice.quantity('home.audience')}: {points(mine.audience)}"))
    if mine.capital:
        capital_ = points(mine.capital, signed=False)
        lines.append(("alliance.capital", f"{voice.quantity('alliance.capital')}: {capital_}"))
    return _group(voice, "war.own", lines)


def news_group(voice: Voice, view: SeatView) -> SourcedSection:
    """What moved the seat's alternative, by name and points, the largest first."""
    mine = view.sight.mine
    if mine is None:
        return SourcedSection("", ())
    moved = sorted((each for each in mine.news if points(each[1]) != "0.0"), key=lambda each: -abs(each[1]))
    now = voice.say("war.alternative", points=points(mine.alternative, signed=False))
    lines = [
        SourcedLine(now, "home.alternative"),
        *(
            SourcedLine(
                capitalised(f"{voice.table.get(f'news.{name}', name)}: {points(worth)}"), f"news.{name}"
            )
            for name, worth in moved
        ),
        SourcedLine(voice.say("war.news.note" if moved else "war.news.none")),
    ]
    return SourcedSection(voice.say("war.news"), tuple(lines))


def orders_group(voice: Voice, view: SeatView) -> SourcedSection:
    """W2.10: what the seat's orders did in the last fortnight, told to it alone."""
    told = next(
        (
            each.event
            for each in reversed(view.sight.record)
            if isinstance(each.event, OrdersTold) and each.event.seat == voice.seat
        ),
        None,
    )
    lines = orders_did(voice, told.did) if told is not None else ()
    return _group(voice, "war.did", [(f"order.did.{name}", line) for name, line in lines])


def estimates_group(voice: Voice, view: SeatView) -> SourcedSection:
    """What the seat's services hold of others' alternatives, a line each, low to high."""
    mine = view.sight.mine
    seats = voice.board.seats
    lines = [
        SourcedLine(estimate_line(voice, each), f"estimate.{seats[each.about].id}")
        for each in (mine.belief if mine is not None else ())
    ]
    if lines:
        lines.append(SourcedLine(voice.say("war.estimates.note")))
    return SourcedSection(voice.say("war.estimates"), tuple(lines))


def _group(voice: Voice, title: str, lines: list[tuple[str, str]]) -> SourcedSection:
    return SourcedSection(
        voice.say(title), tuple(SourcedLine(capitalised(said), figure) for figure, said in lines)
    )
