"""What scenario files that journals kept lack or still hold: they were written for earlier programs and must load.

A key that a file must have from now on stands in `ADDED` with what it meant before there was one; a key that files may
no longer have stands in `REMOVED`. Files of today's scenarios get nothing from here: their authors hear of both.
A place is the file's name and the keys down to the value; `*` stands for every key there is. Where journals of the
present rules lack the key, too, the board's field is marked `later`, so that their digests agree.
"""

from collections.abc import Iterator, Mapping

from tabletop.scenario.source.placed_data import Plain

Keys = tuple[str, ...]
"""A place: file, then keys; `*` is any key."""

ANY = "*"

ADDED: Mapping[Keys, Plain] = {}
"""Keys that came to be required, with what kept files have in their place, such as
`("rules.yaml", "war", "losses", "share"): 50`."""

REMOVED: tuple[Keys, ...] = ()
"""Keys that are gone: kept files lose them, before anything is added."""


def as_of_now(name: str, data: Plain, added: Mapping[Keys, Plain], removed: tuple[Keys, ...]) -> Plain:
    """The data of a kept file with today's keys; what it says of them itself stands.

    Args:
        name: The file's name inside its folder.
        data: What stands in it; it is not changed.
        added: By place, what is put there where nothing stands and the part around it does.
        removed: Places that are emptied.
    """
    for place in removed:
        if place[0] == name:
            data = _without(data, place[1:])
    for place, value in added.items():
        if place[0] == name:
            data = _with(data, place[1:], value)
    return data


def _with(data: Plain, keys: Keys, value: Plain) -> Plain:
    """The data with a value at a place, where its surroundings are there and it is not."""
    if not isinstance(data, dict):
        return data
    key, deeper = keys[0], keys[1:]
    if not deeper:
        return data if key in data else {**data, key: value}
    return {**data, **{each: _with(data[each], deeper, value) for each in _named(data, key)}}


def _without(data: Plain, keys: Keys) -> Plain:
    """The data without what stands at a place."""
    if not isinstance(data, dict):
        return data
    named, deeper = set(_named(data, keys[0])), keys[1:]
    if not deeper:
        return {key: value for key, value in data.items() if key not in named}
    return {**data, **{each: _without(data[each], deeper) for each in named}}


def _named(data: Mapping[str, Plain], key: str) -> Iterator[str]:
    """The keys that a key of a place stands for."""
    return iter(data) if key == ANY else iter([key] if key in data else [])
