"""The digest of what is played: ids and numbers of records, never words for people."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any


def plain(value: Any) -> Any:
    """A record as lists and numbers: fields by name, mappings as sorted pairs."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        pairs: Mapping[Any, Any] = value
        return sorted([plain(key), plain(item)] for key, item in pairs.items())
    if isinstance(value, tuple):
        items: tuple[Any, ...] = value
        return [plain(item) for item in items]
    return value


def digest(value: Any) -> str:
    """Sixteen bytes of BLAKE2b over a record's canonical JSON, in hexadecimal."""
    text = json.dumps(plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
