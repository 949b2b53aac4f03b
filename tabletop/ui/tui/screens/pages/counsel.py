"""The adviser's page: what the draft is worth, what home would say, three moves; Enter composes one of them."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.records.moves import Move
from tabletop.table.advice import Advice, Counsel, Suggestion
from tabletop.ui.shared import counsel
from tabletop.ui.shared.fields import picked_of
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.tui.screens.compose.composer import ComposeScreen, begin
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.hanging import SET_IN, Hanging, Reading
from tabletop.ui.tui.widgets.hints import Hints
from tabletop.ui.tui.widgets.notice import Notice
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
        Binding("f4", "back", N_("back to the room"), show=False),
        Binding("c", "turn", N_("off, adviser, coach in turn"), show=False),
        *(
            Binding(str(at), f"choose({at})", about(N_("line {what}"), str(at)), show=False)
            for at in range(1, 4)
        ),
    ]

    def __init__(self, seat: SeatSession, maker: MoveMaker) -> None:
        self.seat = seat
        self.advice: Advice | None = None
        super().__init__(maker)

    def compose(self) -> ComposeResult:
        """Whose counsel, what stands, the moves, the footer."""
        yield Static("", id="title", markup=False)
        with VerticalScroll(classes="page standing"):
            yield Reading("", markup=False)
        yield OptionList(id="advised")
        yield Notice()
        yield Hints((
            Hint("Enter", _("compose"), "screen.done"),
            Hint("c", _("mode"), "screen.turn"),
            Hint("Esc", _("back"), "screen.back"),
            Hint("F1", _("help"), "app.explain"),
            Hint("?", _("keys"), "app.keys"),
        ))  # fmt: skip

    def on_mount(self) -> None:
        """Ask the adviser, beside the screen."""
        self.show()
        self.query_one("#advised").focus()
        self.run_worker(self._ask(), group="counsel", exclusive=True)

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
        for at, one in enumerate(self.advice.suggestions, 1):
            said = Content.assemble(
                (f"{at} ", "bold $accent"), counsel.suggested(voice, view, one), " ",
                (counsel.changed(voice, one), "dim"),
            )  # fmt: skip
            moves.add_option(Option(Hanging((said,), SET_IN), id=f"move{at - 1}"))
        if self.advice.suggestions:
            moves.highlighted = 1
        else:
            moves.add_option(Option(Content(voice.say("counsel.moves.none")), disabled=True))

    @on(OptionList.OptionSelected, "#advised")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(int((event.option.id or "move0").removeprefix("move")) + 1)

    def action_choose(self, at: int) -> None:
        """Compose a move by its number."""
        found: tuple[Suggestion, ...] = self.advice.suggestions if self.advice is not None else ()
        if at > len(found) or self.seat.counsel is Counsel.OFF:
            return
        if not self._open_filled(found[at - 1].move):
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
        self.run_worker(self._ask(), group="counsel", exclusive=True)

    def _open_filled(self, move: Move) -> bool:
        """Open the sheet of a move with the move filled in; false when it is not open any more."""
        for box in self.seat.view.legal.boxes:
            filled = picked_of(box, move)
            if filled is not None:
                begin(window(self), self.maker, box, filled)
                return True
        return False
