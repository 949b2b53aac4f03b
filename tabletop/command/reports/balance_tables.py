"""The balance card and the round robin as sections of tables."""

from collections.abc import Iterator, Sequence

from tabletop.command.reports.tables import Section
from tabletop.lab.balance.best_orders import BEST_LEAST, BEST_MOST, DECIDED_LEAST, RARE, RARE_LEAST, Share
from tabletop.lab.balance.card import Card, PartyCard
from tabletop.lab.balance.first_day_agreements import OptionName
from tabletop.lab.balance.robin import Robin
from tabletop.vocabulary import PLAYED_OUT, Phase

NONE = "—"
"""Where there is no figure."""


def card_sections(card: Card) -> tuple[Section, ...]:
    """The card, table by table."""
    early = "" if card["complete"] else ", stopped early"
    of_matches = (
        f"{card['matches']} at each door, {card['compared']} for each temper; " if card["doors"] else ""
    )
    said = (
        f"{card['played']:,} matches in {card['seconds']:.0f} s{early}.",
        (
            f"Seeds from {card['seed']}: {of_matches}orders in {card['situations']} situations, "
            f"{card['continuations']} continuations each; fortnights an order stands: {card['fortnights']}."
        ),
    )
    return (
        Section(f"{card['scenario']}, format {card['format']}", said),
        *_space(card),
        *_doors(card),
        *_orders(card),
        *_tempers(card),
        *_stalling(card["parties"]),
        Section("What speaks for it and against it", tuple(_verdict(card))),
    )


def robin_sections(table: Robin) -> tuple[Section, ...]:
    """The round robin, table by table."""
    early = "" if table["complete"] else ", stopped early"
    said = (
        (
            f"Every temper against every temper, {table['matches']} matches a pairing, seeds from {table['seed']}, "
            f"{table['seconds']:.0f} s{early}."
        ),
    )
    head = Section(f"{table['scenario']}, format {table['format']}, door {table['door']}", said)
    if not table["ranks"]:
        return (head,)
    one, other = table["ranks"]
    pairs = tuple(
        (
            pair["tempers"][one],
            pair["tempers"][other],
            _percent(pair["signed_share"]),
            *(f"{pair['value'][seat]:.1f} ± {pair['error'][seat]:.1f}" for seat in (one, other)),
            *(_signed(pair["gain"][seat]) for seat in (one, other)),
            f"{pair['rounds_mean']:.1f}",
        )
        for pair in table["pairs"]
    )
    columns = (
        one,
        other,
        "initialled %",
        f"value {one}",
        f"value {other}",
        f"gain {one}",
        f"gain {other}",
        "rounds",
    )
    ranks = tuple(
        (
            seat,
            temper,
            f"{row['value']:.2f}",
            _percent(row["signed_share"]),
            NONE if row["text_gain"] is None else _signed(row["text_gain"]),
            *(
                f"{_signed(row['ahead'][rival])} ± {row['ahead_error'][rival]:.2f}"
                if rival in row["ahead"]
                else NONE
                for rival in rows
            ),
        )
        for seat, rows in table["ranks"].items()
        for temper, row in sorted(rows.items(), key=lambda item: -item[1]["value"])
    )
    ahead = tuple(f"ahead of {temper}" for temper in next(iter(table["ranks"].values())))
    beaten = tuple(f"{temper}, in every respect by {by}" for temper, by in table["dominated"].items())
    return (
        head,
        Section("Pairings", head=columns, rows=pairs),
        Section(
            "Over all opponents, and how far ahead on the same seeds, points",
            head=("seat", "temper", "own value", "initialled %", "a text gains", *ahead),
            rows=ranks,
        ),
        Section(said=(f"Tempers that are beaten: {'; '.join(beaten) or 'none in every respect'}.",)),
    )


def _space(card: Card) -> Iterator[Section]:
    if not card["space"]:
        return
    doors = tuple(card["space"])
    found = tuple(card["space"].values())
    one = found[0]
    rows = [
        ("texts that differ in effect", *(f"{space['outcomes']:,}" for space in found)),
        ("on the frontier", *(str(space["frontier"]) for space in found)),
        ("above no deal for every seat, per million", *(_million(space["above_all"]) for space in found)),
        (
            "above no deal for both parties, per million",
            *(_million(space["above_parties"]) for space in found),
        ),
        *_agreements("Nash", [space["nash"] for space in found]),
        *_agreements("Kalai-Smorodinsky", [space["kalai_smorodinsky"] for space in found]),
        ("options vetoed", *(str(len(space["vetoed"])) for space in found)),
        ("options dead", *(str(len(space["dead"])) if space["nash"] else NONE for space in found)),
    ]
    vetoed = "; ".join(f"{_option(option)} by {', '.join(option['parties'])}" for option in one["vetoed"])
    dead = "; ".join(_option(option) for option in one["dead"] if not option["parties"])
    yield Section(
        "What can be agreed on the first day, every draw at its centre",
        head=("door", *doors),
        rows=tuple(rows),
        after=(
            f"Vetoed at the door {doors[0]}: {vetoed or 'none'}.",
            f"Dead there beside these: {dead or 'none'}.",
        ),
    )


def _agreements(name: str, points: Sequence[dict[str, float] | None]) -> Iterator[tuple[str, ...]]:
    """By seat, a row of its gain at an agreement, door by door."""
    known = [point for point in points if point is not None]
    for seat in known[0] if known else ():
        yield (f"{name}, {seat}", *(_signed(point[seat]) if point else NONE for point in points))


