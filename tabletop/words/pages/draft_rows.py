"""The draft as rows: a clause, where every seat stands, and what the text says."""

from dataclasses import dataclass

from tabletop.game.views import Condition, SeatView
from tabletop.game.worth.text_gaps import LintFinding
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one seat stands on a clause.

    Attributes:
        seat: The seat's id.
        label: The option's short label; "no position" when it is silent.
        option: The option, or `SILENT`.
        vow: Whether it vowed on the clause.
    """

    seat: str
    label: str
    option: int
    vow: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of the draft.

    Attributes:
        clause: The clause's id.
        title: Its title.
        stands: Every seat, in the board's order.
        state: `agreed`, `initialled`, `banked`, `annexed` or `open`.
        text: The option in the text column; empty while it is open.
        label: The state in words: `AGREED`, `[open]`.
        moved: Whether somebody moved on it in this round.
        lacking: What the lint says about it, one sentence each.
    """

    clause: str
    title: str
    stands: tuple[Stand, ...]
    state: str
    text: str
    label: str
    moved: bool
    lacking: tuple[str, ...]


def draft_rows(voice: Voice, view: SeatView) -> tuple[Row, ...]:
    """Every clause of the draft, in the scenario's order."""
    text = view.sight.text
    found: list[Row] = []
    for at, clause in enumerate(voice.board.clauses):
        state = _state(view, at, annexed=clause.annexed != SILENT)
        option = view.draft[at]
        stands = tuple(
            Stand(
                seat.id,
                voice.option(clause.id, text.positions[place][at]),
                text.positions[place][at],
                any(vow.seat == place and vow.clause == at for vow in text.vows),
            )
            for place, seat in enumerate(voice.board.seats)
        )
        found.append(
            Row(
                clause.id,
                voice.clause(clause.id),
                stands,
                state,
                "" if option == SILENT else voice.option(clause.id, option),
                voice.table[f"text.{state}"],
                bool(text.moved >> at & 1),
                tuple(lacking_line(voice, finding) for finding in view.lint if finding.clause == clause.id),
            )
        )
    return tuple(found)


def row_line(voice: Voice, row: Row) -> str:
    """A row as one line: `Scope: Ukraine all-domains ▣; Russia energy; text [open] ▲`."""
    stands = "; ".join(
        f"{voice.name(stand.seat)}: {stand.label}" + (f" {voice.table['text.vow']}" if stand.vow else "")
        for stand in row.stands
        if stand.option != SILENT
    )
    text = f"{row.text} ({row.label})" if row.text else row.label
    moved = f" {voice.table['text.moved']}" if row.moved else ""
    said = _("{title}. {stands}text: {text}{moved}")
    return said.format(title=row.title, stands=f"{stands}; " if stands else "", text=text, moved=moved)


def lacking_line(voice: Voice, finding: LintFinding) -> str:
    """One thing the draft lacks, as a sentence without its full stop."""
    slug = f"lint.{finding.id}"
    if slug in voice.table:
        return voice.say(slug, clause=voice.clause(finding.clause))
    return f"{voice.clause(finding.clause)}: {voice.gap(finding.id).rstrip('.')}"


def condition_line(voice: Voice, condition: Condition) -> str:
    """A ceasefire condition against the draft: `Russia: Donetsk: transfer ▣: ✗ not met`."""
    vow = f" {voice.table['text.vow']}" if condition.vow else ""
    stands = f"{voice.clause(condition.clause)}: {voice.option(condition.clause, condition.option)}{vow}"
    return f"{voice.name(condition.seat)}: {stands}: {voice.table[f'condition.{condition.state}']}"


def _state(view: SeatView, at: int, *, annexed: bool) -> str:
    text = view.sight.text
    if annexed:
        return "annexed"
    for state, column in (("banked", text.banked), ("initialled", text.initialled), ("agreed", text.agreed)):
        if column[at] != SILENT:
            return state
    return "open"
