"""The digest of what is played: ids and numbers of records, never words for people."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, TypeGuard

from tabletop.vocabulary import counted


def _is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def plain(value: object) -> object:
    """A record as lists and numbers: fields by name, or by the name they had, mappings as sorted pairs."""
    if is_dataclass(value) and not isinstance(value, type):
        found = ((field, getattr(value, field.name)) for field in fields(value))
        return {
            field.metadata.get("formerly", field.name): plain(held)
            for field, held in found
            if counted(field, held)
        }
    if _is_mapping(value):
        pairs = [[json.dumps(plain(key)), plain(item)] for key, item in value.items()]
        return sorted(pairs, key=lambda pair: str(pair[0]))
    if _is_tuple(value):
        return [plain(item) for item in value]
    return value


def digest(value: object) -> str:
    """Sixteen bytes of BLAKE2b over a record's canonical JSON, in hexadecimal."""
    text = json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
