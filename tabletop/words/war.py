"""The war outside as a page: claims as claims with their claimant, own numbers apart, news of one's alternative.

Each estimate has a line of its own: points of two seats are never put on one scale.
"""

from tabletop.game.views import SeatView
from tabletop.game.war import cuts_of, month_of, whole
from tabletop.terms import Unit
from tabletop.words.doubt import estimate_line
from tabletop.words.ground import line_section
from tabletop.words.labels import Voice, amount, capital, number, points
from tabletop.words.section import Section


def war_sections(voice: Voice, view: SeatView) -> tuple[Section, ...]:
    """What the seat alone knows, then losses as claimed, the line, power, support from outside."""
    own = [_news(voice, view), _estimates(voice, view), _own(voice, view)]
    found = [_losses(voice, view), line_section(voice, view), _power(voice, view), _outside(voice, view)]
    return tuple(section for section in (*own, *found) if section.lines)


def _losses(voice: Voice, view: SeatView) -> Section:
    """What each party lost in the last two fortnights, as the other party claims."""
    seen, board = view.sight.figures, voice.board
    lines: list[str] = []
    for seat in board.parties:
        if seat >= len(seen.lost) or not seen.lost[seat]:
            continue
        claimant = next(board.seats[other].id for other in board.parties if other != seat)
        lines.append(
            voice.say(
                "war.losses",
                seat=voice.name(board.seats[seat].id),
                claimant=voice.name(claimant),
                round=number(view.sight.talks.round),
                now=number(seen.lost[seat]),
                before=number(seen.lost_before[seat]),
            )
        )
    if lines:
        lines.append(voice.say("war.losses.note"))
    return Section(voice.say("war.losses.title"), tuple(lines))


def _power(voice: Voice, view: SeatView) -> Section:
    """Supply, the month's demand, cuts a day, homes without power."""
    seen, rules = view.sight.figures, voice.board.war
    lines = [f"{voice.quantity('war.grid')}: {amount(seen.grid, Unit.MEGAWATT)}"]
    if rules is not None:
        month = month_of(rules.calendar, max(0, view.sight.talks.round - 1))
        demand = rules.calendar.demand[month - 1]
        minutes = int(cuts_of(whole(seen.grid), month, rules))
        lines.append(voice.say("war.demand", demand=amount(demand, Unit.MEGAWATT)))
        lines.append(voice.say("war.cuts", hours=f"{minutes / 60:.1f}"))
    lines.append(f"{voice.quantity('war.dark')}: {number(seen.dark)}")
    return Section(voice.say("war.power"), tuple(capital(said) for said in lines))


def _outside(voice: Voice, view: SeatView) -> Section:
    """What the seats outside the fighting still give: patience, attention, cohesion, support."""
    seen = view.sight.figures
    told = (
        ("alliance.patience", seen.patience),
        ("alliance.attention", seen.attention),
        ("alliance.cohesion", seen.cohesion),
        ("alliance.support", seen.support),
        ("alliance.force_step", seen.force_step),
    )
    lines = tuple(capital(f"{voice.quantity(path)}: {points(size, signed=False)}") for path, size in told)
    return Section(voice.say("war.outside"), lines)


def _own(voice: Voice, view: SeatView) -> Section:
    """The seat's own numbers; a seat that has no part in the fighting has none of the field."""
    mine = view.sight.mine
    if mine is None:
        return Section("", ())
    lines: list[str] = []
    if mine.force:
        lines.append(f"{voice.quantity('war.force')}: {number(mine.force)}")
    if mine.joined:
        lines.append(f"{voice.quantity('war.joined')}: {number(mine.joined)}")
    lines.append(f"{voice.quantity('home.audience')}: {points(mine.audience)}")
    if mine.capital:
        lines.append(f"{voice.quantity('alliance.capital')}: {points(mine.capital, signed=False)}")
    return Section(voice.say("war.own"), tuple(capital(said) for said in lines))


def _news(voice: Voice, view: SeatView) -> Section:
    """What moved the seat's alternative, by name and points, the largest first."""
    mine = view.sight.mine
    if mine is None:
        return Section("", ())
    moved = sorted((each for each in mine.news if points(each[1]) != "0.0"), key=lambda each: -abs(each[1]))
    lines = [voice.say("war.alternative", points=points(mine.alternative, signed=False))]
    lines += [capital(f"{voice.table.get(f'news.{name}', name)}: {points(worth)}") for name, worth in moved]
    return Section(voice.say("war.news"), (*lines, voice.say("war.news.note" if moved else "war.news.none")))


def _estimates(voice: Voice, view: SeatView) -> Section:
    """What the seat's services hold of others' alternatives, a line each, low to high."""
    mine = view.sight.mine
    lines = [estimate_line(voice, each) for each in mine.belief] if mine is not None else []
    if lines:
        lines.append(voice.say("war.estimates.note"))
    return Section(voice.say("war.estimates"), tuple(lines))
