"""A seat's page: what is asked for, put together from the view and rendered in one language."""

from collections.abc import Callable
from functools import partial

from tabletop.errors import Refusal
from tabletop.game.views import SeatView
from tabletop.ui.shared import counsel
from tabletop.ui.shared.changes import Baseline, baseline_index, news
from tabletop.ui.shared.prose_blocks import HEADING, ITEM, STRESS, prose_blocks
from tabletop.ui.shared.seat_session import NOTES, SeatSession
from tabletop.ui.shared.view_history import views_over_time
from tabletop.ui.web.charts import HIGH, LEFT, WIDE, drawing_of
from tabletop.ui.web.forms import card_fields
from tabletop.ui.web.header import header_of
from tabletop.ui.web.panels import clause_rows, moves_of, record_of, shown_move
from tabletop.ui.web.rendered import template
from tabletop.ui.web.request import NOTES_MOST, PAGES, TABLE, Request, mark_of
from tabletop.ui.web.theatre_map import WIDE as MAP_WIDE
from tabletop.ui.web.theatre_map import map_drawings
from tabletop.vocabulary import ENDS, Phase
from tabletop.words.figures.charts import charts
from tabletop.words.figures.in_play import figures_in_play, figures_page
from tabletop.words.figures.map import map_credits, no_map
from tabletop.words.figures.provenance import source_card
from tabletop.words.language.i18n import language, languages, speaking
from tabletop.words.language.section import SourcedSection, text_sections, unsourced
from tabletop.words.language.voice import Voice, capitalised, decimal, full_stop
from tabletop.words.pages.appraisal import appraisal_parts
from tabletop.words.pages.conditions import condition_blocks
from tabletop.words.pages.document import changes_line, draft_articles, marked
from tabletop.words.pages.in_force import in_force_lines
from tabletop.words.pages.ledger import ledger_page
from tabletop.words.pages.strike import strike_page
from tabletop.words.pages.theatre import theatre_page
from tabletop.words.pages.war import outside_group, war_page
from tabletop.words.sentences.consent_sheets import sheet_lines
from tabletop.words.sentences.refusals import refusal_sentence

Part = dict[str, object]
"""What a template is given."""


def seat_page(session: SeatSession, request: Request) -> str:
    """The whole page of a seat as HTML, for one request.

    Args:
        session: The seat, which alone decides what stands on the page.
        request: What is asked for.

    Raises:
        LookupError: There is no such language.
    """
    with speaking(request.language):
        view = session.view
        page = _page(session, request)
        build = _BUILDERS.get(page)
        given = _frame(session, view, request, page) | (build(session, view, request) if build else {})
        return template(f"{page}.html").render(given)


def _page(session: SeatSession, request: Request) -> str:
    """The page that is shown: a post shows the table, a match that is over its end."""
    if request.page == "source":
        return "source"
    known = request.page in PAGES and request.page in _pages(session, request)
    return request.page if known and request.chosen is None else TABLE


def _pages(session: SeatSession, request: Request) -> list[str]:
    """The pages that a seat has now; how it ended comes first."""
    found = [page for page in PAGES if page != "end" and (page != "counsel" or request.advice is not None)]
    return ["end", *found] if session.over else found


def _frame(session: SeatSession, view: SeatView, request: Request, page: str) -> Part:
    """What every page needs."""
    voice = session.voice
    table = voice.table

    def say(slug: str, **facts: object) -> str:
        return voice.say(slug, **{name: str(fact) for name, fact in facts.items()})

    def short(seat: str) -> str:
        return voice.lexicon.labels.get(f"seat.{seat}.short", voice.name(seat)[:2])

    def refusal(why: Refusal) -> str:
        return full_stop(refusal_sentence(voice, why))

    return {
        "say": say,
        "table": table,
        "name": voice.name,
        "short": short,
        "language": language(),
        "languages": languages(),
        "request": request,
        "page": page,
        "pages": _pages(session, request),
        "view": view,
        "seat": voice.seat,
        "seats": [seat.id for seat in voice.board.seats],
        "phase": view.sight.talks.phase.value,
        "header": header_of(voice, view),
        "over": session.over,
        "awaited": [
            voice.who(seat.id)
            for at, seat in enumerate(voice.board.seats)
            if view.sight.talks.awaiting >> at & 1
        ],
        "refusal": refusal,
        "full_stop": full_stop,
        "capitalised": capitalised,
    }


def _table(session: SeatSession, view: SeatView, request: Request) -> Part:
    """The moves, and the four panels."""
    voice = session.voice
    talks, lines = view.sight.talks, record_of(session, view)
    return {
        "moves": moves_of(session, view, request.posted or card_fields(voice, view, request.card)),
        "shown": shown_move(session, view, request.chosen) if request.chosen is not None else None,
        "strike": strike_page(voice, view) if talks.phase is Phase.INTERRUPTED else (),
        "in_force": in_force_lines(voice, view.in_force) if view.in_force is not None else (),
        "worth": appraisal_parts(voice, view.appraisal) if view.appraisal is not None else (),
        "record": lines,
        "news": [line for line in lines if line.fresh],
        **_text(session, view, request),
        **_conditions(session, view, request),
        **_sourced(voice, view, (outside_group(voice, view), *war_page(voice, view)[:1])),
    }


