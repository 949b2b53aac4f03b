"""The ledger as a page: promises with their state, vows, payments, deadlines, strikes, papers, and claims (I2)."""

from collections.abc import Iterable

from tabletop.game.records.papers import (
    Deadline,
    DeadlineNature,
    EvidencePaper,
    Paper,
    PromisePaper,
    SidePayment,
    StrikePaper,
)
from tabletop.game.views import SeatView
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, capitalised
from tabletop.words.pages.doubt import claim_lines
from tabletop.words.sentences.papers import listed_papers, paper_line

GROUPS: tuple[tuple[str, tuple[type[Paper], ...]], ...] = (
    ("payments", (SidePayment,)),
    ("deadlines", (Deadline, DeadlineNature)),
    ("strikes", (StrikePaper, EvidencePaper)),
)
"""Papers that have a section of their own beside promises; all others are under `papers`."""


def ledger_page(voice: Voice, view: SeatView) -> tuple[Section, ...]:
    """Promises and vows always; the rest where there is something; claims last, the newest first."""
    papers = tuple(listed_papers(view.sight.papers))
    own = (PromisePaper, *(kind for _, kinds in GROUPS for kind in kinds))
    found = [
        _section(voice, "promises", _of(voice, papers, (PromisePaper,)), always=True),
        _section(voice, "vows", _vows(voice, view), always=True),
        *(_section(voice, slug, _of(voice, papers, kinds)) for slug, kinds in GROUPS),
        _section(voice, "papers", (paper_line(voice, each) for each in papers if not isinstance(each, own))),
        _section(voice, "claims", reversed(claim_lines(voice, view.sight.theatre.ledger))),
    ]
    return tuple(section for section in found if section.lines)


def _section(voice: Voice, slug: str, lines: Iterable[str], *, always: bool = False) -> Section:
    listed = tuple(capitalised(said) for said in lines)
    none = (voice.say("ledger.none"),) if always else ()
    return Section(voice.say(f"ledger.{slug}"), listed or none)


def _of(voice: Voice, papers: Iterable[Paper], kinds: tuple[type[Paper], ...]) -> Iterable[str]:
    """The lines of papers of some kinds."""
    return (paper_line(voice, each) for each in papers if isinstance(each, kinds))


def _vows(voice: Voice, view: SeatView) -> Iterable[str]:
    for vow in view.sight.text.vows:
        clause = voice.board.clauses[vow.clause].id
        side = voice.word("not-below" if vow.below else "not-above")
        yield (
            f"{voice.table['text.vow']} {voice.seat_at(vow.seat)}: {voice.clause(clause)}: {side} "
            f"{voice.option(clause, vow.option)}"
        )
