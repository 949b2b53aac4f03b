"""What a text is worth: small sums by hand, laws, and the flagship's published figures."""

from dataclasses import replace
from hashlib import blake2b
from itertools import product

import pytest

from tabletop.game.worth import curves, value
from tabletop.scenario.board.board import (
    Board,
    ClauseBoard,
    Format,
    Hazard,
    OptionBoard,
    PairRule,
    Roles,
    SeatBoard,
    Start,
)
from tabletop.scenario.board.mandates import BodyBoard, MandateBoard, RouteBoard
from tabletop.scenario.compiler.board import compile_board
from tabletop.scenario.library import open_scenario
from tabletop.vocabulary import Role

LAND, WATCH, PLEDGE, WAY = range(4)
CALM = value.Context(
    credibility=10_000, trust=20_00, leans=0, audience=(0, 0), attention=70_00, cohesion=60_00
)


def option(values: tuple[int, int], safety: int = 0, danger: int = 0, home: int = 0) -> OptionBoard:
    return OptionBoard("o", values, safety, danger, (home, 0))


def clause(slug: str, *options: OptionBoard, default: int = 0, annexed: int = -1) -> ClauseBoard:
    both = (0b11,) * len(options)
    return ClauseBoard(slug, options, both, default, annexed, humane=False, omissible=slug != "land")


@pytest.fixture
def board() -> Board:
    """Two seats, four clauses: land (territory), watch (all that is military), pledge, way (the route)."""
    seats = tuple(SeatBoard(slug, Role.PARTY, {}, (), {}, {}, invited=True) for slug in ("north", "south"))
    clauses = (
        clause(
            "land",
            option((0, 100), danger=400, home=40_00),
            option((40, 60), danger=200, home=50_00),
            option((100, 0), home=60_00),
            default=2,
        ),
        clause("watch", option((0, 100)), option((50, 50), safety=500), option((100, 0), safety=1_000)),
        clause("pledge", option((0, 100)), option((100, 0), safety=600, home=20_00)),
        clause("way", option((0, 50)), option((0, 50))),
    )
    mandate = MandateBoard(
        (40_00, 30_00, 20_00, 10_00), 50_00, (0,), (0,), ((0, 0, 0, 0),), 0,
        ((-30_00, -20_00, -10_00), (0, 4_00)),
    )  # fmt: skip
    gap = PairRule("watchless", LAND, 0b010, WATCH, 0b001, 10_000, 300, (-5_00, 0), "watch-it")
    half = PairRule("far", WATCH, 0b110, LAND, 0b001, 5_000, 0, (0, 0), "keep-close")
    home = BodyBoard("people", 0, "route-end", (), "support", 50_00, 5_00, (), (), True, -10_00, True)
    circle = BodyBoard("court", 1, "initialling", ((PLEDGE, 0b10),), "attention", 35_00, 8_00,
                       ((LAND, 0b001, -20_00),), (), True)  # fmt: skip
    hazard = Hazard(
        base=1_700, season=(1_500,) * 2 + (1_000,) * 4 + (700,) * 6 + (500,) * 12, faith=600, specificity=500,
        precise=(0, 0b110, 0, 0), guarantee=(0, 500), covered=((LAND, 0b011, 10_000),), lean=300,
        lean_most=600, trust=-12, trust_zero=20_00, trust_least=-400, trust_most=250,
    )  # fmt: skip
    zero2 = (0, 0)
    start = Start(
        zero2, zero2, 0, 0, 0, 0, 0, 0, 70_00, zero2, 60_00, 0, (zero2, zero2), ((2, 2, 1, 0), (0, 0, 0, 0))
    )
    return Board(
        "small", "digest", Format("f", 2, 1, 2, 10_00, 2), seats, clauses,
        Roles(WATCH, WATCH, LAND, LAND, WATCH, WATCH, WATCH, WATCH, PLEDGE, WATCH, WATCH, WAY),
        (mandate, mandate), 0, False, (gap, half),
        (RouteBoard(4, (0, 1_00, 1_00)), RouteBoard(1, (-6_00, -1_50, 3_00))), (home, circle), hazard,
        {}, (), (), (), (), {}, {"no-deal.price": 3_00, "sweeten.points": 1_50, "sweeten.most": 2}, start,
        {"north": 0, "south": 1}, {"land": 0, "watch": 1, "pledge": 2, "way": 3}, (0, 1), -1,
    )  # fmt: skip


def test_tables_are_pinned() -> None:
    digest = blake2b(repr(curves.TABLES).encode(), digest_size=8).hexdigest()
    assert digest == "4ea595b19afb6778"


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(5, 2, 2), (7, 2, 4), (-5, 2, -2), (-7, 2, -4), (10, 3, 3), (11, 3, 4)],
)
def test_halves_go_to_the_even_number(numerator: int, denominator: int, rounded: int) -> None:
    assert curves.half_even(numerator, denominator) == rounded


