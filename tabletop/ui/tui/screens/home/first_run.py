"""The first run: language, colours, what the terminal can draw, and then the tutorial or home; under a minute."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.ui.shared.prefs import Prefs
from tabletop.ui.shared.setup import tutorial
from tabletop.ui.shared.window_words import said
from tabletop.ui.tui.screens.framed import FramedScreen
from tabletop.ui.tui.screens.home.settings import CHANGES, theme_words
from tabletop.ui.tui.shell.keys import Hint, help_hints
from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.shell.terminal_sample import terminal_sample
from tabletop.words.language.i18n import N_, languages

STEPS = ("language", "theme", "strip", "begin")
"""The questions, in order; one with a single answer is not asked."""


class FirstRun(FramedScreen):
    """One question after another, each with an answer already marked; Esc takes them all."""

    HELP_SLUG = "first.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip", N_("take everything as it is"), show=False)
    ]

    def __init__(self) -> None:
        self.steps = [step for step in STEPS if step != "language" or len(languages()) > 1]
        self.step = 0
        self.before: Prefs | None = None
        """The settings when the question was put; an answer that was only looked at is undone by Esc."""
        super().__init__()

    def titled(self) -> str:
        """Which question it is."""
        return said("first.title", at=str(self.step + 1), of=str(len(self.steps)))

    def body(self) -> Iterable[Widget]:
        """The question, the answers, the sample."""
        yield Static("", id="about", markup=False)
        yield Options(id="steps")
        yield Static("", classes="sample", markup=False)

    def footer(self) -> tuple[Hint, ...]:
        """Go on, skip."""
        return (
            Hint("Enter", said("hint.on"), "screen.answer"),
            Hint("Esc", said("hint.skip"), "screen.skip"),
            help_hints()[0],
        )

    def on_mount(self) -> None:
        """Begin with the first question; in another language, go on with the one that is open."""
        self.before = self.before or window(self).prefs
        self._ask()

    def _ask(self) -> None:
        """Put the next question, with the current answer marked."""
        step = self.steps[self.step]
        self.query_one("#title", Static).update(Content.styled(self.titled(), "bold $accent"))
        self.query_one("#about", Static).update(Content(said(f"first.{step}")))
        answers = self._answers(step)
        prefs = window(self).prefs
        now = {"language": prefs.language, "theme": prefs.theme, "strip": "no" if prefs.ascii else "yes"}
        menu = self.query_one("#steps", OptionList)
        menu.clear_options()
        menu.add_options(Option(Content(label), id=name) for name, label in answers.items())
        menu.highlighted = list(answers).index(now[step]) if now.get(step) in answers else 0
        menu.focus()
        self._draw()

    def _answers(self, step: str) -> dict[str, str]:
        if step == "language":
            return languages()
        if step == "theme":
            return theme_words()
        names = ("yes", "no") if step == "strip" else ("tutorial", "home")
        return {name: said(f"first.{step}.{name}") for name in names}

    def _draw(self) -> None:
        shown = self.steps[self.step] != "begin"
        self.query_one(".sample", Static).update(terminal_sample(window(self).size) if shown else Content(""))

    def on_resize(self, _: Resize) -> None:
        """The sample names the size."""
        self._draw()

    @on(OptionList.OptionHighlighted, "#steps")
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        """Show colours and characters before they are chosen."""
        step, name = self.steps[self.step], event.option.id or ""
        if step != "begin":
            self._wear(step, name)

    def _wear(self, step: str, name: str) -> None:
        """Apply an answer while the question is open; nothing is written yet."""
        app = window(self)
        setting, chosen = (
            ("drawing", "plain" if name == "no" else "drawn") if step == "strip" else (step, name)
        )
        prefs = CHANGES[setting](app.prefs, chosen)
        if prefs != app.prefs:
            app.wear(prefs)

    @on(OptionList.OptionSelected, "#steps")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._answered(event.option.id or "")

    def action_answer(self) -> None:
        """Take the answer that is marked."""
        self.query_one("#steps", OptionList).action_select()

    def _answered(self, name: str) -> None:
        step = self.steps[self.step]
        if step == "begin":
            self._leave(to_tutorial=name == "tutorial")
            return
        self._wear(step, name)
        self.step += 1
        self.before = window(self).prefs
        self.call_after_refresh(self._ask)

    def action_skip(self) -> None:
        """Take everything as it was when the open question was put."""
        window(self).wear(self.before or window(self).prefs)
        self._leave(to_tutorial=False)

    def _leave(self, *, to_tutorial: bool) -> None:
        """Keep what was chosen, and go on."""
        app = window(self)
        written = app.prefer(app.prefs)
        self.dismiss()
        if not written:
            app.call_after_refresh(app.say, said("home.unwritten", file=str(app.settings_file)))
        if to_tutorial:
            app.open_new(tutorial(neutral=app.prefs.neutral))
