"""What orders are known to do in a fortnight: campaigns, the sum for each quantity, then what is struck."""

from collections.abc import Iterable, Iterator

from tabletop.scenario.board.war import CampaignBoard, WarRules
from tabletop.vocabulary import Unit
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice, amount, change, decimal, number, percent
from tabletop.words.sentences.moves import price_lines


def order_effects(voice: Voice, choices: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What some options of the seat's levers are known to do together, one line each."""
    place = voice.board.seat_index.get(voice.seat, -1)
    if place < 0:
        return ()
    seat, rules, chosen = voice.board.seats[place], voice.board.war, tuple(choices)
    campaigns = [rules.campaigns[each] for each in chosen if each in rules.campaigns] if rules else []
    sums: dict[str, int] = {}
    for lever, option in chosen:
        for path, by in seat.levers.get(lever, {}).get(option, ()):
            sums[path] = sums.get(path, 0) + by
    targets = dict.fromkeys(seat.strikes[each][0] for each in chosen if each in seat.strikes)
    return (
        *(_tempo_line(voice, rules, chosen) if rules and place == rules.attacker else ()),
        *(_campaign_lines(voice, rules, campaigns) if rules else ()),
        *price_lines(voice, sums.items()),
        *(_("strikes: {what}").format(what=voice.word(target)) for target in targets),
    )


def _tempo_line(voice: Voice, rules: WarRules, chosen: Iterable[tuple[str, str]]) -> Iterator[str]:
    """W2.1, W2.6: the tempo that an order sets, which losses of both sides follow, and the chances that go with it."""
    ordered = next((rules.tempo[option] for lever, option in chosen if lever == rules.lever), None)
    if ordered is not None:
        yield voice.say(
            "campaign.tempo",
            tempo=percent(ordered.tempo),
            falls=percent(ordered.falls),
            fails=percent(ordered.fails),
        )


def _campaign_lines(voice: Voice, rules: WarRules, campaigns: list[CampaignBoard]) -> Iterator[str]:
    """W2.4, W2.5, W2.8: what orders add to a fortnight besides their effects on quantities."""
    if grown := sum(one.points for one in campaigns) * rules.drones.point // 100:
        programme = voice.quantity(f"war.lethality.{voice.board.seats[rules.defender].id}")
        yield voice.say("campaign.points", what=programme, change=change(grown, Unit.SHARE))
    if counter := sum(one.counter for one in campaigns):
        yield voice.say("campaign.counter", times=decimal(1 + counter / 10_000))
    if hits := sum(one.hits for one in campaigns):
        yield voice.say("campaign.hits", n=amount(hits, Unit.MEGAWATT))
    drones, missiles = sum(one.drones for one in campaigns), sum(one.missiles for one in campaigns)
    if drones or missiles:
        yield voice.say("campaign.launched", drones=number(drones), missiles=number(missiles))
    if strain := sum(one.strain for one in campaigns):
        yield voice.say("campaign.strain", n=percent(strain))
