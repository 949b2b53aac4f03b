"""What a case may claim: one small check for each key of `then`."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tabletop.debrief.faith import in_worlds
from tabletop.frontier.bargaining_problem import at_state
from tabletop.frontier.best import needed, open_door
from tabletop.game.aftermath import violations
from tabletop.game.core.quantities import read, resolve, seat_ids
from tabletop.game.core.talks import CHART, facts_of, fire
from tabletop.game.records.menu import Box
from tabletop.game.records.papers import EvidencePaper
from tabletop.game.records.state import State
from tabletop.game.text.drafting import draft_options
from tabletop.game.views import conditions
from tabletop.game.worth import text_gaps, value
from tabletop.vocabulary import EVERYONE, SILENT
from tests.cases.rig import Rig


@dataclass(frozen=True)
class Told:
    """What a check looks at: the table after the case's lines, and the state before them."""

    rig: Rig
    before: State


def quantity(state: State, rig: Rig, text: str) -> int:
    """A quantity by its path."""
    path = resolve(text, seat_ids(rig.board))
    assert path is not None, f"no quantity {text}"
    return read(state, path)


def plain(found: Any) -> Any:
    """Tuples as lists and enums as text, for comparing with what YAML holds."""
    if isinstance(found, list | tuple):
        return [plain(part) for part in found]
    return str(found) if isinstance(found, str) else found


def fits(item: Any, wanted: Any) -> bool:
    """Whether an event is the kind, or has the fields, that were claimed."""
    if isinstance(wanted, str):
        return bool(item.kind == wanted)
    return all(plain(getattr(item, name)) == value for name, value in wanted.items())


def check_events(told: Told, wanted: list[Any]) -> None:
    """These events happened, in this order, perhaps with others between."""
    rest = iter(told.rig.events)
    for claim in wanted:
        kinds = [event.kind for event in told.rig.events]
        assert any(fits(event, claim) for event in rest), f"no {claim} (in this order) among {kinds}"


def check_never(told: Told, wanted: list[Any]) -> None:
    """None of these events happened."""
    for claim in wanted:
        assert not any(fits(event, claim) for event in told.rig.events), f"{claim} happened"


def check_refused(told: Told, wanted: Mapping[str, str]) -> None:
    """The last line was refused, with this code and rule."""
    found = told.rig.refused
    assert found is not None, "the move was not refused"
    assert {"code": found.code, "rule": found.rule} == wanted


def check_quantities(told: Told, wanted: Mapping[str, int | str]) -> None:
    """Quantities have these values, or have changed by so much (`+100`, `-50`)."""
    for path, claim in wanted.items():
        now, was = quantity(told.rig.state, told.rig, path), quantity(told.before, told.rig, path)
        if isinstance(claim, str):
            assert now - was == int(claim), f"{path} changed by {now - was}, not {claim} (now {now})"
        else:
            assert now == claim, f"{path} is {now}, not {claim}"


def check_talks(told: Told, wanted: Mapping[str, Any]) -> None:
    """Fields of the procedure."""
    for name, claim in wanted.items():
        assert plain(getattr(told.rig.state.talks, name)) == claim, name


def check_text(told: Told, wanted: Mapping[str, Any]) -> None:
    """Fields of the text."""
    for name, claim in wanted.items():
        assert plain(getattr(told.rig.state.text, name)) == claim, name


def check_phase(told: Told, wanted: str) -> None:
    """Where the talks stand."""
    assert told.rig.state.talks.phase.value == wanted


def check_awaiting(told: Told, wanted: list[str]) -> None:
    """Who owes a move."""
    assert told.rig.awaited == wanted


def check_room(told: Told, wanted: list[str]) -> None:
    """Who is in the room."""
    mask = told.rig.state.talks.room
    assert [seat.id for at, seat in enumerate(told.rig.board.seats) if mask >> at & 1] == wanted


def slug(rig: Rig, clause: str, option: int) -> str:
    """An option's slug; `-` for none."""
    return "-" if option == SILENT else rig.board.clauses[rig.board.clause_index[clause]].options[option].id


def check_positions(told: Told, wanted: Mapping[str, Mapping[str, str]]) -> None:
    """Where seats stand."""
    rig = told.rig
    for seat, terms in wanted.items():
        row = rig.state.text.positions[rig.board.seat_index[seat]]
        found = {clause: slug(rig, clause, row[rig.board.clause_index[clause]]) for clause in terms}
        assert found == terms, seat


def check_draft(told: Told, wanted: Mapping[str, str]) -> None:
    """What the draft says, `-` where a clause is open."""
    rig = told.rig
    draft = draft_options(rig.state.text)
    found = {clause: slug(rig, clause, draft[rig.board.clause_index[clause]]) for clause in wanted}
    assert found == wanted


