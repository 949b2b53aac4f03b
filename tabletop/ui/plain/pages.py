"""The pages of plain mode, as lines: where the match stands, text, record, brief, worth, ground, war, ledger."""

from collections.abc import Iterator

from tabletop.errors import Refusal
from tabletop.game.views import SeatView
from tabletop.ui.shared.changes import first_new_line
from tabletop.vocabulary import Phase
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.section import plain_lines, text_sections
from tabletop.words.language.voice import Voice, capitalised, decimal, full_stop, points
from tabletop.words.pages.appraisal import appraisal_parts, gain_words
from tabletop.words.pages.conditions import condition_blocks
from tabletop.words.pages.document import changes_line, document_lines, draft_articles
from tabletop.words.pages.draft_rows import condition_line, draft_rows, lacking_line, row_line
from tabletop.words.pages.in_force import in_force_lines
from tabletop.words.pages.ledger import ledger_page
from tabletop.words.pages.strike import strike_page
from tabletop.words.pages.theatre import theatre_page
from tabletop.words.pages.war import war_page
from tabletop.words.sentences.consent_sheets import sheet_lines
from tabletop.words.sentences.papers import listed_papers, paper_line
from tabletop.words.sentences.record_lines import event_line
from tabletop.words.sentences.refusals import refusal_sentence

HELP = (
    N_("Type the number of a choice and Enter. These letters work at every question:"),
    N_("  t  the text: every clause, where the seats stand, what is agreed"),
    N_("  c  every seat's conditions against the draft, and what weighs most with you"),
    N_("  d  the draft as a document, with what changed since your last turn"),
    N_("  v  counsel, and v off, v adviser, v coach (only at the list of moves)"),
    N_("  n  your notes; k adds a line to them (only at the list of moves)"),
    N_("  r  the record, newest last"),
    N_("  p  the papers on the table"),
    N_("  b  your brief"),
    N_("  w  what the draft is worth to you"),
    N_("  f  the theatre: sectors held, contested and claimed"),
    N_("  y  the war outside, and what moved your alternative"),
    N_("  m  the theatre as a map, drawn with letters"),
    N_("  s  every figure in play by number; s 3 says where the third one comes from"),
    N_("  g  the ledger: promises, vows, payments, deadlines, claims"),
    N_("  x  moves that are not open now, and why"),
    N_("  u  take back your last step (only at the list of moves, and only while nobody has seen it)"),
    N_("  q  save and quit; 0 goes back one question; ? shows this page"),
    N_("In a class others move while you type: an empty line at the list of moves looks again."),
)


def help_() -> Iterator[str]:
    """What can be typed."""
    return (_(sentence) for sentence in HELP)


def heading(voice: Voice, view: SeatView) -> Iterator[str]:
    """Where the match stands; then the strike that interrupts it, or how a text in force stands."""
    talks = view.sight.talks
    form = voice.board.format
    sitting = _(", sitting {at} of {of}").format(at=talks.sitting, of=form.sittings) if talks.sitting else ""
    where = _("{seat}: round {at} of {of}{sitting}").format(
        seat=voice.name(voice.seat), at=talks.round, of=form.rounds + talks.extra, sitting=sitting
    )
    yield f"{where}. {voice.say(f'phase.{talks.phase.value}')}."
    if talks.sitting and view.sight.seat >= 0:
        yield _("Moves left to you in this sitting: {n}.").format(n=talks.moves_left[view.sight.seat])
    if talks.paused:
        yield _("The match is paused.")
    if view.in_force is not None:
        yield from (f"  {full_stop(said)}" for said in in_force_lines(voice, view.in_force))
    if talks.phase is Phase.INTERRUPTED:
        yield from plain_lines(strike_page(voice, view))


def text(voice: Voice, view: SeatView) -> Iterator[str]:
    """The draft, one clause a line, and what it lacks."""
    yield _("The text. A vow is marked ▣, a clause on which somebody moved in this round ▲.")
    for number, row in enumerate(draft_rows(voice, view), start=1):
        yield f"  {number}. {row_line(voice, row)}"
    for finding in view.lint:
        yield _("  The draft lacks: {what}").format(what=full_stop(lacking_line(voice, finding)))


def conditions(voice: Voice, view: SeatView) -> Iterator[str]:
    """Every seat's public conditions against the draft, then what weighs most with this seat alone."""
    yield _("Conditions against the draft:")
    for condition in view.conditions:
        yield f"  {condition_line(voice, condition)}"
    if not view.conditions:
        yield _("  Nobody has stated one.")
    yield from (f"  {said}" for said in sheet_lines(voice, view))
    for block in condition_blocks(voice, view):
        if not block.seat:
            yield f"{block.title}:"
            marks = (voice.table[f"conditions.mark.{line.state}"] for line in block.lines)
            yield from (
                f"  {mark} {full_stop(line.text)}" for mark, line in zip(marks, block.lines, strict=True)
            )


