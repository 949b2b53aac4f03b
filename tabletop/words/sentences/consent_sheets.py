"""Consent sheets in words: what they carry, what they ask for, and whether the draft meets it (T4.7, T4.8)."""

from collections.abc import Iterator

from tabletop.game.records.papers import ConsentSheet, Objection
from tabletop.game.views import SeatView
from tabletop.scenario.board.consent import NO_PRICE
from tabletop.vocabulary import SILENT
from tabletop.words.language.voice import Voice, capitalised
from tabletop.words.sentences.consent_price import price_words


def sheet_lines(voice: Voice, view: SeatView) -> Iterator[str]:
    """The sheets a seat may see, each clause on a line with what its price lacks, and the objections used."""
    for sheet in view.sight.papers:
        if not isinstance(sheet, ConsentSheet):
            continue
        for_whom = voice.whom(sheet.to) if sheet.to else voice.name("all")
        seal = voice.table["sheet.sealed" if sheet.sealed else "sheet.open"]
        yield capitalised(voice.table["sheet.head"].format(by=voice.who(sheet.by), to=for_whom, seal=seal))
        yield from (
            f"  {voice.clause(clause)}: {voice.option(clause, option)}" for clause, option in sheet.terms
        )
        if sheet.price != NO_PRICE:
            price, state = price_words(voice, sheet.price), _state(voice, view, sheet.price)
            yield "  " + voice.table["sheet.price"].format(price=price, state=state)
    used = [paper.by for paper in view.sight.papers if isinstance(paper, Objection)]
    if used:
        yield voice.say("sheet.used", seats=voice.whom(used))


def _state(voice: Voice, view: SeatView, price: str) -> str:
    """Whether the draft, as all see it, meets a price: met, unmet, or unclear while its clause is open."""
    rules = voice.board.consent
    if rules is None:
        return ""
    clause, least = rules.prices[price]
    stands = view.draft[clause]
    return voice.table[
        f"condition.{'unclear' if stands == SILENT else 'met' if stands >= least else 'unmet'}"
    ]
