"""The price of a consent sheet in words (T4.8)."""

from tabletop.scenario.board.consent import NO_PRICE
from tabletop.words.language.voice import Voice


def price_words(voice: Voice, price: str) -> str:
    """The clause and the option from which on a price is met."""
    rules = voice.board.consent
    if price == NO_PRICE or rules is None or price not in rules.prices:
        return voice.table["price.none"]
    at, option = rules.prices[price]
    clause = voice.board.clauses[at].id
    return voice.table["price.from"].format(clause=voice.clause(clause), option=voice.option(clause, option))