def _text(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice = session.voice
    fresh = news(voice, session.port.past, view).clauses
    return {
        "clauses": clause_rows(voice, view, fresh),
        "options": [
            (
                clause.id,
                [
                    (voice.option(clause.id, at), voice.option_text(clause.id, at))
                    for at in range(len(clause.options))
                ],
            )
            for clause in voice.board.clauses
        ],
    }


def _document(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice, past = session.voice, session.port.past
    index = baseline_index(past, Baseline.TURN)
    before = past.view(index) if index >= 0 else None
    found = draft_articles(voice, view, before)
    return {
        "articles": found,
        "marked": partial(marked, voice),
        "changes": full_stop(changes_line(voice, found)) if before is not None else "",
    }


def _conditions(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice = session.voice
    return {"blocks": condition_blocks(voice, view), "sheets": list(sheet_lines(voice, view))}


def _record(session: SeatSession, view: SeatView, _request: Request) -> Part:
    return {"record": record_of(session, view)}


def _outside(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice = session.voice
    views = views_over_time(session.port.past, view)
    return {
        **_sourced(voice, view, war_page(voice, view)),
        "charts": [drawing_of(chart) for chart in charts(voice, views)],
        "wide": WIDE,
        "high": HIGH,
        "left": LEFT,
    }


def _map(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice = session.voice
    theatre_map = voice.lexicon.background.map
    return {
        **_sourced(voice, view, theatre_page(voice, view)),
        "maps": list(map_drawings(voice, view)),
        "credits": text_sections((map_credits(voice, theatre_map),)) if theatre_map is not None else (),
        "no_map": full_stop(no_map(voice)),
        "wide": MAP_WIDE,
    }


def _ledger(session: SeatSession, view: SeatView, _request: Request) -> Part:
    return {"sections": ledger_page(session.voice, view)}


def _brief(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice, mine = session.voice, view.sight.mine
    texts = voice.lexicon.texts
    names = ("general", f"confidential.{voice.seat}", "baseline", "assumptions")
    weights = (
        sorted(zip(voice.board.clauses, mine.weights, strict=True), key=lambda each: -each[1]) if mine else []
    )
    return {
        "briefs": [
            (_brief_title(voice, name), list(_prose(texts[name]))) for name in names if texts.get(name)
        ],
        "weights": [(voice.clause(clause.id), decimal(weight / 100), weight) for clause, weight in weights],
        "alternative": decimal(mine.alternative / 100) if mine else "",
    }


def _brief_title(voice: Voice, name: str) -> str:
    return voice.say(f"web.brief.{name.partition('.')[0]}", seat=voice.name(voice.seat))


def _prose(text: str) -> list[tuple[str, str]]:
    """A text as blocks: what each is, and its words without their signs."""
    found: list[tuple[str, str]] = []
    for block in prose_blocks(text):
        heading = HEADING.match(block)
        plain = STRESS.sub(r"\2", heading.group(1) if heading else block)
        if not plain:
            continue
        kind = "head" if heading else "item" if ITEM.match(block) else "text"
        found.append((kind, ITEM.sub("", plain, count=1) if kind == "item" else plain))
    return found


def _notes(session: SeatSession, _view: SeatView, request: Request) -> Part:
    kept = session.port.notes.read(NOTES)
    return {
        "notes": request.unkept or kept,
        "kept": mark_of(kept),
        "most": NOTES_MOST,
        "may_write": session.voice.seat in session.voice.board.seat_index,
    }


def _counsel(session: SeatSession, view: SeatView, request: Request) -> Part:
    advice = request.advice
    voice = session.voice
    last = () if session.remark is None else (counsel.remarked(voice, view, session.remark),)
    sections = counsel.counsel_sections(voice, view, advice) if advice is not None else ()
    return {"title": counsel.title(voice, session.counsel), "sections": (*last, *sections)}


def _sources(session: SeatSession, view: SeatView, _request: Request) -> Part:
    return _sourced(session.voice, view, figures_page(session.voice, view))


def _source(session: SeatSession, view: SeatView, request: Request) -> Part:
    known = {told.figure for told in figures_in_play(session.voice, view)}
    figure = request.figure
    return {"card": source_card(session.voice, view, figure) if figure in known else None}


def _closed(session: SeatSession, view: SeatView, _request: Request) -> Part:
    voice = session.voice
    apart = {"facilitator-only", "table-only"}
    return {
        "shut": [
            (voice.say(f"menu.{each.move}"), full_stop(refusal_sentence(voice, each.refusal)))
            for each in view.legal.closed
            if each.refusal.code not in apart
        ]
    }


def _end(session: SeatSession, view: SeatView, request: Request) -> Part:
    voice = session.voice
    phase = view.sight.talks.phase
    return {
        "ended": voice.say(f"phase.{phase.value}") if phase in ENDS else "",
        "sections": request.debrief,
        "after": _prose(voice.lexicon.texts.get("debrief", "")),
        **_text(session, view, request),
    }


def _sourced(voice: Voice, view: SeatView, groups: tuple[SourcedSection, ...]) -> Part:
    """Groups of lines; a figure that can be asked where it comes from has its link."""
    known = {told.figure for told in figures_in_play(voice, view)}
    return {
        "groups": [
            SourcedSection(
                group.title,
                tuple(line if line.figure in known else unsourced((line.text,))[0] for line in group.lines),
            )
            for group in groups
            if group.lines
        ]
    }


_BUILDERS: dict[str, Callable[[SeatSession, SeatView, Request], Part]] = {
    TABLE: _table,
    "text": _text,
    "document": _document,
    "conditions": _conditions,
    "record": _record,
    "outside": _outside,
    "map": _map,
    "ledger": _ledger,
    "brief": _brief,
    "notes": _notes,
    "counsel": _counsel,
    "sources": _sources,
    "source": _source,
    "closed": _closed,
    "end": _end,
}
