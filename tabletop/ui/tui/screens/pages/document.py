"""The draft as a document: in prose, in brackets where it is open, with red lines against an earlier version.

What a version was comes from the views that the seat was shown. The document can be copied, and saved as a
text file beside the journal.
"""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from tabletop.errors import JournalError
from tabletop.game.views import SeatView
from tabletop.table.port import Past, SeatNotes
from tabletop.ui.shared.changes import Baseline, baseline_index, baseline_view
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.headline import standing
from tabletop.ui.tui.widgets.tabs import Tabs
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.pages.appraisal import appraisal_parts
from tabletop.words.pages.document import (
    ADDED,
    REMOVED,
    Article,
    Passage,
    changes_line,
    document_lines,
    draft_articles,
    marked,
)

MARGIN_FROM = 110
"""Columns from which findings stand beside their article rather than below it."""

MARGIN = 36
"""Columns of the margin for findings."""

STYLES = {ADDED: "bold underline $success", REMOVED: "strike $error"}
"""Styles that repeat what sign and word say."""


class Document(Page):
    """The text, to be read."""

    HELP = N_(
        "The draft as a document, an article a clause. What is open stands in brackets with who stands on it. "
        "1 to 4 or the arrows choose the version it is compared with: + and “added” is new, − and “taken out” "
        "is gone. c copies the text, w saves it as a file beside the journal."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(index + 1), f"compare({index})", about(N_("the text, {what}"), name), show=False)
            for index, name in enumerate(
                (N_("as it stands"), N_("since your turn"), N_("since the recess"), N_("since the opening"))
            )
        ),
        Binding("left", "turn(-1)", N_("the version before"), show=False),
        Binding("right", "turn(1)", N_("the next version"), show=False),
        Binding("c", "copy", N_("copy the text"), show=False),
        Binding("w", "save", N_("save the text as a file"), show=False),
    ]

    def __init__(
        self, voice: Voice, view: SeatView, past: Past, shelf: SeatNotes | None, shown: int = 0
    ) -> None:
        """Open the document.

        Args:
            voice: The seat that reads.
            view: What it sees.
            past: What it was shown before.
            shelf: Where it keeps texts of its own; None where nothing can be saved.
            shown: Place among `Baseline` of the version it is compared with at first.
        """
        self.voice, self.view, self.past, self.shelf = voice, view, past, shelf
        self.shown = shown
        super().__init__(lambda: (f"{voice.say('document.title')}: {standing(voice, view)}", Content("")))

    def body(self) -> Iterable[Widget]:
        """The versions it can be compared with, and the text."""
        names = [self.voice.table[f"document.since.{each.value}"] for each in Baseline]
        yield Tabs(names, "screen.compare", self.shown)
        yield from super().body()

    def on_mount(self) -> None:
        """Show the version asked for."""
        super().on_mount()
        self.show()

    def on_resize(self, _: Resize) -> None:
        """The margin needs room."""
        self.show()

    def hints(self) -> tuple[Hint, ...]:
        """Compare, copy, save, close."""
        return (
            Hint("→", _("compare"), "screen.turn(1)"),
            Hint("c", _("copy"), "screen.copy"),
            Hint("w", _("save"), "screen.save"),
            Hint("Esc", _("close"), "screen.close"),
        )

    @property
    def baseline(self) -> Baseline:
        """The version it is compared with."""
        return tuple(Baseline)[self.shown]

    def found(self) -> tuple[Article, ...]:
        """The articles, with red lines when a version is chosen."""
        return draft_articles(self.voice, self.view, baseline_view(self.past, self.baseline))

    def show(self) -> None:
        """Draw the document for the columns there are."""
        found = self.found()
        width = window(self).size.width - 7
        lines = [
            Content.styled(said, "$accent") for head in self.preamble(found) for said in wrap(head, width)
        ]
        for article in found:
            lines += [Content(""), *drawn(self.voice, article, width)]
        self.put(Content("\n").join([*lines, Content(""), *worth(self.voice, self.view)]))

    def preamble(self, found: tuple[Article, ...]) -> Iterator[str]:
        """How much is settled, and what differs from the earlier version."""
        yield self.voice.say(
            "document.standing",
            settled=str(sum(option != SILENT for option in self.view.draft)),
            all=str(len(found)),
            found=str(len(self.view.lint)),
        )
        if self.baseline is not Baseline.NONE:
            if baseline_index(self.past, self.baseline) < 0:
                yield self.voice.say(f"document.no.{self.baseline.value}")
            yield changes_line(self.voice, found)

    def text(self) -> str:
        """The document as plain lines, with its title."""
        found = self.found()
        title = self.voice.lexicon.texts.get("title", "").strip()
        compared = self.voice.say(f"document.since.{self.baseline.value}")
        head = [
            f"{title}. {self.page_title}. {compared}.",
            *(full_stop(said) for said in self.preamble(found)),
            "",
        ]
        return "\n".join([*head, *document_lines(self.voice, found)])

    def action_compare(self, index: int) -> None:
        """Compare with another version."""
        self.shown = index
        self.query_one(Tabs).choose(index)
        self.show()
        self.query_one(".page").scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """Compare with the version before or after, around the end."""
        self.action_compare((self.shown + by) % len(Baseline))

    def action_copy(self) -> None:
        """Hand the text to the terminal's clipboard."""
        window(self).copy_to_clipboard(self.text())
        self.tell(self.voice.say("document.copied"))

    def action_save(self) -> None:
        """Save the text beside the journal."""
        if self.shelf is None:
            self.tell(self.voice.say("document.copied"))
            return
        talks = self.view.sight.talks
        try:
            where = self.shelf.write(f"text-round-{talks.round}-sitting-{talks.sitting}", self.text())
        except JournalError as error:
            self.tell(str(error))
        else:
            self.tell(self.voice.say("document.saved", where=where))


