"""Whatever a script hands to any call, the answer is a result or one of the game's own errors, with a sentence."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import tabletop
from tabletop.api.legal_moves import LegalMoves

STRANGE: tuple[Any, ...] = (
    None,
    7.5,
    -1,
    "",
    "no-such-thing",
    "x" * 5000,
    "a\0b",
    "\ud800",
    ["ukraine"],
    {"nobody": "person"},
    {"ukraine": "no-such-temper"},
    {"ukraine": "person"},
    object(),
)

SMALL: dict[str, dict[str, Any]] = {
    "simulate": {"matches": 1, "format_id": "pop-up"},
    "whatif": {"at": 2, "move": "no-such-move", "continuations": 1},
    "find_frontier": {"format_id": "no-such-format"},
    "submit": {"seat": "ukraine", "move": "pass"},
    "preview": {"seat": "ukraine", "move": "pass"},
    "format_move": {"move": tabletop.moves.Pass()},
    "sample": {"key": "x"},
}
"""By call: arguments with which it answers soon."""

FITTING: dict[str, Any] = {"seat": "ukraine", "line": "pass", "journal": "match", "path": "match", "key": "x"}
"""By argument: one that fits, where the call has no default of its own."""

OURS = {"tell"}
"""Arguments that are a function of the caller's: what it does is the caller's own."""


def calls(match: tabletop.Match) -> Iterator[tuple[str, Callable[..., object]]]:
    """Every call there is: functions, and methods of a match and of its legal moves."""
    for name in dir(tabletop):
        found = getattr(tabletop, name)
        if inspect.isfunction(found):
            yield name, found
    for owner in (match, match.legal_moves("ukraine")):
        for name, found in inspect.getmembers(owner, inspect.ismethod):
            if not name.startswith("_"):
                yield name, found


def opened() -> tabletop.Match:
    """A match at its first orders."""
    return tabletop.new_match(seats={"ukraine": "person"}, seed=1, format_id="pop-up")


def wrongly(name: str, call: Callable[..., object]) -> Iterator[dict[str, Any]]:
    """The call's arguments with one of them strange, one after another."""
    parameters = inspect.signature(call).parameters
    fitting = {key: FITTING[key] for key in parameters if key in FITTING} | SMALL.get(name, {})
    for key in parameters:
        if key not in OURS:
            yield from ({**fitting, key: value} for value in STRANGE)


@pytest.mark.parametrize("name", sorted({name for name, _ in calls(opened())}))
def test_a_call_answers_or_says_who_must_act(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    opened().save("match")
    silent: list[str] = []
    for call in [call for known, call in calls(opened()) if known == name]:
        for arguments in wrongly(name, call):
            try:
                call(**arguments)
            except tabletop.TabletopError as error:
                if len(str(error)) < 12:
                    silent.append(f"{arguments}: {error!r}")
            except Exception as error:  # noqa: BLE001 - any other error is what is looked for
                silent.append(f"{arguments}: {error!r}"[:200])
    assert silent == []


def test_a_closed_kind_is_asked_for_like_any_other() -> None:
    legal = LegalMoves(opened().view("ukraine"))
    for kind in STRANGE:
        with pytest.raises((tabletop.TabletopError, TypeError)):
            _ = legal.closed[kind]
