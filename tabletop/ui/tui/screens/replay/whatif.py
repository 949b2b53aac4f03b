"""Play from here: another move at one step of a match that is over, and the band of ways it could have gone on."""

import asyncio
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tabletop.errors import IllegalMove, TabletopError
from tabletop.game.records.moves import Move
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.table.port import SeatEntry
from tabletop.table.whatif_port import Band, WhatIfMove
from tabletop.ui.shared.band_lines import banded
from tabletop.ui.shared.window_words import of_other_rules
from tabletop.ui.tui.screens.compose.composer import MoveMenu
from tabletop.ui.tui.screens.compose.move_maker import MoveMaker
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.shell.background_work import start
from tabletop.ui.tui.shell.keys import Hint
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import Shell, window
from tabletop.ui.tui.widgets.indented import Indented, heading
from tabletop.ui.tui.widgets.prose import sections
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.sanitize import clean
from tabletop.words.language.tables import SPOKEN
from tabletop.words.language.voice import Voice, capitalised, full_stop
from tabletop.words.sentences.moves import move_sentence as worded
from tabletop.words.sentences.refusals import refusal_sentence

CONTINUATIONS = 200
"""Continuations of each arm."""

EXAMPLE = "position terms=scope:energy"
"""A move in notation."""


class WhatIf(MoveMenu):
    """What was open at the step: chosen from a list, or typed in notation."""

    HELP = N_(
        "One move of this match is changed, and two hundred matches are played on from there, each under the same "
        "dice with the old move and with the new one. Choose a kind of move and fill it in, or Tab to the line and "
        "type a move in notation. Nothing of the match that was played is touched."
    )

    def __init__(self, fork: WhatIfMove, voice: Voice) -> None:
        self.fork, self.voice = fork, voice
        legal = fork.view.legal
        boxes = tuple(box for box in legal.boxes if box.move != "undo")
        super().__init__(MoveMaker(voice, fork, self._play_on), boxes, legal.closed)

    def _play_on(self, move: Move) -> None:
        start(window(self), partial(self._show_band, move), "whatif", alone=True)

    async def _show_band(self, move: Move) -> None:
        """Take away what the move was composed on, and show what comes of it."""
        shell = window(self)
        while self in shell.screen_stack and shell.screen is not self:
            await shell.pop_screen()
        await shell.push_screen(BandPage(self.fork, self.voice, move))

    def heading(self) -> Widget:
        """Where the match is forked."""
        return Static(Content.styled(forked_at(self.voice, self.fork), "bold $accent"), id="title")

    def body(self) -> Iterable[Widget]:
        """What was done, the list, the line for notation."""
        voice, fork = self.voice, self.fork
        made = voice.say("whatif.made", move=full_stop(worded(voice, fork.made, fork.view.sight.papers)))
        yield Static(heading(Content(f"{made} ({fork.write(fork.made)})")), classes="heading", markup=False)
        yield Options(*self._lines(), id="menu")
        yield Input(
            placeholder=voice.say("whatif.notation", example=EXAMPLE), max_length=400, classes="words"
        )

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if not event.value.strip():
            return
        try:
            move = self.fork.read(clean(event.value, most=400))
        except IllegalMove as error:
            self.tell(refusal_sentence(self.voice, error.refusal))
        except TabletopError as error:
            self.tell(str(error))
        else:
            self._play_on(move)

    def action_done(self) -> None:
        """What is typed, or the line that is marked."""
        if not isinstance(self.focused, Input):
            super().action_done()


class BandPage(Page):
    """The band, while it is being played and afterwards."""

    HELP = N_(
        "While matches are played on, s or Esc stops and shows what has been played. Then: bars of both arms. For "
        "points ━ runs where nine in ten lie, ● is the mean, ┃ is no deal; each seat has a scale of its own, and "
        "points of two seats are never compared. Esc goes back to choose another move."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "stop", N_("stop, and keep what has been played"), show=False),
    ]

    def __init__(self, fork: WhatIfMove, voice: Voice, move: Move) -> None:
        self.fork, self.voice, self.move = fork, voice, move
        self.done, self.stopped = 0, False
        self.band: Band | None = None
        self.playing = False
        super().__init__(lambda: (forked_at(voice, fork), Content("")))

    def hints(self) -> tuple[Hint, ...]:
        """Stop, close, scroll."""
        return (Hint("s", _("stop"), "screen.stop"), *super().hints())

    def on_mount(self) -> None:
        """Play, beside the window."""
        super().on_mount()
        self.put(self.summary())
        if not self.playing:
            self.playing = True
            start(self, self._play, "whatif-band", alone=True)
            self.set_interval(0.2, self._progress)

    def on_unmount(self) -> None:
        """Whoever leaves stops it."""
        self.stopped = True

    async def _play(self) -> None:
        """Play both arms on; a thread waits for the processes."""
        fork, voice = self.fork, self.voice
        try:
            self.band = await asyncio.to_thread(fork.band, self.move, CONTINUATIONS, self._count)
        except IllegalMove as error:
            self.stopped = True
            self.tell(refusal_sentence(voice, error.refusal))
        except TabletopError as error:
            self.stopped = True
            self.tell(full_stop(voice.say("whatif.unread", why=str(error))))
        else:
            self.put(self.summary())
            self.tell("")

    def _count(self) -> bool:
        """A pair is played; whether to go on. Called in the thread that waits."""
        self.done += 1
        return not self.stopped

    def _progress(self) -> None:
        if self.band is None and not self.stopped:
            self.tell(
                full_stop(self.voice.say("whatif.running", done=str(self.done), all=str(CONTINUATIONS)))
            )

    def summary(self) -> Content:
        """The two moves, then the band as far as there is one."""
        voice, fork = self.voice, self.fork
        papers = fork.view.sight.papers
        lines = [
            Content(full_stop(voice.say("whatif.made", move=worded(voice, fork.made, papers)))),
            Content.styled(full_stop(worded(voice, self.move, papers)), "bold"),
            Content(voice.say("whatif.plain", command=fork.command(self.move))),
            Content(""),
        ]
        if self.band is not None:
            lines.append(sections(banded(voice, self.band)))
        return Indented(lines)

    def action_stop(self) -> None:
        """Stop, and show what has been played."""
        if self.band is None:
            self.stopped = True
            self.tell(self.voice.say("whatif.stopping"))

    def action_close(self) -> None:
        """Stop first; back when there is nothing to stop."""
        if self.band is None and not self.stopped:
            self.action_stop()
        else:
            self.dismiss()


def forked_at(voice: Voice, fork: WhatIfMove) -> str:
    """Where a match is forked: the entry, and whose move it was."""
    return voice.say("whatif.title", seq=str(fork.seq), seat=voice.name(fork.seat))


def own_step(moments: Iterable[SeatEntry], step: int) -> SeatEntry | None:
    """The step shown when the seat made it itself, else the next one that it made, else the last."""
    own = [(index, moment) for index, moment in enumerate(moments) if moment.move is not None]
    return next((moment for index, moment in own if index >= step), own[-1][1] if own else None)


async def open_whatif(shell: Shell, path: str, moment: SeatEntry, words: Lexicon) -> None:
    """Open the choice of another move at a step; what cannot be forked is a sentence."""
    try:
        fork = await asyncio.to_thread(shell.host.fork, path, moment.seq)
    except TabletopError as error:
        shell.say(of_other_rules(error) or capitalised(SPOKEN["whatif.unread"].format(why=error)))
    else:
        await shell.push_screen(WhatIf(fork, Voice(fork.board, words, fork.seat)))
