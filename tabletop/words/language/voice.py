"""Names and numbers for a reader: the lexicon by id, and quantities with their units.

`Voice` is one reader's way of naming things: the board says which ids there are, the lexicon what they are
called, and the reader's own seat is "you". Sentences stand in one table a language, by slug.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tabletop.game.records.moves import Terms
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.vocabulary import FACILITATOR, SILENT, TABLE, Role, Unit
from tabletop.words.language.facts import fact_paragraph, statement
from tabletop.words.language.tables import REDUCED, SPOKEN


@dataclass(frozen=True, slots=True)
class Voice:
    """How one reader hears of the match.

    Attributes:
        board: The board as the reader may know it.
        lexicon: The words of the scenario.
        seat: The reader's seat, or `observer`: nobody is "you" then.
        table: Sentences by slug, in the reader's language.
    """

    board: Board
    lexicon: Lexicon
    seat: str = "observer"
    table: Mapping[str, str] = field(default_factory=lambda: SPOKEN, repr=False)

    def __post_init__(self) -> None:
        """A lexicon of less detail brings its shorter sentences."""
        if self.lexicon.reduced and self.table is SPOKEN:
            object.__setattr__(self, "table", REDUCED)

    def say(self, slug: str, **facts: str) -> str:
        """The sentence of a slug with its facts filled in, its first letter a capital.

        Facts are filled in literally: braces inside what people typed stay braces.

        Raises:
            KeyError: No such sentence, or a fact it needs is missing.
        """
        return capitalised(self.table[slug].format_map(facts))

    def toll(self, count: int) -> str:
        """How many people or homes were harmed; left out for a reader who asked for less detail of harm."""
        return self.table["toll"].format(n=about(count))

    def word(self, slug: str) -> str:
        """The word for a slug of the rules such as `not-below`; without one, the slug with spaces."""
        return self.table.get(f"word.{slug}", slug.replace("-", " "))

    def name(self, seat: str) -> str:
        """A seat's name, whoever reads."""
        if seat in {TABLE, FACILITATOR, "all", "observer", ""}:
            return self.table[f"seat.{seat or 'nobody'}"]
        return self.lexicon.label(f"seat.{seat}")

    def who(self, seat: str) -> str:
        """A seat as the reader hears of it: its own is "you"."""
        return self.table["seat.you"] if seat == self.seat else self.name(seat)

    def whom(self, seats: Iterable[str]) -> str:
        """Several seats in a row."""
        return self.join(self.who(seat) for seat in seats) or self.table["seat.nobody"]

    def seat_at(self, index: int) -> str:
        """The seat at an index of the board, as the reader hears of it; -1 is nobody."""
        return self.who(self.board.seats[index].id) if index >= 0 else self.table["seat.nobody"]

    def seats_in(self, mask: int) -> tuple[str, ...]:
        """The seats of a mask, by id."""
        return tuple(seat.id for at, seat in enumerate(self.board.seats) if mask >> at & 1)

    def clause(self, clause: str) -> str:
        """A clause's title."""
        return self.lexicon.label(f"clause.{clause}")

    def option(self, clause: str, option: int) -> str:
        """An option's short label; `SILENT` is no position."""
        if option == SILENT:
            return self.table["word.silent"]
        return self.lexicon.label(f"option.{clause}.{option}")

    def option_text(self, clause: str, option: int) -> str:
        """What an option would mean, in one sentence; empty when the author gave none."""
        return self.lexicon.labels.get(f"option.{clause}.{option}.text", "")

    def terms(self, terms: Terms) -> str:
        """Clauses with their options: `Scope: energy; Term: a month`."""
        return "; ".join(f"{self.clause(clause)}: {self.option(clause, option)}" for clause, option in terms)

    def orders(self, choices: Iterable[tuple[str, str]]) -> str:
        """Levers with what was chosen."""
        return "; ".join(
            f"{self.lexicon.label(f'lever.{lever}')}: {self.lexicon.label(f'lever.{lever}.{option}')}"
            for lever, option in choices
        )

    def gap(self, gap: str) -> str:
        """What a text lacks: the sentence of an interlock, or the name of a clause left out."""
        sentence = self.lexicon.labels.get(f"pair.{gap}")
        if sentence is not None:
            return sentence
        known = f"clause.{gap}" in self.lexicon.labels
        return self.say("gap.left-out", clause=self.clause(gap)) if known else gap.replace("-", " ")

    def fact(self, fact: str) -> str:
        """A fact of the scenario with its date, claimant and source; neutral names leave facts out, ids too."""
        known = self.lexicon.facts.get(fact)
        return self.table["doubt.fact"] if known is None else fact_paragraph(known, self.table)

    def statement(self, fact: str) -> str:
        """What a fact of the scenario says, without its date and sources."""
        known = self.lexicon.facts.get(fact)
        return self.table["doubt.fact"] if known is None else statement(known, self.table)

    def quantity(self, path: str) -> str:
        """A quantity of the state by its path: `alliance.patience`, `home.trust.ukraine.russia`."""
        chapter, field, *seats = path.split(".")
        label = self.table.get(f"quantity.{chapter}.{field}", f"{chapter} {field}".replace("_", " "))
        label = label.format_map(self._sides())
        return f"{label} ({' → '.join(self.party(seat) for seat in seats)})" if seats else label

    def _sides(self) -> dict[str, str]:
        """The seats that names of quantities speak of: the ground is counted from the second party's side."""
        seats = self.board.seats
        outside = next((seat.id for seat in seats if seat.role is Role.OUTSIDE), "")
        second = seats[self.board.parties[-1]].id
        mediator = seats[self.board.mediator].id
        return {
            "mediator": self.name(mediator),
            "outside": self.name(outside),
            "first": self.name(seats[self.board.parties[0]].id),
            "second": self.name(second),
            "region": self.clause(self.board.clauses[self.board.roles.territory].id),
        }

    def party(self, seat: str) -> str:
        """A seat inside a path; effects also say `own`, `other` and `to`."""
        return self.table.get(f"party.{seat}") or self.name(seat)

    def chance(self, share: int) -> str:
        """A chance per ten thousand as a band people can picture: `6 in 10`, `fewer than 1 in 20`."""
        if share < 5_00:
            return self.table["chance.least"]
        if share > 95_00:
            return self.table["chance.most"]
        return self.table["chance.in-ten"].format(n=max(1, min(9, round(share / 1000))))

    def join(self, items: Iterable[str]) -> str:
        """A row of things: `a`, `a and b`, `a, b and c`."""
        listed = list(items)
        if len(listed) < 2:
            return "".join(listed)
        return f"{', '.join(listed[:-1])} {self.table['word.and']} {listed[-1]}"


