"""The mediator's and Europe's levers at the table: side payments, pressure, deadlines (rules T7.6 to T7.8)."""

from tabletop.errors import Refusal
from tabletop.game.core.floor import spend
from tabletop.game.core.price import Charge, Price, charges
from tabletop.game.core.rule import (
    SESSION,
    SITTING,
    Needs,
    Rule,
    Who,
    no,
    open_clauses,
    option_bits,
    terms_grid,
)
from tabletop.game.core.sight import Sight
from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.records.menu import Box, Count, Pick
from tabletop.game.records.moves import Lean, SetDeadline, Sweeten
from tabletop.game.records.papers import Deadline, DeadlineNature, Question, SidePayment
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import EVERYONE, Effects


def cost_in(effects: Effects, path: str) -> int:
    """What an effect takes from a quantity, hundredths of a point."""
    return -sum(amount for text, amount in effects if text == path and amount < 0)


def free_capital(board: Board, sight: Sight) -> int:
    """T2.4: the capital a seat can still spend: what it has, less what its sealed orders will take."""
    if sight.mine is None:
        return 0
    seat = board.seats[sight.seat]
    bound = sum(
        cost_in(seat.levers[lever][option], f"alliance.capital.{seat.id}")
        for lever, option in sight.mine.orders
    )
    return sight.mine.capital - bound


def sweeten_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.6: mediator or Europe tie a side payment to one option of an open clause; never on people."""
    if sight.seat == board.mediator:
        cost = cost_in(board.effects["sweeten.mediator"], "alliance.capital.own")
        if free_capital(board, sight) < cost:
            return no("no-capital", "T7.6")
    paid = [paper.to for paper in sight.papers if isinstance(paper, SidePayment)]
    most = board.numbers["sweeten.most"]
    parties = tuple(board.seats[at].id for at in board.parties if paid.count(board.seats[at].id) < most)
    free = open_clauses(board, sight.text)
    masks = tuple(
        option_bits(len(clause.options)) if free[at] and not clause.humane else 0
        for at, clause in enumerate(board.clauses)
    )
    if not parties or not any(masks):
        return no("enough-was-paid", "T7.6")
    return (Box("sweeten", "T7.6", "public", 1, 2, (Pick("to", parties), terms_grid(board, masks, 1, 1))),)


def decide_sweeten(step: Step, move: Sweeten) -> None:
    """T7.6: the payment is part of the text and dies with its clause."""
    step.table(SidePayment(step.state.next_paper, EVERYONE, step.seat, move.to, move.terms), "T7.6")
    step.pay()
    spend(step)


def sweeten_price(board: Board, sight: Sight, move: Sweeten) -> Price:
    """T7.6: the mediator pays with capital, another seat with what its allies think of it."""
    mediator = sight.seat == board.mediator
    effects = board.effects["sweeten.mediator"] if mediator else board.effects["sweeten.outside"]
    return charges(board, effects, "T7.6", own=sight.seat, to=board.seat_index[move.to])


def lean_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.7: the mediator leans on a party, twice a match at most; it makes what is signed less durable."""
    if free_capital(board, sight) < cost_in(board.effects["lean"], "alliance.capital.own"):
        return no("no-capital", "T7.7")
    parties = tuple(
        board.seats[at].id
        for at in board.parties
        if sight.talks.leaned[at] < board.numbers["lean.most"] and sight.talks.room >> at & 1
    )
    if not parties:
        return no("leaned-enough", "T7.7")
    return (Box("lean", "T7.7", "public", 1, 2, (Pick("to", parties),)),)


def decide_lean(step: Step, move: Lean) -> None:
    """T7.7: the addressee must answer on the record; trust in the mediator falls."""
    step.emit(e.Leaned(rule="T7.7", seat=step.seat, to=move.to))
    step.pay()
    step.table(Question(step.state.next_paper, EVERYONE, step.seat, (move.to,), ""), "T7.7")
    spend(step)


def lean_price(board: Board, sight: Sight, move: Lean) -> Price:
    """T7.7: capital, patience and trust; and the pressure that it adds, which counts for less after a bluff (T7.8)."""
    to = board.seat_index[move.to]
    weight = 100 * sight.figures.lean_weight // WHOLE
    pressure = Charge(f"alliance.leans.{move.to}", weight, "T7.7")
    return (*charges(board, board.effects["lean"], "T7.7", own=sight.seat, to=to), pressure)


def deadline_form(board: Board, sight: Sight) -> tuple[Box, ...] | Refusal:
    """T7.8: the mediator names a last round; binding or bluff is sealed."""
    if any(isinstance(paper, Deadline) for paper in sight.papers):
        return no("a-deadline-stands", "T7.8")
    if free_capital(board, sight) < cost_in(board.effects["deadline.set"], "alliance.capital.own"):
        return no("no-capital", "T7.8")
    rounds = Count("rounds", 1, board.numbers["deadline.rounds"], "rounds")
    return (Box("deadline", "T7.8", "public", 1, 2, (rounds, Pick("nature", ("binding", "bluff")))),)


def decide_deadline(step: Step, move: SetDeadline) -> None:
    """T7.8: all know the round, the mediator alone knows what it means."""
    last = step.state.talks.round + move.rounds
    deadline = Deadline(step.state.next_paper, EVERYONE, step.seat, last)
    step.table(deadline, "T7.8")
    nature = DeadlineNature(step.state.next_paper, step.mask(step.mover), step.seat, deadline.id, move.nature)
    step.table(nature, "T7.8")
    step.pay()
    spend(step)


def pass_deadline(step: Step) -> None:
    """T7.8: at the recess of its round a deadline is opened: binding ends the talks, a bluff costs credit."""
    due = [
        paper
        for paper in step.state.papers
        if isinstance(paper, Deadline) and paper.round <= step.state.talks.round
    ]
    for deadline in due:
        nature = next(
            paper
            for paper in step.state.papers
            if isinstance(paper, DeadlineNature) and paper.deadline == deadline.id
        )
        step.close(deadline, "table", "passed", "T7.8")
        step.close(nature, "table", "passed", "T7.8")
        step.emit(e.DeadlinePassed(rule="T7.8", round=deadline.round, nature=nature.nature))
        if nature.nature == "binding":
            step.set("T7.8", overdue=True)
            continue
        alliance = step.state.alliance
        share = step.number("deadline.bluff-lean")
        step.shift(step.path("alliance.lean_weight"), alliance.lean_weight * share // WHOLE, "T7.8")
        share = step.number("deadline.bluff-patience")
        step.shift(step.path("alliance.patience"), alliance.patience * share // WHOLE, "T7.8")


RULES: dict[str, Rule] = {
    "sweeten": Rule(
        "T7.6",
        sweeten_form,
        decide_sweeten,
        SESSION,
        Who.THIRD,
        Needs.FLOOR,
        effects=("sweeten.mediator", "sweeten.outside"),
        price=sweeten_price,
    ),
    "lean": Rule(
        "T7.7",
        lean_form,
        decide_lean,
        SESSION,
        Who.MEDIATOR,
        Needs.FLOOR,
        effects=("lean",),
        price=lean_price,
    ),
    "deadline": Rule(
        "T7.8",
        deadline_form,
        decide_deadline,
        SITTING,
        Who.MEDIATOR,
        Needs.FLOOR,
        effects=("deadline.set",),
    ),
}
