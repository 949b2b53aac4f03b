"""What a move would do, in lines, for skins that ask before it is made."""

from collections.abc import Iterable, Iterator

from tabletop.game.records.events import DraftingOpened
from tabletop.game.records.moves import Move
from tabletop.game.views import Preview, SeatView
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.pages.appraisal import appraisal_parts, parting_lines
from tabletop.words.pages.draft_rows import lacking_line
from tabletop.words.sentences.moves import audience_words, press_lines, price_lines
from tabletop.words.sentences.record_lines import event_line

FINAL = "final"
"""The instrument whose every clause is restated before it is initialled."""

DEEPER = "  "
"""Before a line that belongs to the one above it."""


def preview_lines(voice: Voice, view: SeatView, move: Move, shown: Preview) -> Iterator[str]:
    """What a move would do, as far as its own seat can know; what is initialled is restated first.

    Args:
        voice: The reader.
        view: The view the move would be made on.
        move: The move.
        shown: The preview.
    """
    whole = move.kind == "initial" and view.sight.talks.drafting == FINAL
    if move.kind == "initial" and not whole:
        yield from _on_the_table(voice, view)
    cost = voice.table["cost.moves"].format(n=shown.costs) if shown.costs else voice.table["cost.free"]
    undo = _("can be taken back until somebody sees it") if shown.undo else _("cannot be taken back")
    yield _("Who sees it: {who}; {cost}; {undo}.").format(
        who=audience_words(voice, shown.seen), cost=cost, undo=undo
    )
    yield from (*price_lines(voice, shown.price), *press_lines(voice, move))
    if shown.before is not None and shown.after is not None and shown.before != shown.after:
        before, after = appraisal_parts(voice, shown.before), appraisal_parts(voice, shown.after)
        for was, now in zip(before, after, strict=True):
            if was.words != now.words:
                yield f"{was.label}: {was.words} → {now.words}"
        yield from parting_lines(voice, shown.before, shown.after)
    if whole:
        yield from _restated(voice, shown.draft)
        if shown.after is not None:
            yield from (f"{part.label}: {part.words}" for part in appraisal_parts(voice, shown.after))
    found = len(shown.lint)
    if whole or found != len(view.lint):
        yield _("What the draft would lack, findings: {n}.").format(n=found)
        yield from (f"{DEEPER}{full_stop(lacking_line(voice, finding))}" for finding in shown.lint)


def _on_the_table(voice: Voice, view: SeatView) -> Iterator[str]:
    """What lies on the drafting table, as it was opened."""
    opened = [entry.event for entry in view.sight.record if isinstance(entry.event, DraftingOpened)]
    yield from (full_stop(event_line(voice, event)) for event in opened[-1:])


def _restated(voice: Voice, draft: Iterable[int]) -> Iterator[str]:
    yield _("The text as it would be:")
    for clause, option in zip(voice.board.clauses, draft, strict=True):
        title = voice.clause(clause.id)
        if option == SILENT:
            fallback = voice.option(clause.id, clause.default)
            said = _("{clause}: left out, which counts as: {option}").format(clause=title, option=fallback)
        else:
            text = voice.option_text(clause.id, option)
            said = f"{title}: {voice.option(clause.id, option)}{f'. {text}' if text else ''}"
        yield f"{DEEPER}{said}"