def check_open(told: Told, wanted: Mapping[str, list[str]]) -> None:
    """Kinds of moves that are open to a seat."""
    for seat, kinds in wanted.items():
        found = {box.move for box in told.rig.legal(seat).boxes}
        assert set(kinds) <= found, f"closed to {seat}: {set(kinds) - found}"


def check_closed(told: Told, wanted: Mapping[str, Mapping[str, str]]) -> None:
    """Kinds of moves that are closed to a seat, with the code that says why."""
    for seat, kinds in wanted.items():
        found = {closed.move: closed.refusal.code for closed in told.rig.legal(seat).closed}
        assert {kind: found.get(kind) for kind in kinds} == kinds, seat


def box_fits(box: Box, wanted: Mapping[str, Any]) -> bool:
    """Whether a box is as claimed; slots by their name, each with the fields that matter."""
    slots = {slot.name: slot for slot in box.slots}
    if any(
        getattr(box, name) != wanted[name] for name in ("move", "costs", "seen", "steps") if name in wanted
    ):
        return False
    return all(
        name in slots and all(plain(getattr(slots[name], key)) == claim for key, claim in fields.items())
        for name, fields in wanted.get("slots", {}).items()
    )


def check_boxes(told: Told, wanted: list[Mapping[str, Any]]) -> None:
    """A seat has an open box like each of these."""
    for claim in wanted:
        found = [box for box in told.rig.legal(claim["seat"]).boxes if box.move == claim["move"]]
        assert any(box_fits(box, claim) for box in found), f"no box like {claim} among {found}"


def names_of(rig: Rig, mask: int) -> str | list[str]:
    """An audience as a case writes it."""
    if mask == EVERYONE:
        return "all"
    return [seat.id for at, seat in enumerate(rig.board.seats) if mask >> at & 1]


def check_seen(told: Told, wanted: Mapping[str, Any]) -> None:
    """Who may see the events of a kind: `all`, or these seats."""
    for kind, claim in wanted.items():
        found = [names_of(told.rig, event.seen) for event in told.rig.events if event.kind == kind]
        assert found, f"no {kind}"
        assert all(seats == claim for seats in found), f"{kind} is seen by {found}"


def check_papers(told: Told, wanted: Mapping[str, Any]) -> None:
    """Papers on the table by kind and who may see them; the list is complete."""
    found = {paper.kind: names_of(told.rig, paper.seen) for paper in told.rig.state.papers}
    assert found == wanted


def check_told(told: Told, wanted: Mapping[str, list[str | int]]) -> None:
    """What each of these seats was told of the last strike: cause, author, confidence in per cent."""
    for seat, claim in wanted.items():
        papers = [p for p in told.rig.state.papers if isinstance(p, EvidencePaper) and p.to == seat]
        assert [papers[-1].cause, papers[-1].author, papers[-1].confidence] == claim, seat


def check_conditions(told: Told, wanted: Mapping[str, Mapping[str, str]]) -> None:
    """Conditions of seats against the draft: met, unmet or unclear."""
    rig = told.rig
    every = conditions(rig.board, rig.sight("us"), draft_options(rig.state.text))
    found = {(one.seat, one.clause): one.state for one in every}
    for seat, rows in wanted.items():
        assert {clause: found[seat, clause] for clause in rows} == rows


def whole(rig: Rig) -> tuple[int, ...]:
    """The draft with open clauses at their defaults."""
    return value.complete(rig.board, draft_options(rig.state.text))


def check_complete(told: Told, wanted: Mapping[str, str]) -> None:
    """What the text means where it says nothing."""
    options = whole(told.rig)
    at = told.rig.board.clause_index
    assert {clause: slug(told.rig, clause, options[at[clause]]) for clause in wanted} == wanted


def check_appraisal(told: Told, wanted: Mapping[str, Mapping[str, int]]) -> None:
    """What the draft is worth to seats, by their own lights."""
    rig = told.rig
    for seat, fields in wanted.items():
        found = value.appraise(rig.board, rig.sight(seat), draft_options(rig.state.text))
        assert {name: getattr(found, name) for name in fields} == fields, seat


def check_door(told: Told, wanted: Mapping[str, Any]) -> None:
    """The best text that gains something for everybody whose initials it needs: its gains, and who must initial."""
    problem = at_state(told.rig.board, told.rig.state)
    found = open_door(problem)
    if not wanted:
        assert found is None, f"a text goes through: {found}"
        return
    assert found is not None, "no text goes through"
    seats = [seat.id for seat in told.rig.board.seats]
    for name, gain in wanted["gains"].items():
        assert found[0].gains[seats.index(name)] == gain, found
    assert sorted(seats[seat] for seat in needed(problem, found[0].text)) == sorted(wanted["needs"])


