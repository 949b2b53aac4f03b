"""Panels that scroll: the record in short, the world outside."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.game.views import SeatView
from tabletop.ui.tui.widgets.figure import figure
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.ui.tui.widgets.record import record_line
from tabletop.vocabulary import Unit
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice, amount, bar, capitalised, number, percent, points
from tabletop.words.sentences.consent_sheets import sheet_lines
from tabletop.words.sentences.record_lines import event_line


class Panel(VerticalScroll):
    """A framed part of a room that scrolls and can have the focus."""

    def __init__(self, title: str, name: str, explains: str, more: str = "") -> None:
        super().__init__(Static("", markup=False), id=name, classes="panel")
        self.border_title, self.border_subtitle = title, more
        self.explains = explains

    def put(self, content: Content) -> None:
        """Show other content."""
        self.query_one(Static).update(content)


def record(voice: Voice, view: SeatView, most: int = 60, *, whole: bool = False) -> Content:
    """The newest lines of the record first, each with its place and its rule."""
    entries = [entry for entry in reversed(view.sight.record) if event_line(voice, entry.event)][:most]
    lines = [record_line(voice, entry, whole=whole) for entry in entries]
    return Indented(lines) if lines else Content(_("Nothing has happened yet. n reads your briefing."))


def outside(voice: Voice, view: SeatView) -> Content:
    """The public figures of the world, the seat's own, sheets for it, then the war by who says so."""
    seen, mine = view.sight.figures, view.sight.mine

    def row(path: str, value: str) -> Content:
        return figure(f"{capitalised(voice.quantity(path))}: {value}", path)

    lines = [
        figure(Content.assemble(f"{capitalised(voice.quantity('alliance.patience'))} ", (bar(seen.patience), "$accent"),
                                f" {points(seen.patience, signed=False)}"), "alliance.patience"),
        row("alliance.attention", points(seen.attention, signed=False)),
        row("alliance.cohesion", points(seen.cohesion, signed=False)),
        row("alliance.support", points(seen.support, signed=False)),
        row("war.held", percent(seen.held)),
        row("war.momentum", _signed(seen.momentum)),
        row("war.grid", amount(seen.grid, Unit.MEGAWATT)),
        row("war.dark", voice.toll(seen.dark)),
    ]  # fmt: skip
    if mine is not None:
        lines.append(Content.styled(_("Yours alone"), "bold"))
        lines.append(row("home.audience", points(mine.audience)))
        lines.append(row("home.alternative", points(mine.alternative, signed=False)))
        lines += [
            row(f"home.trust.{voice.seat}.{seat.id}", points(mine.trust[index], signed=False))
            for index, seat in enumerate(voice.board.seats)
            if seat.id != voice.seat
        ]
        if mine.capital:
            lines.append(row(f"alliance.capital.{voice.seat}", points(mine.capital, signed=False)))
    if sheets := tuple(sheet_lines(voice, view)):
        lines.append(Content.styled(voice.say("sheet.title"), "bold"))
        lines += [Content(said) for said in sheets]
    return Content("\n").join([*lines, *_losses(voice, view)])


def _losses(voice: Voice, view: SeatView) -> list[Content]:
    """Losses, recruits, the aim that was stated and what was launched, each with who says so, at the same size."""
    seen, rules = view.sight.figures, voice.board.war
    if rules is None or voice.lexicon.reduced:
        return []
    seats = voice.board.seats
    attacker, defender = (voice.name(seats[at].id) for at in (rules.attacker, rules.defender))
    lost = {at: number(seen.lost[at]) for at in (rules.attacker, rules.defender)}
    claimed = voice.say("outside.lost", seat=attacker, claimant=defender, now=lost[rules.attacker])
    lines = [
        Content.styled(voice.say("outside.said"), "bold"),
        figure(claimed, f"war.lost.{seats[rules.attacker].id}"),
    ]
    if rules.losses.aim:
        said = voice.say("outside.aim", claimant=defender, aim=number(rules.losses.aim))
        lines.append(figure(said, "war.aim"))
    estimate = voice.say("outside.estimate", seat=defender, now=lost[rules.defender])
    lines.append(figure(estimate, f"war.lost.{seats[rules.defender].id}"))
    if seen.recruits:
        said = voice.say("outside.recruits", seat=attacker, now=number(seen.recruits))
        lines.append(figure(said, "war.recruits"))
    if seen.drones:
        pieces = {"drones": number(seen.drones), "missiles": number(seen.missiles)}
        lines.append(figure(voice.say("outside.air", claimant=defender, **pieces), "war.drones"))
    return lines


def _signed(share: int) -> str:
    return percent(share) if share <= 0 else f"+{percent(share)}"
