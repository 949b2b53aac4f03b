"""Making a move: a menu of what is open, a form to fill in, a second step where the rules ask for one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.records.menu import Box, Closed
from tabletop.game.records.moves import Move
from tabletop.ui.shared.fields import Picked, move_of, settled
from tabletop.ui.tui.screens.compose.confirm import Confirm
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.shell.keys import Hint, back_hint, digits
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import Shell, window
from tabletop.ui.tui.widgets.choice import ChoiceRow
from tabletop.ui.tui.widgets.headline import Headline
from tabletop.ui.tui.widgets.indented import Indented, heading
from tabletop.ui.tui.widgets.move_form import MoveForm
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import capitalised
from tabletop.words.sentences.moves import menu_line, settled_words
from tabletop.words.sentences.refusals import refusal_sentence

OTHERS = frozenset({"facilitator-only", "table-only"})
"""Refusals of moves that no seat ever makes: the menu leaves them out."""


class ComposeScreen(FramedScreen):
    """A screen that lies over a room until Esc or a move takes it away."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", N_("back to the room"), show=False)]

    def __init__(self, maker: MoveMaker) -> None:
        self.maker = maker
        super().__init__()

    def heading(self) -> Widget:
        """Where the talks stand, and whose seat this is."""
        return Headline(self.maker.voice, self.maker.source.view)

    def hints(self) -> tuple[Hint, ...]:
        """Go on, back."""
        return (Hint("Enter", _("go on"), "screen.done"), back_hint())


NUMBER = 3
"""Columns of the number before a line of the menu."""


class MoveMenu(ComposeScreen):
    """What can be done now; what cannot stands below it with the reason."""

    HELP = N_("Arrows and Enter, or a digit, choose a move. A line that is not open says why.")
    BINDINGS: ClassVar[list[BindingType]] = [*digits("choose", N_("line {what}"))]

    def __init__(self, maker: MoveMaker, boxes: tuple[Box, ...], closed: tuple[Closed, ...]) -> None:
        self.boxes = boxes
        self.closed = tuple(shut for shut in closed if shut.refusal.code not in OTHERS)
        super().__init__(maker)

    def body(self) -> Iterable[Widget]:
        """What all lines are about, and the list."""
        if common := self._common():
            yield Static(heading(Content.styled(capitalised(common), "bold")), classes="heading")
        yield Options(*self._lines(), id="menu")

    def _common(self) -> str:
        """What all lines are about, such as one offer; it stands above them once."""
        voice, papers = self.maker.voice, self.maker.source.view.sight.papers
        about = {settled_words(voice, box, papers) for box in self.boxes}
        return about.pop() if len(self.boxes) > 1 and len(about) == 1 else ""

    def _lines(self) -> list[Option]:
        voice, papers = self.maker.voice, self.maker.source.view.sight.papers
        words = [menu_line(voice, box, papers) for box in self.boxes]
        if self._common():
            words = [replace(each, settled="") for each in words]
        lines = [
            Option(
                Indented((Content.assemble((f"{number:>2} ", "bold $accent"), each.text),), NUMBER),
                id=f"open{number - 1}",
            )
            for number, each in enumerate(words, 1)
        ]
        if not lines:
            lines.append(Option(Content(_("Nothing is asked of you now.")), id="none"))
        for index, entry in enumerate(self.closed):
            title = voice.say(f"menu.{entry.move}") if f"menu.{entry.move}" in voice.table else entry.move
            lines.append(
                Option(Content.styled(_(" — {move}: not open").format(move=title), "dim"), id=f"shut{index}")
            )
        return lines

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        name = event.option.id or ""
        if name.startswith("open"):
            self._open(int(name.removeprefix("open")))
        elif name.startswith("shut"):
            self.tell(refusal_sentence(self.maker.voice, self.closed[int(name.removeprefix("shut"))].refusal))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        name = event.option.id or ""
        shut = name.startswith("shut")
        entry = self.closed[int(name.removeprefix("shut"))] if shut else None
        self.tell(refusal_sentence(self.maker.voice, entry.refusal) if entry else "")

    def _open(self, index: int) -> None:
        begin(window(self), self.maker, self.boxes[index])

    def action_choose(self, number: int) -> None:
        """Choose a line by its number."""
        if number <= len(self.boxes):
            self._open(number - 1)

    def action_done(self) -> None:
        """Choose the line that is marked."""
        self.query_one(OptionList).action_select()


class Composer(ComposeScreen):
    """One move being made."""

    HELP = N_(
        "Up and down go from row to row, left and right or a digit choose the value, 0 leaves a row out. "
        "The lines below say what the move would do. Enter goes on, Esc goes back and nothing has happened."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "done", N_("go on"), show=False)]

    def __init__(
        self, maker: MoveMaker, box: Box, filled: tuple[Picked, dict[str, str]] | None = None
    ) -> None:
        self.box, self.filled = box, filled
        super().__init__(maker)

    def body(self) -> Iterable[Widget]:
        """What the move is, and the form."""
        voice, view = self.maker.voice, self.maker.source.view
        said = menu_line(voice, self.box, view.sight.papers).text
        yield Static(heading(Content.styled(said, "bold")), classes="heading")
        self.form = MoveForm(voice, self.maker.source, self.box, filled=self.filled)
        yield self.form

    def hints(self) -> tuple[Hint, ...]:
        """Go on, choose where there are rows, back."""
        go_on, *others = super().hints()
        choose = (Hint("← →", _("choose"), "screen.choose"),) if self.form.fields else ()
        return (go_on, *choose, *others)

    def action_choose(self) -> None:
        """The next value of the row that is marked, or was marked last."""
        self.form.action_choose()

    def action_done(self) -> None:
        """Go on with the move."""
        self.form.action_done()

    @on(ChoiceRow.Changed)
    @on(Input.Changed)
    def _chosen(self) -> None:
        """Take away the sentence on what is missing once something is chosen."""
        self.tell("")

    @on(MoveForm.Filled)
    def _filled(self, event: MoveForm.Filled) -> None:
        propose(window(self), self.maker, self.box, event.move)


def begin(
    shell: Shell, maker: MoveMaker, box: Box, filled: tuple[Picked, dict[str, str]] | None = None
) -> None:
    """Compose a move; with nothing to choose, a move of two steps goes straight to the second."""
    made = None if any(slot.only is None for slot in box.slots) else move_of(box, settled(box), {})
    if made is not None and box.steps == 2:
        propose(shell, maker, box, made)
    else:
        shell.push_screen(Composer(maker, box, filled))


def propose(shell: Shell, maker: MoveMaker, box: Box, made: Move) -> None:
    """Make a move, after a second step when its box asks for one."""
    if box.steps == 2:
        shell.push_screen(Confirm(maker, made))
    else:
        maker.make(made)
