"""The consent sheet of a seat outside the room (rules T4.7 and T4.8)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend_free
from tabletop.game.core.rule import Rule, is_in, no, open_clauses, terms_grid
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Pick
from tabletop.game.records.moves import Consent
from tabletop.game.records.papers import ConsentSheet
from tabletop.game.text.sheet_cover import TO_ALL, open_sheets, sealed_sheet
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.consent import NO_PRICE
from tabletop.vocabulary import EVERYONE, Phase


def consent_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T4.7: before a session, the seat outside says what it would carry, at what price, and who may see it."""
    rules, talks = board.consent, sight.talks
    if rules is None or sight.seat != rules.seat:
        return no("no-consent-sheet", "T4.7")
    if is_in(talks.room, sight.seat):
        return no("speaks-in-the-room", "T4.7")
    me = board.seats[sight.seat].id
    if sealed_sheet(sight.papers, me) is not None and talks.free_left[sight.seat] < 1:
        return no("no-free-moves-left", "T4.7")
    free = open_clauses(board, sight.text)
    masks = tuple(options << 1 if free[at] else 0 for at, options in enumerate(rules.covers))
    grid = terms_grid(board, masks, 1, len(board.clauses))
    if grid.high < 1:
        return no("no-open-clause", "T4.7")
    to = Pick("to", (TO_ALL, *(seat.id for seat in board.seats if seat.id != me)))
    in_play = tuple(name for name, (clause, _) in rules.prices.items() if board.clauses[clause].annexed < 0)
    return (Box("consent", "T4.7", "own", 0, 1, (to, Pick("price", (NO_PRICE, *in_play)), grid)),)


def decide_consent(step: Step, move: Consent) -> None:
    """T4.7: the sheet lies under seal; another takes its place for a free move until the session is convened."""
    before = sealed_sheet(step.state.papers, step.seat)
    if before is not None:
        step.close(before, step.seat, "replaced", "T4.7")
        spend_free(step)
    to = () if move.to == TO_ALL else (move.to,)
    step.table(
        ConsentSheet(
            step.state.next_paper, step.mask(step.mover), step.seat, to, move.price, move.terms, sealed=True
        ),
        "T4.7",
    )


def open_consent(step: Step) -> None:
    """T4.7: with the session sheets are open, to all or to one seat, and bind until the recess."""
    for paper in step.state.papers:
        if isinstance(paper, ConsentSheet) and paper.sealed:
            step.close(paper, "table", "opened", "T4.7")
            seats = (paper.by, *paper.to)
            seen = step.mask(*(step.board.seat_index[name] for name in seats)) if paper.to else EVERYONE
            step.table(
                ConsentSheet(
                    step.state.next_paper, seen, paper.by, paper.to, paper.price, paper.terms, sealed=False
                ),
                "T4.7",
            )


def close_consent(step: Step) -> None:
    """T4.7: at the recess sheets have run out; silence in the next session is no consent."""
    for sheet in open_sheets(step.state.papers):
        step.close(sheet, "table", "lapsed", "T4.7")


def tell_consent(step: Step, clause_index: int, option: int, covering: int) -> None:
    """T4.8: when a clause is agreed all learn which seats consent to it by a sheet alone."""
    clause = step.board.clauses[clause_index]
    for seat, row in enumerate(step.state.text.positions):
        if covering >> seat & 1 and clause.consent[option] >> seat & 1 and row[clause_index] != option:
            step.emit(e.Consented(rule="T4.8", seat=step.seats[seat], clause=clause.id, option=option))


RULES: dict[str, Rule] = {"consent": Rule("T4.7", consent_form, decide_consent, (Phase.SCHEDULED,))}
