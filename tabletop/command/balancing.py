"""The balance card as lines of text, and a bar while it is being weighed."""

import sys
from collections.abc import Iterator

import click

from tabletop.balance.card import Card, DoorCard, LeverCard, PartyCard, weigh
from tabletop.balance.plan import plan
from tabletop.balance.robin import Robin, robin
from tabletop.command.host import draw_seed
from tabletop.players.roster import RIVALS


def weighed(scenario: str, matches: int, seed: int | None, jobs: int) -> Card:
    """Weigh a scenario; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each door.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    chosen = draw_seed() if seed is None else seed
    if seed is None:
        click.echo(f"seed {chosen}", err=True)
    planned = plan(scenario, matches, chosen)
    with click.progressbar(
        length=len(planned.tasks()), label="Matches", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return weigh(planned, jobs, lambda: bar.update(1))


def weighed_robin(scenario: str, matches: int, seed: int | None, jobs: int) -> Robin:
    """Play every pairing of tempers; a bar shows how far it is when standard error is a terminal.

    Args:
        scenario: Its name or path.
        matches: Seeds for each pairing.
        seed: The first seed; None draws one and prints it.
        jobs: Processes that play beside each other.

    Raises:
        ScenarioError: There is no such scenario, or it cannot be used.
    """
    chosen = draw_seed() if seed is None else seed
    if seed is None:
        click.echo(f"seed {chosen}", err=True)
    with click.progressbar(
        length=matches * len(RIVALS) ** 2, label="Matches", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return robin(scenario, matches, chosen, jobs, lambda: bar.update(1))


def told_robin(table: Robin) -> Iterator[str]:
    """The round robin, line by line."""
    stopped = "" if table["complete"] else ", stopped early"
    yield (
        f"{table['scenario']}, format {table['format']}, door {table['door']}: every temper against every temper, "
        f"{table['matches']} matches a pairing, seeds from {table['seed']}, {table['seconds']:.0f} s{stopped}"
    )
    for pair in table["pairs"]:
        met = ", ".join(f"{seat} {temper}" for seat, temper in pair["tempers"].items())
        worth = ", ".join(
            f"{seat} {pair['value'][seat]:.1f} ± {pair['error'][seat]:.1f}" for seat in pair["value"]
        )
        signed, rounds = _percent(pair["signed_share"]), pair["rounds_mean"]
        yield f"  {met}: initialled {signed}; own value {worth}; rounds {rounds:.1f}"
    for seat, rows in table["ranks"].items():
        yield ""
        yield f"{seat}, over all opponents: own value, points, and how far ahead on the same seeds"
        for temper, row in sorted(rows.items(), key=lambda item: -item[1]["value"]):
            ahead = ", ".join(
                f"{other} {figure:+.2f} ± {row['ahead_error'][other]:.2f}"
                for other, figure in row["ahead"].items()
            )
            yield f"  {temper:<10} {row['value']:.2f}, initialled {_percent(row['signed_share'])}; ahead of {ahead}"


def told(card: Card) -> Iterator[str]:
    """The card, line by line."""
    stopped = "" if card["complete"] else ", stopped early"
    yield (
        f"{card['scenario']}, format {card['format']}: {card['played']} matches in {card['seconds']:.0f} s{stopped}"
    )
    yield f"seeds from {card['seed']}: {card['matches']} at each door, {card['compared']} for each option and temper"
    for door, found in card["doors"].items():
        yield from _door(door, found)
    if card["orders"]:
        yield ""
        yield "Orders held all match: own value against the mean of the lever, points (the rule: within 1.0)"
    for lever in card["orders"]:
        yield from _lever(lever)
    for seat, party in card["parties"].items():
        yield from _party(seat, party)
    yield ""
    yield from _verdict(card)


def _door(door: str, card: DoorCard) -> Iterator[str]:
    ends = ", ".join(f"{end} {_percent(count / card['matches'])}" for end, count in card["ends"].items())
    aim = f"; aim {_percent(card['aim'][0])} to {_percent(card['aim'][1])}" if card["aim"] else ""
    share = card["range"]
    yield ""
    yield f"Door {door}, {card['matches']} matches"
    yield f"  initialled: {_percent(card['signed_share'])} (± {_percent(card['signed_error'])}{aim})"
    yield f"  ends: {ends}"
    held = "none" if card["held_share"] is None else _percent(card["held_share"])
    yield f"  texts in force that held: {held} of {card['in_force']}"
    yield (
        f"  range open at the start {_percent(share['open_at_start'])}, opens later "
        f"{_percent(share['opens_later'])}, shuts {_percent(share['shuts'])}, ever {_percent(share['ever_open'])}"
    )
    yield f"  matches without a text in which it stood open: {_percent(share['open_without_text'])}"
    yield f"  rounds {card['rounds_mean']:.1f}, walk-outs {card['walk_outs_mean']:.2f} a match"


def _lever(card: LeverCard) -> Iterator[str]:
    yield f"  {card['seat']}, {card['lever']} ({card['seeds']} seeds)"
    for name, option in card["options"].items():
        others = ", ".join(f"{seat} {value:+.1f}" for seat, value in option["others"].items())
        yield (
            f"    {name:<14} {option['value']:+.2f} ± {option['error']:.2f}, "
            f"initialled {_percent(option['signed_share'])}; {others}"
        )


def _party(seat: str, card: PartyCard) -> Iterator[str]:
    yield ""
    yield f"Tempers of {seat} ({card['seeds']} seeds)"
    for temper, found in card["tempers"].items():
        yield (
            f"  {temper:<10} initialled {_percent(found['signed_share'])}, gain {found['gain']:+.2f}, "
            f"own value {found['value']:.1f}, rounds {found['rounds_mean']:.1f}"
        )
    stall = card["stalling"]
    if stall is not None:
        yield (
            f"  stalling against patient: better {_percent(stall['better'])}, worse {_percent(stall['worse'])}, "
            f"mean {stall['mean']:+.2f} ± {stall['error']:.2f}"
        )


def _verdict(card: Card) -> Iterator[str]:
    found = card["verdict"]
    largest = found["largest_gain_for_both"]
    if largest is None:
        yield "No match was searched for a text."
    elif found["text_for_both"]:
        yield f"Texts above no deal for both parties exist; the largest gain for both was {largest:+.1f}."
    else:
        yield f"No text was above no deal for both parties in any match (nearest: {largest:+.1f})."
    if found["decides_alone"]:
        yield f"One choice explains all signatures: {'; '.join(found['decides_alone'])}."
    if found["orders_outside"]:
        yield f"Orders outside 1.0 for their owner: {'; '.join(found['orders_outside'])}."


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
