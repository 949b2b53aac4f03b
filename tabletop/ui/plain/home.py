"""The home of plain mode: a new match, an old one, the rules, a demonstration; all by numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tabletop.scenario.library import Listed
from tabletop.ui.plain.console import Back, Console
from tabletop.ui.shared.saves import list_saves, passed_over, played
from tabletop.ui.shared.setup import FIRST_MATCH, PERSON, Setup, tutorial
from tabletop.ui.shared.window_words import said, said_or
from tabletop.vocabulary import BOTS
from tabletop.words.language.i18n import _


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asked for at home.

    Attributes:
        what: `new`, `resume`, `rules` or `demonstration`.
        setup: The match, when a new one is wanted.
        path: The journal, when an old one is wanted.
    """

    what: str
    setup: Setup | None = None
    path: Path | None = None


def home(console: Console, offered: Sequence[Listed], saves: Path) -> Wanted:
    """Ask what is wanted.

    Raises:
        EndOfInput: There are no more lines.
        Left: The player typed `q`, or 0.
    """
    console.pages = {"?": lambda: (_("Type the number of a choice and Enter; q quits, 0 goes back."),)}
    console.write(_("The Remaining Fifth: a negotiation-scenario tabletop game. Plain mode."))
    console.tell(passed_over(saves))
    while True:
        journals = list_saves(saves)
        choices = ["new", *(["resume"] if journals else []), "rules", "demonstration", "tutorial"]
        named = {
            "new": _("New match"),
            "resume": _("Continue a saved match"),
            "rules": _("How to play"),
            "demonstration": _("Watch bots play a match, in text"),
            "tutorial": said("first.begin.tutorial"),
        }
        try:
            what = choices[
                console.choose(_("What would you like to do?"), [named[one] for one in choices], back="")
            ]
            if what == "resume":
                return Wanted(
                    what,
                    path=journals[console.choose(_("Which match?"), [save.line for save in journals])].path,
                )
            if what == "new":
                return Wanted(what, setup=set_up(console, offered, first=not played(journals)))
            return Wanted(what, setup=tutorial() if what == "tutorial" else None)
        except Back:
            continue


def set_up(console: Console, offered: Sequence[Listed], *, first: bool = False) -> Setup:
    """Ask for a match; the first is proposed with the open door and without what can wait.

    Raises:
        Back: The player went back.
        EndOfInput: There are no more lines.
        Left: The player typed `q`.
    """
    chosen = offered[0]
    if len(offered) > 1:
        chosen = offered[console.choose(_("Which scenario?"), [one.title for one in offered], enter=0)]
    form = chosen.formats[console.choose(_("Which format?"), chosen.formats, enter=0)]
    seat = chosen.seats[console.choose(_("Which seat do you take?"), chosen.seats, enter=0)]
    temper = BOTS[
        console.choose(_("How do the others play?"), [said(f"keeper.{name}") for name in BOTS], enter=0)
    ]
    proposed = "open" if first else "standard"
    door = chosen.doors[
        console.choose(
            _("How far apart do the parties start?"),
            [said_or(f"setup.door.{name}", name) for name in chosen.doors],
            enter=chosen.doors.index(proposed) if proposed in chosen.doors else 0,
        )
    ]
    rules = [
        f"{said(f'setup.rules.{name}')}: {said(f'setup.rules.{name}.about')}" for name in ("first", "whole")
    ]
    whole = console.choose(_("Which rules?"), rules, enter=0 if first else 1)
    seats = {one: PERSON if one == seat else temper for one in chosen.seats}
    return Setup(chosen.id, form, seats, door=door, without=() if whole else FIRST_MATCH)
