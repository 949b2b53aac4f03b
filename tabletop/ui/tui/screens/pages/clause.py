"""One clause: its question, its options in full, who stands where, whose consent each needs, what happened on it."""

from textual.content import Content

from tabletop.game.views import SeatView
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.shell.look import MARKS
from tabletop.ui.tui.widgets.indented import INDENT, Indented
from tabletop.ui.tui.widgets.record import record_line
from tabletop.words.language.voice import Voice, bar, full_stop
from tabletop.words.pages.draft_rows import Row, draft_rows
from tabletop.words.sentences.record_lines import event_line

INSET = 3
"""Columns by which what belongs to an option is set in."""


class ClausePage(Page):
    """A clause of the text."""

    def __init__(self, voice: Voice, view: SeatView, clause: str) -> None:
        super().__init__(lambda: (voice.clause(clause), clause_content(voice, view, clause)))


def clause_content(voice: Voice, view: SeatView, clause: str) -> Content:
    """The clause in full, with what each option is worth to the reader and to nobody else."""
    index = voice.board.clause_index[clause]
    board = voice.board.clauses[index]
    row = draft_rows(voice, view)[index]
    lines: list[Content] = []
    if asked := voice.lexicon.labels.get(f"clause.{clause}.ask", ""):
        lines += [Content(asked), Content("")]
    draft = Content.styled(voice.say("clause.draft", text=f"{row.text} {row.label}".strip()), "bold")
    lines.append(Indented((draft,), INDENT))
    lines += [
        Indented((Content.styled(f"{MARKS['unmet']} {full_stop(lack)}", "$warning"),), INDENT)
        for lack in row.lacking
    ]
    for option in range(len(board.options)):
        lines += [Content(""), *_option(voice, view, row, option)]
    lines.append(Content(""))
    if board.humane:
        lines.append(Content(voice.say("clause.humane")))
    elif view.sight.mine is not None:
        weight = str(round(view.sight.mine.weights[index] / 100))
        lines.append(Content(voice.say("clause.weight", weight=weight)))
    lines += [Content(""), Content.styled(voice.say("clause.story"), "bold $accent")]
    story = [
        record_line(voice, entry)
        for entry in reversed(view.sight.record)
        if getattr(entry.event, "clause", "") == clause and event_line(voice, entry.event)
    ]
    lines += story or [Content(voice.say("clause.story.none"))]
    return Indented(lines)


def _option(voice: Voice, view: SeatView, row: Row, option: int) -> list[Content]:
    """An option: its label and who stands on it, its sentence, whose consent it needs, its worth to the reader."""
    board = voice.board.clauses[voice.board.clause_index[row.clause]]
    here = [
        voice.who(stand.seat) + (f" {MARKS['vow']}" if stand.vow else "")
        for stand in row.stands
        if stand.option == option
    ]
    label = voice.option(row.clause, option)
    who = (f"   {MARKS['you']} {voice.join(here)}", "$accent") if here else ""
    lines: list[Content] = [Indented((Content.assemble((label, "bold"), who),), INSET)]
    said = voice.option_text(row.clause, option)
    lines += [_inset((said, ""))] if said else []
    needed = voice.say("clause.consent", seats=voice.whom(voice.seats_in(board.consent[option])))
    worth = board.options[option].values[view.sight.seat] if view.sight.seat >= 0 else -1
    if worth < 0:
        return [*lines, _inset((needed, "dim"))]
    shown = voice.table["clause.worth"].format(bar=bar(worth * 100), worth=worth)
    return [*lines, _inset((f"{shown}   ", "$accent"), (needed, "dim"))]


def _inset(*parts: tuple[str, str]) -> Content:
    """A line that is set in, wherever it is wrapped."""
    return Indented((Content.assemble(" " * INSET, *parts),), INSET)
