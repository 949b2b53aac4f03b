"""One clause: its question, its options in full, who stands where, whose consent each needs."""

from typing import TYPE_CHECKING

from textual.content import Content

from tabletop.game.views import SeatView
from tabletop.tui.labels import lacking
from tabletop.tui.look import MARKS
from tabletop.tui.screens.page import Page
from tabletop.words.labels import Voice, bar
from tabletop.words.text import rows

if TYPE_CHECKING:
    from tabletop.tui.sitting import Sitting


class ClausePage(Page):
    """A clause of the text."""

    def __init__(self, sitting: "Sitting", view: SeatView, clause: str) -> None:
        super().__init__(sitting.voice.clause(clause), clause_content(sitting.voice, view, clause))


def clause_content(voice: Voice, view: SeatView, clause: str) -> Content:
    """The clause in full, with what each option is worth to the reader and to nobody else."""
    at = voice.board.clause_at[clause]
    board = voice.board.clauses[at]
    row = rows(voice, view)[at]
    seat = voice.board.seat_at.get(voice.seat, -1)
    lines: list[Content] = []
    if asked := voice.lexicon.labels.get(f"clause.{clause}.ask", ""):
        lines += [Content(asked), Content("")]
    lines.append(Content.assemble("In the draft: ", (f"{row.label} {row.text}".strip(), "bold"), "\n"))
    for place, option in enumerate(board.options):
        here = [stand for stand in row.stands if stand.option == place]
        who = ", ".join(
            voice.name(stand.seat) + (f" {MARKS['vow']} vow" if stand.vow else "") for stand in here
        )
        lines.append(Content.assemble((voice.option(clause, place), "bold"), f"   {who}" if who else ""))
        if said := voice.option_text(clause, place):
            lines.append(Content(f"   {said}"))
        consent = ", ".join(voice.name(each) for each in voice.masked(board.consent[place]))
        lines.append(Content.styled(f"   consent: {consent}", "dim"))
        if seat >= 0 and option.values[seat] >= 0:
            worth = option.values[seat]
            lines.append(Content.assemble("   to you ", (bar(worth * 100), "$accent"), f" {worth} of 100"))
    if not board.humane and view.sight.mine is not None:
        weight = view.sight.mine.weights[at]
        lines.append(Content(f"\nWeight of this clause to you: {weight // 100} of 100"))
    if board.humane:
        lines.append(Content("\nNo vow, no pressure and no payment on this clause."))
    lines += [
        Content(f"{MARKS['unmet']} {lacking(voice, each)}") for each in view.lint if each.clause == clause
    ]
    return Content("\n").join(lines)
