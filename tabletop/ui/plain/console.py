"""A line in, a line out: the whole surface of plain mode.

No cursor, no colour, no redraw: a screen reader, a pipe and a log file get the same lines. Letters that
open a page work at every question.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tabletop.words.language.i18n import _
from tabletop.words.language.sanitize import clean

IDLE_MOST = 5_000
"""So many lines without a move no person types: then a program is writing to itself."""

UNREADABLE = "\ufffd"
"""Stands for bytes of the input that are no text."""

Page = Callable[[], Iterable[str]]
"""Makes the lines of a page when it is asked for."""


class EndOfInput(Exception):
    """Standard input has no more lines."""


class Left(Exception):
    """The player asked to save and quit."""


class Back(Exception):
    """The player went back one question."""


@dataclass(slots=True)
class Console:
    """Where lines come from and go to.

    Attributes:
        read: The next line with its line end; an empty string when there is none.
        write: Puts out one line.
        pages: Letter to page, open at every question.
        clear: Clears the screen and what can be scrolled back to; says false where that cannot be done.
        heard: How many lines have come in.
        idle: How many of them since something came of one.
    """

    read: Callable[[], str]
    write: Callable[[str], None]
    pages: Mapping[str, Page] = field(default_factory=dict[str, Page])
    clear: Callable[[], bool] = lambda: False
    heard: int = 0
    idle: int = 0

    def tell(self, lines: Iterable[str]) -> None:
        """Put out several lines."""
        for line in lines:
            self.write(line)

    def line(self, question: str) -> str:
        """Ask, and take the answer as it was typed, cleaned; ask again where it could not be read as text.

        Raises:
            EndOfInput: There are no more lines, or nothing comes of them.
        """
        while True:
            self.write(question)
            answer = self.read()
            if not answer:
                raise EndOfInput
            self.heard += 1
            self.idle += 1
            if self.idle > IDLE_MOST:
                self.write(_("Nothing came of {n} lines: no more are read.").format(n=IDLE_MOST))
                raise EndOfInput
            if UNREADABLE not in answer:
                return clean(answer, most=2000)
            self.write(_("That could not be read as text: type it again."))

    def ask(self, question: str) -> str:
        """Ask, and take an answer in small letters; pages open on the way.

        Raises:
            EndOfInput: There are no more lines.
            Left: The player typed `q`.
        """
        while True:
            answer = self.line(question).lower()
            if answer == "q":
                raise Left
            page = self.pages.get(answer)
            if page is None:
                return answer
            self.tell(page())

    def choose(
        self, title: str, options: Sequence[str], *, back: str = "back", enter: int | None = None
    ) -> int:
        """Ask for one of numbered options and return its place, from 0.

        Args:
            title: What is asked.
            options: The options, one line each.
            back: What 0 means; empty when there is no way back.
            enter: The option an empty line means, if any.

        Raises:
            Back: The player typed 0.
            EndOfInput: There are no more lines.
            Left: The player typed `q`.
        """
        self.write(title)
        self.tell(f"  {number}. {option}" for number, option in enumerate(options, start=1))
        if back:
            self.write(f"  0. {back}")
        default = "" if enter is None else _(", Enter for {number}").format(number=enter + 1)
        prompt = _("Number, 1 to {most}{default}:").format(most=len(options), default=default)
        while True:
            answer = self.ask(prompt)
            if answer == "0" and back:
                raise Back
            if not answer and enter is not None:
                return enter
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return int(answer) - 1
            self.write(
                _("{typed} is not one of the choices: type a number, ? for help.").format(
                    typed=answer or _("An empty line")
                )
            )

    def confirm(self, question: str, word: str) -> bool:
        """Ask for a word to be typed in full; anything else is a no."""
        asked = _("{question} Type {word} to do it, anything else to go back:")
        return self.ask(asked.format(question=question, word=word)) == word
