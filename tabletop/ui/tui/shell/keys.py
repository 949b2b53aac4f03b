"""Which key does what, in one table: the hints, the list of keys and the palette read it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from textual.binding import ActiveBinding, Binding, BindingType
from textual.events import Key

from tabletop.words.language.i18n import N_, _

MOVE_KEYS: dict[str, tuple[str, ...]] = {
    "p": ("position",),
    "o": ("offer",),
    "b": ("bridge",),
    "x": ("accept", "decline", "counter", "answer-bridge", "answer-ask", "answer-invitation"),
    "v": ("vow",),
    "a": ("ask",),
    "s": ("say",),
    "c": ("caucus", "consent"),
    "h": ("promise",),
    "d": ("draft",),
    "i": ("initial",),
    "j": ("object", "protest"),
    "k": ("convene", "recess"),
    "w": ("walk-out", "return", "end-talks"),
    "l": ("poll", "leak", "brief"),
    "q": ("last-look", "amend", "keep-orders"),
    "e": ("pass",),
}
"""Key to the kinds of move it opens; every other move is under `m`."""

MOVE_NAMES: dict[str, str] = {
    "p": N_("position"),
    "o": N_("make an offer"),
    "b": N_("bridge"),
    "x": N_("answer"),
    "v": N_("vow"),
    "a": N_("ask"),
    "s": N_("say"),
    "c": N_("caucus"),
    "h": N_("promise"),
    "d": N_("draft"),
    "i": N_("initial"),
    "j": N_("object or protest"),
    "k": N_("convene or recess"),
    "w": N_("leave or return"),
    "l": N_("poll home, the press"),
    "q": N_("last look"),
    "e": N_("end my turn"),
}
"""Key to the short name that hints print."""

KIND_NAMES: dict[str, str] = {
    "convene": N_("open the session"),
    "consent": N_("consent sheet"),
    "recess": N_("end the session"),
    "poll": N_("poll home"),
    "leak": N_("press"),
    "brief": N_("press"),
    "initial": N_("initial"),
    "object": N_("object"),
    "protest": N_("protest"),
    "walk-out": N_("leave the room"),
    "return": N_("come back"),
    "end-talks": N_("vote to end"),
}
"""Shorter names for a key under which one kind alone is open."""

NOT_OURS = frozenset({"app.focus_next", "app.focus_previous", "screen.copy_text"})
"""Actions that every terminal program has; the list of keys and the palette leave them out."""

LAYOUT: dict[str, str] = dict(
    zip(
        "йцукенгшщзфывапролдячсмитьі",
        "qwertyuiopasdfghjklzxcvbnms",
        strict=True,
    )
)
"""Cyrillic letters to the Latin letter on the same key; used when no text field has the focus."""


FIXED = frozenset(
    {"enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "space", "home", "end", "pageup",
     "pagedown", "f1", "question_mark", "ctrl+q", "ctrl+p", "ctrl+c", "ctrl+l", "ctrl+z", *"0123456789"}
)  # fmt: skip
"""Keys by which everybody finds the way; no action gives them away, and none can be given one of them."""


LEAVING = frozenset({"ctrl+q", "ctrl+l", "ctrl+z"})
"""Keys that are about the window and no match: to leave it, for good or for a while, and to draw it anew."""


FACT = "\t"
"""Between the description of a key and the fact that it names."""


def meant(key: Key, own: Collection[str]) -> Key:
    """A key as it is meant: by its place on a Cyrillic keyboard, and the same with Caps Lock or Shift.

    Args:
        key: As it came.
        own: Keys that the person gave to actions; one of them in capitals stays as it is.
    """
    *held, last = key.key.split("+")
    letter = last.lower() if len(last) == 1 else ""
    letter = LAYOUT.get(letter, letter if letter.isascii() else "")
    if key.key in own or not letter.isalpha() or letter == last:
        return key
    return Key("+".join((*held, letter)), None if held else letter)


def named(area: str, bindings: Iterable[BindingType]) -> list[BindingType]:
    """Bindings with an id each, by which a person can give the action another key; fixed keys have none.

    `read('text')` at the table is `table.read.text`; a key of moves is named by its first kind of move.
    """
    return [
        replace(binding, id=f"{area}.{_id_of(binding.action)}")
        if isinstance(binding, Binding) and not FIXED.intersection(binding.key.split(","))
        else binding
        for binding in bindings
    ]


def about(sentence: str, fact: str) -> str:
    """The description of a key that names a fact, such as a number; `described` says it."""
    return f"{sentence}{FACT}{fact}"


def digits(action: str, sentence: str, most: int = 9) -> tuple[Binding, ...]:
    """The digits from 1, each of which does an action of the screen with its number."""
    return tuple(
        Binding(str(number), f"{action}({number})", about(sentence, str(number)), show=False)
        for number in range(1, most + 1)
    )


def described(binding: Binding) -> str:
    """What a key does, in the language that is spoken."""
    sentence, _mark, fact = binding.description.partition(FACT)
    return _(sentence).format(what=_(fact)) if fact else _(sentence)


def listed(active: ActiveBinding) -> bool:
    """Whether a key of the screen belongs in the list of keys and in the palette."""
    binding = active.binding
    ours = any(
        own.action == binding.action
        for kind in type(active.node).__mro__
        if kind.__module__.startswith("tabletop.")
        for own in vars(kind).get("BINDINGS", ())
    )
    return bool(binding.description) and not binding.system and ours and binding.action not in NOT_OURS


def _id_of(action: str) -> str:
    """The id of an action within its area."""
    name, _, rest = action.partition("(")
    words = rest.strip("')")
    if name == "move":
        words = MOVE_KEYS[words][0]
    return f"{name}.{words}" if words else name


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint of the footer.

    Attributes:
        key: The key as it is printed.
        label: What it does, in one or two words of the language that is spoken.
        action: The screen's action, as in a binding.
    """

    key: str
    label: str
    action: str


def help_hints() -> tuple[Hint, Hint]:
    """The two hints that end nearly every footer."""
    return Hint("F1", _("help"), "app.explain"), Hint("?", _("keys"), "app.keys")


def back_hint() -> Hint:
    """Esc, and back to what lies beneath."""
    return Hint("Esc", _("back"), "screen.close")
