"""A strike is evidence, not a die: its hidden cause, what each seat is told, what settles it (S1.5 ff, S2.7, S2.8).

The cause is drawn when the strike falls and lies under seal. What seats are told is drawn and booked as papers of
their own, so that no view ever computes from the truth.
"""

from dataclasses import dataclass, replace

from tabletop.game.core.step import WHOLE, Step
from tabletop.game.records import events as e
from tabletop.game.records.papers import EvidencePaper, StrikePaper
from tabletop.game.records.state import State, Truth
from tabletop.scenario.board.doubt import CAUSES, INTENTS, UNWILLED, Order, Weights
from tabletop.vocabulary import SILENT, Role

OWN_ERRORS = frozenset({"rogue", "astray", "debris"})
"""S1.6: what a side may wrongly be told of its own hand; never that it gave an order it did not give."""

OWN_KNOWN = frozenset({*INTENTS, "ordered"})
"""S1.6: what the side behind it always knows."""


@dataclass(frozen=True, slots=True)
class StrikeAccount:
    """A strike for the debrief: attribution, truth and answer side by side.

    Attributes:
        paper: The strike as it was reported, with who named whom and what the accused answered.
        cause, author: What was behind it.
        told: What each seat was told.
    """

    paper: StrikePaper
    cause: str
    author: str
    evidence: tuple[EvidencePaper, ...]


def accounts(state: State, seats: tuple[str, ...]) -> tuple[StrikeAccount, ...]:
    """Every strike of a match with the truth: for the debrief alone, never for a seat in play."""
    found: list[StrikeAccount] = []
    for truth in state.sealed.causes:
        paper = next(p for p in state.papers if isinstance(p, StrikePaper) and p.id == truth.paper)
        told = tuple(p for p in state.papers if isinstance(p, EvidencePaper) and p.strike == truth.paper)
        found.append(StrikeAccount(paper, truth.cause, seats[truth.author], told))
    return tuple(found)


