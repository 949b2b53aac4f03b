"""Cards of orders as a skin offers them: those whose every choice is open."""

from collections.abc import Mapping

from tabletop.game.records.menu import Box, Levers
from tabletop.scenario.board.order_cards import Preset


def open_in(box: Box, presets: tuple[Preset, ...]) -> tuple[Preset, ...]:
    """The cards whose every choice is open in a box."""
    offered: Mapping[str, tuple[str, ...]] = {
        lever: tuple(options)
        for slot in box.slots
        if isinstance(slot, Levers)
        for lever, options in slot.levers
    }
    return tuple(
        preset
        for preset in presets
        if all(choice in offered.get(lever, ()) for lever, choice in preset.orders)
    )
