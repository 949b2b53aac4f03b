"""The side panels of the table room: conditions and worth, the record, the world outside."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.game.views import Condition, SeatView
from tabletop.terms import Unit
from tabletop.tui.look import MARKS, TONES
from tabletop.words.appraisal import parts
from tabletop.words.labels import Voice, amount, bar, number, percent, points
from tabletop.words.lines import line


class Panel(VerticalScroll):
    """A framed part of a room that scrolls and can have the focus."""

    def __init__(self, title: str, name: str, explains: str, more: str = "") -> None:
        super().__init__(Static("", markup=False), id=name, classes="panel")
        self.border_title, self.border_subtitle = title, more
        self.explains = explains

    def put(self, content: Content) -> None:
        """Show other content."""
        self.query_one(Static).update(content)


def conditions(voice: Voice, view: SeatView, width: int) -> Content:
    """What the draft is worth to the seat, then every public ceasefire condition against the draft.

    Args:
        voice: The seat that looks.
        view: What it sees.
        width: Columns there are; a part that does not fit has its words on a line of their own.
    """
    lines: list[Content] = []
    if view.appraisal is not None:
        found = parts(voice, view.appraisal)
        label = max(len(part.label) for part in found)
        for part in found:
            fits = label + len(part.bar) + len(part.words) + 2 <= width
            between = " " if fits else "\n  "
            lines.append(
                Content.assemble(f"{part.label:<{label}} ", (part.bar, "$accent"), between, part.words)
            )
        lines.append(Content.styled("no deal is the zero line; open clauses count at their defaults", "dim"))
    for state in ("unmet", "met", "unclear"):
        group = [each for each in view.conditions if each.state == state]
        if group:
            lines.append(Content.styled(voice.table[f"condition.{state}"], TONES[state]))
            group.sort(key=lambda each: each.seat != voice.seat)
            lines += [_condition(voice, each) for each in group]
    return Content("\n").join(lines)


def _condition(voice: Voice, condition: Condition) -> Content:
    vow = f" {MARKS['vow']} vow" if condition.vow else ""
    stands = f"{voice.clause(condition.clause)}: {voice.option(condition.clause, condition.option)}"
    return Content.assemble("  ", (voice.who(condition.seat), "bold"), f" · {stands}{vow}")


def record(voice: Voice, view: SeatView, most: int = 60) -> Content:
    """The newest lines of the record first, each with its place and its rule."""
    lines: list[Content] = []
    for entry in reversed(view.sight.record):
        sentence = line(voice, entry.event)
        if not sentence:
            continue
        place = f"{entry.round}.{entry.sitting}" if entry.sitting else f"{entry.round}"
        kind = entry.event.kind
        style = "bold $warning" if kind == "strike-reported" else ""
        lines.append(
            Content.assemble((f"{place:<4} ", "dim"), (sentence, style), (f"  {entry.event.rule}", "dim"))
        )
        if len(lines) == most:
            break
    return Content("\n").join(lines) if lines else Content("Nothing has happened yet. n reads your briefing.")


def outside(voice: Voice, view: SeatView) -> Content:
    """The public figures of the world and the seat's own, each with its word."""
    seen, mine = view.sight.figures, view.sight.mine

    def row(path: str, value: str) -> Content:
        return Content(f"{voice.quantity(path)}: {value}")

    lines = [
        Content.assemble(f"{voice.quantity('alliance.patience')} ", (bar(seen.patience), "$accent"),
                         f" {points(seen.patience, signed=False)}"),
        row("alliance.attention", points(seen.attention, signed=False)),
        row("alliance.cohesion", points(seen.cohesion, signed=False)),
        row("alliance.support", points(seen.support, signed=False)),
        row("war.held", percent(seen.held)),
        row("war.momentum", _signed(seen.momentum)),
        row("war.grid", amount(seen.grid, Unit.MEGAWATT)),
        row("war.dark", number(seen.dark)),
    ]  # fmt: skip
    if mine is not None:
        lines.append(Content.styled("Yours alone", "bold"))
        lines.append(row("home.audience", points(mine.audience)))
        lines.append(row("home.alternative", points(mine.alternative, signed=False)))
        lines += [
            row(f"home.trust.{voice.seat}.{seat.id}", points(mine.trust[at], signed=False))
            for at, seat in enumerate(voice.board.seats)
            if seat.id != voice.seat
        ]
        if mine.capital:
            lines.append(row(f"alliance.capital.{voice.seat}", points(mine.capital, signed=False)))
    return Content("\n").join(lines)


def _signed(share: int) -> str:
    return percent(share) if share <= 0 else f"+{percent(share)}"
