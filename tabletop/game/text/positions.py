"""Positions and agreed clauses (rules T4)."""

from functools import lru_cache

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend, spend_free
from tabletop.game.core.rule import (
    Needs,
    Rule,
    is_in,
    needs_refusal,
    no,
    open_rows,
    option_bits,
    terms_grid,
    without_hardening,
)
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Position, Terms
from tabletop.game.records.papers import ConsentSheet
from tabletop.game.records.state import Text
from tabletop.game.text.consent_sheet import tell_consent
from tabletop.game.text.sheet_cover import carrying, open_sheets
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT, Phase


def standing(board: Board, text: Text, at: int, sheets: tuple[ConsentSheet, ...] = ()) -> int:
    """T4.3: the option on which every seat stands whose consent it needs, by itself or by its sheet, or SILENT."""
    for option, missing in missed(board.clauses[at].consent, tuple([row[at] for row in text.positions])):
        if not missing or (sheets and not missing & ~by_sheet(board, text, at, option, sheets)):
            return option
    return SILENT


@lru_cache(maxsize=4096)
def missed(consent: tuple[int, ...], stands: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """T4.3: by option that somebody stands on and that needs consent: mask of the seats it needs and that do not."""
    seats_by_option: dict[int, int] = {}
    for seat, option in enumerate(stands):
        seats_by_option[option] = seats_by_option.get(option, 0) | 1 << seat
    return tuple(
        (option, consent[option] & ~seats)
        for option, seats in seats_by_option.items()
        if option != SILENT and consent[option]
    )


def by_sheet(board: Board, text: Text, at: int, option: int, sheets: tuple[ConsentSheet, ...]) -> int:
    """T4.8: mask of the seats whose sheets carry an option as the draft stands now."""

    def stands(other: int) -> int:
        """What stands on another clause: initialled, or where all stand now."""
        done = text.initialled[other]
        return done if done >= 0 else standing(board, text, other, sheets)

    return carrying(board, sheets, at, option, stands)


def settle_rows(step: Step) -> None:
    """T4.3: clauses on which all stand together are agreed; those on which they no longer do are open."""
    board = step.board
    for at, clause in enumerate(board.clauses):
        text = step.state.text
        if clause.annexed >= 0 or text.initialled[at] >= 0:
            continue
        sheets = open_sheets(step.state.papers)
        option = standing(board, text, at, sheets)
        if option == text.agreed[at]:
            continue
        if option == SILENT:
            step.emit(e.RowReopened(rule="T4.4", clause=clause.id))
        else:
            tell_consent(step, at, option, by_sheet(board, text, at, option, sheets))
            step.emit(e.RowAgreed(rule="T4.3", clause=clause.id, option=option))


def given(step: Step, seat: int, at: int, option: int) -> int:
    """T4.1: what moving to an option costs the mover of its own terms, hundredths of a point; negative gains."""
    was = step.state.text.stood[seat][at]
    values = step.board.clauses[at].options
    if SILENT in {was, option}:
        return 0
    weight = step.state.home.weights[seat][at]
    return weight * (values[was].values[seat] - values[option].values[seat]) // 100


def kind_of_move(step: Step, seat: int, at: int, option: int) -> str:
    """T4.1: how the log calls a change: opening, withdrawal, concession, hardening or sideways.

    A position taken again is measured against where the seat stood last, so that taking one back and opening
    elsewhere is no cheaper than moving. Leaving an agreed clause on people is never a concession (T4.6).
    """
    if step.state.text.stood[seat][at] == SILENT:
        return "opening"
    if option == SILENT:
        return "withdrawal"
    if leaves_people(step, at, option):
        return "hardening"
    cost = given(step, seat, at, option)
    if cost >= step.number("position.concession-from"):
        return "concession"
    return "hardening" if cost < 0 else "sideways"


def leaves_people(step: Step, at: int, option: int) -> bool:
    """T4.6: whether a move leaves what was agreed on people."""
    agreed = step.state.text.agreed[at]
    return step.board.clauses[at].humane and agreed >= 0 and option != agreed


def take(step: Step, seat: int, terms: Terms, rule: str) -> tuple[frozenset[str], int]:
    """T4.1: move a seat's positions; the kinds of move it made, and what it gave in all (hundredths)."""
    kinds: set[str] = set()
    total = 0
    for clause, option in terms:
        at = step.board.clause_index[clause]
        was = step.state.text.positions[seat][at]
        if was == option:
            continue
        kind = kind_of_move(step, seat, at, option)
        total += given(step, seat, at, option)
        kinds.add(kind)
        if leaves_people(step, at, option):
            kinds.add("broken-word")
        step.emit(
            e.PositionTaken(
                rule=rule, seat=step.seats[seat], clause=clause, was=was, option=option, move=kind
            )
        )
    return frozenset(kinds), total


def charge(step: Step, seat: int, kinds: frozenset[str], total: int) -> None:
    """T4.1: what moving costs a party: trust, patience, and its own home for what it gave."""
    if seat not in step.board.parties:
        return
    for kind in ("concession", "hardening", "withdrawal"):
        if kind in kinds:
            step.act(f"position.{kind}", "T4.1", own=seat)
    if "broken-word" in kinds:
        step.act("people.withdrawn", "T4.6", own=seat)
    if total > 0:
        price = max(step.number("position.home-most"), step.number("position.home-per-point") * total // 100)
        step.apply(((f"home.audience.{step.seats[seat]}", price),), "T4.1")


def position_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T4.1: take, move or withdraw positions on one to three open clauses; T4.2: free before the talks."""
    sheet = sight.talks.phase == Phase.SCHEDULED
    refused = sheet_refusal(sight) if sheet else needs_refusal(board, sight, Needs.FLOOR)
    if refused:
        return refused
    free = open_rows(board, sight.text)
    masks: list[int] = []
    for at, clause in enumerate(board.clauses):
        now = sight.text.positions[sight.seat][at]
        bits = option_bits(len(clause.options)) | 1
        bits &= ~(1 << now + 1)
        if sight.text.bound[sight.seat] >> at & 1:
            bits = without_hardening(board, sight, at, bits & ~1)
        masks.append(bits if free[at] else 0)
    grid = terms_grid(board, tuple(masks), 1, board.numbers["position.rows"])
    if grid.high < 1:
        return no("no-open-clause", "T4.2")
    return (Box("position", "T4.1", "public", 0 if sheet else 1, 1, (grid,)),)


def sheet_refusal(sight: Sight) -> Refusal | None:
    """T4.2: opening sheets may be edited in round 1; a seat outside the room restates its own each round."""
    talks = sight.talks
    if talks.round > 1 and is_in(talks.room, sight.seat):
        return no("wrong-phase", "T4.2", phase=talks.phase)
    if talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T4.2")
    return None


def decide_position(step: Step, seat: str, move: Position) -> None:
    """T4.1: positions move, with their price; before the talks they cost nothing (T4.2)."""
    at = step.board.seat_index[seat]
    sheet = step.state.talks.phase == Phase.SCHEDULED
    kinds, total = take(step, at, move.terms, "T4.2" if sheet else "T4.1")
    if sheet:
        spend_free(step, at)
        return
    charge(step, at, kinds, total)
    spend(step, at)


RULES: dict[str, Rule] = {
    "position": Rule("T4.1", position_form, decide_position, (Phase.SCHEDULED, Phase.PLENARY))
}
