"""What a move would do, in a few lines: who sees it, its price, what would be agreed, worth, home and lint after."""

from collections.abc import Iterator

from textual.content import Content

from tabletop.game.records.moves import Move, Orders
from tabletop.game.text.drafting import agreed_now
from tabletop.game.views import Preview, SeatView
from tabletop.vocabulary import SILENT
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.pages.appraisal import appraisal_parts, parting_lines
from tabletop.words.pages.draft_rows import lacking_line
from tabletop.words.sentences.moves import audience_words, move_sentence, press_lines, price_lines
from tabletop.words.sentences.orders import order_effects


def outlook(voice: Voice, made: Move, preview: Preview, view: SeatView) -> Content:
    """The preview of a move as a seat can know it.

    Args:
        voice: The reader.
        made: The move.
        preview: What the table says it would do.
        view: The view it would be made on.
    """
    lines = (
        []
        if isinstance(made, Orders)
        else [Content.styled(move_sentence(voice, made, view.sight.papers), "bold")]
    )
    cost = voice.table["cost.moves"].format(n=preview.costs) if preview.costs else voice.table["cost.free"]
    back = voice.table["outlook.undo" if preview.undo else "outlook.final"]
    lines.append(Content(f"{audience_words(voice, preview.seen)}; {cost}; {back}"))
    lines += [Content(said) for said in consequences(voice, made, preview, view)]
    return Content("\n").join(lines)


def consequences(voice: Voice, made: Move, preview: Preview, view: SeatView) -> Iterator[str]:
    """What would follow, as far as the seat can know: a sentence a kind, none where nothing would change."""
    known = [*price_lines(voice, preview.price), *press_lines(voice, made)]
    if isinstance(made, Orders):
        known += order_effects(voice, made.choices)
    if known:
        yield "; ".join(known)
    pending = agreed_now(voice.board, view.sight.text, view.sight.papers)
    changed = [
        (clause.id, now)
        for clause, was, now in zip(voice.board.clauses, pending, preview.draft, strict=True)
        if was != now
    ]
    if not changed:
        return
    if settled := tuple((clause, option) for clause, option in changed if option != SILENT):
        yield voice.say("outlook.agreed", clauses=voice.terms(settled))
    if opened := [voice.clause(clause) for clause, option in changed if option == SILENT]:
        yield voice.say("outlook.opened", clauses=", ".join(opened))
    if preview.before is not None and preview.after is not None:
        before, after = appraisal_parts(voice, preview.before), appraisal_parts(voice, preview.after)
        moved = [
            f"{was.label}: {was.brief} → {now.brief}"
            for was, now in zip(before, after, strict=True)
            if was.brief != now.brief
        ]
        if moved:
            yield "; ".join((*moved, *parting_lines(voice, preview.before, preview.after)))
    old, new = set(view.lint), set(preview.lint)
    for slug, found in (("outlook.lint-new", new - old), ("outlook.lint-gone", old - new)):
        if found:
            yield voice.say(
                slug, findings=" ".join(sorted(full_stop(lacking_line(voice, each)) for each in found))
            )
