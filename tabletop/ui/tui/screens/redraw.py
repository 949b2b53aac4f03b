"""Drawing open screens once more in another language, with everything chosen, typed and marked kept."""

from dataclasses import dataclass
from inspect import isawaitable
from typing import cast

from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tabletop.ui.tui.shell.shell import Shell
from tabletop.ui.tui.widgets.choice import ChoiceRow

AnyScreen = Screen[object]


@dataclass(frozen=True, slots=True)
class Held:
    """What a person had done on a screen before it was drawn again.

    Attributes:
        rows: Place of the value of each row of choices.
        typed: What stands in each line of words, in order.
        marked: Place of the marked line of each list, by the list's id.
        focus: Place of what had the focus among all that can have it; -1 for nothing.
    """

    rows: dict[tuple[str, str], int]
    typed: tuple[str, ...]
    marked: dict[str, int | None]
    focus: int


def redraw_screens(app: Shell) -> None:
    """Compose every open screen again in the language that is spoken now, each between two of its own events."""
    for screen in cast("list[AnyScreen]", list(app.screen_stack)):
        if type(screen).__module__.startswith("tabletop."):
            screen.call_later(redraw_screen, app, screen)


async def redraw_screen(app: Shell, screen: AnyScreen) -> None:
    """Compose one screen again.

    A screen that was given worded content makes it again in its `reword`; then it begins as it did at first.
    """
    held = hold(screen)
    _call(screen, "reword")
    await screen.recompose()
    if not screen.children:
        return  # the window is being closed
    begun = _call(screen, "on_mount") or (_call(screen, "on_screen_resume") if screen is app.screen else None)
    if isawaitable(begun):
        await begun
    _call(screen, "on_resize", Resize(app.size, app.size))
    app.arrange(screen)
    screen.call_after_refresh(put_back, screen, held)


def _call(screen: AnyScreen, name: str, *said: object) -> object:
    """Call a method that a screen may have; True when it says nothing of its own."""
    found = getattr(screen, name, None)
    return (found(*said) or True) if callable(found) else None


def hold(screen: AnyScreen) -> Held:
    """What a person has done on a screen."""
    chain = screen.focus_chain
    return Held(
        {(row.field.name, row.field.key): row.index for row in screen.query(ChoiceRow)},
        tuple(line.value for line in screen.query(Input)),
        {listed.id or "": listed.highlighted for listed in screen.query(OptionList)},
        chain.index(screen.focused) if screen.focused in chain else -1,
    )


def put_back(screen: AnyScreen, held: Held) -> None:
    """Choose, type and mark again what was before."""
    changed: ChoiceRow | None = None
    for row in screen.query(ChoiceRow):
        index = held.rows.get((row.field.name, row.field.key), row.index)
        if index != row.index and index < len(row.field.values):
            row.index, changed = index, row
            row.refresh()
    for line, value in zip(screen.query(Input), held.typed, strict=False):
        line.value = value
    for listed in screen.query(OptionList):
        at_line = held.marked.get(listed.id or "")
        if at_line is not None and at_line < listed.option_count:
            listed.highlighted = at_line
    chain = screen.focus_chain
    if 0 <= held.focus < len(chain):
        chain[held.focus].focus()
    if changed is not None:
        changed.post_message(ChoiceRow.Changed(changed))
