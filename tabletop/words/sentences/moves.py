"""Moves in words: a box as a line of a menu, a move as a sentence, a slot as a question, a price as lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.game.records.menu import Box, Choice, Count, Pick, Slot
from tabletop.game.records.moves import AnswerStrike, Move, WalkOut
from tabletop.game.records.papers import Paper
from tabletop.vocabulary import unit_of
from tabletop.words.language.voice import Voice, change, number, percent, tidy
from tabletop.words.sentences.consent_price import price_words
from tabletop.words.sentences.fillings import fillings
from tabletop.words.sentences.papers import listed_papers, paper_line


def move_sentence(voice: Voice, made: Move, papers: Iterable[Paper] = ()) -> str:
    """A move as a sentence, before it is made or after.

    Args:
        voice: The reader.
        made: The move.
        papers: The papers the reader may see, so that a move on one can name it.
    """
    said = fillings(voice, made)
    on: object = getattr(made, "paper", None)
    if isinstance(on, int):
        said["paper"] = paper_by_id(voice, on, papers)
    variant = ""
    if isinstance(made, WalkOut | AnswerStrike) and made.until:
        variant = f".{made.until if isinstance(made, WalkOut) else made.answer}"
    slug = f"move.{made.kind}{variant}"
    sentence = voice.say(slug if slug in voice.table else f"move.{made.kind}", **said)
    return tidy(sentence)


def settled_words(voice: Voice, box: Box, papers: Iterable[Paper] = ()) -> str:
    """What of a box is settled, because there is one choice only; empty for nothing."""
    return "; ".join(value for slot in box.slots if (value := _only(voice, slot, papers)))


@dataclass(frozen=True, slots=True)
class MenuLine:
    """A box as a line of a menu, in its parts, so that what several lines share can be said once above them.

    Attributes:
        name: What it is.
        settled: What of it is settled already; empty for nothing.
        terms: Who sees it, and what it uses up.
    """

    name: str
    settled: str
    terms: str

    @property
    def head(self) -> str:
        """What it is, with what is settled."""
        return f"{self.name}: {self.settled}" if self.settled else self.name

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.head} ({self.terms})"


def menu_line(voice: Voice, box: Box, papers: Iterable[Paper] = ()) -> MenuLine:
    """A box as a line of a menu.

    Args:
        voice: The reader.
        box: What may be chosen.
        papers: The papers the reader may see.
    """
    cost = voice.table["cost.moves"].format(n=box.costs) if box.costs else voice.table["cost.free"]
    return MenuLine(
        voice.say(f"menu.{box.move}"),
        settled_words(voice, box, papers),
        f"{audience_words(voice, box.seen)}; {cost}",
    )


def audience_words(voice: Voice, audience: str) -> str:
    """Who will see a move: `public`, `pair` or `own`."""
    return voice.table[f"seen.{audience}"]


def slot_question(voice: Voice, slot: Slot) -> str:
    """What a slot asks."""
    return voice.say(f"slot.{slot.name}")


def value_name(voice: Voice, name: str, chosen: str) -> str:
    """A value of a pick, named: a seat, an act, a place, a clause, a word of the rules."""
    if name in {"to", "by", "about", "verifier", "seat"}:
        return voice.who(chosen)
    if name == "clause":
        return voice.clause(chosen)
    if name == "price":
        return price_words(voice, chosen)
    if name in {"act", "place", "card"}:
        return voice.lexicon.label(f"{name}.{chosen}")
    if name == "until" and chosen not in {"", "for-good"}:
        return voice.lexicon.label(f"until.{chosen}")
    return voice.quantity(chosen) if name == "path" else voice.word(chosen)


def number_name(voice: Voice, slot: Choice, chosen: int, papers: Iterable[Paper]) -> str:
    """A value of a choice: a paper by its line, another number as it is."""
    return paper_by_id(voice, chosen, papers) if slot.name == "paper" else number(chosen)


def paper_by_id(voice: Voice, wanted: int, papers: Iterable[Paper]) -> str:
    """The line of a paper by its number; the number alone when the reader cannot see it."""
    found = next((thing for thing in listed_papers(papers) if thing.id == wanted), None)
    return paper_line(voice, found) if found else str(wanted)


def price_lines(voice: Voice, effects: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """What a move would do to quantities the reader knows, one line each: `trust (Russia): +1.0`."""
    return tuple(
        voice.say("price.line", what=voice.quantity(path), change=change(by, unit_of(path)))
        for path, by in effects
        if by
    )


def press_lines(voice: Voice, move: Move) -> tuple[str, ...]:
    """T7.10, T7.11: how often the source of something sealed for the press is found, and what that costs it."""
    if move.kind not in {"leak", "brief"}:
        return ()
    numbers, effects = voice.board.numbers, voice.board.effects
    cost = price_lines(voice, effects["leak.traced"]) if move.kind == "leak" else ()
    chance = percent(numbers[f"{move.kind}.traced"])
    return ("; ".join((voice.say("press.traced", chance=chance), *cost)),)


def _only(voice: Voice, slot: Slot, papers: Iterable[Paper]) -> str:
    match slot:
        case Pick(name=name, ids=(single,)):
            return value_name(voice, name, single)
        case Choice(values=(only,)):
            return number_name(voice, slot, only, papers)
        case Count(low=low, high=high) if low == high:
            return f"{voice.table[f'slot.{slot.name}']} {low}"
        case _:
            return ""
