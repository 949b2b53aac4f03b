"""The text as a table: a clause a row, where every seat stands, what the text says."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tabletop.game.views import SeatView
from tabletop.ui.tui.shell.look import MARKS
from tabletop.ui.tui.widgets.rows import Rows
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice
from tabletop.words.pages.draft_rows import Row, draft_rows

LEAST = 7
"""Columns below which a seat's column is of no use."""
MARKED = 2
"""Lines of the marked row in full; left out where there is no room for them."""
STATE = 2
"""Columns of a mark behind words: a blank and the mark of a move or of a vow."""
EDGE = 4
"""Columns before the first words of a row, and for the bar beside rows that scroll."""


class DraftPanel(Vertical):
    """The single text; Enter on a row opens the clause."""

    HELP = N_(
        "The text, a clause a row: where every seat stands in public, and what the draft says. "
        "▣ is a vow, ▲ marks a clause somebody moved on in this round, ◆ one that "
        "is otherwise than after your last turn. t reads the text as a document. "
        "Arrows go from row to row, Enter opens the clause."
    )

    def __init__(self, voice: Voice, view: SeatView) -> None:
        self.voice, self.view = voice, view
        self.fresh: frozenset[str] = frozenset()
        self.lines: tuple[Row, ...] = ()
        super().__init__(id="text", classes="panel")
        self.border_title = _("Text")

    def compose(self) -> ComposeResult:
        """Column heads, rows, the marked row in full, legend."""
        yield Static("", id="heads", markup=False)
        yield Rows(id="clauses")
        yield Static("", id="marked", markup=False)
        yield Static("", id="legend", markup=False)

    def on_mount(self) -> None:
        """What the marked row says follows the mark at once, so that both come in one frame."""
        self.watch(self.query_one("#clauses", OptionList), "highlighted", self._follow, init=False)

    def on_resize(self, _: Resize) -> None:
        """The columns share the width there is."""
        self.put(self.view, self.fresh)

    def put(self, view: SeatView, fresh: frozenset[str] = frozenset()) -> None:
        """Show another view; clauses that have changed since the seat's last turn are marked."""
        self.view, self.fresh = view, fresh
        lines = draft_rows(self.voice, view)
        widths = self._widths(lines)
        heads = [_("clause"), *(self._short(seat.id) for seat in self.voice.board.seats)]
        cells = [cell(head, width) for head, width in zip(heads, widths, strict=True)]
        heading = " ".join((" ", *cells, _("text")))
        self.query_one("#heads", Static).update(Content.styled(heading, "bold"))
        table = self.query_one("#clauses", OptionList)
        index = table.highlighted
        table.clear_options()
        new = self.voice.table["text.new"]
        table.add_options(
            Option(_row(line, widths, new if line.clause in fresh else " "), id=line.clause) for line in lines
        )
        table.highlighted = index if index is not None and index < len(lines) else 0 if lines else None
        self.lines = lines
        self.query_one("#marked").display = self.size.height > len(lines) + MARKED + 1
        self._mark()
        found = _("lint: {n} (t)").format(n=len(view.lint)) if view.lint else _("lint: nothing (t)")
        fresh_ = f"{new} {self.voice.table['text.new.legend']}"
        moved, vow = _("moved this round"), _("vow")
        legend = f"{fresh_}  {MARKS['moved']} {moved}  {MARKS['vow']} {vow}  {found}"
        self.query_one("#legend", Static).update(Content.styled(legend, "dim"))

    def _follow(self) -> None:
        """The mark has moved: the line that says it has its room already."""
        self._mark(layout=False)

    def _mark(self, *, layout: bool = True) -> None:
        """Say in full where everybody stands on the marked clause: columns may have cut it."""
        index = self.query_one("#clauses", OptionList).highlighted
        if index is None or index >= len(self.lines):
            return
        row = self.lines[index]
        stands = " · ".join(
            f"{self._short(stand.seat)} {stand.label}" for stand in row.stands if stand.option != SILENT
        )
        said = f"{row.title}: {row.text or row.label}" + (f" · {stands}" if stands and not row.text else "")
        self.query_one("#marked", Static).update(Content.styled(said, "$accent"), layout=layout)

    def _short(self, seat: str) -> str:
        """The seat's short name."""
        labels = self.voice.lexicon.labels
        return labels.get(f"seat.{seat}.short", self.voice.name(seat))

    def _widths(self, lines: tuple[Row, ...]) -> list[int]:
        """Columns of the clause and of each seat."""
        seats = len(self.voice.board.seats)
        state = max((len(line.label) for line in lines), default=6) + STATE
        whole = max(self.size.width, 60) - state - EDGE
        title = min(max((len(line.title) for line in lines), default=6), whole // 4)
        wanted = [
            max(
                (len(line.stands[index].label) + STATE * line.stands[index].vow for line in lines),
                default=LEAST,
            )
            for index in range(seats)
        ]
        return [title, *shared(wanted, whole - title - 1 - seats)]


def shared(wanted: list[int], room: int) -> list[int]:
    """Columns for each, of so many in all: nobody gets more than it wants while another is cut."""
    found = [LEAST] * len(wanted)
    left = room - sum(found)
    while left > 0 and (cut := [index for index, each in enumerate(found) if each < wanted[index]]):
        least = min(cut, key=lambda index: found[index])
        found[least] += 1
        left -= 1
    return found


def cell(text: str, width: int) -> str:
    """A text in so many columns, cut with an ellipsis."""
    return f"{text:<{width}}" if len(text) <= width else text[: width - 1] + "…"


def _row(line: Row, widths: list[int], new: str) -> Content:
    parts: list[str | tuple[str, str]] = [(f"{new} ", "bold $accent"), cell(line.title, widths[0]), " "]
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
