"""Cards of orders: each fills in the sheet below it, and can be changed after."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from tabletop.scenario.board.order_cards import Preset
from tabletop.words.language.i18n import N_

FIRST_KEY = 5
"""The cards answer to F5, F6, F7 and F8."""


class OrderCard(Static, can_focus=True):
    """One card."""

    HELP = N_(
        "A card of orders. Enter or a click puts its choices into the sheet below; nothing is sealed by it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "take", N_("take this card"), show=False),
        Binding("left,up", "app.focus_previous", N_("the card before"), show=False),
        Binding("right,down", "app.focus_next", N_("the next card"), show=False),
    ]

    class Taken(Message):
        """The card was taken."""

        def __init__(self, preset: Preset) -> None:
            self.preset = preset
            super().__init__()

    class Focused(Message):
        """The card has the focus."""

        def __init__(self, preset: Preset) -> None:
            self.preset = preset
            super().__init__()

    def __init__(self, preset: Preset, index: int) -> None:
        self.preset = preset
        self.key = f"F{FIRST_KEY + index}"
        super().__init__(
            Content.assemble((f"{self.key} ", "bold $accent"), preset.label), classes="card", markup=False
        )

    def on_focus(self) -> None:
        """Say what it is thought to do."""
        self.post_message(self.Focused(self.preset))

    def on_click(self, _: Click) -> None:
        """Take it."""
        self.action_take()

    def action_take(self) -> None:
        """Take it."""
        self.post_message(self.Taken(self.preset))


class OrderCards(Horizontal):
    """The cards of a seat, side by side."""

    def __init__(self, presets: tuple[Preset, ...]) -> None:
        self.presets = presets
        super().__init__(id="cards")

    def compose(self) -> ComposeResult:
        """One cell a card."""
        for index, preset in enumerate(self.presets):
            yield OrderCard(preset, index)
