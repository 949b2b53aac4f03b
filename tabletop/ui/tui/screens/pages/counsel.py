"""The adviser's page: what the draft is worth, what home would say, three moves; Enter composes one of them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.records.moves import Move
from tabletop.table.advice import Advice, Counsel, Suggestion
from tabletop.ui.shared import counsel
from tabletop.ui.shared.fields import picked_of
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.tui.screens.compose.composer import ComposeScreen, begin
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.screens.framed import numbered
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.keys import Hint, back_hint, digits
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.indented import INDENT, Indented, SelectableText
from tabletop.ui.tui.widgets.prose import sections
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import full_stop


class CounselPage(ComposeScreen):
    """Counsel for the seat that looks, on what it sees now."""

    HELP = N_(
        "The adviser knows what you know and nothing more. It says what the draft is worth to you, what your home "
        "would say, and up to three moves worth a thought. Arrows and Enter, or a digit, open one to be composed: "
        "nothing is made before you say so. c turns from adviser to coach to off; a coach says a line after each of "
        "your moves, and this page then begins with it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "close", N_("back to the room"), show=False),
        Binding("c", "turn", N_("off, adviser, coach in turn"), show=False),
        *digits("choose", N_("line {what}"), 3),
    ]

    def __init__(self, seat: SeatSession, maker: MoveMaker) -> None:
        self.seat = seat
        self.advice: Advice | None = None
        super().__init__(maker)

    def heading(self) -> Widget:
        """Whose counsel, and the mode."""
        return Static("", id="title", markup=False)

    def body(self) -> Iterable[Widget]:
        """What stands, the moves."""
        yield VerticalScroll(SelectableText("", markup=False), classes="page standing")
        yield Options(id="advised")

    def hints(self) -> tuple[Hint, ...]:
        """Compose, another mode, back."""
        return (
            Hint("Enter", _("compose"), "screen.done"),
            Hint("c", _("mode"), "screen.turn"),
            back_hint(),
        )

    def on_mount(self) -> None:
        """Ask the adviser, beside the screen."""
        self.show()
        self.query_one("#advised").focus()
        start(self, self._ask, "counsel", alone=True)

    async def _ask(self) -> None:
        """Think only where counsel is wanted."""
        if self.seat.counsel is not Counsel.OFF and self.advice is None:
            self.advice = await self.seat.port.advice()
            self.show(asked=True)

    def show(self, *, asked: bool = False) -> None:
        """What is known so far."""
        voice, view, mode = self.seat.voice, self.seat.view, self.seat.counsel
        self.query_one("#title", Static).update(Content.styled(counsel.title(voice, mode), "bold $accent"))
        moves = self.query_one("#advised", OptionList)
        moves.clear_options()
        page = self.query_one(".standing Static", Static)
        if mode is Counsel.OFF:
            page.update(Content(full_stop(voice.say("counsel.off"))))
            return
        if self.advice is None:
            page.update(Content(full_stop(voice.say("counsel.nobody" if asked else "counsel.thinking"))))
            return
        remark = self.seat.remark if mode is Counsel.COACH else None
        last = () if remark is None else (counsel.remarked(voice, view, remark),)
        page.update(sections((*last, *counsel.standing(voice, self.advice))))
        moves.add_option(Option(Content.styled(voice.say("counsel.moves"), "bold"), disabled=True))
        for number, one in enumerate(self.advice.suggestions, 1):
            change = Content.styled(counsel.changed(voice, one), "dim")
            said = numbered(number, Content.assemble(counsel.suggested(voice, view, one), " ", change))
            moves.add_option(Option(Indented((said,), INDENT), id=f"move{number}"))
        if self.advice.suggestions:
            moves.highlighted = 1
        else:
            moves.add_option(Option(Content(voice.say("counsel.moves.none")), disabled=True))

    @on(OptionList.OptionSelected, "#advised")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(int((event.option.id or "move1").removeprefix("move")))

    def action_choose(self, number: int) -> None:
        """Compose a move by its number."""
        found: tuple[Suggestion, ...] = self.advice.suggestions if self.advice is not None else ()
        if number > len(found) or self.seat.counsel is Counsel.OFF:
            return
        if not self._open_filled(found[number - 1].move):
            self.tell(full_stop(self.seat.voice.say("counsel.stale")))

    def action_done(self) -> None:
        """Compose the move that is marked."""
        self.query_one("#advised", OptionList).action_select()

    def action_turn(self) -> None:
        """The next mode, from now on and in the settings."""
        shell = window(self)
        self.seat.counsel = counsel.following(self.seat.counsel)
        shell.prefer(replace(shell.prefs, counsel=self.seat.counsel.value))
        self.show()
        self.tell(counsel.switched(self.seat.voice, self.seat.counsel))
        start(self, self._ask, "counsel", alone=True)

    def _open_filled(self, move: Move) -> bool:
        """Open the sheet of a move with the move filled in; false when it is not open any more."""
        for box in self.seat.view.legal.boxes:
            filled = picked_of(box, move)
            if filled is not None:
                begin(window(self), self.maker, box, filled)
                return True
        return False
