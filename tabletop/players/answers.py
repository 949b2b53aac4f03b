"""What a party answers: bridges, questions, trades, requests, drafts, strikes, incidents."""

from tabletop.game.forms import Pick
from tabletop.game.papers import CaucusRequest, Offer, Question
from tabletop.players.base import boxes, is_open
from tabletop.players.moment import Moment, points
from tabletop.table.port import Chosen
from tabletop.terms import SILENT

SLACK = 40
"""How far under its hope a party still takes a trade, hundredths of a point."""

IMPORTANT = ((900, "high"), (500, "middle"))
"""From which weight (per ten thousand) a clause is of high or middle importance."""


STANDS_BY, TAKES_BACK, CALLS = 7_500, 6_000, 1_500
"""Chances in the aftermath: to stand by a guarantee, to take phased relief back, to call on a guarantee."""


def bridge(moment: Moment) -> Chosen | None:
    """Yes to a bridge that is worth a quarter of the way from the floor to what is hoped for."""
    opinion = moment.opinion
    if opinion.mine.bridge or (found := opinion.bridge_terms()) is None:
        return None
    paper, terms = found
    gain = opinion.gain(opinion.with_terms(terms))
    answer = "yes" if gain >= opinion.bridge_floor else "no"
    reason = (
        f"With these terms the text would be worth {points(gain)}; {points(opinion.bridge_floor)} is asked."
    )
    return moment.may(reason, "answer-bridge", paper=paper, answer=answer)


def question(moment: Moment) -> Chosen | None:
    """Answer a question by the weight of the clause, true or not; answer pressure on the record."""
    for paper in moment.view.sight.papers:
        if not isinstance(paper, Question) or moment.me not in paper.to:
            continue
        if not paper.clause:
            for answer in ("yield", "note") if moment.temper.beta > 80 else ("note", "refuse"):
                if chosen := moment.may(
                    "Pressure is answered on the record.", "answer-ask", paper=paper.id, answer=answer
                ):
                    return chosen
        weight = moment.opinion.mine.weights[moment.board.clause_at[paper.clause]] if paper.clause else 0
        answer = next((word for least, word in IMPORTANT if weight >= least), "low")
        honest = moment.stream.chance(moment.temper.honest)
        if not honest:
            answer = moment.stream.one_of(("high", "middle", "will-not-say"))
        reason = (
            "The question is answered truly." if honest else "The other side need not know what matters here."
        )
        for word in (answer, *_answers(moment, paper.id)):
            if chosen := moment.may(reason, "answer-ask", paper=paper.id, answer=word):
                return chosen
    return None


def _answers(moment: Moment, paper: int) -> tuple[str, ...]:
    """The words a question may be answered with."""
    return tuple(
        word
        for box in boxes(moment.view, "answer-ask")
        if any(slot.name == "paper" and paper in getattr(slot, "values", ()) for slot in box.slots)
        for slot in box.slots
        if isinstance(slot, Pick) and slot.name == "answer"
        for word in slot.ids
    )


def trade(moment: Moment) -> Chosen | None:
    """Accept a trade after which the stance still gives what is hoped for; counter or decline others."""
    opinion = moment.opinion
    for paper in moment.view.sight.papers:
        if not isinstance(paper, Offer) or moment.me not in paper.to or moment.me in paper.accepted:
            continue
        gain = opinion.gain(opinion.with_terms(paper.terms, opinion.aim[0]))
        if gain >= opinion.hope - SLACK:
            reason = f"The trade leaves {points(gain)}, and {points(opinion.hope)} is hoped for now."
            if chosen := moment.may(reason, "accept", paper=paper.id):
                return chosen
        reason = f"The trade would leave {points(gain)}, under the {points(opinion.hope)} hoped for now."
        if paper.by == moment.opponent and moment.stream.chance(4_000):
            aim, _ = opinion.aim
            terms = tuple(
                (clause, aim[moment.board.clause_at[clause]])
                for clause, _ in paper.terms
                if aim[moment.board.clause_at[clause]] != SILENT
            )
            if terms != paper.terms and (
                chosen := moment.may(reason, "counter", paper=paper.id, terms=terms)
            ):
                return chosen
        if chosen := moment.may(reason, "decline", paper=paper.id):
            return chosen
    return None


