"""Warnings: a scenario that can be played, and what its author may still want to look at."""

from tabletop.errors import Finding
from tabletop.scenario.scenario import Scenario


def lint(scenario: Scenario) -> tuple[Finding, ...]:
    """Every warning about a scenario; none of them stops play."""
    return (*_pages(scenario), *_options(scenario), *_sources(scenario), *_cards(scenario))


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