def document(voice: Voice, view: SeatView, before: SeatView | None) -> Iterator[str]:
    """The draft as a document, against an earlier view of the same seat where there is one."""
    found = draft_articles(voice, view, before)
    title = full_stop(voice.say("document.title"))
    if before is not None:
        title += f" {full_stop(voice.say('document.since.turn'))} {full_stop(changes_line(voice, found))}"
    yield title
    yield from (f"  {line}" for line in document_lines(voice, found))


def notes(voice: Voice, written: str) -> Iterator[str]:
    """This seat's own notes."""
    yield f"{voice.say('notes.title')}:"
    yield from (f"  {line}" for line in written.splitlines() or (voice.say("notes.empty"),))


def record(voice: Voice, view: SeatView) -> Iterator[str]:
    """The newest lines of the record."""
    yield _("The record, newest last:")
    for entry in view.sight.record:
        sentence = event_line(voice, entry.event)
        if sentence:
            yield _("  Round {n}: {what}").format(n=max(entry.round, 1), what=full_stop(sentence))


def papers(voice: Voice, view: SeatView) -> Iterator[str]:
    """The papers on the table that this seat may see."""
    yield _("Papers on the table:")
    yield from (
        f"  {full_stop(capitalised(paper_line(voice, thing)))}" for thing in listed_papers(view.sight.papers)
    )
    if not view.sight.papers:
        yield _("  None.")


def brief(voice: Voice, view: SeatView) -> Iterator[str]:
    """The general and the confidential instructions, with the numbers drawn for this match."""
    for name in ("title", "as-of", "baseline", "assumptions", "general", f"confidential.{voice.seat}"):
        content = voice.lexicon.texts.get(name, "")
        if content:
            yield from content.rstrip().splitlines()
            yield ""
    mine = view.sight.mine
    if mine is None:
        return
    yield _("What a clause weighs for you, of 100; drawn for this match, yours alone:")
    for clause, weight in zip(voice.board.clauses, mine.weights, strict=True):
        yield f"  {voice.clause(clause.id)}: {decimal(weight / 100)}"
    yield _("Your alternative to a deal, as you believe it: {n} points.").format(
        n=points(mine.alternative, signed=False)
    )


def worth(voice: Voice, view: SeatView) -> Iterator[str]:
    """What the draft is worth to this seat."""
    if view.appraisal is None:
        yield _("An onlooker has no figures of its own.")
    else:
        yield _("The draft, clauses that are open counted as left out:")
        for part in appraisal_parts(voice, view.appraisal):
            yield f"  {part.label}: {part.words}"


def ground(voice: Voice, view: SeatView) -> Iterator[str]:
    """The theatre: sectors held, contested and claimed."""
    return plain_lines(text_sections(theatre_page(voice, view)))


def war(voice: Voice, view: SeatView) -> Iterator[str]:
    """The war outside, and what moved this seat's alternative."""
    return plain_lines(text_sections(war_page(voice, view)))


def ledger(voice: Voice, view: SeatView) -> Iterator[str]:
    """Promises, vows, papers and the ledger of claims."""
    return plain_lines(ledger_page(voice, view))


def closed(voice: Voice, view: SeatView) -> Iterator[str]:
    """Moves that are not open, with the reason."""
    yield _("Not open now:")
    for shut in view.legal.closed:
        if shut.refusal.code in {"facilitator-only", "table-only"}:
            continue
        yield f"  {voice.say(f'menu.{shut.move}')}: {refusal_sentence(voice, shut.refusal)}"


def refused(voice: Voice, why: Refusal) -> str:
    """A refusal after a move was tried."""
    return _("Not done: {why}").format(why=refusal_sentence(voice, why))


def changes(voice: Voice, before: SeatView | None, after: SeatView) -> Iterator[str]:
    """What is new since the seat last looked: record lines, and the gain if it moved."""
    news = [
        said
        for entry in after.sight.record[first_new_line(before, after) :]
        if (said := event_line(voice, entry.event))
    ]
    if news:
        yield _("New:")
    yield from (f"  {full_stop(said)}" for said in news)
    if before is None or before.appraisal is None or after.appraisal is None:
        return
    was, now = gain_words(voice, before.appraisal), gain_words(voice, after.appraisal)
    if was != now:
        yield f"{voice.say('part.gain')}: {was} → {now}."
