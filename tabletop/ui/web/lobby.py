"""The pages before a seat's own: the code, the tables with their free seats, the teacher's list of who sits where."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from tabletop.ui.web.rendered import template
from tabletop.ui.web.request import Clock, Dice
from tabletop.words.language.i18n import Table, english, language, languages, speaking


@dataclass(frozen=True, slots=True)
class Chair:
    """A seat as the lobby shows it.

    Attributes:
        seat: Its id.
        name: Its name, in the class's words.
        state: `free`, `taken`, or `bot` for one that nobody can choose.
        nickname: Who sits there; may be empty.
        presence: `here`, `quiet` or `away`; for the teacher.
        playing: Who plays it now, in a word: a person, or a bot's temper; for the teacher.
        stands_in: Whether a bot plays it that the teacher can take away.
    """

    seat: str
    name: str
    state: str
    nickname: str = ""
    presence: str = ""
    playing: str = ""
    stands_in: bool = False


@dataclass(frozen=True, slots=True)
class TableCard:
    """A table as the lobby shows it.

    Attributes:
        number: Its number.
        chairs: Its seats.
        where: Where its talks stand, in words; for the teacher.
        waits: Whom it waits for, in words; for the teacher.
        paused: Whether it is paused.
        over: Whether its match is over.
        clock: What is left of its sitting; None without a clock.
        until: Minutes until its pause ends by itself; 0 for one without an end.
        trouble: What keeps it from going on; empty when nothing does.
    """

    number: int
    chairs: tuple[Chair, ...]
    where: str = ""
    waits: str = ""
    paused: bool = False
    over: bool = False
    clock: Clock | None = None
    until: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """What every page before a seat's own needs.

    Attributes:
        title: The scenario's title.
        about: Its legal baseline and the day its facts are of, a paragraph each.
        style: The address of the stylesheet.
        language: The language of the answer.
        refused: Why the last form was refused, as a sentence; empty when it was not.
        code: What was typed, to stand there again.
        commitment: The commitment to the seed of the dice.
    """

    title: str
    about: tuple[str, ...]
    style: str
    language: str
    refused: str = ""
    code: str = ""
    commitment: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """What the teacher's page shows beside the tables.

    Attributes:
        address: What students type.
        code: The class code.
        picture: The address as a picture that telephones read, an address of this host.
        dice: The commitment to the seed, and once every table is over what opens it.
        links: By table and seat, a fresh link that was asked for; shown once.
        timed: Whether sittings have a clock.
    """

    address: str
    code: str
    picture: str
    dice: Dice
    links: dict[tuple[int, str], str] = field(default_factory=dict[tuple[int, str], str])
    timed: bool = False


def code_page(door: Door) -> str:
    """The first page: it asks for the class code."""
    return _page("code.html", door)


def tables_page(door: Door, tables: Sequence[TableCard]) -> str:
    """The tables, and a form to sit down at a seat that is free."""
    return _page("tables.html", door, tables=tables)


def again_page(door: Door) -> str:
    """What somebody sees whose browser does not say which seat is theirs."""
    return _page("again.html", door)


def control_page(door: Door, host: Host, tables: Sequence[TableCard]) -> str:
    """The teacher's list: who sits where, who is here, whom each table waits for, and what can be done about it."""
    return _page("control.html", door, host=host, tables=tables)


@cache
def _sentences() -> Table:
    return Table(english("web"))


def _page(name: str, door: Door, **given: object) -> str:
    with speaking(door.language):
        table = _sentences()

        def say(slug: str, **facts: object) -> str:
            return table[slug].format_map({key: str(fact) for key, fact in facts.items()})

        return template(name).render(
            {"say": say, "door": door, "language": language(), "languages": languages(), **given}
        )
