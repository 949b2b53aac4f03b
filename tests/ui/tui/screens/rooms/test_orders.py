"""Orders by cards, and notes of one's own beside the journal."""

from pathlib import Path

from tabletop.game.records.menu import Box, Levers
from tabletop.game.records.moves import Brief
from tabletop.ui.tui.screens.curtain import Curtain
from tabletop.ui.tui.screens.pages.notes import Notes
from tabletop.ui.tui.screens.rooms.orders import OrdersRoom, joined
from tabletop.ui.tui.widgets.move_form import MoveForm
from tabletop.ui.tui.widgets.order_cards import OrderCard
from tests.ui.tui.walk import NARROW, WIDE, files, open_window, press, screen_text, settle, setup, valley


def chosen(screen: OrdersRoom) -> dict[str, str]:
    move = screen.query_one(MoveForm).move()
    return dict(getattr(move, "choices", ()))


async def test_a_card_fills_the_sheet_and_seals_nothing(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom)
        for key, preset in zip(("f5", "f6", "f7", "f8"), app.screen.presets, strict=True):
            await press(pilot, key)
            assert chosen(app.screen) == dict(preset.orders)
            assert preset.does.split()[0] in screen_text(app)
        assert app.director is not None
        mine = app.director.seat.port.view.sight.mine
        assert mine is not None
        assert mine.orders == ()
        await press(pilot, "down", "right")
        assert chosen(app.screen) != dict(app.screen.presets[-1].orders)
        await press(pilot, "f5", "enter")
        (sealed,) = [moment.move for moment in app.director.seat.port.past.entries if moment.move is not None]
        assert dict(getattr(sealed, "choices", ())) == {
            "effort": "repair-line-line",
            "long-range": "military",
            "call-up": "wider",
            "line": "hold",
        }


async def test_the_mouse_takes_a_card_and_a_value(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("us"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom)
        await pilot.click(next(iter(app.screen.query(OrderCard))))
        await settle(pilot)
        assert chosen(app.screen)["focus"] == "high"
        row = next(iter(app.screen.query("ChoiceRow")))
        row.focus()
        await settle(pilot)
        await pilot.click(".values", offset=(3, 1))
        await settle(pilot)
        assert chosen(app.screen)["aid"] == "cut"


async def test_a_scenario_without_cards_has_a_sheet_alone(tmp_path: Path) -> None:
    app = open_window(tmp_path, valley())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, OrdersRoom)
        assert not app.screen.query(OrderCard)
        await press(pilot, "f5")
        assert "no such card" in screen_text(app)


def test_boxes_of_orders_are_one_sheet() -> None:
    one = Box(
        "orders", "T2.2", "own", 0, 1, (Levers("choices", (("aid", ("cut", "hold")), ("focus", ("low",)))),)
    )
    two = Box(
        "orders", "T2.2", "own", 0, 1, (Levers("choices", (("aid", ("raise",)), ("focus", ("low", "mid")))),)
    )
    sheet = joined((one, two))
    assert sheet is not None
    assert sheet.slots == (Levers("choices", (("aid", ("cut", "hold", "raise")), ("focus", ("low", "mid")))),)
    assert joined(()) is None
    assert joined((one,)) is one


async def test_notes_are_kept_by_seat_and_a_curtain_takes_them_away(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine", "russia"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Curtain)
        await press(pilot, "enter", "f3")
        assert isinstance(app.screen, Notes)
        assert "No notes yet" in screen_text(app)
        await press(pilot, *"ask", "enter", *"m")
        await press(pilot, "escape")
        (kept,) = files(tmp_path, "*.txt")
        assert kept.name.endswith(".ukraine.notes.txt")
        assert kept.read_text() == "ask\nm\n"
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, Curtain)
        await press(pilot, "enter", "f3")
        assert isinstance(app.screen, Notes)
        assert "ask" not in screen_text(app)
        await press(pilot, "escape")
        assert len(files(tmp_path, "*.txt")) == 1
    (journal,) = files(tmp_path, "*.jsonl")
    assert '"ask' not in journal.read_text()


async def test_a_report_for_the_press_is_sealed_beside_the_orders(tmp_path: Path) -> None:
    app = open_window(tmp_path, setup("ukraine"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, OrdersRoom)
        assert "l press" in screen_text(app)
        await press(pilot, "l", "2")
        assert "brief the press, under seal" in screen_text(app).lower(), screen_text(app)
        await press(pilot, *"calm", "enter")
        assert app.director is not None
        mine = app.director.seat.port.view.sight.mine
        assert mine is not None
        assert mine.press == Brief("calm")
        assert mine.orders == ()
        assert isinstance(app.screen, OrdersRoom)
        assert "sealed beside them: tell the press" in " ".join(screen_text(app).split()).lower()
        await press(pilot, "l")
        assert "One leak or briefing a round" in screen_text(app)
        await press(pilot, "u")
        mine = app.director.seat.port.view.sight.mine
        assert mine is not None
        assert mine.press is None