def test_curves_at_known_points() -> None:
    assert curves.exponential(0) == 1_000_000
    assert curves.exponential(1_000) == 2_718_282
    assert curves.exponential(99_999) == curves.exponential(4_000)
    assert curves.decay(0) == 10_000
    assert curves.decay(6_931) == 5_000
    assert curves.decay(200_000) == 0
    assert curves.logistic(0) == 5_000
    assert curves.logistic(1_800) == 8_581
    assert curves.logistic(1_800) + curves.logistic(-1_800) == 10_000
    assert curves.normal(0) == -curves.normal(999)
    assert curves.normal(841) == pytest.approx(1_000, abs=10)


def test_terms_are_weights_times_values(board: Board) -> None:
    weights = (40_00, 30_00, 20_00, 10_00)
    # .40 * 40 + .30 * 50 + .20 * 100 + .10 * 0 = 51
    assert value.worth(board, 0, weights, (1, 1, 1, 0)) == 51_00
    # .40 * 60 + .30 * 50 + .20 * 0 + .10 * 50 = 44
    assert value.worth(board, 1, weights, (1, 1, 1, 0)) == 44_00


def test_side_payments_count_on_their_option_and_are_capped(board: Board) -> None:
    weights = (40_00, 30_00, 20_00, 10_00)
    paid = ((0, LAND, 1, 1_50), (0, WATCH, 1, 1_50), (0, PLEDGE, 1, 1_50), (1, LAND, 1, 1_50))
    assert value.worth(board, 0, weights, (1, 1, 1, 0), paid[:1]) == 52_50
    assert value.worth(board, 0, weights, (1, 1, 1, 0), paid) == 54_00
    assert value.worth(board, 0, weights, (0, 0, 0, 0), paid) == 0


def test_exponent_by_hand(board: Board) -> None:
    # watch 1 is precise: safety 500 + 500; land 1: danger 200; no pledge
    assert value.exponent(board, (1, 1, 0, 0), CALM) == 200 - 600
    # without watch: nothing safe, and the unmet interlock adds 300
    assert value.exponent(board, (1, 0, 0, 0), CALM) == 200 + 300
    # a pledge adds 600 of safety and covers half the danger of land 1
    assert value.exponent(board, (1, 1, 1, 0), CALM) == 200 - 100 - 600 * (500 + 500 + 600) // 1_000
    # with land given away only half of watch still works
    assert value.exponent(board, (0, 1, 0, 0), CALM) == 400 - 600 * (500 - 250 + 500) // 1_000


def test_pressure_trust_and_belief(board: Board) -> None:
    text = (2, 1, 1, 0)
    calm = value.exponent(board, text, CALM)
    assert value.exponent(board, text, replace(CALM, leans=100)) == calm + 300
    assert value.exponent(board, text, replace(CALM, leans=400)) == calm + 600
    assert value.exponent(board, text, replace(CALM, trust=45_00)) == calm - 300
    assert value.exponent(board, text, replace(CALM, trust=90_00)) == calm - 400
    assert value.exponent(board, text, replace(CALM, trust=0)) == calm + 240
    assert value.exponent(board, text, replace(CALM, credibility=5_000)) == calm + 600 * 300 // 1_000


def test_survival_and_months_agree(board: Board) -> None:
    # exponent 0: hazards sum to .17 * 17.2 = 2.924, and exp(-2.924) = .0537
    assert value.survival(board, 0) == 537
    for exponent in (-2_000, -1_000, 0):
        kept = 1.0
        for month in range(1, 25):
            kept *= 1 - value.month_risk(board, exponent, month) / 10_000
        assert kept == pytest.approx(value.survival(board, exponent) / 10_000, abs=0.003)
    assert value.month_risk(board, 0, 1, 0) == 0
    assert value.month_risk(board, 0, 3) == 1_563  # 1 - exp(-.17)


def test_home_and_bodies_by_hand(board: Board) -> None:
    # land 50, constant -10, pledge 20, route 1: 61
    assert value.support(board, 0, (1, 1, 1, 0), CALM) == 61_00
    # a pledge believed by half, the interlock's price, another route, the mood: 50 - 10 + 10 - 5 - 1.5 + 2
    doubtful = replace(CALM, credibility=5_000, audience=(2_00, 0))
    assert value.support(board, 0, (1, 0, 1, 1), doubtful) == 45_50
    # belief beyond one adds nothing at home
    assert value.support(board, 0, (1, 1, 1, 0), replace(CALM, credibility=12_000)) == 61_00
    people, court = board.bodies
    assert value.chance(board, people, (1, 1, 1, 0), CALM) == curves.logistic(2_200)
    assert value.chance(board, court, (1, 1, 0, 0), CALM) == 10_000
    assert value.chance(board, court, (1, 1, 1, 0), CALM) == curves.logistic(4_375)
    assert value.chance(board, court, (0, 1, 1, 0), CALM) == curves.logistic(1_875)
    both = curves.half_even(curves.logistic(2_200) * curves.logistic(4_375), 10_000)
    assert value.ratified(board, (1, 1, 1, 0), CALM) == both


