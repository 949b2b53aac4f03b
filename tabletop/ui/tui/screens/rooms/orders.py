"""The orders of the fortnight: cards or one option a lever, sealed, amended until the session is opened."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tabletop.game.records.menu import Box, Levers
from tabletop.game.records.moves import Orders
from tabletop.scenario.board.order_cards import Preset
from tabletop.ui.shared.fields import Picked
from tabletop.ui.shared.order_cards import open_in
from tabletop.ui.tui.screens.compose.composer import propose
from tabletop.ui.tui.screens.rooms.room import Room
from tabletop.ui.tui.shell.keys import Hint, about
from tabletop.ui.tui.shell.shell import window
from tabletop.ui.tui.widgets.indented import heading
from tabletop.ui.tui.widgets.move_form import MoveForm
from tabletop.ui.tui.widgets.order_cards import FIRST_KEY, OrderCard, OrderCards
from tabletop.ui.tui.widgets.panels import record
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import full_stop
from tabletop.words.sentences.consent_sheets import sheet_lines
from tabletop.words.sentences.moves import move_sentence
from tabletop.words.sentences.orders import order_effects


def joined(boxes: Iterable[Box]) -> Box | None:
    """The boxes of orders as one form: a lever has every option that some box gives it.

    Boxes differ where capital does not pay for every combination; such a combination is refused with its
    rule while it is being looked at, before anything is sealed.
    """
    found = [box for box in boxes if box.move == "orders"]
    if len(found) < 2:
        return found[0] if found else None
    options: dict[str, list[str]] = {}
    for box in found:
        for slot in box.slots:
            for lever, choices in slot.levers if isinstance(slot, Levers) else ():
                known = options.setdefault(lever, [])
                known += [choice for choice in choices if choice not in known]
    levers = tuple((lever, tuple(choices)) for lever, choices in options.items())
    return replace(found[0], slots=(Levers(found[0].slots[0].name, levers),))


class OrdersRoom(Room):
    """Before the session."""

    HELP = N_(
        "Your orders for the coming fortnight, under seal. F5 to F8 or a click put a card of orders into the "
        "sheet, which can be changed after. Up and down go from lever to lever, left and right choose; the "
        "lines below say what is known of the effect. Enter seals. Orders can be sealed anew until the session "
        "is opened. l seals a leak or a briefing beside them, one a round. F3 opens your notes."
    )
    AUTO_FOCUS: ClassVar[str | None] = "ChoiceRow"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", N_("seal the orders"), show=False),
        *(
            Binding(
                f"f{FIRST_KEY + index}",
                f"card({index})",
                about(N_("card of orders {what}"), str(index + 1)),
                show=False,
            )
            for index in range(4)
        ),
    ]

    def body(self) -> Iterable[Widget]:
        """Heading, cards and the form, and the news beneath."""
        self.drawn: Box | None = None
        self.presets: tuple[Preset, ...] = ()
        yield Static("", classes="heading", markup=False)
        yield Vertical(id="orders")
        yield Static("", id="bulletin", markup=False)

    def show(self) -> None:
        """Draw the form when it is open, and say what is sealed."""
        box = joined(self.view.legal.boxes)
        mine = self.view.sight.mine
        sealed = mine.orders if mine is not None else ()
        if sealed:
            said = self.voice.say("orders.sealed", orders=self.voice.orders(sealed))
        elif box is not None:
            said = self.voice.say("orders.heading")
        else:
            said = _("Orders: {why}").format(why=self.why_not(("orders",)))
        sheets = tuple(sheet_lines(self.voice, self.view))
        waits = mine.press if mine is not None else None
        press = (self.voice.say("orders.press", move=move_sentence(self.voice, waits)),) if waits else ()
        ask = (self.voice.say("sheet.ask"),) if self.boxes("c") and not sheets else ()
        self.query_one(".heading", Static).update(heading(*map(Content, (said, *press, *sheets, *ask))))
        self.query_one("#bulletin", Static).update(record(self.voice, self.view, most=3))
        if box != self.drawn:
            self.drawn = box
            place = self.query_one("#orders", Vertical)
            place.remove_children()
            if box is None:
                return
            cards = self.voice.lexicon.presets.get(self.voice.seat, ())
            self.presets = open_in(box, cards)
            if self.presets:
                place.mount(OrderCards(self.presets))
            before = sealed or (mine.standing if mine is not None else ())
            picked: Picked = {(box.slots[0].name, lever): option for lever, option in before}
            place.mount(MoveForm(self.voice, self.seat.port, box, (picked, {})))

    def hints(self) -> tuple[Hint, ...]:
        """Seal, convene for the mediator, what else is sealed, the rest; a last look where the footer has room."""
        names = {"k": _("open the session"), "c": _("consent sheet"), "l": self.name_of("l")}
        if not self.boxes("k") and not self.boxes("c"):
            names["q"] = self.name_of("q")
        return (
            Hint("Enter", _("seal"), "screen.done"),
            *(Hint(key, name, f"screen.move('{key}')") for key, name in names.items() if self.boxes(key)),
            Hint("n", _("briefing"), "screen.read('brief')"),
            Hint("m", _("all moves"), "screen.moves"),
        )

    def action_done(self) -> None:
        """Seal what is chosen."""
        form = next(iter(self.query(MoveForm)), None)
        if form is None:
            self.tell(_("Orders: {why}").format(why=self.why_not(("orders",))))
        else:
            form.action_done()

    def action_card(self, index: int) -> None:
        """Put a card into the form."""
        if index < len(self.presets):
            self._take(self.presets[index])
        else:
            self.tell(self.voice.say("orders.no-card"))

    def _take(self, preset: Preset) -> None:
        form = next(iter(self.query(MoveForm)), None)
        if form is not None:
            form.choose(preset.orders)
            self.tell(f"{preset.label}: {preset.does}")

    @on(OrderCard.Taken)
    def _take_card(self, event: OrderCard.Taken) -> None:
        self._take(event.preset)

    @on(OrderCard.Focused)
    def _explain_card(self, event: OrderCard.Focused) -> None:
        """What a card is thought to do, in words and in figures, before it is taken."""
        preset = event.preset
        known = "; ".join(order_effects(self.voice, preset.orders))
        figures = f" {self.voice.say('orders.known', effects=full_stop(known))}" if known else ""
        self.tell(f"{preset.label}: {preset.does}{figures}")

    @on(MoveForm.Filled)
    def _filled(self, event: MoveForm.Filled) -> None:
        if self.drawn is not None and isinstance(event.move, Orders):
            propose(window(self), self.maker, self.drawn, event.move)
