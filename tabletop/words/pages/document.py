"""The draft as a document: one article a clause, in prose, in brackets where it is open, with red lines.

Two versions are two views that the same seat was shown; what is added and what is taken out is said by a
sign and a word, so that nothing hangs on colour.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.game.views import SeatView
from tabletop.vocabulary import SILENT
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.pages.draft_rows import Row, draft_rows

KEPT, ADDED, REMOVED = "kept", "added", "removed"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of an article.

    Attributes:
        text: The passage: agreed words, or a bracket with the seats that stand on it.
        change: `kept`, `added` or `removed`, against the earlier version.
        note: Which seats have come to it or left it; empty for none.
    """

    text: str
    change: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One clause of the document.

    Attributes:
        clause: The clause's id.
        title: Its number and title.
        state: How it stands, in words: `AGREED`, `[open]`.
        was: How it stood in the earlier version, where that was otherwise; else empty.
        passages: Its passages, in the order of the options.
        silent: What counts while nothing is agreed.
        lacking: What the lint finds wanting in it, each with its reason.
    """

    clause: str
    title: str
    state: str
    was: str
    passages: tuple[Passage, ...]
    silent: str
    lacking: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether it differs from the earlier version."""
        return bool(self.was) or any(each.change != KEPT or each.note for each in self.passages)


def draft_articles(voice: Voice, view: SeatView, before: SeatView | None = None) -> tuple[Article, ...]:
    """The draft, article by article, against an earlier version of it.

    Args:
        voice: The reader.
        view: The view that is read.
        before: An earlier view of the same seat; None shows no red lines.
    """
    now = draft_rows(voice, view)
    old = draft_rows(voice, before) if before is not None else now
    earlier = before if before is not None else view
    found: list[Article] = []
    for at, (row, was) in enumerate(zip(now, old, strict=True)):
        clause = voice.board.clauses[at]
        fallback = voice.option(clause.id, clause.default)
        found.append(
            Article(
                row.clause,
                f"{at + 1}. {row.title}",
                row.label,
                was.label if was.label != row.label else "",
                _passages(voice, row, view.draft[at], was, earlier.draft[at]),
                "" if row.text else voice.say("document.silent", option=fallback),
                row.lacking,
            )
        )
    return tuple(found)


def _standing(row: Row, settled: int) -> dict[int, tuple[str, ...]]:
    """By option: who stands on it; an option that is settled needs nobody."""
    if settled != SILENT:
        return {settled: ()}
    options = sorted({stand.option for stand in row.stands if stand.option != SILENT})
    return {each: tuple(stand.seat for stand in row.stands if stand.option == each) for each in options}


def _passages(voice: Voice, row: Row, settled: int, was: Row, once: int) -> tuple[Passage, ...]:
    now, old = _standing(row, settled), _standing(was, once)
    found: list[Passage] = []
    for option in sorted({*now, *old}):
        if option not in now:
            found.append(Passage(_words(voice, row.clause, option, old[option]), REMOVED))
            continue
        text = _words(voice, row.clause, option, now[option])
        if option not in old:
            found.append(Passage(text, ADDED))
            continue
        moved = bool(now[option]) and bool(old[option])
        come = [seat for seat in now[option] if seat not in old[option]] if moved else []
        gone = [seat for seat in old[option] if seat not in now[option]] if moved else []
        notes = [voice.table["document.joined"].format(seats=voice.whom(come))] if come else []
        notes += [voice.table["document.left"].format(seats=voice.whom(gone))] if gone else []
        found.append(Passage(text, KEPT, "; ".join(notes)))
    return tuple(found)


def _words(voice: Voice, clause: str, option: int, seats: tuple[str, ...]) -> str:
    """A passage: the sentence of an option, in brackets with its seats while it is not agreed."""
    label, said = voice.option(clause, option), voice.option_text(clause, option)
    sentence = said or full_stop(label)
    if not seats:
        return sentence
    return f"[{voice.join(voice.name(seat) for seat in seats)}: {label}. {said}".rstrip() + "]"


def changes_line(voice: Voice, found: tuple[Article, ...]) -> str:
    """What differs from the earlier version, in one line."""
    titles = [voice.clause(article.clause) for article in found if article.changed]
    if not titles:
        return voice.say("document.same")
    return voice.say("document.changed", n=str(len(titles)), clauses=", ".join(titles))


def document_lines(voice: Voice, found: tuple[Article, ...]) -> Iterator[str]:
    """The document as plain lines: for a file, for the clipboard, and for plain mode."""
    for article in found:
        was = f" ({voice.table['document.was'].format(state=article.was)})" if article.was else ""
        yield f"{article.title}: {article.state}{was}"
        for passage in article.passages:
            note = f" ({passage.note})" if passage.note else ""
            yield f"  {marked(voice, passage)}{note}"
        if article.silent:
            yield f"  {full_stop(article.silent)}"
        yield from (
            f"  {voice.table['document.lacks'].format(what=full_stop(each))}" for each in article.lacking
        )


def marked(voice: Voice, passage: Passage) -> str:
    """A passage with its sign and word where it was added or taken out."""
    if passage.change == KEPT:
        return passage.text
    return f"{voice.table[f'document.{passage.change}']} {passage.text}"
