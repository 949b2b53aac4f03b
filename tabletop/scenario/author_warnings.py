"""Warnings: a scenario that can be played, and what its author may still want to look at."""

from tabletop.errors import Finding
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.levers import LeverOption

DRIVEN = {
    "advance": ("war.momentum",),
    "headroom": ("war.headroom",),
    "support": ("alliance.support",),
    "air-cover": ("war.air_cover",),
    "grid": ("war.grid",),
    "held": ("war.held",),
}
"""The quantities that drive news, whoever the sides are."""


def lint(scenario: Scenario) -> tuple[Finding, ...]:
    """Every warning about a scenario; none of them stops play."""
    return (
        *_pages(scenario),
        *_options(scenario),
        *_sources(scenario),
        *_cards(scenario),
        *_orders(scenario),
    )


def _warn(name: str, key: str, found: str, expected: str) -> Finding:
    """A warning about a file as a whole, with the place inside the data."""
    return Finding(name, 0, 0, key, found, expected)


def _pages(scenario: Scenario) -> list[Finding]:
    """Pages that people will look for."""
    wanted = {"general": "briefings/general.md", "debrief": "debrief.md"}
    wanted |= {f"confidential.{seat}": f"briefings/{seat}.md" for seat in scenario.frame.seats}
    return [
        _warn(page, "", "no page", "a page to read")
        for key, page in wanted.items()
        if key not in scenario.texts
    ]


def _options(scenario: Scenario) -> list[Finding]:
    """Options, other than what silence means, that every seat likes less than another option."""
    findings: list[Finding] = []
    for slug, clause in scenario.clauses.clauses.items():
        for name, option in clause.options.items():
            if name == clause.default:
                continue
            rivals = [other for key, other in clause.options.items() if key != name]
            if any(
                all(other.values[seat] > worth for seat, worth in option.values.items()) for other in rivals
            ):
                key = f"clauses.{slug}.options.{name}"
                findings.append(
                    _warn("clauses.yaml", key, "an option that no seat prefers", "something in it for one")
                )
    return findings


def _sources(scenario: Scenario) -> list[Finding]:
    """Sources that nothing names."""
    facts = scenario.facts
    named = {key for fact in facts.facts.values() for key in fact.sources}
    return [
        _warn("facts.yaml", f"sources.{key}", "a source that no fact names", "a fact that rests on it")
        for key in facts.sources
        if key not in named
    ]


def _cards(scenario: Scenario) -> list[Finding]:
    """Scheduled cards that fall after the last round of the longest format."""
    last = max(sheet.rounds for sheet in scenario.frame.formats.values())
    return [
        _warn("events.yaml", f"cards.{slug}.rounds", f"round {card.rounds[0]}", f"a round up to {last}")
        for slug, card in scenario.events.cards.items()
        if card.rounds and card.rounds[0] > last
    ]


def _orders(scenario: Scenario) -> list[Finding]:
    """Orders that are worse than another of their lever in everything that tells the two apart."""
    findings: list[Finding] = []
    for seat, levers in scenario.rules.levers.seats.items():
        wants = _wants(scenario, seat)
        for lever, sheet in levers.items():
            found = {name: _does(scenario, lever, name, option) for name, option in sheet.options.items()}
            for name, does in found.items():
                for rival, other in found.items():
                    if _beats(other, does, wants):
                        key = f"levers.seats.{seat}.{lever}.options.{name}"
                        told = f"an order that is worse for its seat than {rival} in every quantity"
                        findings.append(_warn("rules.yaml", key, told, "something that it does better"))
                        break
    return findings


def _wants(scenario: Scenario, seat: str) -> dict[str, int]:
    """Quantities that a seat surely wants more of (1) or less of (-1).

    Its own mood, trust and capital, patience, and for a party what moves its alternative by the rules of news.
    """
    wants = dict.fromkeys((f"home.audience.{seat}", f"alliance.capital.{seat}", "alliance.patience"), 1)
    wants |= {f"home.trust.{other}.{seat}": 1 for other in scenario.frame.seats if other != seat}
    war = scenario.rules.war
    if war is not None:
        outlooks = {
            "attacker-outlook": (f"war.force.{war.attacker}", "war.recruiting"),
            "defender-outlook": (f"war.force.{war.defender}",),
        }
        for driver, move in war.news.moves.get(seat, {}).items():
            for path in outlooks.get(driver, DRIVEN.get(driver, ())):
                wants[path] = (move.points > 0) - (move.points < 0)
    return wants


def _does(scenario: Scenario, lever: str, name: str, option: LeverOption) -> dict[str, float]:
    """What an option does in a fortnight, by quantity; what is no effect has a name that nobody surely wants."""
    does = dict(option.effects)
    if option.strike is not None:
        does[f"strike.{option.strike.target}"] = option.strike.rate or option.strike.chance or 0
    if option.strikes_times is not None:
        does["strikes-times"] = option.strikes_times - 100
    war = scenario.rules.war
    if war is not None:
        tempo = war.tempo.options.get(name) if lever == war.tempo.lever else None
        campaign = war.campaigns.levers.get(lever, {}).get(name)
        for sheet in (tempo, campaign):
            if sheet is not None:
                does |= {f"war.{field}": float(size) for field, size in sheet.model_dump().items()}
    return does


def _beats(one: dict[str, float], other: dict[str, float], wants: dict[str, int]) -> bool:
    """Whether an option is better than another in every quantity that tells the two apart."""
    apart = {name: one.get(name, 0) - other.get(name, 0) for name in one.keys() | other.keys()}
    told = {name: size for name, size in apart.items() if size}
    return bool(told) and all(size * wants.get(name, 0) > 0 for name, size in told.items())
