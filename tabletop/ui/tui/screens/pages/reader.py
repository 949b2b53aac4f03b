"""What can be read over a room: text, record, briefing, ledger, theatre, war."""

from collections.abc import Callable
from functools import partial

from textual.content import Content

from tabletop.game.views import SeatView
from tabletop.ui.shared.rulebook import rulebook
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.tui.screens.pages.document import Document
from tabletop.ui.tui.screens.pages.map import MapPage
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.screens.pages.war import WarPage
from tabletop.ui.tui.shell.shell import Shell
from tabletop.ui.tui.widgets.figure import figure
from tabletop.ui.tui.widgets.panels import record
from tabletop.ui.tui.widgets.prose import prose, sections
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.section import text_sections
from tabletop.words.language.voice import Voice, decimal
from tabletop.words.pages.ledger import ledger_page
from tabletop.words.pages.theatre import theatre_page
from tabletop.words.pages.war import war_page

HOW_TO = N_("""Each round has three parts. Seal your orders for the fortnight. Sit at the table and
bargain over the text, clause by clause. Then the fortnight passes, and the war with it.

A clause is agreed when every seat whose consent it needs stands on the same option at the end of a
sitting. Agreed clauses are initialled at the drafting table. A text on the ground or on all domains is a
final text: nothing of it is agreed until everything is. Less than that is an interim text.

When a final text is initialled, home decides. If home carries it, the text enters into force and lives on
month by month; what was left out of it is what gives way. What counts is a text that holds, not a signature.
Two matches in three end without a text in force. That is the commonest case, not a failure.

What a text is worth to you stands in four parts: if it holds, will it hold, would home carry it, and the
gain over no deal. No deal is always the zero line. Another seat's numbers are never yours to see; asking,
offering and listening are how you learn what matters to them.

Keys: the footer names the moves that are open. m lists all of them, and says why the others are not.
u takes back your last step as far as nothing was revealed. t reads the text and what it lacks, r the
record, n your briefing. f shows the theatre, y the war outside and what moved your alternative, g the ledger
of promises, vows, papers and claims. z shows where any figure comes from. F1 explains what has the focus,
? lists every key, Ctrl+P finds every action by name. F10 leaves to the home screen; a match is saved after
every move.""")


class Learn(Page):
    """How to play, then the rules."""

    def __init__(self) -> None:
        rules = rulebook()

        super().__init__(lambda: (_("How to play"), prose(f"{_(HOW_TO)}\n\n{rules}")))


def read(shell: Shell, seat: SeatSession, view: SeatView, what: str) -> None:
    """Open a page over the room."""
    match what:
        case "text":
            shell.push_screen(Document(seat.voice, view, seat.port.past, seat.port.notes))
        case "ground":
            shell.push_screen(MapPage(seat.voice, view))
        case "war":
            shell.push_screen(WarPage(seat.voice, view, seat.port.past))
        case _:
            shell.push_screen(page_of(seat.voice, view, what))


def page_of(voice: Voice, view: SeatView, what: str) -> Page:
    """A page of the list, for one reader."""
    title, content = PAGES[what]
    return Page(lambda: (_(title), content(voice, view)))


def briefing(voice: Voice, view: SeatView) -> Content:
    """General and confidential instructions, the seat's own numbers, the legal baseline."""
    texts = voice.lexicon.texts
    lines: list[Content] = []
    for title, name in (
        (_("For everybody"), "general"),
        (_("For you alone: {seat}").format(seat=voice.name(voice.seat)), f"confidential.{voice.seat}"),
    ):
        if texts.get(name):
            lines += [Content.styled(title, "bold $accent"), prose(texts[name]), Content("")]
    lines += [
        Content.styled(_("Your numbers in this match"), "bold $accent"),
        *numbers(voice, view),
        Content(""),
    ]
    for title, name in ((_("The legal baseline"), "baseline"), (_("What is assumed"), "assumptions")):
        if texts.get(name):
            lines += [Content.styled(title, "bold $accent"), prose(texts[name]), Content("")]
    return Content("\n").join(lines)


def numbers(voice: Voice, view: SeatView) -> list[Content]:
    """The seat's weights and alternative, in words and bars; nobody else's."""
    mine = view.sight.mine
    if mine is None:
        return [Content(_("An onlooker has none."))]
    order = sorted(range(len(voice.board.clauses)), key=lambda index: -mine.weights[index])
    lines = [
        Content(
            _("Your alternative, without a text: {n} of 100, on your own scale").format(
                n=decimal(mine.alternative / 100)
            )
        )
    ]
    for index in order:
        weight = mine.weights[index] / 100
        filled = "▇" * max(1, round(weight)) if weight else "▁"
        clause = voice.board.clauses[index].id
        lines.append(figure(f"{voice.clause(clause):<28} {decimal(weight):>4} {filled}", f"weight.{clause}"))
    return lines


PAGES: dict[str, tuple[str, Callable[[Voice, SeatView], Content]]] = {
    "record": (N_("The record"), partial(record, whole=True)),
    "brief": (N_("Your briefing"), briefing),
    "ledger": (
        N_("The ledger: promises, vows, papers, claims"),
        lambda voice, view: sections(ledger_page(voice, view)),
    ),
    "ground": (
        N_("The theatre: held, contested, claimed"),
        lambda voice, view: sections(text_sections(theatre_page(voice, view))),
    ),
    "war": (N_("The war outside"), lambda voice, view: sections(text_sections(war_page(voice, view)))),
}
"""What can be read: its title and its content."""
