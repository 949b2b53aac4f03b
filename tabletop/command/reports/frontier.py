"""The frontier card as lines of text."""

from collections.abc import Iterator

from tabletop.api.frontier_types import FrontierCard, Gains, TextCard
from tabletop.words.language.tables import SPOKEN
from tabletop.words.language.voice import decimal, number, points


def frontier_lines(card: FrontierCard) -> Iterator[str]:
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
        yield say("zopa", share=decimal(100 * group["zopa_share"], 5), n=number(group["zopa_outcomes"]))
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
            share=decimal(100 * each["zopa_share_parties"], 5),
            door=say(slug, gain=points(each["door"] or 0)),
        )
    yield ""
    yield say("seconds", seconds=decimal(card["seconds"], 2))


def _gains(gains: Gains, *, signed: bool = True) -> str:
    return ", ".join(f"{seat} {points(gain, signed=signed)}" for seat, gain in gains.items())
