"""The consent sheet and the invitation, where a case in YAML cannot go: what is barred, seals, undo, no section."""

from dataclasses import replace
from itertools import permutations

import pytest

from tabletop.errors import ScenarioError
from tabletop.game.core.sight import see
from tabletop.game.decide import decide
from tabletop.game.legality import legal, refusal
from tabletop.game.notation import format_move, parse_move
from tabletop.game.records.moves import Accept, Consent, Invite, Move, OpenDrafting, Orders
from tabletop.game.records.papers import ConsentSheet
from tabletop.game.records.state import State
from tabletop.game.text.sheet_cover import open_sheets
from tabletop.game.views import view
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.scenario.loader import from_files
from tabletop.table.match import new_match
from tabletop.table.seats import PERSON
from tests.cases.rig import Rig
from tests.laws.walk import dice, fold

SHEET = Consent("us", "donetsk.neutral-zone", (("guarantee", 3), ("sanctions", 1)))
SCENARIO = open_scenario("abu-dhabi-2026")


def test_it_reads_back_from_its_notation() -> None:
    board = compile_board(SCENARIO)
    line = format_move(board, SHEET)
    assert line == (
        "consent to=us price=donetsk.neutral-zone terms=guarantee:european-force,sanctions:phased"
    )
    assert parse_move(board, line) == SHEET


def sealed(order: tuple[int, ...]) -> State:
    """A round in which Europe's sheet and everybody's orders were sealed in this order."""
    rig = Rig({})
    moves: list[tuple[str, Move]] = [(seat.id, Orders(seat.default_orders)) for seat in rig.board.seats]
    moves.append(("europe", SHEET))
    for at in order:
        rig.one(*moves[at])
    rig.line("us: convene")
    return rig.state


def test_what_is_sealed_may_come_in_any_order() -> None:
    """Orders in every order, the sheet first or last, come to the same state but for the record's own order."""
    first, *others = [
        replace(sealed(order), record=()) for order in permutations(range(5)) if 4 in {order[0], order[-1]}
    ]
    assert others
    assert all(other == first for other in others)


def test_a_sheet_for_one_seat_shows_to_nobody_else() -> None:
    """Another sheet to the same seat leaves every other view as it was."""
    views: list[list[object]] = []
    for move in (SHEET, Consent("us", "none", (("verify", 4),))):
        rig = Rig({})
        rig.one("europe", move)
        before = [view(rig.board, rig.sight(seat), 0) for seat in ("ukraine", "russia", "us")]
        rig.line("sit")
        after = [view(rig.board, rig.sight(seat), 0) for seat in ("ukraine", "russia")]
        onlooker = view(rig.board, see(rig.state, -1, rig.board.mediator), 0)
        views.append([*before, *after, onlooker])
    assert views[0] == views[1]


def test_it_can_be_taken_back_while_nobody_has_seen_it() -> None:
    seating = dict.fromkeys(SCENARIO.frame.seats, PERSON)
    match = new_match(SCENARIO, seating=seating, seed=3)
    before = match.state
    match.submit("europe", SHEET, match.turn("europe"))
    assert any(isinstance(paper, ConsentSheet) for paper in match.state.papers)
    assert match.view("europe").legal.boxes[-1].move == "undo"
    history = History(match.board)
    for entry in match.store.since(0):
        history.follow(entry)
    assert history.state == match.state
    assert history.take_back("europe")
    assert history.trail(history.take_back("europe"))[-1] == before


def test_what_home_refused_stays_off_the_table_though_a_hidden_sheet_completes_it() -> None:
    """The opener cannot know that the sheet makes it the text that came back: clauses are agreed, the table is shut."""
    rig = Rig({
        "stand": {
            "all": "middle",
            "ukraine": {"guarantee": "european-force"},
            "russia": {"guarantee": "european-force"},
            "us": {"guarantee": "european-force"},
        },
        "play": ["europe: consent to=us price=none terms=guarantee:european-force", "sit"],
    })  # fmt: skip
    board, text = rig.board, rig.state.text
    at, option = board.roles, {clause.id: board.clause_index[clause.id] for clause in board.clauses}
    stands = text.positions[board.seat_index["ukraine"]]
    barred = (stands[at.territory], stands[option["guarantee"]], stands[at.status])
    rig.state = replace(rig.state, text=replace(text, barred=(barred,)))
    assert refusal(board, rig.sight("ukraine"), OpenDrafting("final")) is None
    assert refusal(board, rig.sight("us"), OpenDrafting("final")) is not None
    moves = rig.state.talks.moves_left[0]
    rig.lines("ukraine: draft instrument=final")
    assert rig.refused is None
    assert "drafting-opened" not in {event.kind for event in rig.events}
    assert {"consented", "row-agreed"} <= {event.kind for event in rig.events}
    assert rig.state.talks.moves_left[0] == moves - 1
    assert rig.state.talks.phase == "plenary"


def without(board: Board) -> Board:
    """The board of a scenario that has no such section."""
    return replace(board, consent=None)


def test_a_scenario_without_the_section_goes_on_as_before() -> None:
    rig = Rig({"play": ["sit"]})
    board = without(rig.board)
    closed = {shut.move: shut.refusal.code for shut in legal(board, rig.sight("europe")).closed}
    assert closed["consent"] == "wrong-phase"
    events = decide(board, rig.state, "russia", Invite("europe"), dice(1)).events
    after = fold(board, rig.state, events)
    assert [event.kind for event in events if event.kind == "invited"] == ["invited"]
    assert after.talks.room >> board.seat_index["europe"] & 1
    assert not open_sheets(after.papers)


def test_a_caucus_is_not_an_invitation() -> None:
    """`accept` takes trades and caucuses; an invitation has an answer of its own."""
    rig = Rig({"play": ["sit", "us: invite to=europe"]})
    why_not = refusal(rig.board, rig.sight("russia"), Accept(1))
    assert why_not is not None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  seat: europe\n  covers", "  seat: us\n  covers", "us"),
        (
            "  covers:\n    verify: [armed-protection]",
            "  covers:\n    verify: [civil-mission]",
            "does not need europe",
        ),
        ("  prices:\n    scope: [ground, all-domains]", "  prices:\n    scope: [grond]", "grond"),
        ("  inviters: [ukraine, us]", "  inviters: [ukraine, europe]", "europe"),
        ("  objection: {alliance.patience: -1}", "  objection: {alliance.patiense: -1}", "patiense"),
    ],
)
def test_an_author_hears_what_is_wrong(old: str, new: str, said: str) -> None:
    from_text = dict(SCENARIO.files)
    assert from_text["rules.yaml"].count(old) == 1
    from_text["rules.yaml"] = from_text["rules.yaml"].replace(old, new)
    with pytest.raises(ScenarioError) as caught:
        from_files(from_text)
    assert any(said in finding.found for finding in caught.value.findings)