def drawn(voice: Voice, article: Article, width: int) -> list[Content]:
    """An article: its heading, its passages, and its findings beside it or below it."""
    wide = width >= MARGIN_FROM
    body = width - MARGIN - 3 if wide else width
    was = f" ({voice.table['document.was'].format(state=article.was)})" if article.was else ""
    state = f"{article.state}{was}"
    gap = max(2, body - len(article.title) - len(state))
    tone = "bold $success" if article.state != voice.table["text.open"] else "bold $warning"
    left = [Content.assemble((article.title, "bold"), " " * gap, (state, tone))]
    for passage in article.passages:
        left += _passage(voice, passage, body)
    if article.silent:
        left += [Content.styled(f"   {said}", "dim") for said in wrap(article.silent, body - 3)]
    beside = [voice.table["document.lacks"].format(what=each) for each in article.lacking]
    if not wide:
        notes = [said for each in beside for said in wrap(each, body - 3, subsequent_indent="  ")]
        return left + [Content.styled(f"   {said}", "$warning") for said in notes]
    right = [said for each in beside for said in wrap(each, MARGIN, subsequent_indent="  ")]
    rows = max(len(left), len(right))
    left += [Content("")] * (rows - len(left))
    right += [""] * (rows - len(right))
    return [
        Content.assemble(line, " " * (body - line.cell_length), (" │ ", "dim"), (note, "$warning"))
        for line, note in zip(left, right, strict=True)
    ]


def _passage(voice: Voice, passage: Passage, width: int) -> list[Content]:
    style = STYLES.get(passage.change, "")
    lines = [Content.assemble("   ", (said, style)) for said in wrap(marked(voice, passage), width - 3)]
    notes = wrap(f"± {passage.note}", width - 5) if passage.note else []
    return lines + [Content.assemble("     ", (said, "italic $accent")) for said in notes]


def worth(voice: Voice, view: SeatView) -> Iterator[Content]:
    """What the draft is worth to the reader, in its four parts."""
    if view.appraisal is None:
        return
    yield Content.styled(voice.say("document.worth"), "bold $accent")
    found = appraisal_parts(voice, view.appraisal)
    label = max(len(part.label) for part in found)
    for part in found:
        yield Content.assemble(f"{part.label:<{label}} ", (part.bar, "$accent"), f" {part.words}")
