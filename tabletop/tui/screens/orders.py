"""The orders of the fortnight: one option a lever, sealed, amended until the session is opened."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.game.forms import Box
from tabletop.tui.keys import Hint
from tabletop.tui.room import Room
from tabletop.tui.screens.composer import propose
from tabletop.tui.widgets.panels import record
from tabletop.tui.widgets.sheet import Sheet


class OrdersRoom(Room):
    """Before the session."""

    HELP = (
        "Your orders for the coming fortnight, under seal. Up and down go from lever to lever, left and "
        "right choose; the lines below say what is known of the effect. Enter seals. Orders can be sealed "
        "anew until the session is opened."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "done", "seal the orders", show=False)]

    def body(self) -> Iterable[Widget]:
        """Heading, the sheet, and the news beneath."""
        self.drawn: Box | None = None
        yield Static("", classes="heading", markup=False)
        yield Vertical(id="orders")
        yield Static("", id="bulletin", markup=False)

    def show(self) -> None:
        """Draw the sheet when it is open, and say what is sealed."""
        box = next((box for box in self.view.legal.boxes if box.move == "orders"), None)
        mine = self.view.sight.mine
        sealed = mine.orders if mine is not None else ()
        if sealed:
            said = f"Sealed: {self.voice.orders(sealed)}."
        elif box is not None:
            said = "Your orders for the fortnight. What the other seats order stays under seal."
        else:
            said = f"Orders: {self.why_not(('orders',))}"
        self.query_one(".heading", Static).update(Content(said))
        self.query_one("#bulletin", Static).update(record(self.voice, self.view, most=6))
        if box != self.drawn:
            self.drawn = box
            place = self.query_one("#orders", Vertical)
            place.remove_children()
            if box is not None:
                place.mount(Sheet(self.sitting, box, sealed or (mine.standing if mine is not None else ())))

    def hints(self) -> tuple[Hint, ...]:
        """Seal, convene for the mediator, the rest."""
        chair = (Hint("k", "open the session", "screen.move('k')"),) if self.boxes("k") else ()
        return (
            Hint("Enter", "seal", "screen.done"),
            *chair,
            Hint("n", "briefing", "screen.read('brief')"),
            Hint("m", "all moves", "screen.moves"),
            Hint("F1", "help", "app.explain"),
            Hint("?", "keys", "app.keys"),
        )

    def action_done(self) -> None:
        """Seal what is chosen."""
        sheet = next(iter(self.query(Sheet)), None)
        if sheet is None:
            self.tell(f"Orders: {self.why_not(('orders',))}")
        else:
            sheet.action_done()

    @on(Sheet.Filled)
    def _filled(self, event: Sheet.Filled) -> None:
        if self.drawn is not None:
            propose(self.sitting, self.drawn, event.move)
