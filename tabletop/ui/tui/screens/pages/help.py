"""Help on what has the focus, and the list of keys."""

from textual.app import App
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.shell.keys import described, listed
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.words.language.i18n import _


class HelpPage(Page):
    """What F1 says; F1 closes it again."""


class KeysPage(Page):
    """What `?` lists; `?` closes it again."""


def explain(app: App[None]) -> None:
    """F1: the help of what has the focus, then of the screen."""
    if isinstance(app.screen, HelpPage):
        app.screen.dismiss()
        return
    node = app.focused or app.screen
    nodes = (node, *node.ancestors)

    def make() -> tuple[str, Content]:
        said = [*dict.fromkeys(helped for each in nodes if (helped := help_of(each)))]
        said.append(
            _("? lists the keys, Ctrl+P finds every action by name, F2 turns dark to light, Ctrl+Q quits.")
        )
        return _("Help"), Content("\n\n".join(said))

    app.push_screen(HelpPage(make))


def help_of(node: DOMNode) -> str:
    """What a part of a screen says of itself; empty when it says nothing."""
    declared = getattr(node, "HELP", None)
    helped = getattr(node, "explains", None) or (_(declared) if isinstance(declared, str) else "")
    return helped if isinstance(helped, str) else ""


def list_keys(app: App[None]) -> None:
    """`?`: every key of the screen."""
    beneath = app.screen
    if isinstance(beneath, KeysPage):
        beneath.dismiss()
        return
    app.push_screen(KeysPage(lambda: (_("Keys"), keys_of(app, beneath))))


KEY = 12
"""Columns of a key in the list of keys, with the blanks behind it."""


def keys_of(app: App[None], screen: Screen[object]) -> Content:
    """Every key of a screen with what it does."""
    lines: list[Content] = []
    ordered = sorted(screen.active_bindings.items(), key=lambda each: each[1].node is not screen)
    for key, active in ordered:
        if listed(active):
            shown = app.get_key_display(active.binding) if key == active.binding.key else key
            lines.append(Content.assemble((f"{shown:>10}  ", "bold $accent"), described(active.binding)))
    return Indented(lines, KEY)