def test_gain_by_hand(board: Board) -> None:
    # q .8, S .5, U - RV = 10, D = -20: .8 * (.5 * 10 - .5 * 20) - 3 * .2 = -4.6
    assert value.gain(board, 60_00, 50_00, 5_000, 8_000, -20_00) == -4_60
    assert value.gain(board, 60_00, 50_00, 10_000, 10_000, -20_00) == 10_00
    assert value.gain(board, 60_00, 50_00, 10_000, 0, -20_00) == -3_00
    assert value.collapse(board, 0, (1, 0, 1, 0), CALM) == -16_00
    assert value.collapse(board, 0, (1, 0, 1, 0), replace(CALM, credibility=5_000)) == -18_00


def test_open_clauses_stand_at_their_default_or_annex(board: Board) -> None:
    assert value.complete(board, (-1, 1, -1, -1)) == (2, 1, 0, 0)
    annexed = replace(board, clauses=(*board.clauses[:3], replace(board.clauses[3], annexed=1)))
    assert value.complete(annexed, (-1, 1, -1, -1)) == (2, 1, 0, 1)


def test_credibility_follows_attention_cohesion_and_force(board: Board) -> None:
    assert value.credibility(board, 70_00, 60_00, 0) == 10_000
    assert value.credibility(board, 35_00, 60_00, 0) == 7_500
    assert value.credibility(board, 70_00, 30_00, 2_00) == 10_000 - 1_250 + 1_000
    assert value.credibility(board, 0, 0, 0) == 3_000
    assert value.credibility(board, 100_00, 100_00, 3_00) == 12_000


def test_safer_terms_never_shorten_a_text(board: Board) -> None:
    for land, pledge, way in product(range(3), range(2), range(2)):
        held = [
            value.survival(board, value.exponent(board, (land, watch, pledge, way), CALM))
            for watch in range(3)
        ]
        assert held == sorted(held)


@pytest.fixture(scope="module")
def flagship() -> Board:
    return compile_board(open_scenario("abu-dhabi-2026"), format_id="class")


def text_of(flagship: Board, **options: str) -> tuple[int, ...]:
    """A whole text by slugs; the rest as in the middle family."""
    usual = {
        "scope": "all-domains", "term": "until-treaty", "donetsk": "neutral-zone", "status": "reserved",
        "buffer": "seven-km", "weapons": "rockets", "caps": "800k", "verify": "both-side-access",
        "respond": "ladder", "guarantee": "european-force", "sanctions": "phased", "people": "all-for-all",
        "ratification": "referendum",
    } | options  # fmt: skip
    return tuple(
        next(at for at, one in enumerate(clause.options) if one.id == usual[clause.id])
        for clause in flagship.clauses
    )


def sober(
    flagship: Board, seat: str, alternative: int, text: tuple[int, ...], **change: int
) -> value.Appraisal:
    context = value.Context(10_000, 20_00, change.get("leans", 0), (0,) * len(flagship.seats), 70_00, 60_00)
    at = flagship.seat_index[seat]
    mandate = flagship.mandates[at]
    assert mandate is not None
    return value.appraise_for(flagship, at, text, context, mandate.weights, alternative)


def test_the_middle_family_reads_as_play_tested(flagship: Board) -> None:
    """Neutral zone with a European force at the sober start: +3.0 / +1.3, S .77, q of four bodies.

    Of Kyiv .9468, of Moscow's circle at 65 points .9399, of Congress .9876, of the Union's members at 60 + 4 - 6 .9351.
    Kyiv: .8218 * (.7715 * (72.76 - 63) - .2285 * 14) - 3 * .1782; Moscow the same with 55.22 - 51.50 and 3 for 14.
    """
    text = text_of(flagship)
    kyiv = sober(flagship, "ukraine", 63_00, text)
    moscow = sober(flagship, "russia", 51_50, text)
    assert (kyiv.survival, kyiv.ratified) == (7_715, round(0.9399 * 0.9876 * 0.9351 * 0.9468 * 10_000))
    assert (kyiv.gain, moscow.gain) == (3_02, 1_26)
    assert sober(flagship, "ukraine", 63_00, text, leans=200).survival < 6_300


@pytest.mark.parametrize(
    ("change", "kyiv", "moscow"),
    [
        ({"donetsk": "freeze", "guarantee": "backstop"}, 1, -1),
        ({"donetsk": "transfer", "status": "recognition", "guarantee": "ratified-pledge"}, -1, -1),
        ({"verify": "self-report", "respond": "none", "guarantee": "none"}, -1, -1),
    ],
)
def test_families_lie_on_the_side_they_should(
    flagship: Board, change: dict[str, str], kyiv: int, moscow: int
) -> None:
    text = text_of(flagship, **change)
    assert sober(flagship, "ukraine", 63_00, text).gain * kyiv > 0
    assert sober(flagship, "russia", 51_50, text).gain * moscow > 0
