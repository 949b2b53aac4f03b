"""What a party answers: bridges, questions, trades, requests, drafts, incidents."""

from tabletop.game.records.menu import Pick
from tabletop.game.records.papers import CaucusRequest, Offer, Question
from tabletop.game.worth.value import complete
from tabletop.players.boxes.boxes import boxes, is_open
from tabletop.players.ideas import interim
from tabletop.players.ideas.moment import Moment, points
from tabletop.players.ideas.strikes import strike
from tabletop.table.port import Chosen, why
from tabletop.vocabulary import SILENT
from tabletop.words.sentences.reasons import bot_words

__all__ = ["bridge", "confirm", "decision", "draft", "incident", "question", "request", "strike", "trade"]

SLACK = 40
"""How far under its hope a party still takes a trade, hundredths of a point."""

COUNTERS = 4_000
"""Chance of a counter-offer to the other party's package."""

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
    reason = why(f"bridge.{answer}", gain=points(gain), least=points(opinion.bridge_floor))
    return moment.may(reason, "answer-bridge", paper=paper, answer=answer)


def question(moment: Moment) -> Chosen | None:
    """Answer a question by the weight of the clause, true or not; answer pressure on the record."""
    for paper in moment.view.sight.papers:
        if not isinstance(paper, Question) or moment.me not in paper.to:
            continue
        if not paper.clause:
            for answer in ("yield", "note") if moment.temper.beta > 80 else ("note", "refuse"):
                if chosen := moment.may(why("ask.record"), "answer-ask", paper=paper.id, answer=answer):
                    return chosen
        weight = moment.opinion.mine.weights[moment.board.clause_index[paper.clause]] if paper.clause else 0
        answer = next((word for least, word in IMPORTANT if weight >= least), "low")
        honest = moment.stream.chance(moment.temper.honest)
        if not honest:
            answer = moment.stream.one_of(("high", "middle", "will-not-say"))
        reason = why("ask.true" if honest else "ask.false")
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
    """Accept a trade after which the text it works for still gives what is hoped for; counter or decline others."""
    opinion = moment.opinion
    for paper in moment.view.sight.papers:
        if not isinstance(paper, Offer) or moment.me not in paper.to or moment.me in paper.accepted:
            continue
        if chosen := interim.take(moment, paper):
            return chosen
        gain = opinion.gain(opinion.with_terms(paper.terms, opinion.aim[0]))
        if gain >= opinion.hope - SLACK:
            reason = why("trade.yes", gain=points(gain), hope=points(opinion.hope))
            if chosen := moment.may(reason, "accept", paper=paper.id):
                return chosen
        reason = why("trade.no", gain=points(gain), hope=points(opinion.hope))
        if paper.by == moment.opponent and moment.stream.chance(COUNTERS):
            aim, _ = opinion.aim
            terms = tuple(
                (clause, aim[moment.board.clause_index[clause]])
                for clause, _ in paper.terms
                if aim[moment.board.clause_index[clause]] != SILENT
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
            reason = why("request.yes" if willing else "request.no")
            if chosen := moment.may(reason, kind, paper=paper.id):
                return chosen
            if chosen := moment.may(why("request.spent"), "decline", paper=paper.id):
                return chosen
    return None


def draft(moment: Moment) -> Chosen | None:
    """Initial a final text that clears the floor, and nearly any interim text; else object with the reason."""
    if not is_open(moment.view, "initial"):
        return None
    talks, opinion = moment.view.sight.talks, moment.opinion
    if talks.drafting != "final":
        if talks.drafting == "truce":
            worth = interim.fortnight(moment)
            if worth < 0 or (moment.temper.name == "hard" and not moment.stream.chance(moment.temper.truces)):
                return moment.may(why("truce.no"), "object", words=bot_words("object.truce"))
            return moment.may(why("truce.yes", worth=points(worth)), "initial")
        if talks.drafting == "exchange":
            return moment.may(why("exchange.yes"), "initial")
        return moment.may(why("draft.rows"), "initial")
    gain = opinion.gain(complete(moment.board, moment.view.draft))
    facts = {"gain": points(gain), "least": points(opinion.floor)}
    if gain >= opinion.floor:
        return moment.may(why("draft.yes", **facts), "initial")
    return moment.may(why("draft.no", **facts), "object", words=bot_words("object"))


def confirm(moment: Moment) -> Chosen | None:
    """After guarantors dropped clauses: confirm while the text still beats no deal."""
    if not is_open(moment.view, "confirm"):
        return None
    appraisal = moment.view.appraisal
    good = appraisal is not None and appraisal.gain >= min(moment.opinion.floor, 0)
    reason = why("confirm.yes" if good else "confirm.no")
    return moment.may(reason, "confirm", answer="confirm" if good else "return")


def decision(moment: Moment) -> Chosen | None:
    """In the aftermath: renew while the terms beat no deal, stand by guarantees, mostly take relief back."""
    match moment.view.sight.talks.asked:
        case "renewal":
            appraisal = moment.view.appraisal
            good = appraisal is None or appraisal.terms >= appraisal.alternative
            answer = "renew" if good else "let-lapse"
        case "guarantee":
            answer = "stand-by" if moment.stream.chance(STANDS_BY) else "hold-back"
        case "snap-back":
            answer = "snap-back" if moment.stream.chance(TAKES_BACK) else "wait"
        case _:
            if not moment.stream.chance(CALLS):
                return None
            answer = "call-guarantee"
    return moment.may(why(answer), "decide", answer=answer)


def incident(moment: Moment) -> Chosen | None:
    """In the aftermath: answer an incident by temper."""
    words = tuple(kind for kind in ("answer", "repair", "let-go", "refer") if is_open(moment.view, kind))
    if not words:
        return None
    kind = moment.drawn(moment.temper.incident, words)
    return moment.may(why("incident", temper=moment.temper.name), kind)
