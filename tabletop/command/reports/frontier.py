"""The frontier card: what could be agreed, at the start of a scenario or at any moment of a match."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from tabletop.command.reports.frontier_json import (
    DistanceCard,
    DraftCard,
    FrontierCard,
    Gains,
    RoundCard,
    SeatsCard,
    TextCard,
    TradeCard,
)
from tabletop.debrief.doors import doors, widths
from tabletop.errors import JournalError
from tabletop.frontier.additive import of_terms
from tabletop.frontier.best import best_for_both, best_trade, open_door
from tabletop.frontier.distance import distance
from tabletop.frontier.frontier import Point, frontier
from tabletop.frontier.moment import Moment, at_start, at_state
from tabletop.frontier.points import Named, named
from tabletop.frontier.share import Share, share
from tabletop.game.core.chance import keyed
from tabletop.game.core.evolve import start
from tabletop.game.decide import opening
from tabletop.game.text.drafting import draft_options
from tabletop.game.worth.value import complete
from tabletop.journal.history import History, board_of, fold, scenario_of
from tabletop.journal.reader import read
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.words.language.tables import SPOKEN
from tabletop.words.language.voice import number, points

CAP = 200
"""Points of the frontier that are listed when no number is named."""


def reckoned(
    scenario: str,
    *,
    format_id: str = "class",
    door: str = "standard",
    seed: int | None = None,
    journal: Path | None = None,
    at: int | None = None,
    cap: int = CAP,
) -> FrontierCard:
    """The card of a scenario's first day, or of a moment of a match.

    Args:
        scenario: Its name or path; not read when there is a journal, which carries its own.
        format_id: The format; the journal's own when there is one.
        door: The door; the journal's own when there is one.
        seed: Draw the mandates by this seed; None takes every draw at its centre.
        journal: A match.
        at: After this entry of it; None after its last.
        cap: How many points of the frontier are listed at most.

    Raises:
        ScenarioError: There is no such scenario, format or door.
        JournalError: The journal cannot be used, or has no such entry.
    """
    began = perf_counter()
    if journal is not None:
        header, entries = (kept := read(journal)).header, kept.entries
        if at is not None and not 1 <= at <= len(entries):
            raise JournalError(f"{journal} has entries 1 to {len(entries)}; there is no entry {at}")
        board = board_of(header, scenario_of(header))
        history = fold(board, entries[:at])
        state, rounds = history.state, _rounds(board, history)
        moment, entry, door = at_state(board, state), at or len(entries), header.door
    else:
        board = compile_board(open_scenario(scenario), format_id=format_id, door=door)
        state, entry, rounds = start(board), None, []
        moment = at_start(board)
        if seed is not None:
            state = opening(board, state, keyed(seed)).state
            moment = at_state(board, state)
    found = frontier(moment)
    everybody, parties = named(found, range(moment.seats)), named(found, board.parties)
    best, through = best_for_both(moment), open_door(moment)
    card: FrontierCard = {
        **_seats(board, everybody, share(moment)),
        "scenario": board.scenario,
        "format": board.format.id,
        "door": door,
        "entry": entry,
        "seed": seed,
        "round": state.talks.round,
        "phase": state.talks.phase.value,
        "outcomes": moment.outcomes,
        "texts": moment.texts,
        "alternatives": _by_seat(board, moment.alternatives),
        "points": [_text(board, point) for point in found[:cap]],
        "parties": _seats(board, parties, share(moment, board.parties)),
        "best_for_both": _text(board, best[0]) if best else None,
        "open_door": _text(board, through[0]) if through else None,
        "terms_frontier": len(of_terms(moment)) if moment.outcomes else 0,
        "draft": None,
        "rounds": rounds,
        "seconds": 0.0,
    }
    if journal is not None and state.home.weights:
        card["draft"] = _draft(moment, draft_options(state.text), everybody, parties)
    card["seconds"] = round(perf_counter() - began, 3)
    return card


def told(card: FrontierCard) -> Iterator[str]:
    """The card, line by line."""

    def say(slug: str, **facts: object) -> str:
        return SPOKEN[f"frontier.{slug}"].format_map(facts)

    def placed(slug: str, text: TextCard | None) -> Iterator[str]:
        if text is None:
            yield say("none", what=say(slug))
        else:
            yield say("point", what=say(slug), gains=_gains(text["gains"]))
            yield say("text", text="; ".join(f"{clause} {option}" for clause, option in text["text"].items()))

    moment = "start" if card["entry"] is None and card["seed"] is None else "drawn"
    yield say(f"head.{moment if card['entry'] is None else 'entry'}", **card)
    yield say("unit")
    yield say("outcomes", outcomes=number(card["outcomes"]), texts=number(card["texts"]))
    yield say("alternatives", points=_gains(card["alternatives"], signed=False))
    yield say("terms", n=number(card["terms_frontier"]))
    for slug, group in (("all", card), ("both", card["parties"])):
        yield ""
        yield say(slug)
        yield say("frontier", n=number(group["frontier"]))
        yield say("zopa", share=f"{100 * group['zopa_share']:.5f}", n=number(group["zopa_outcomes"]))
        if group["ideal"]:
            yield say("ideal", points=_gains(group["ideal"]))
        yield from placed("nash", group["nash"])
        yield from placed("kalai-smorodinsky", group["kalai_smorodinsky"])
    yield ""
    yield from placed("best", card["best_for_both"])
    yield from placed("door", card["open_door"])
    draft = card["draft"]
    if draft is not None:
        yield ""
        yield from placed("draft", draft)
        if draft["open"]:
            yield say("open", clauses=", ".join(draft["open"]))
        yield say(
            "left", left=points(draft["all"]["left"], signed=False), better=number(draft["all"]["better"])
        )
        for trade in draft["trades"]:
            changes = "; ".join(f"{clause} {trade['text'][clause]}" for clause in trade["changed"])
            yield say(
                "trade", within=trade["within"], more=points(trade["more"], signed=False), changes=changes
            )
    for each in card["rounds"]:
        slug = "shut" if each["door"] is None else "tabled" if each["tabled"] else "missed"
        yield say(
            "round",
            round=each["round"],
            share=f"{100 * each['zopa_share_parties']:.5f}",
            door=say(slug, gain=points(each["door"] or 0)),
        )
    yield ""
    yield say("seconds", seconds=f"{card['seconds']:.2f}")


def _rounds(board: Board, history: History) -> list[RoundCard]:
    opened = {door.round: door for door in doors(board, history)[0]}
    return [
        {
            "round": width.round,
            "zopa_share": width.everybody.share,
            "zopa_share_parties": width.parties.share,
            "door": opened[width.round].find.both if width.round in opened else None,
            "tabled": width.round in opened and opened[width.round].tabled,
        }
        for width in widths(board, history)
    ]


def _draft(moment: Moment, draft: Sequence[int], everybody: Named, parties: Named) -> DraftCard:
    board = moment.board
    text = complete(board, draft)
    now = Point(text, moment.gains(text))
    trades: list[TradeCard] = []
    for within in range(1, board.numbers["trade.rows"] + 1):
        trade = best_trade(moment, text, within)
        if trade is not None and (not trades or trade.more > trades[-1]["more"]):
            changed = [board.clauses[at].id for at in trade.changed]
            trades.append(
                {**_text(board, trade.point), "within": within, "changed": changed, "more": trade.more}
            )
    return {
        **_text(board, now),
        "open": [board.clauses[at].id for at, option in enumerate(draft) if option < 0],
        "all": _distance(now, everybody),
        "parties": _distance(now, parties),
        "trades": trades,
    }


def _distance(now: Point, group: Named) -> DistanceCard:
    found = distance(now.gains, group)
    return {
        "left": found.left,
        "better": found.better,
        "frontier": found.frontier,
        "nash": found.nash,
        "kalai_smorodinsky": found.kalai_smorodinsky,
    }


def _seats(board: Board, group: Named, counted: Share) -> SeatsCard:
    seats = [board.seats[seat].id for seat in group.seats]
    return {
        "seats": seats,
        "frontier": len(group.points),
        "nash": _text(board, group.nash) if group.nash else None,
        "kalai_smorodinsky": _text(board, group.kalai_smorodinsky) if group.kalai_smorodinsky else None,
        "ideal": dict(zip(seats, group.ideal, strict=False)),
        "zopa_share": counted.share,
        "zopa_outcomes": counted.outcomes,
        "zopa_texts": counted.texts,
    }


def _text(board: Board, point: Point) -> TextCard:
    return {
        "text": {
            clause.id: clause.options[option].id
            for clause, option in zip(board.clauses, point.text, strict=True)
        },
        "gains": _by_seat(board, point.gains),
    }


def _by_seat(board: Board, figures: Sequence[int]) -> Gains:
    return {seat.id: figure for seat, figure in zip(board.seats, figures, strict=True)}


def _gains(gains: Gains, *, signed: bool = True) -> str:
    return ", ".join(f"{seat} {points(gain, signed=signed)}" for seat, gain in gains.items())