def weights_of(step: Step, seat: int, choices: tuple[Order, ...]) -> Weights:
    """S1.5: weight of each cause behind a strike laid to a side, from its sealed orders and a reply it ordered.

    A large salvo is a reply only to something named: a strike of the other side reported in this round or the last.
    """
    rules = step.board.causes
    total = (0,) * len(CAUSES)
    for choice in choices:
        total = added(total, rules.options.get(choice, (0,) * len(CAUSES)))
    for choice in choices:
        kept = rules.kept.get(choice)
        if kept is not None:
            total = tuple(weight * share // WHOLE for weight, share in zip(total, kept, strict=True))
    if step.state.sealed.retaliation[seat]:
        total = added(total, rules.retaliation)
    if not was_struck(step, seat):
        total = tuple(weight * (cause != "reply") for cause, weight in zip(CAUSES, total, strict=True))
    return total


def was_struck(step: Step, seat: int) -> bool:
    """S1.5: whether a strike of the other side was reported in this round or the last."""
    since = step.state.talks.round - 1
    return any(
        isinstance(paper, StrikePaper) and paper.by != step.seats[seat] and paper.round >= since
        for paper in step.state.papers
    )


def added(one: Weights, other: Weights) -> Weights:
    """Two rows of weights, added up."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def draw_cause(step: Step, seat: int, weights: Weights, possible: tuple[str, ...]) -> str:
    """S1.5: a cause by weight; without any weight a standing plan, or an order."""
    total = sum(weights)
    if not total:
        return "standing" if "standing" in possible else "ordered"
    left = step.roll("cause", step.seats[seat], total)
    for cause, weight in zip(CAUSES, weights, strict=True):
        if left < weight:
            return cause
        left -= weight
    return CAUSES[-1]


def seal(step: Step, paper: StrikePaper, weights: Weights) -> None:
    """S1.5, S1.6: the cause goes under seal, and each seat is told something."""
    accused = step.board.seat_index[paper.by]
    possible = step.board.causes.possible(paper.drones)
    left = tuple(weight * (cause in possible) for cause, weight in zip(CAUSES, weights, strict=True))
    cause = draw_cause(step, accused, left, possible)
    step.emit(e.CauseSealed(seen=0, rule="S1.5", paper=paper.id, cause=cause, author=paper.by))
    for seat in range(len(step.seats)):
        tell(step, seat, Truth(paper.id, cause, accused), possible)


def standing(step: Step, seat: int, truth: Truth) -> str:
    """S1.6: how near a seat is to a strike; a side knows its own doings best."""
    if seat == truth.author:
        return "own"
    role = step.board.seats[seat].role
    return {Role.PARTY: "party", Role.MEDIATOR: "mediator"}.get(role, "outside")


def tell(step: Step, seat: int, truth: Truth, possible: tuple[str, ...] = CAUSES) -> None:
    """S1.6: a confidence is drawn, and so often the seat is told what is true, otherwise another possible cause."""
    faces = step.board.evidence.faces.get(standing(step, seat, truth), ())
    if not faces:
        return
    name = step.seats[seat]
    confidence = faces[step.roll("confidence", name, len(faces))]
    others = errors(seat, truth, possible)
    cause = truth.cause
    if others and not step.happens("told", name, confidence * 100):
        cause = others[step.roll("mistold", name, len(others))]
    author = step.seats[truth.author]
    step.table(
        EvidencePaper(step.state.next_paper, step.mask(seat), truth.paper, name, cause, author, confidence),
        "S1.6",
    )


def errors(seat: int, truth: Truth, possible: tuple[str, ...]) -> tuple[str, ...]:
    """S1.6: what a seat may wrongly be told; a side that gave an order knows it."""
    if seat == truth.author and truth.cause in OWN_KNOWN:
        return ()
    return tuple(
        cause for cause in possible if cause != truth.cause and (truth.author != seat or cause in OWN_ERRORS)
    )


def inspect(step: Step) -> None:
    """S2.7: in the interval after a strike an inspection may settle it, more likely with what was agreed."""
    rules = step.board.evidence
    agreed = step.state.text.agreed[step.board.roles.verify]
    chance = rules.inspection + (rules.verify[agreed] if agreed != SILENT and rules.verify else 0)
    if step.state.text.truce is not None:
        chance += rules.truce
    for paper in step.state.papers:
        if not isinstance(paper, StrikePaper) or paper.round != step.state.talks.round or paper.settled:
            continue
        if step.happens("inspection", paper.by, chance, paper.id):
            settle(step, paper)


def settle(step: Step, paper: StrikePaper) -> None:
    """S2.7: cause and author are public; S2.8: words that were said on it are right or wrong."""
    truth = next((one for one in step.state.sealed.causes if one.paper == paper.id), None)
    if truth is None:
        return
    author = step.seats[truth.author]
    step.emit(
        e.StrikeSettled(
            rule="S2.7", paper=paper.id, by=paper.by, cause=truth.cause, author=author, place=paper.place
        )
    )
    if truth.cause == "timed":
        step.act("strike.timed-shown", "S2.8", own=truth.author)
    willed = truth.cause not in UNWILLED
    if paper.drones <= step.board.causes.large:
        for seat, named in paper.named:
            if named != author or willed:
                judge(step, paper, seat, named, "right" if named == author else "wrong")
    false = {"deny": willed, "blame": truth.cause != "debris"}
    if false.get(paper.answer, False):
        judge(step, paper, paper.by, author, "denial-false")
    if paper.answer == "blame":
        standing = "disputed" if truth.cause == "debris" else "refuted"
        step.emit(e.StrikeBlamed(rule="S2.9", paper=paper.id, by=paper.by, standing=standing))


EFFECTS = {
    "right": "strike.attribute-right",
    "wrong": "strike.attribute-wrong",
    "denial-false": "strike.denial-shown-false",
}
"""S2.8: the named effect of each verdict."""


def judge(step: Step, paper: StrikePaper, seat: str, named: str, how: str) -> None:
    """S2.8: a word on a strike was right or wrong, and that has its price or its gain."""
    step.emit(e.AttributionJudged(rule="S2.8", seat=seat, paper=paper.id, to=named, how=how))
    step.act(EFFECTS[how], "S2.8", own=step.board.seat_index[seat])


def note_answer(step: Step, paper: StrikePaper, answer: str) -> None:
    """S2.3: what the accused answered stands on the strike's paper; S2.9: that it blames the other side is a claim."""
    step.emit(e.PaperChanged(seen=paper.seen, rule="S2.3", paper=replace(paper, answer=answer)))
    if answer == "blame":
        step.emit(e.StrikeBlamed(rule="S2.9", paper=paper.id, by=paper.by, standing="claimed"))


def note_name(step: Step, paper: StrikePaper, seat: str, to: str) -> None:
    """S2.4: whom a seat named stands on the strike's paper."""
    named = replace(paper, named=(*paper.named, (seat, to)))
    step.emit(e.PaperChanged(seen=paper.seen, rule="S2.4", paper=named))
