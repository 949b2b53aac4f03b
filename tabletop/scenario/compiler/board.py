"""The compiler: a scenario and a format become a board of integers and tables."""

from dataclasses import replace

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.board.board import (
    Board,
    CardBoard,
    ClauseBoard,
    Format,
    OptionBoard,
    Roles,
    Start,
)
from tabletop.scenario.board.digest import digest
from tabletop.scenario.compiler.agreement import aftermath, bodies, hazard, pairs, routes
from tabletop.scenario.compiler.consent import consent
from tabletop.scenario.compiler.doubt import causes, estimates, evidence, theatre
from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.compiler.places import Places
from tabletop.scenario.compiler.seats import mandates, salvo, seats
from tabletop.scenario.compiler.war import war
from tabletop.scenario.scenario import Scenario
from tabletop.scenario.sheets.content import SILENT_OPTION
from tabletop.scenario.sheets.named_dials import LATER_EFFECTS, LEAVABLE, NUMBERS
from tabletop.scenario.sheets.quantities import effects_to_state, hundredths, scaled, to_state, written
from tabletop.scenario.source.model_errors import nearest, one_of
from tabletop.vocabulary import SILENT

__all__ = ["compile_board", "lexicon"]


def compile_board(
    scenario: Scenario,
    *,
    format_id: str = "class",
    door: str = "standard",
    open_sittings: bool = False,
    without: tuple[str, ...] = (),
) -> Board:
    """The board of a scenario for one format.

    Args:
        scenario: What the author wrote.
        format_id: One of the scenario's formats.
        door: One of the scenario's doors, the difficulty.
        open_sittings: True when all seats move at once, False when the floor goes round (rule T3.1).
        without: Kinds of moves that are left out of the match (rule T1.8).

    Raises:
        ScenarioError: There is no such format or door, or no such move that can be left out.
    """
    _must(scenario, "formats", format_id, list(scenario.frame.formats))
    _must(scenario, "doors", door, list(scenario.frame.doors))
    for kind in without:
        _must(scenario, "without", kind, list(LEAVABLE))
    board = _board(scenario, format_id)
    return replace(
        board,
        digest=scenario_digest(scenario),
        door=scaled(scenario.frame.doors[door], 100),
        open_sittings=open_sittings,
        without=without,
    )


def scenario_digest(scenario: Scenario) -> str:
    """The digest over a scenario's rules and ids: its boards for every format, and its doors; no words."""
    formats = tuple(_board(scenario, slug) for slug in scenario.frame.formats)
    return digest((formats, scenario.frame.doors))


def _must(scenario: Scenario, field: str, name: str, names: list[str]) -> None:
    """Refuse a name that the scenario does not have."""
    if name not in names:
        finding = Finding(scenario.id, 0, 0, field, repr(name), one_of(names), nearest(name, names))
        raise ScenarioError((finding,))


def _board(scenario: Scenario, format_id: str) -> Board:
    """The board for a format, before door and sittings are chosen."""
    frame, rules = scenario.frame, scenario.rules
    places = Places.of(scenario)
    return Board(
        scenario=frame.id,
        digest="",
        format=Format(id=format_id, **frame.formats[format_id].integers()),
        seats=seats(scenario),
        clauses=_clauses(scenario, places, format_id),
        roles=Roles(**{part: places.clause[str(slug)] for part, slug in frame.roles.model_dump().items()}),
        mandates=mandates(scenario, places),
        door=0,
        open_sittings=False,
        pairs=pairs(scenario, places),
        routes=routes(scenario),
        bodies=bodies(scenario, places),
        hazard=hazard(scenario, places),
        salvo=salvo(scenario),
        cards=_cards(scenario),
        acts=tuple(frame.acts),
        places=tuple(frame.places),
        terms_of_return=tuple(frame.terms_of_return),
        effects=dict.fromkeys(LATER_EFFECTS, ())
        | {name: effects_to_state(one) for name, one in rules.effects.named.items()},
        numbers={
            name: written(rules.numbers[name].value, unit)
            for name, unit in NUMBERS.items()
            if name in rules.numbers
        },
        start=_start(scenario, places, format_id),
        seat_index=places.seat,
        clause_index=places.clause,
        parties=tuple(places.seat[slug] for slug in frame.parties),
        mediator=next(at for at, seat in enumerate(frame.seats.values()) if seat.role == "mediator"),
        act_tests={slug: act.test for slug, act in frame.acts.items()},
        aftermath=aftermath(scenario, places),
        war=war(scenario, places),
        causes=causes(scenario),
        evidence=evidence(scenario),
        estimates=estimates(scenario),
        theatre=theatre(scenario, places),
        consent=consent(scenario, places),
    )


def _annexed(scenario: Scenario, format_id: str, clause: str) -> str | None:
    """The option that a format prints in its annex, or None for a clause in play."""
    sheet = scenario.frame.formats[format_id]
    if clause in sheet.in_play:
        return None
    return sheet.annex.get(clause, scenario.clauses.clauses[clause].default)


def _clauses(scenario: Scenario, places: Places, format_id: str) -> tuple[ClauseBoard, ...]:
    """The clauses, in the author's order."""
    boards: list[ClauseBoard] = []
    for slug, clause in scenario.clauses.clauses.items():
        annexed = _annexed(scenario, format_id, slug)
        options = tuple(
            OptionBoard(
                id=name,
                values=tuple(round(option.values[seat]) for seat in places.seat),
                **option.integers(),
                support=hundredths(option.support, places.seat),
            )
            for name, option in clause.options.items()
        )
        boards.append(
            ClauseBoard(
                id=slug,
                options=options,
                consent=tuple(places.seats(clause.consent[name]) for name in clause.options),
                default=places.option[slug][clause.default],
                annexed=SILENT if annexed is None else places.option[slug][annexed],
                humane=clause.humane,
                omissible=clause.omissible,
            )
        )
    return tuple(boards)


def _cards(scenario: Scenario) -> tuple[CardBoard, ...]:
    """The event cards."""
    boards: list[CardBoard] = []
    for slug, card in scenario.events.cards.items():
        condition = None
        if card.condition:
            path, least, most = card.condition.path, card.condition.at_least, card.condition.at_most
            bound = least if least is not None else (most or 0)
            condition = (path, "at-least" if least is not None else "at-most", to_state(path, bound))
        boards.append(
            CardBoard(
                id=slug,
                kind=card.kind,
                weight=scaled(card.weight or 0, 100),
                rounds=card.rounds or (0, 0),
                condition=condition,
                effects=effects_to_state(card.effects),
                once=card.once,
            )
        )
    return tuple(boards)


def _start(scenario: Scenario, places: Places, format_id: str) -> Start:
    """The world on the first day; a seat is silent on clauses that are not in play."""
    world = scenario.rules.start

    def position(seat: str, clause: str) -> int:
        option = scenario.positions.positions[seat][clause].option
        if option == SILENT_OPTION or _annexed(scenario, format_id, clause) is not None:
            return SILENT
        return places.option[clause][option]

    return Start(
        **world.integers(),
        force=tuple(world.force.get(seat, 0) for seat in places.seat),
        lethality=hundredths(world.lethality, places.seat),
        capital=hundredths(world.capital, places.seat),
        trust=tuple(hundredths(world.trust[seat], places.seat) for seat in places.seat),
        positions=tuple(tuple(position(seat, clause) for clause in places.clause) for seat in places.seat),
    )
