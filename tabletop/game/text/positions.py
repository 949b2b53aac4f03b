"""Positions and agreed clauses (rules T4)."""

from dataclasses import dataclass
from functools import lru_cache

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend, spend_free
from tabletop.game.core.price import FREE, Charge, Price, charges
from tabletop.game.core.rule import (
    Needs,
    Rule,
    is_in,
    needs_refusal,
    no,
    open_clauses,
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
from tabletop.game.text.sheet_cover import covering, open_sheets
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import SILENT, Phase


def option_stood_on(
    board: Board, text: Text, clause_index: int, sheets: tuple[ConsentSheet, ...] = ()
) -> int:
    """T4.3: the option on which every seat stands whose consent it needs, by itself or by its sheet, or SILENT."""
    for option, missing in missing_consent(
        board.clauses[clause_index].consent, tuple([row[clause_index] for row in text.positions])
    ):
        if not missing or (
            sheets and not missing & ~covered_by_sheets(board, text, clause_index, option, sheets)
        ):
            return option
    return SILENT


@lru_cache(maxsize=4096)
def missing_consent(consent: tuple[int, ...], stands: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """T4.3: by option that somebody stands on and that needs consent: mask of the seats it needs and that do not."""
    seats_by_option: dict[int, int] = {}
    for seat, option in enumerate(stands):
        seats_by_option[option] = seats_by_option.get(option, 0) | 1 << seat
    return tuple(
        (option, consent[option] & ~seats)
        for option, seats in seats_by_option.items()
        if option != SILENT and consent[option]
    )


def covered_by_sheets(
    board: Board, text: Text, clause_index: int, option: int, sheets: tuple[ConsentSheet, ...]
) -> int:
    """T4.8: mask of the seats whose sheets carry an option as the draft stands now."""

    def stands(other: int) -> int:
        """What stands on another clause: initialled, or where all stand now."""
        done = text.initialled[other]
        return done if done >= 0 else option_stood_on(board, text, other, sheets)

    return covering(board, sheets, clause_index, option, stands)


def settle_clauses(step: Step) -> None:
    """T4.3: clauses on which all stand together are agreed; those on which they no longer do are open."""
    board = step.board
    for at, clause in enumerate(board.clauses):
        text = step.state.text
        if clause.annexed >= 0 or text.initialled[at] >= 0:
            continue
        sheets = open_sheets(step.state.papers)
        option = option_stood_on(board, text, at, sheets)
        if option == text.agreed[at]:
            continue
        if option == SILENT:
            step.emit(e.RowReopened(rule="T4.4", clause=clause.id))
        else:
            tell_consent(step, at, option, covered_by_sheets(board, text, at, option, sheets))
            step.emit(e.RowAgreed(rule="T4.3", clause=clause.id, option=option))


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a seat's position on one clause, as T4.1 counts it.

    Attributes:
        clause, option: What it moves to.
        was: Where it stands now.
        kind: `opening`, `concession`, `hardening`, `sideways` or `withdrawal`.
        given: What it costs the mover of its own terms, hundredths of a point; negative gains.
        leaves_people: Whether it leaves what was agreed on people (T4.6).
    """

    clause: str
    option: int
    was: int
    kind: str
    given: int
    leaves_people: bool


def changes(
    board: Board, text: Text, seat: int, weights: tuple[int, ...], terms: Terms
) -> tuple[Change, ...]:
    """T4.1: what moving to these terms is, by the seat's own weights; clauses on which it stands already are left out.

    A position taken again is measured against where the seat stood last, so that taking one back and opening
    elsewhere is no cheaper than moving. Leaving an agreed clause on people is never a concession (T4.6).
    """
    found: list[Change] = []
    for name, option in terms:
        clause = board.clause_index[name]
        was, stood = text.positions[seat][clause], text.stood[seat][clause]
        if was == option:
            continue
        given, leaves = 0, leaves_people(board, text, clause, option)
        if SILENT not in {stood, option}:
            values = board.clauses[clause].options
            given = weights[clause] * (values[stood].values[seat] - values[option].values[seat]) // 100
        if stood == SILENT:
            kind = "opening"
        elif option == SILENT:
            kind = "withdrawal"
        elif leaves or given < 0:
            kind = "hardening"
        else:
            kind = "concession" if given >= board.numbers["position.concession-from"] else "sideways"
        found.append(Change(name, option, was, kind, given, leaves))
    return tuple(found)


def leaves_people(board: Board, text: Text, clause: int, option: int) -> bool:
    """T4.6: whether a move leaves what was agreed on people."""
    agreed = text.agreed[clause]
    return board.clauses[clause].humane and agreed >= 0 and option != agreed


def move_positions(step: Step, seat: int, terms: Terms, rule: str) -> tuple[Change, ...]:
    """T4.1: move a seat's positions; what changed."""
    made = changes(step.board, step.state.text, seat, step.state.home.weights[seat], terms)
    for one in made:
        step.emit(
            e.PositionTaken(
                rule=rule,
                seat=step.seats[seat],
                clause=one.clause,
                was=one.was,
                option=one.option,
                move=one.kind,
            )
        )
    return made


PRICED = {
    "position.concession": "T4.1",
    "position.hardening": "T4.1",
    "position.withdrawal": "T4.1",
    "people.withdrawn": "T4.6",
}
"""The named effects of moving positions, in the order in which they are charged, and the rule that charges each."""


def price_of(board: Board, seat: int, made: tuple[Change, ...]) -> Price:
    """T4.1: what moving costs a party: trust, patience, and its own home for what it gave; T4.6: a broken word."""
    if seat not in board.parties:
        return FREE
    effects = {f"position.{one.kind}" for one in made}
    if any(one.leaves_people for one in made):
        effects.add("people.withdrawn")
    price: list[Charge] = []
    for name, rule in PRICED.items():
        if name in effects:
            price += charges(board, board.effects[name], rule, own=seat)
    given = sum(one.given for one in made)
    if given > 0:
        mood = max(
            board.numbers["position.home-most"], board.numbers["position.home-per-point"] * given // 100
        )
        price.append(Charge(f"home.audience.{board.seats[seat].id}", mood, "T4.1"))
    return tuple(price)


def position_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T4.1: take, move or withdraw positions on one to three open clauses; T4.2: free before the talks."""
    sheet = sight.talks.phase == Phase.SCHEDULED
    refused = sheet_refusal(sight) if sheet else needs_refusal(board, sight, Needs.FLOOR)
    if refused:
        return refused
    free = open_clauses(board, sight.text)
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


def decide_position(step: Step, move: Position) -> None:
    """T4.1: positions move, with their price; before the talks they cost nothing (T4.2)."""
    sheet = step.state.talks.phase == Phase.SCHEDULED
    move_positions(step, step.mover, move.terms, "T4.2" if sheet else "T4.1")
    if sheet:
        spend_free(step)
        return
    step.pay()
    spend(step)


def position_price(board: Board, sight: Sight, move: Position) -> Price:
    """T4.1: what moving costs, by the seat's own weights; T4.2: nothing before the talks."""
    if sight.talks.phase == Phase.SCHEDULED or sight.mine is None:
        return FREE
    made = changes(board, sight.text, sight.seat, sight.mine.weights, move.terms)
    return price_of(board, sight.seat, made)


RULES: dict[str, Rule] = {
    "position": Rule(
        "T4.1",
        position_form,
        decide_position,
        (Phase.SCHEDULED, Phase.PLENARY),
        effects=tuple(PRICED),
        price=position_price,
    )
}
