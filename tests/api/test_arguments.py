"""What a script hands in wrongly is a sentence, and nothing was written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tabletop

NEW = {
    "seed": (1.5, "1", float("nan"), -1, True, 10**5000),
    "neutral": ("x", 2),
    "without": ("leak", None, 3, ["\ud800"]),
    "format_id": (None, 5),
    "door": (None, ["open"]),
    "seats": (["ukraine"], {1: "person"}, {"ukraine": None}, {"ukraine": 5}, {"ukraine": object}),
    "journal": ("a\0b", "", 7),
    "scenario": (None, 7),
}


WRONG = [(name, value) for name, values in NEW.items() for value in values]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=[f"{name} {at}" for at, (name, _) in enumerate(WRONG)])
def test_a_match_is_not_opened_with_it(tmp_path: Path, name: str, value: object) -> None:
    given: dict[str, Any] = {"journal": tmp_path / "match.journal.jsonl", name: value}
    with pytest.raises(tabletop.TabletopError, match=r"not|half"):
        tabletop.new_match(**given)
    assert not list(tmp_path.iterdir())


class Answers:
    """A player that chooses whatever it was given."""

    def __init__(self, chosen: object) -> None:
        self.chosen = chosen

    def choose(self, board: object, view: object, key: object) -> Any:
        del board, view, key
        return self.chosen


@pytest.mark.parametrize(
    "chosen",
    [None, "pass", 5, tabletop.Chosen(None), tabletop.Chosen(tabletop.moves.Pass(), "because")],  # type: ignore[arg-type]
)
def test_a_player_that_chooses_no_move_is_named(tmp_path: Path, chosen: object) -> None:
    path = tmp_path / "match.journal.jsonl"
    match = tabletop.new_match(seed=1, format_id="pop-up", seats={"ukraine": Answers(chosen)}, journal=path)
    with pytest.raises(tabletop.WrongArgument, match="Answers of the seat 'ukraine'"):
        match.play_bots()
    match.table.store.close()
    assert tabletop.verify(path).entries == match.table.seq


Call = Callable[[tabletop.Match], object]

CALLS: dict[str, Call] = {
    "cid": lambda match: match.submit("ukraine", "pass", cid=5),  # type: ignore[arg-type]
    "half a letter": lambda match: match.submit("ukraine", "pass", cid="\ud800"),
    "no move": lambda match: match.submit("ukraine", None),  # type: ignore[arg-type]
    "a class": lambda match: match.submit("ukraine", tabletop.moves.Pass),  # type: ignore[arg-type]
    "no seat": lambda match: match.view(None),  # type: ignore[arg-type]
    "a list": lambda match: match.view(["ukraine"]),  # type: ignore[arg-type]
    "preview": lambda match: match.preview("ukraine", object()),  # type: ignore[arg-type]
    "fork": lambda match: match.fork(1.5),  # type: ignore[arg-type]
    "fork's seed": lambda match: match.fork(seed=10**5000),
    "points": lambda match: match.frontier(points=-1),
    "matches": lambda _: tabletop.simulate(matches=0),
    "continuations": lambda _: tabletop.whatif("any", 1, "pass", continuations=-1),
    "a line": lambda _: tabletop.parse_move(None),  # type: ignore[arg-type]
    "no record": lambda _: tabletop.format_move("pass"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_call_with_it_changes_nothing(call: Call) -> None:
    match = tabletop.new_match(seed=1, format_id="pop-up", seats={"ukraine": "person"})
    before = match.entries
    with pytest.raises(tabletop.WrongArgument, match=r"not|half"):
        call(match)
    assert match.entries == before


def test_taking_back_can_be_looked_at_where_it_is_open() -> None:
    match = tabletop.new_match(seed=1, format_id="pop-up", seats={"ukraine": "person"})
    undo = tabletop.moves.Undo()
    assert isinstance(match.preview("ukraine", undo), tabletop.Refusal)
    match.submit("ukraine", match.legal_moves("ukraine").sample("key", "orders"))
    assert undo in match.legal_moves("ukraine")
    shown = match.preview("ukraine", undo)
    assert isinstance(shown, tabletop.Preview)
    assert shown.price == ()