def request(moment: Moment) -> Chosen | None:
    """A caucus is worth a move to whoever likes to talk."""
    for paper in moment.view.sight.papers:
        if isinstance(paper, CaucusRequest) and moment.me in paper.to:
            willing = moment.stream.chance(5_000 + moment.temper.talkative)
            kind = "accept" if willing else "decline"
            reason = "A private word may find room." if willing else "There is nothing to say in private yet."
            if chosen := moment.may(reason, kind, paper=paper.id):
                return chosen
            if chosen := moment.may("There is no move left for a private word.", "decline", paper=paper.id):
                return chosen
    return None


def draft(moment: Moment) -> Chosen | None:
    """Initial a final text that clears the floor, and any interim text; else object with the reason."""
    if not is_open(moment.view, "initial"):
        return None
    talks, opinion = moment.view.sight.talks, moment.opinion
    appraisal = moment.view.appraisal
    if talks.drafting != "final" or appraisal is None:
        if talks.drafting == "truce" and moment.temper.name == "hard" and moment.stream.chance(5_000):
            return moment.may(
                "A truce would take the pressure off.", "object", words="Not while the main points are open."
            )
        return moment.may("It gives away nothing that was not agreed.", "initial")
    if appraisal.gain >= opinion.floor:
        reason = (
            f"The text is worth {points(appraisal.gain)}, above the {points(opinion.floor)} that is enough."
        )
        return moment.may(reason, "initial")
    words = "The text as it stands does not carry what we need."
    reason = f"The text is worth {points(appraisal.gain)}; {points(opinion.floor)} would be enough."
    return moment.may(reason, "object", words=words)


def confirm(moment: Moment) -> Chosen | None:
    """After guarantors dropped clauses: confirm while the text still beats no deal."""
    appraisal = moment.view.appraisal
    good = appraisal is not None and appraisal.gain >= min(moment.opinion.floor, 0)
    reason = (
        "What is left still beats no deal." if good else "What was dropped was what made it worth signing."
    )
    return moment.may(reason, "confirm", answer="confirm" if good else "return")


def strike(moment: Moment) -> Chosen | None:
    """Answer a strike by temper."""
    words: tuple[str, ...] = tuple(
        word
        for box in boxes(moment.view, "answer-strike")
        for slot in box.slots
        if isinstance(slot, Pick) and slot.name == "answer"
        for word in slot.ids
    )
    if not words:
        return None
    answer = moment.drawn(moment.temper.strike, words)
    reason = f"A {moment.temper.name} seat answers a strike this way."
    for box in boxes(moment.view, "answer-strike"):
        picks = {slot.name: slot.ids for slot in box.slots if isinstance(slot, Pick)}
        if answer in picks.get("answer", ()):
            if "until" not in picks:
                return moment.may(reason, "answer-strike", answer=answer)
            return moment.may(
                reason, "answer-strike", answer=answer, until=moment.stream.one_of(picks["until"])
            )
    return None


def decision(moment: Moment) -> Chosen | None:
    """In the aftermath: renew while the terms beat no deal, stand by guarantees, mostly take relief back."""
    appraisal = moment.view.appraisal
    match moment.view.sight.talks.asked:
        case "renewal":
            good = appraisal is None or appraisal.terms >= appraisal.alternative
            said = (
                ("While it holds, it beats no deal.", "renew")
                if good
                else ("No deal is better.", "let-lapse")
            )
        case "guarantee":
            by = moment.stream.chance(STANDS_BY)
            said = (
                ("A word given is kept.", "stand-by") if by else ("This is not worth the price.", "hold-back")
            )
        case "snap-back":
            back = moment.stream.chance(TAKES_BACK)
            said = ("A breach has its price.", "snap-back") if back else ("It may still be mended.", "wait")
        case _:
            if not moment.stream.chance(CALLS):
                return None
            said = ("A guarantee that is never called is none.", "call-guarantee")
    return moment.may(said[0], "decide", answer=said[1])


def incident(moment: Moment) -> Chosen | None:
    """In the aftermath: answer an incident by temper."""
    words = tuple(kind for kind in ("answer", "repair", "let-go", "refer") if is_open(moment.view, kind))
    if not words:
        return None
    kind = moment.drawn(moment.temper.incident, words)
    return moment.may(f"A {moment.temper.name} seat takes an incident this way.", kind)
