"""A box as rows, and the rows as the move: the slots' own names, nothing added and nothing lost."""

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import Accept, Convene, Object, OfferTrade, Orders, Position
from tabletop.ui.shared.fields import Field, fields_of, move_of


def rows(slot: Slot) -> tuple[Field, ...]:
    return fields_of(slot, lambda slot, key: key or slot.name, lambda _, __, value: (str(value), ""))


def box(move: str, *slots: Slot) -> Box:
    return Box(move, "T0.0", "public", 0, 1, slots)


def test_a_grid_row_offers_what_its_mask_allows_and_taking_back() -> None:
    grid = Grid("terms", ("scope", "term", "people"), (0b1011, 0, 0b100), 1, 3)
    found = rows(grid)
    assert [(each.key, [value.value for value in each.values]) for each in found] == [
        ("scope", [-1, 0, 2]),
        ("people", [1]),
    ]
    assert all(each.optional for each in found)


def test_a_grid_becomes_terms_in_the_order_of_the_clauses_within_its_bounds() -> None:
    position = box("position", Grid("terms", ("scope", "term", "people"), (0b11, 0b11, 0b11), 1, 2))
    one = {("terms", "people"): 0, ("terms", "scope"): -1}
    assert move_of(position, {}, {}) is None
    assert move_of(position, dict(one), {}) == Position((("scope", -1), ("people", 0)))
    assert move_of(position, {**one, ("terms", "term"): 0}, {}) is None


def test_every_kind_of_slot_fills_the_field_of_its_name() -> None:
    offer = box(
        "offer",
        Pick("to", ("russia", "all")),
        Pick("channel", ("open",)),
        Count("sittings", 0, 2, "sittings"),
        Grid("terms", ("scope",), (0b110,), 1, 1),
    )
    picked: dict[tuple[str, str], str | int] = {
        ("to", ""): "all",
        ("channel", ""): "open",
        ("sittings", ""): 2,
    }
    assert move_of(offer, dict(picked), {}) is None
    assert move_of(offer, {**picked, ("terms", "scope"): 1}, {}) == OfferTrade(
        "all", "open", 2, (("scope", 1),)
    )
    assert move_of(box("accept", Choice("paper", (3, 4))), {("paper", ""): 4}, {}) == Accept(4)
    assert move_of(box("convene"), {}, {}) == Convene()


def test_orders_need_every_lever() -> None:
    orders = box("orders", Levers("choices", (("aid", ("cut", "hold")), ("focus", ("low",)))))
    assert move_of(orders, {("choices", "aid"): "cut"}, {}) is None
    both = {("choices", "aid"): "cut", ("choices", "focus"): "low"}
    assert move_of(orders, dict(both), {}) == Orders((("aid", "cut"), ("focus", "low")))


def test_words_may_be_left_out_only_where_the_slot_says_so() -> None:
    assert move_of(box("object", Words("words", 280, optional=True)), {}, {}) == Object("")
    assert move_of(box("object", Words("words", 280, optional=False)), {}, {"words": "  "}) is None
    assert move_of(box("object", Words("words", 280, optional=False)), {}, {"words": " no "}) == Object("no")


def test_what_cannot_be_otherwise_is_chosen_at_first() -> None:
    assert rows(Pick("channel", ("open",)))[0].start == 0
    assert rows(Pick("to", ("russia", "us")))[0].start == -1
    assert rows(Choice("paper", (7,)))[0].start == 0
    assert rows(Words("words", 10, optional=True)) == ()
