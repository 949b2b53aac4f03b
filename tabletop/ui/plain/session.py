"""Plain mode: the same match line by line, for screen readers, pipes and logs.

Choices are made from `view.legal` and nothing else; every move is previewed before it is made. The end of
input saves and leaves, as `q` does: a match is on disk after every move.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from enum import StrEnum

from tabletop.errors import IllegalMove, JournalError, Refusal, StaleView, TabletopError
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Move, Undo
from tabletop.game.views import SeatView
from tabletop.table.advice import Counsel
from tabletop.ui.plain import figures, pages
from tabletop.ui.plain.console import Back, Console, EndOfInput, Left, Page
from tabletop.ui.plain.questions import compose
from tabletop.ui.shared import counsel
from tabletop.ui.shared.changes import Baseline, baseline_index
from tabletop.ui.shared.preview_lines import preview_lines
from tabletop.ui.shared.seat_session import NOTES, SeatSession
from tabletop.ui.shared.tutorial_advice import advised
from tabletop.vocabulary import ENDS
from tabletop.words.figures.in_play import figures_in_play
from tabletop.words.language.i18n import _
from tabletop.words.language.section import plain_lines
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.sentences.moves import menu_line, move_sentence

UNDO = Undo().kind

PATIENCE_S = 0.4
"""Seconds a move may take before it is said what it waits for."""

LETTERS = "? t d c r p b w v n k f m y s g x u q"
"""What works at the list of moves besides its numbers."""

_CURTAIN = 40
"""Empty lines between two people who share one screen that cannot be cleared."""


class Outcome(StrEnum):
    """How a match in plain mode came to an end at this screen."""

    OVER = "over"
    LEFT = "left"
    END_OF_INPUT = "end-of-input"


def something_to_do(view: SeatView) -> bool:
    """Whether a move is open to a seat; one that can only take back its last step waits for the others."""
    return any(box.move != UNDO for box in view.legal.boxes)


async def play(seats: Sequence[SeatSession], console: Console) -> Outcome:
    """Play a match until it is over or the player leaves.

    Args:
        seats: The seats kept at this screen; several for hot seat.
        console: Where lines come from and go to.
    """
    prompts = [SeatPrompt(seat, console) for seat in seats]
    last: SeatPrompt | None = None
    console.write(_("Type b for your brief, ? for help, q to save and quit."))
    try:
        while not seats[0].over:
            able = [each for each in prompts if something_to_do(each.seat.view)]
            prompt = next((each for each in able if each.seat.awaited), able[0] if able else None)
            if prompt is None:
                await prompts[0].wait()
                continue
            if len(prompts) > 1 and prompt is not last:
                _curtain(console, prompt.seat)
            last = prompt
            await prompt.turn()
    except Left:
        return Outcome.LEFT
    except EndOfInput:
        return Outcome.END_OF_INPUT
    for prompt in prompts:
        prompt.tell_changes()
    phase = seats[0].view.sight.talks.phase
    console.write(_("The match is over: {end}.").format(end=seats[0].voice.say(f"phase.{phase.value}")))
    return Outcome.OVER


def _curtain(console: Console, seat: SeatSession) -> None:
    console.pages = {}
    if not console.clear():
        console.tell([""] * _CURTAIN)
        console.write(
            _(
                "This screen cannot be cleared: what the last player saw stands above. Scroll no further up than here."
            )
        )
    asked = _("The screen is for {seat} now. Press Enter when you sit down:")
    console.ask(asked.format(seat=seat.voice.name(seat.port.seat)))


class SeatPrompt:
    """Asks the person of one seat for a move after another."""

    def __init__(self, seat: SeatSession, console: Console) -> None:
        self.seat = seat
        self.port, self.voice = seat.port, seat.voice
        self._console = console
        self._last_view: SeatView | None = None
        """What the seat saw when it last looked."""
        self._noticed = ""
        """What it was told last of the way to its table."""

    async def wait(self) -> None:
        """Tell what happens until something is open to this seat, or the match is over."""
        async for view in self.port.views():
            self._notice()
            if something_to_do(view) or view.sight.talks.phase in ENDS:
                return
            self.tell_changes()

    def _notice(self) -> None:
        """Say it when the way to the table is not as it was."""
        notice = self.port.notice
        if notice != self._noticed:
            self._console.write(full_stop(notice or _("The table goes on")))
        self._noticed = notice

    async def _notice_meanwhile(self) -> None:
        """The same while a move takes long."""
        await asyncio.sleep(PATIENCE_S)
        with suppress(TabletopError):  # whoever makes the move is told
            async for _view in self.port.views():
                self._notice()

    def tell_changes(self) -> None:
        """Put out what is new since the seat last looked."""
        view = self.port.view
        self._console.tell(pages.changes(self.voice, self._last_view, view))
        self._last_view = view

    async def turn(self) -> None:
        """Ask for one move and make it."""
        self._console.pages = self._pages()
        self.tell_changes()
        view = self.port.view
        self._console.tell(pages.heading(self.voice, view))
        if self.seat.tutorial:
            self._console.write(advised(self.voice, view))
        boxes = [box for box in view.legal.boxes if box.move != UNDO]
        made = await self._chosen(view, boxes)
        if made is not None:
            await self._make(made, view)

    async def _chosen(self, view: SeatView, boxes: list[Box]) -> Move | None:
        lines = [menu_line(self.voice, box, view.sight.papers).text for box in boxes]
        try:
            index = await self._number(lines, view)
            if index is None:
                return self._undo(view)
            box = boxes[index]
            made = compose(self._console, self.voice, view, box)
        except Back:
            return None
        return made if self._agreed(made, box, view) else None

    async def _number(self, lines: list[str], view: SeatView) -> int | None:
        """The place of the move in the list; None for taking back.

        Raises:
            Back: An empty line was typed, and there is something new to look at.
        """
        self._console.write(_("Your moves:"))
        self._console.tell(f"  {number}. {line}" for number, line in enumerate(lines, start=1))
        while True:
            answer = self._console.ask(
                _("Your move, 1 to {most} ({letters}):").format(most=len(lines), letters=LETTERS)
            )
            if answer == "u":
                return None
            if not answer and self.port.view is not view:
                raise Back
            if answer == "k":
                self._note()
                continue
            if answer.split()[:1] == ["v"]:
                await self._counsel(answer[1:].strip())
                continue
            if answer.isdecimal() and 1 <= int(answer) <= len(lines):
                return int(answer) - 1
            self._console.write(
                _("{typed} is not one of the moves: type a number, ? for help.").format(
                    typed=answer or _("An empty line")
                )
            )

    def _note(self) -> None:
        """Add a line to this seat's notes."""
        line = self._console.line(_("Your note (an empty line adds none):"))
        if not line:
            return
        before = self.port.notes.read(NOTES)
        try:
            where = self.port.notes.write(NOTES, f"{before}\n{line}".strip())
        except JournalError as error:
            self._console.write(_("Not kept: {why}").format(why=error))
        else:
            self._console.write(full_stop(self.voice.say("notes.kept", where=where)))

    async def _counsel(self, wanted: str) -> None:
        """Counsel on what is seen now; with the name of a mode, that mode from now on."""
        if wanted in {mode.value for mode in Counsel}:
            self.seat.counsel = Counsel(wanted)
            self._console.write(counsel.switched(self.voice, self.seat.counsel))
            return
        self._console.write(f"{counsel.title(self.voice, self.seat.counsel)} (v off, v adviser, v coach)")
        advice = None if self.seat.counsel is Counsel.OFF else await self.port.advice()
        if advice is None:
            why = "counsel.off" if self.seat.counsel is Counsel.OFF else "counsel.nobody"
            self._console.write(full_stop(self.voice.say(why)))
            return
        view = self.port.view
        remark = self.seat.remark
        last = () if remark is None else (counsel.remarked(self.voice, view, remark),)
        self._console.tell(plain_lines((*last, *counsel.counsel_sections(self.voice, view, advice))))

    def _undo(self, view: SeatView) -> Move | None:
        if any(box.move == UNDO for box in view.legal.boxes):
            return Undo()
        why = next((shut.refusal for shut in view.legal.closed if shut.move == UNDO), None)
        self._console.write(
            pages.refused(self.voice, why)
            if why
            else _("Not done: your last step has been seen, or there is none.")
        )
        return None

    def _agreed(self, made: Move, box: Box, view: SeatView) -> bool:
        """Show what the move would do and ask whether to make it; two steps where the box says so."""
        shown = self.port.preview(made)
        self._console.write(
            full_stop(_("Your move: {move}").format(move=move_sentence(self.voice, made, view.sight.papers)))
        )
        if isinstance(shown, Refusal):
            self._console.write(pages.refused(self.voice, shown))
            return False
        self._console.tell(f"  {line}" for line in preview_lines(self.voice, view, made, shown))
        try:
            self._console.choose(_("Make this move?"), [_("Make it")], enter=0)
        except Back:
            return False
        return box.steps == 1 or self._console.confirm(_("This is a step of weight."), _("yes"))

    async def _make(self, made: Move, view: SeatView) -> None:
        meanwhile = asyncio.create_task(self._notice_meanwhile())
        try:
            await self.port.submit(made, view.turn)
        except IllegalMove as refused:
            self._console.write(pages.refused(self.voice, refused.refusal))
        except StaleView:
            self._console.write(_("Not done: the table has moved on while you chose. Look again, then move."))
        else:
            self._console.idle = 0
            await self.seat.ask_coach()
            if self.seat.remark is not None:
                self._console.write(f"{counsel.line(self.voice, self.port.view, self.seat.remark)} (v)")
        finally:
            meanwhile.cancel()

    def _earlier(self) -> SeatView | None:
        """The view after this seat's last turn."""
        index = baseline_index(self.port.past, Baseline.TURN)
        return self.port.past.view(index) if index >= 0 else None

    def _pages(self) -> dict[str, Page]:
        def page(lines: Callable[[Voice, SeatView], Iterable[str]]) -> Page:
            return lambda: lines(self.voice, self.port.view)

        return {
            "?": pages.help_,
            "t": page(pages.text),
            "c": page(pages.conditions),
            "d": lambda: pages.document(self.voice, self.port.view, self._earlier()),
            "n": lambda: pages.notes(self.voice, self.port.notes.read(NOTES)),
            "r": page(pages.record),
            "p": page(pages.papers),
            "b": page(pages.brief),
            "w": page(pages.worth),
            "f": page(pages.ground),
            "y": self._war,
            "m": page(figures.drawing),
            "s": page(figures.sources),
            "g": page(pages.ledger),
            "x": page(pages.closed),
        } | {
            f"s {number}": self._source(number)
            for number in range(1, len(figures_in_play(self.voice, self.port.view)) + 1)
        }

    def _war(self) -> Iterable[str]:
        yield from pages.war(self.voice, self.port.view)
        yield from figures.curves(self.voice, self.port.view, self.port.past)

    def _source(self, number: int) -> Page:
        return lambda: figures.source(self.voice, self.port.view, number)