def check_hazard(told: Told, wanted: Mapping[str, int]) -> None:
    """Exponent, survival, credibility and q of the draft, as they are."""
    rig = told.rig
    context = value.true_context(rig.board, rig.state)
    exponent = value.exponent(rig.board, whole(rig), context)
    found = {
        "exponent": exponent,
        "survival": value.survival(rig.board, exponent),
        "first-month": value.month_risk(rig.board, exponent, 1),
        "ratified": value.ratified(rig.board, whole(rig), context),
        "credibility": context.credibility,
        "leans": context.leans,
    }
    assert {name: found[name] for name in wanted} == wanted


def check_durability(told: Told, wanted: Mapping[int, int]) -> None:
    """The draft's chance, per ten thousand, to hold so many months with no violation counted."""
    board = told.rig.board
    exponent = value.exponent(board, whole(told.rig), value.true_context(board, told.rig.state))
    assert {months: violations.durability(board, exponent, months) for months in wanted} == wanted


def check_faith(told: Told, wanted: Mapping[int, int]) -> None:
    """The draft's survival, per ten thousand, in worlds with so much faith in terms, thousandths."""
    rig = told.rig
    worlds = in_worlds(rig.board, rig.state, whole(rig), wanted)
    assert {world.faith: world.survival for world in worlds} == wanted


def check_months(told: Told, wanted: list[Mapping[str, int]]) -> None:
    """The exponent of a month's hazard of the draft, by the month in force and its violations."""
    board = told.rig.board
    context = value.true_context(board, told.rig.state)
    for claim in wanted:
        found = violations.exponent(board, whole(told.rig), context, claim["month"], claim["violations"])
        assert found == claim["exponent"], f"{found} in {claim}"


def check_sectors(told: Told, wanted: Mapping[str, list[str]]) -> None:
    """Who controls sectors and who claims them; `-` for nobody."""
    board = told.rig.board
    places = [sector.id for sector in board.theatre.sectors]
    names = {-1: "-", **{at: seat.id for at, seat in enumerate(board.seats)}}
    for sector, claim in wanted.items():
        now = told.rig.state.theatre.sectors[places.index(sector)]
        assert [names[now.holder], names[now.claimed]] == claim, sector


def check_lint(told: Told, wanted: list[str]) -> None:
    """What the draft lacks, as `id:clause`."""
    found = text_gaps.lint(told.rig.board, draft_options(told.rig.state.text))
    assert sorted(f"{one.id}:{one.clause}" for one in found) == sorted(wanted)


def check_preview(told: Told, wanted: Mapping[str, Any]) -> None:
    """What the preview said."""
    found = told.rig.previewed
    assert found is not None, f"no preview: {told.rig.refused}"
    for name, claim in wanted.items():
        if name == "price":
            summed = Counter[str]()
            for path, change in found.price:
                summed[path] += change
            assert summed == claim
        elif name == "draft":
            at = told.rig.board.clause_index
            assert {clause: slug(told.rig, clause, found.draft[at[clause]]) for clause in claim} == claim
        else:
            assert getattr(found, name) == claim, name


def check_unchanged(told: Told, wanted: bool) -> None:
    """The state is as it was before the case's lines."""
    assert (told.rig.state == told.before) == wanted


def check_chart(told: Told, wanted: Mapping[str, str | list[str]]) -> None:
    """Where a trigger would lead from here: a phase, or the guards that say no."""
    facts, phase = facts_of(told.rig.board, told.rig.state), told.rig.state.talks.phase
    for trigger, claim in wanted.items():
        arrows = [arrow for arrow in CHART if (arrow.source, arrow.trigger) == (phase, trigger)]
        against = [guard.__name__ for arrow in arrows for guard in arrow.guards if not guard(facts)]
        to = fire(phase, trigger, facts)
        assert (to.value if to else [name.replace("_", "-") for name in against]) == claim, trigger


def check_views(told: Told, wanted: Mapping[str, Any]) -> None:
    """What a seat's sight says of the figures, and which of its own numbers it has."""
    for seat, fields in wanted.items():
        mine = told.rig.sight(seat).mine
        assert mine is not None
        assert {name: plain(getattr(mine, name)) for name in fields} == fields, seat


CHECKS: dict[str, Callable[[Told, Any], None]] = {
    "events": check_events,
    "never": check_never,
    "refused": check_refused,
    "quantities": check_quantities,
    "talks": check_talks,
    "text": check_text,
    "phase": check_phase,
    "awaiting": check_awaiting,
    "room": check_room,
    "positions": check_positions,
    "draft": check_draft,
    "open": check_open,
    "closed": check_closed,
    "boxes": check_boxes,
    "seen": check_seen,
    "papers": check_papers,
    "told": check_told,
    "conditions": check_conditions,
    "complete": check_complete,
    "appraisal": check_appraisal,
    "door": check_door,
    "hazard": check_hazard,
    "durability": check_durability,
    "faith": check_faith,
    "months": check_months,
    "sectors": check_sectors,
    "lint": check_lint,
    "preview": check_preview,
    "unchanged": check_unchanged,
    "chart": check_chart,
    "mine": check_views,
}
"""Every key of `then`."""
