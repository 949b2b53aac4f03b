"""The text as a table: a clause a row, where every seat stands, what the text says."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.views import SeatView
from tabletop.terms import SILENT
from tabletop.tui.look import MARKS
from tabletop.words.labels import Voice
from tabletop.words.text import Row, rows

LEAST = 7
"""Columns below which a seat's column is of no use."""
TEXT = 11
"""Columns of the text column: its state and the mark of a move."""


class TextPanel(Vertical):
    """The single text; Enter on a row opens the clause."""

    HELP = (
        "The text, a clause a row: where every seat stands in public, and what the draft says. "
        f"{MARKS['vow']} is a vow, {MARKS['moved']} marks a clause somebody moved on in this round. "
        "Arrows go from row to row, Enter opens the clause."
    )

    def __init__(self, voice: Voice, view: SeatView) -> None:
        self.voice, self.seen = voice, view
        super().__init__(id="text", classes="panel")
        self.border_title = "Text"

    def compose(self) -> ComposeResult:
        """Column heads, rows, legend."""
        yield Static("", id="heads", markup=False)
        yield OptionList(id="clauses")
        yield Static("", id="legend", markup=False)

    def on_resize(self, _: Resize) -> None:
        """The columns share the width there is."""
        self.put(self.seen)

    def put(self, view: SeatView) -> None:
        """Show another view."""
        self.seen = view
        lines = rows(self.voice, view)
        widths = self._widths(lines)
        heads = ["clause", *(self._short(seat.id) for seat in self.voice.board.seats)]
        cells = [cell(head, width) for head, width in zip(heads, widths, strict=True)]
        self.query_one("#heads", Static).update(Content.styled(" ".join(cells) + " text", "bold"))
        table = self.query_one("#clauses", OptionList)
        at = table.highlighted
        table.clear_options()
        table.add_options(Option(_row(line, widths), id=line.clause) for line in lines)
        table.highlighted = at if at is not None and at < len(lines) else 0 if lines else None
        found = f"the lint found: {len(view.lint)} (t)" if view.lint else "the lint finds nothing"
        legend = f"{MARKS['vow']} vow   {MARKS['moved']} moved this round   {found}"
        self.query_one("#legend", Static).update(Content.styled(legend, "dim"))

    def _short(self, seat: str) -> str:
        """The seat's short name."""
        labels = self.voice.lexicon.labels
        return labels.get(f"seat.{seat}.short", self.voice.name(seat))

    def _widths(self, lines: tuple[Row, ...]) -> list[int]:
        """Columns of the clause and of each seat."""
        seats = len(self.voice.board.seats)
        whole = max(self.size.width, 60) - TEXT - 4
        title = min(max((len(line.title) for line in lines), default=6), whole // 5)
        each = max(LEAST, (whole - title) // seats - 1)
        return [title, *([each] * seats)]


def cell(text: str, width: int) -> str:
    """A text in so many columns, cut with an ellipsis."""
    return f"{text:<{width}}" if len(text) <= width else text[: width - 1] + "…"


def _row(line: Row, widths: list[int]) -> Content:
    parts: list[str | tuple[str, str]] = [cell(line.title, widths[0]), " "]
    for stand, width in zip(line.stands, widths[1:], strict=True):
        if stand.option == SILENT:
            parts.append((cell("·", width) + " ", "dim"))
        else:
            mark = f" {MARKS['vow']}" if stand.vow else ""
            parts.append(cell(stand.label, width - len(mark)).rstrip().ljust(width - len(mark)) + mark + " ")
    moved = f" {MARKS['moved']}" if line.moved else ""
    if line.state == "open":
        parts.append((line.label + moved, "$warning"))
    else:
        parts.append((f"{line.label}{moved}", "bold $success"))
    return Content.assemble(*parts)
