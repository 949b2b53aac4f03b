"""Compiling the consent sheet and the invitation."""

from tabletop.scenario.board.consent import ConsentRules
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.quantities import effects_to_state


def consent(scenario: Scenario, places: Places) -> ConsentRules | None:
    """The sheet of a seat outside (T4.7); None for a scenario without the section."""
    sheet = scenario.rules.consent
    if sheet is None:
        return None
    return ConsentRules(
        seat=places.seat[sheet.seat],
        covers=tuple(places.options(clause, sheet.covers.get(clause, ())) for clause in places.clause),
        prices={
            f"{clause}.{option}": (places.clause[clause], places.option[clause][option])
            for clause, options in sheet.prices.items()
            for option in options
        },
        inviters=places.seats(sheet.inviters),
        objectors=places.seats(sheet.objectors),
        objection=effects_to_state(sheet.objection),
    )
