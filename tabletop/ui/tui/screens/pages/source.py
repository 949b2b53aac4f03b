"""The source key: every figure in play, and where it comes from."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tabletop.game.views import SeatView
from tabletop.ui.tui.screens.pages.sourced_page import SourcedPage
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.shell import Shell
from tabletop.ui.tui.widgets.indented import INDENT, Indented, SelectableText
from tabletop.ui.tui.widgets.sourced_lines import SourcedList
from tabletop.words.figures.in_play import figures_page
from tabletop.words.figures.provenance import SourceCard, source_card
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.section import SourcedLine, SourcedSection
from tabletop.words.language.voice import Voice

FIRST = {
    "outside": "outside",
    "conditions": "draft",
    "text": "draft",
    "Document": "draft",
    "OrdersRoom": "orders",
    "Briefing": "clauses",
    "Composer": "costs",
    "Strike": "theatre",
    "MapPage": "theatre",
    "WarPage": "outside",
}
"""By what has the focus, or by the screen: which figures stand first."""


class Sources(SourcedPage):
    """Figures on one side, where the marked one comes from on the other."""

    HELP = N_(
        "Where figures come from. Arrows go from figure to figure, Enter goes to its card and back, Esc closes. "
        "A card says: date, status, who says so, how sure, who says otherwise, the rule and the entry of the ruleset."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "close", N_("close the page"), show=False),
        Binding("enter", "where", N_("to the card and back"), show=False),
    ]

    def __init__(self, voice: Voice, view: SeatView, figure: str = "", first: str = "outside") -> None:
        self.view, self.figure, self.first = view, figure, first
        self.groups: tuple[SourcedSection, ...] = ()
        super().__init__(voice, "source.title")
        self.reword()

    def reword(self) -> None:
        """Tell the figures in the language that is spoken now; the one that was asked for is among them."""
        voice, view, figure = self.voice, self.view, self.figure
        self.groups = tuple(figures_page(voice, view, self.first))
        known = {line.figure for group in self.groups for line in group.lines}
        if figure and figure not in known:
            line = SourcedLine(source_card(voice, view, figure).title, figure)
            asked = SourcedSection(voice.say("source.asked"), (line,))
            self.groups = (asked, *self.groups)

    def body(self) -> Iterable[Widget]:
        """The list and the card."""
        yield Horizontal(
            SourcedList(self.groups, "figures"),
            VerticalScroll(SelectableText("", markup=False), classes="page provenance"),
            id="sources",
        )

    def hints(self) -> tuple[Hint, ...]:
        """Close, card, help."""
        return (
            Hint("Esc", _("close"), "screen.close"),
            Hint("Enter", _("card"), "screen.where"),
        )

    def on_mount(self) -> None:
        """Begin at the figure that was asked for, or at the first."""
        listed = self.query_one(SourcedList)
        listed.focus()
        listed.action_first()
        listed.go_to(self.figure)

    def action_where(self) -> None:
        """To the card, so that it can be scrolled, and back to the list."""
        page, listed = self.query_one(".provenance"), self.query_one(SourcedList)
        (listed if page.has_focus else page).focus()

    async def show_source(self, figure: str) -> None:
        """The card of the marked figure is shown already: go to it."""
        del figure
        self.query_one(".provenance").focus()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        figure = self.query_one(SourcedList).figure(event.option.id)
        self.query_one(".provenance Static", Static).update(
            card_content(source_card(self.voice, self.view, figure))
        )
        self.query_one(".provenance", VerticalScroll).scroll_home(animate=False)


def card_content(found: SourceCard) -> Content:
    """A card for the screen: the figure, then question by question."""
    lines = [Content.styled(found.title, "bold"), Content("")]
    lines += [Content.assemble((f"{question}: ", "bold $accent"), answer) for question, answer in found.rows]
    return Indented(lines, INDENT)


def show_sources(shell: Shell, voice: Voice, view: SeatView, figure: str = "") -> None:
    """Open the source key over whatever is shown, or close it; a figure that is named comes first."""
    if isinstance(shell.screen, Sources):
        shell.screen.dismiss()
        return
    node = shell.focused or shell.screen
    names = [name for each in (node, *node.ancestors) for name in (each.id or "", type(each).__name__)]
    first = next((FIRST[name] for name in names if name in FIRST), "outside")
    shell.push_screen(Sources(voice, view, figure, first))
