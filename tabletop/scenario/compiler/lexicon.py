"""The lexicon of a scenario: every label and text by its dotted path, as written or with neutral names."""

import re
from collections.abc import Callable

from tabletop.scenario.board.lexicon import Lexicon
from tabletop.scenario.board.order_cards import Preset
from tabletop.scenario.compiler.background import background, map_labels, sourced_fact
from tabletop.scenario.scenario import Scenario

BEGINNING = re.compile(r"([.!?][”\"')]?\s+|\n\s*\n)\Z")
"""What stands before the first word of a sentence."""


def lexicon(scenario: Scenario, *, neutral: bool = False) -> Lexicon:
    """The words of a scenario.

    Args:
        scenario: What the author wrote.
        neutral: True puts invented names in the place of real ones and leaves the facts out.
    """
    labels = {**_frame_labels(scenario), **_clause_labels(scenario), **_rule_labels(scenario)}
    labels |= map_labels(scenario)
    frame = scenario.frame
    texts = {
        "title": frame.title,
        "as-of": frame.as_of,
        "starts": frame.starts,
        "baseline": frame.legal_baseline,
        "assumptions": frame.assumptions,
        "content": frame.content_notes,
        "basis": frame.basis,
        **scenario.texts,
    }
    veil = _veil(scenario)
    veiled = {path: veil(label) for path, label in labels.items()}
    veiled |= {f"seat.{slug}": seat.neutral_name for slug, seat in frame.seats.items()}
    veiled |= {f"seat.{slug}.short": seat.neutral_name for slug, seat in frame.seats.items()}
    if neutral:
        return Lexicon(
            labels=veiled,
            texts={name: veil(text) for name, text in texts.items()},
            background=background(scenario, veil),
            presets=_presets(scenario, veil),
        )
    changed = {path: label for path, label in veiled.items() if label != labels[path]}
    facts = {slug: sourced_fact(fact, scenario.facts) for slug, fact in scenario.facts.facts.items()}
    return Lexicon(labels, changed, texts, facts, background(scenario), presets=_presets(scenario, str))


def _presets(scenario: Scenario, veil: Callable[[str], str]) -> dict[str, tuple[Preset, ...]]:
    """The cards of orders of every seat that has some."""
    return {
        seat: tuple(
            Preset(slug, veil(card.label), veil(card.does), tuple(card.orders.items()))
            for slug, card in cards.items()
        )
        for seat, cards in scenario.rules.levers.presets.items()
    }


def _frame_labels(scenario: Scenario) -> dict[str, str]:
    """Seats, formats, and the lists of acts, places and terms of return."""
    frame = scenario.frame
    labels = {f"seat.{slug}": seat.name for slug, seat in frame.seats.items()}
    labels |= {f"seat.{slug}.short": seat.short for slug, seat in frame.seats.items()}
    labels |= {f"format.{slug}": sheet.name for slug, sheet in frame.formats.items()}
    labels |= {f"act.{slug}": act.label for slug, act in frame.acts.items()}
    labels |= {f"place.{slug}": label for slug, label in frame.places.items()}
    labels |= {f"until.{slug}": label for slug, label in frame.terms_of_return.items()}
    for slug, sector in frame.theatre.sectors.items() if frame.theatre else ():
        labels[f"sector.{slug}"] = sector.name
        labels[f"sector.{slug}.facts"] = ", ".join(sector.facts)
        labels |= {f"city.{city}": name for city, name in sector.cities.items()}
    return labels


def _clause_labels(scenario: Scenario) -> dict[str, str]:
    """Clauses and their options; an option by its place, as in `option.scope.3`."""
    labels: dict[str, str] = {}
    for slug, clause in scenario.clauses.clauses.items():
        labels[f"clause.{slug}"] = clause.title
        labels[f"clause.{slug}.ask"] = clause.question
        for at, option in enumerate(clause.options.values()):
            labels[f"option.{slug}.{at}"] = option.label
            labels[f"option.{slug}.{at}.text"] = option.text
    return labels


def _rule_labels(scenario: Scenario) -> dict[str, str]:
    """Levers, targets, interlocks, bodies, mandate cards and event cards."""
    rules = scenario.rules
    labels: dict[str, str] = {}
    for levers in rules.levers.seats.values():
        for slug, lever in levers.items():
            labels[f"lever.{slug}"] = lever.name
            for choice, way in lever.choices().items():
                counted = {name: way.count(name) for name in way}
                parts = [
                    lever.options[name].label + (f" ×{n}" if n > 1 else "") for name, n in counted.items()
                ]
                labels[f"lever.{slug}.{choice}"] = ", ".join(parts)
    labels |= {f"target.{slug}": sheet.label for slug, sheet in rules.salvo.targets.items()}
    labels |= {f"pair.{slug}": pair.advice for slug, pair in rules.pairs.rules.items()}
    labels |= {f"body.{slug}": body.name for slug, body in rules.bodies.bodies.items()}
    for seat, mandate in rules.mandates.seats.items():
        for at, card in enumerate(mandate.cards):
            labels[f"mandate.{seat}.{at}"] = rules.mandates.cards[card].label
    for slug, event in scenario.events.cards.items():
        labels[f"card.{slug}"] = event.text
        labels[f"card.{slug}.basis"] = event.basis
        labels[f"card.{slug}.facts"] = ", ".join(event.facts)
        labels[f"card.{slug}.says"] = ", ".join(event.says)
    for seat, rows in scenario.positions.positions.items():
        for clause, position in rows.items():
            labels[f"opening.{seat}.{clause}.facts"] = ", ".join(position.facts)
    return labels


def _veil(scenario: Scenario) -> Callable[[str], str]:
    """Puts neutral names in the place of real ones, the longest first, whole words only.

    An author writes each as it stands within a sentence, `an agency`; it gets its capital where a sentence begins.
    """
    words = dict(scenario.frame.neutral_words)
    longest = sorted(words, key=lambda word: (-len(word), word))
    if not longest:
        return str
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b")

    def named(match: re.Match[str]) -> str:
        name = words[match.group()]
        return f"{name[:1].upper()}{name[1:]}" if BEGINNING.search(match.string[: match.start()]) else name

    return lambda text: pattern.sub(named, text)
