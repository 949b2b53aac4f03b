"""A list of lines in groups; Enter or a click on a line asks where its figure comes from."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets.option_list import Option

from tabletop.ui.tui.shell.options import Options
from tabletop.ui.tui.widgets.indented import INDENT, Indented
from tabletop.words.language.i18n import N_
from tabletop.words.language.section import SourcedLine, SourcedSection


class SourcedList(Options):
    """Lines to read and to ask about."""

    HELP = N_(
        "Each line is a sentence; arrows go from one to the next. Enter or a click on one that tells a figure shows "
        "where it comes from: date, status, who says so, how sure, who says otherwise, rule and ruleset."
    )

    def __init__(self, groups: Iterable[SourcedSection], name: str) -> None:
        self.sourced: list[SourcedLine] = []
        super().__init__(*self._options_of(groups), id=name, classes="sourced")

    def put(self, groups: Iterable[SourcedSection]) -> None:
        """Show other lines; the place in the list stays."""
        index = self.highlighted
        self.sourced = []
        self.clear_options()
        self.add_options(self._options_of(groups))
        self.highlighted = index if index is not None and index < self.option_count else None
        if self.has_focus:
            self.on_focus()

    def on_focus(self) -> None:
        """A line is marked from the beginning, so that Enter can ask of it."""
        if self.highlighted is None:
            self.action_first()

    def figure(self, option: str | None) -> str:
        """The figure of a line, by its id; empty when it tells none."""
        return self.sourced[int(option)].figure if option else ""

    def go_to(self, figure: str) -> None:
        """Mark the line of a figure, if it is here."""
        for index in range(self.option_count):
            if figure and self.figure(self.get_option_at_index(index).id) == figure:
                self.highlighted = index
                return

    def _options_of(self, groups: Iterable[SourcedSection]) -> list[Option]:
        lines: list[Option] = []
        for group in groups:
            lines.append(Option(Content.styled(group.title, "bold $accent"), disabled=True))
            for line in group.lines:
                lines.append(Option(Indented((Content(line.text),), INDENT), id=str(len(self.sourced))))
                self.sourced.append(line)
        return lines
