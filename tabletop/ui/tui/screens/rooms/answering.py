"""A room in which the seat has something to answer: the matter, and the open answers, one a line."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.records.menu import Box
from tabletop.ui.shared.menu_lines import AnswerLine, menu_lines
from tabletop.ui.tui.screens.compose.composer import begin
from tabletop.ui.tui.screens.framed import numbered
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.keys import Hint, digits
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.indented import INDENT, Indented, SelectableText, heading
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import capitalised
from tabletop.words.sentences.moves import MenuLine


class AnsweringRoom(Room):
    """What all such rooms share; a subclass says what the matter is."""

    HELP = N_("What is put to you stands above, the answers open to you below: arrows and Enter, or a digit.")
    BINDINGS: ClassVar[list[BindingType]] = [*digits("answer", N_("answer {what}"))]

    def body(self) -> Iterable[Widget]:
        """The matter, then the answers."""
        yield VerticalScroll(SelectableText("", markup=False), classes="page")
        yield Static("", classes="heading", markup=False)
        yield Options(id="answers")

    def matter(self) -> Content:
        """What the seat is asked to answer."""
        return Content("")

    def answers(self) -> tuple[Box, ...]:
        """The boxes shown as answers."""
        return tuple(box for box in self.view.legal.boxes if box.move != "undo")

    def lines(self) -> tuple[AnswerLine, ...]:
        """The answers as lines."""
        return menu_lines(self.voice, self.answers(), self.view.sight.papers)

    def show(self) -> None:
        """Fill in the matter and the answers."""
        self.query_one(".page Static", Static).update(self.matter())
        found = self.lines()
        terms, start = shared_words([line.words for line in found])
        texts = [without(line.words, terms, start) for line in found]
        common = f" ({terms})" if terms else ""
        said = (
            (f"{start}{common}:" if start else _("Open to you{common}:").format(common=common))
            if found
            else _("Nothing is asked of you now; others are still to answer.")
        )
        self.query_one(".heading", Static).update(heading(Content(said)))
        lines = [
            Option(Indented((numbered(number, text),), INDENT), id=str(number))
            for number, text in enumerate(texts, 1)
        ]
        answers = self.query_one("#answers", OptionList)
        answers.clear_options()
        answers.add_options(lines)
        answers.display = bool(lines)
        if lines:
            answers.highlighted = 0
            answers.focus()

    def hints(self) -> tuple[Hint, ...]:
        """Choose, the text, the rest."""
        return (
            Hint("Enter", _("choose"), "screen.answer(0)"),
            Hint("t", _("text"), "screen.read('text')"),
            Hint("r", _("record"), "screen.read('record')"),
            Hint("m", _("all moves"), "screen.moves"),
        )

    def action_answer(self, number: int) -> None:
        """Compose an answer by its number; 0 is the one that is marked."""
        lines = self.lines()
        if number == 0:
            number = (self.query_one("#answers", OptionList).highlighted or 0) + 1
        if number <= len(lines):
            begin(window(self), self.maker, lines[number - 1].box)
        else:
            self.tell(_("There is no such answer."))

    @on(OptionList.OptionSelected, "#answers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_answer(int(event.option.id or 0))


def shared_words(lines: list[MenuLine]) -> tuple[str, str]:
    """The terms that all lines have alike, and the name of several lines that differ in what is settled alone."""
    terms, names = {line.terms for line in lines}, {line.name for line in lines}
    named = len(lines) > 1 and len(names) == 1 and all(line.settled for line in lines)
    return terms.pop() if len(terms) == 1 else "", names.pop() if named else ""


def without(line: MenuLine, terms: str, name: str) -> str:
    """A line without the terms and the name that are said above it."""
    left = capitalised(line.settled) if name else line.head
    return left if terms else f"{left} ({line.terms})"
