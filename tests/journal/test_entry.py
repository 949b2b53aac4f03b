"""Every move and every event goes to a line and comes back the same."""

import dataclasses
from typing import Any, get_args

import pytest

from tabletop.game.records.events import Happening, TalksSet
from tabletop.game.records.moves import KINDS, Advance, Terms
from tabletop.game.records.papers import Claim, Deadline, Paper
from tabletop.journal.digest import canonical, chain, digest
from tabletop.journal.entry import Entry, decode_entry, encode_entry
from tabletop.journal.reader import parsed

FILL: dict[Any, Any] = {
    int: 3,
    str: "a-slug",
    bool: True,
    Terms: (("scope", 2), ("term", -1)),
    Paper: Claim(4, -1, "", "russia", (("scope", 1),)),
    tuple[str, ...]: ("a", "12"),
    tuple[int, ...]: (1, -1),
    tuple[tuple[str, str], ...]: (("a", "b"),),
    tuple[tuple[int, ...], ...]: ((1, 2), ()),
    int | str | bool | tuple[int, ...] | tuple[str, ...]: ("1", ""),
}
"""Something for a field of each type."""


def filled(cls: type[Any]) -> Any:
    """A record with something in every field; a field of a new type fails here."""
    return cls(**{field.name: FILL[field.type] for field in dataclasses.fields(cls) if field.name != "kind"})


def there_and_back(entry: Entry) -> Entry:
    line, _ = encode_entry(entry, "0")
    raw = parsed(line.encode())
    assert raw is not None
    return decode_entry(raw)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_move(kind: str) -> None:
    entry = Entry(1, "a", filled(KINDS[kind]), (), ())
    assert there_and_back(entry) == entry


@pytest.mark.parametrize("cls", get_args(Happening), ids=lambda cls: cls.__name__)
def test_every_event(cls: type[Any]) -> None:
    entry = Entry(1, "table", Advance(), (("n/a", 6, 0),), (filled(cls),))
    assert there_and_back(entry) == entry


@pytest.mark.parametrize("value", [0, -1, True, False, "", "12", (), (1, 2), ("1", ""), ("",)])
def test_a_field_of_the_procedure_keeps_its_type(value: Any) -> None:
    back = there_and_back(Entry(1, "table", Advance(), (), (TalksSet(field="x", to=value),))).events[0]
    assert isinstance(back, TalksSet)
    assert back.to == value
    assert type(back.to) is type(value)


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": (2, "\u0456")}) == '{"a":[2,"\\u0456"],"b":1}'
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})


def test_digests_are_pinned() -> None:
    assert digest(Deadline(1, -1, "us", 3)) == digest(
        {"by": "us", "id": 1, "kind": "deadline", "round": 3, "seen": -1}
    )
    assert chain("0" * 32, {"seq": 1}) == "1a3b44952c57f895be56ffa1598d0e3d"
