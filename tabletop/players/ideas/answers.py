"""What a party answers: bridges, questions, trades, requests, drafts, incidents."""

from tabletop.game.records.menu import Pick
from tabletop.game.records.papers import CaucusRequest, Offer, Question
from tabletop.game.worth.value import WHOLE, complete
from tabletop.players.choosing.boxes import boxes, is_open
from tabletop.players.ideas import interim
from tabletop.players.ideas.strikes import strike
from tabletop.players.ideas.turn import Turn, points
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


def bridge(turn: Turn) -> Chosen | None:
    """Yes to a bridge that is worth a quarter of the way from the floor to what is hoped for."""
    opinion = turn.opinion
    if opinion.mine.bridge or (found := opinion.bridge_terms()) is None:
        return None
    paper, terms = found
    gain = opinion.gain(opinion.with_terms(terms))
    answer = "yes" if gain >= opinion.bridge_floor else "no"
    reason = why(f"bridge.{answer}", gain=points(gain), least=points(opinion.bridge_floor))
    return turn.may(reason, "answer-bridge", paper=paper, answer=answer)


def question(turn: Turn) -> Chosen | None:
    """Answer a question by the weight of the clause, true or not; answer pressure on the record."""
    for paper in turn.view.sight.papers:
        if not isinstance(paper, Question) or turn.me not in paper.to:
            continue
        if not paper.clause:
            for answer in ("yield", "note") if turn.temper.beta > 80 else ("note", "refuse"):
                if chosen := turn.may(why("ask.record"), "answer-ask", paper=paper.id, answer=answer):
                    return chosen
        weight = turn.opinion.mine.weights[turn.board.clause_index[paper.clause]] if paper.clause else 0
        answer = next((word for least, word in IMPORTANT if weight >= least), "low")
        honest = turn.stream.chance(turn.temper.honest)
        if not honest:
            answer = turn.stream.one_of(("high", "middle", "will-not-say"))
        reason = why("ask.true" if honest else "ask.false")
        for word in (answer, *_answers(turn, paper.id)):
            if chosen := turn.may(reason, "answer-ask", paper=paper.id, answer=word):
                return chosen
    return None


def _answers(turn: Turn, paper: int) -> tuple[str, ...]:
    """The words a question may be answered with."""
    return tuple(
        word
        for box in boxes(turn.view, "answer-ask")
        if any(slot.name == "paper" and paper in getattr(slot, "values", ()) for slot in box.slots)
        for slot in box.slots
        if isinstance(slot, Pick) and slot.name == "answer"
        for word in slot.ids
    )


def trade(turn: Turn) -> Chosen | None:
    """Accept a trade after which the text it works for still gives what is hoped for; counter or decline others."""
    opinion = turn.opinion
    for paper in turn.view.sight.papers:
        if not isinstance(paper, Offer) or turn.me not in paper.to or turn.me in paper.accepted:
            continue
        if chosen := interim.take(turn, paper):
            return chosen
        gain = opinion.gain(opinion.with_terms(paper.terms, opinion.aim[0]))
        if gain >= opinion.hope - SLACK:
            reason = why("trade.yes", gain=points(gain), hope=points(opinion.hope))
            if chosen := turn.may(reason, "accept", paper=paper.id):
                return chosen
        reason = why("trade.no", gain=points(gain), hope=points(opinion.hope))
        if paper.by == turn.opponent and turn.stream.chance(COUNTERS):
            aim, _ = opinion.aim
            terms = tuple(
                (clause, aim[turn.board.clause_index[clause]])
                for clause, _ in paper.terms
                if aim[turn.board.clause_index[clause]] != SILENT
            )
            if terms != paper.terms and (chosen := turn.may(reason, "counter", paper=paper.id, terms=terms)):
                return chosen
        if chosen := turn.may(reason, "decline", paper=paper.id):
            return chosen
    return None


def request(turn: Turn) -> Chosen | None:
    """A caucus is worth a move to whoever likes to talk."""
    for paper in turn.view.sight.papers:
        if isinstance(paper, CaucusRequest) and turn.me in paper.to:
            willing = turn.stream.chance(5_000 + turn.temper.talkative)
            kind = "accept" if willing else "decline"
            reason = why("request.yes" if willing else "request.no")
            if chosen := turn.may(reason, kind, paper=paper.id):
                return chosen
            if chosen := turn.may(why("request.spent"), "decline", paper=paper.id):
                return chosen
    return None


def draft(turn: Turn) -> Chosen | None:
    """Initial a final text that clears the floor, and nearly any interim text; else object with the reason."""
    if not is_open(turn.view, "initial"):
        return None
    talks, opinion = turn.view.sight.talks, turn.opinion
    if talks.drafting != "final":
        if talks.drafting == "truce":
            worth = interim.fortnight(turn)
            if worth < 0 or (turn.temper.name == "hard" and not turn.stream.chance(turn.temper.truces)):
                return turn.may(why("truce.no"), "object", words=bot_words("object.truce"))
            return turn.may(why("truce.yes", worth=points(worth)), "initial")
        if talks.drafting == "exchange":
            return turn.may(why("exchange.yes"), "initial")
        return turn.may(why("draft.rows"), "initial")
    gain = opinion.gain(complete(turn.board, turn.view.draft))
    facts = {"gain": points(gain), "least": points(opinion.floor)}
    if gain >= opinion.floor:
        return turn.may(why("draft.yes", **facts), "initial")
    return turn.may(why("draft.no", **facts), "object", words=bot_words("object"))


def confirm(turn: Turn) -> Chosen | None:
    """After guarantors dropped clauses: confirm while the text still beats no deal."""
    if not is_open(turn.view, "confirm"):
        return None
    appraisal = turn.view.appraisal
    good = appraisal is not None and appraisal.gain >= min(turn.opinion.floor, 0)
    reason = why("confirm.yes" if good else "confirm.no")
    return turn.may(reason, "confirm", answer="confirm" if good else "return")


def decision(turn: Turn) -> Chosen | None:
    """In the aftermath: renew while the terms beat no deal, stand by guarantees, mostly take relief back.

    Break a text only for a gain that passes what its temper is loath to break it for, more so the more sincere it is.
    """
    match turn.view.sight.talks.asked:
        case "renewal":
            appraisal = turn.view.appraisal
            good = appraisal is None or appraisal.terms >= appraisal.alternative
            answer = "renew" if good else "let-lapse"
        case "guarantee":
            answer = "stand-by" if turn.stream.chance(STANDS_BY) else "hold-back"
        case "snap-back":
            answer = "snap-back" if turn.stream.chance(TAKES_BACK) else "wait"
        case "break":
            answer = "break" if breaks(turn) else "stay"
        case _:
            if not turn.stream.chance(CALLS):
                return None
            answer = "call-guarantee"
    return turn.may(why(answer), "decide", answer=answer)


def breaks(turn: Turn) -> bool:
    """Whether the gain from breaking passes the temper's threshold; half of that hangs on sincerity (I1.3, A5.12)."""
    found, mine = turn.view.in_force, turn.opinion.mine
    sincerity = mine.sincerity or WHOLE
    least = turn.temper.loath * (WHOLE + sincerity) // (2 * WHOLE)
    return found is not None and found.breaking is not None and found.breaking.gain > least


def incident(turn: Turn) -> Chosen | None:
    """In the aftermath: answer an incident by temper."""
    words = tuple(kind for kind in ("answer", "repair", "let-go", "refer") if is_open(turn.view, kind))
    if not words:
        return None
    kind = turn.drawn(turn.temper.incident, words)
    return turn.may(why("incident", temper=turn.temper.name), kind)