def _doors(card: Card) -> Iterator[Section]:
    found = tuple(card["doors"].values())
    if not found:
        return
    ends = tuple(end.value for end in Phase if end in PLAYED_OUT)
    ranges = {
        "range open at the start": [door["range"]["open_at_start"] for door in found],
        "opens later": [door["range"]["opens_later"] for door in found],
        "shuts": [door["range"]["shuts"] for door in found],
        "ever open": [door["range"]["ever_open"] for door in found],
        "open in a round, of matches without a text": [door["range"]["open_without_text"] for door in found],
    }
    yield Section(
        "Doors, % of the matches",
        head=("", *(f"{name} ({door['matches']})" for name, door in card["doors"].items())),
        rows=(
            (
                "initialled",
                *(f"{_percent(door['signed_share'])} ± {_percent(door['signed_error'])}" for door in found),
            ),
            (
                "aim",
                *(
                    f"{_percent(door['aim'][0])}-{_percent(door['aim'][1])}" if door["aim"] else NONE
                    for door in found
                ),
            ),
            *((end, *(_percent(door["ends"][end] / door["matches"]) for door in found)) for end in ends),
            (
                "held, of texts in force",
                *(
                    NONE
                    if door["held_share"] is None
                    else f"{_percent(door['held_share'])} of {door['in_force']}"
                    for door in found
                ),
            ),
            *((name, *map(_percent, shares)) for name, shares in ranges.items()),
            ("rounds, mean", *(f"{door['rounds_mean']:.1f}" for door in found)),
            ("walk-outs a match", *(f"{door['walk_outs_mean']:.2f}" for door in found)),
        ),
    )


def _orders(card: Card) -> Iterator[Section]:
    if not card["orders"]:
        return
    levers = tuple(
        (
            lever["seat"],
            lever["lever"],
            str(lever["situations"]),
            str(lever["decided"]),
            _band(lever),
            {True: "yes", False: "no", None: "cannot be told"}[lever["within"]],
        )
        for lever in card["orders"]
    )
    yield Section(
        "Situations of each lever, and how many of them are decided",
        said=(
            "Decided: the best option is ahead of the second by two standard errors.",
            (
                f"The aim: {_percent(DECIDED_LEAST)} % or more decided; among those each option best in "
                f"{_percent(BEST_LEAST)} % or more ({', '.join(sorted(RARE))}: {_percent(RARE_LEAST)} %), "
                f"none in more than {_percent(BEST_MOST)} %."
            ),
            "In brackets what two standard errors leave open.",
        ),
        head=("seat", "lever", "situations", "decided", "decided %", "as aimed"),
        rows=levers,
    )
    orders = tuple(
        (
            lever["seat"],
            lever["lever"],
            name,
            f"{option['best']} of {lever['decided']}",
            _band(option),
            f"{_signed(option['value'])} ± {option['error']:.2f}",
            str(option["open"]),
        )
        for lever in card["orders"]
        for name, option in lever["options"].items()
    )
    yield Section(
        "Orders, and how often each is best where that is decided",
        said=("Own value: against the mean of the lever's options in the same situation, points.",),
        head=("seat", "lever", "option", "best", "best %", "own value", "open in"),
        rows=orders,
    )


def _band(found: Share) -> str:
    """A share in per cent with its band."""
    share = NONE if found["share"] is None else _percent(found["share"])
    return f"{share} ({_percent(found['low'])}-{_percent(found['high'])})"


def _tempers(card: Card) -> Iterator[Section]:
    rows = tuple(
        (
            seat,
            temper,
            _percent(found["signed_share"]),
            _signed(found["gain"]),
            f"{found['value']:.1f}",
            f"{found['rounds_mean']:.1f}",
        )
        for seat, party in card["parties"].items()
        for temper, found in party["tempers"].items()
    )
    if rows:
        yield Section(
            "Tempers, everybody else as the seed deals them",
            head=("seat", "temper", "initialled %", "gain over no deal", "own value", "rounds"),
            rows=rows,
        )


def _stalling(parties: dict[str, PartyCard]) -> Iterator[Section]:
    rows = tuple(
        (
            seat,
            str(stall["seeds"]),
            _percent(stall["better"]),
            _percent(stall["worse"]),
            f"{_signed(stall['mean'])} ± {stall['error']:.2f}",
        )
        for seat, party in parties.items()
        if (stall := party["stalling"]) is not None
    )
    if rows:
        yield Section(
            "Stalling against patience in the same chair",
            head=("seat", "seeds", "better %", "worse %", "mean, points"),
            rows=rows,
        )


def _verdict(card: Card) -> Iterator[str]:
    found = card["verdict"]
    largest = found["largest_gain_for_both"]
    if largest is None and card["orders"]:
        yield "Orders alone were compared; no match was searched for a text."
    elif largest is None:
        yield "No match was searched for a text."
    elif found["text_for_both"]:
        yield f"Texts above no deal for both parties exist; the largest gain for both was {largest:+.1f}."
    else:
        yield f"No text was above no deal for both parties in any match (nearest: {largest:+.1f})."
    if found["decides_alone"]:
        yield f"One choice explains all signatures: {'; '.join(found['decides_alone'])}."
    if found["orders_outside"]:
        yield f"Levers whose orders are not as aimed, by more than chance: {'; '.join(found['orders_outside'])}."


def _option(named: OptionName) -> str:
    return f"{named['clause']} {named['option']}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"


def _million(share: float) -> str:
    return f"{1_000_000 * share:.2f}"


def _signed(points: float) -> str:
    return f"{points:+.2f}"