def capitalised(sentence: str) -> str:
    """The sentence with its first letter a capital."""
    return sentence[:1].upper() + sentence[1:]


def full_stop(sentence: str) -> str:
    """The sentence with its full stop, where it has no end of its own."""
    return sentence if sentence.endswith((".", "!", "?", "…", ".”", "!”", "?”", "…”")) else f"{sentence}."


def tidy(sentence: str) -> str:
    """The sentence without the gaps that empty facts leave."""
    return " ".join(sentence.split())


def points(hundredths: int, *, signed: bool = True) -> str:
    """Hundredths of a point as people read them: `+1.4`, `−0.3`; zero has no sign."""
    tenths = abs(hundredths) + 5
    shown = decimal(tenths // 10 / 10)
    if tenths < 10:
        return shown
    return f"−{shown}" if hundredths < 0 else f"{'+' if signed else ''}{shown}"


def percent(share: int) -> str:
    """A share per ten thousand as whole per cent: `62 %`."""
    whole = round(share / 100)
    return f"{'−' if whole < 0 else ''}{abs(whole)} %"


def bar(share: int, width: int = 8) -> str:
    """A share per ten thousand as a bar of two shapes that differ without colour."""
    full = max(0, min(width, (share * width + 50_00) // 100_00))
    return "▇" * full + "▁" * (width - full)


def number(value: int) -> str:
    """A whole number with its thousands apart and a minus of its own: `1,200,000`, `−8`."""
    return f"{value:,}".replace(",", SPOKEN["number.thousands"]).replace("-", "−")


def about(value: int) -> str:
    """An estimate in thousands, as nothing finer is known: `181,000`, `fewer than 1,000`, `0`."""
    whole = round(value / 1_000) * 1_000
    if 0 < value < 1_000:
        return SPOKEN["number.under"].format(n=number(1_000))
    return number(whole)


def decimal(value: float, places: int = 1) -> str:
    """A number with so many decimals: `1.4`."""
    return f"{value:.{places}f}".replace(".", SPOKEN["number.decimal"])


def amount(value: int, unit: Unit) -> str:
    """A quantity of the state in the unit people read."""
    if unit is Unit.SHARE:
        return percent(value)
    return points(value, signed=False) if unit is Unit.POINT else _counted(value, unit)


def change(by: int, unit: Unit) -> str:
    """A change of a quantity in the unit people read, with its sign."""
    if unit is Unit.SHARE:
        return f"{points(by)} %"
    return points(by) if unit is Unit.POINT else f"{'−' if by < 0 else '+'}{_counted(abs(by), unit)}"


def _counted(value: int, unit: Unit) -> str:
    """A whole number and its unit; homes, rounds and counts have no word, as a quantity's name says what is counted."""
    word = SPOKEN.get(f"unit.{unit.name.lower()}")
    return f"{number(value)} {word}" if word else number(value)
