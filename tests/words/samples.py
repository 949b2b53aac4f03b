"""One example of every dataclass of a union, built from the types of its fields."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

from tabletop.game.records.papers import Offer

_BY_NAME: Mapping[str, object] = {
    "seat": "ukraine",
    "by": "russia",
    "to": "ukraine",
    "about": "russia",
    "verifier": "us",
    "clause": "scope",
    "option": 1,
    "was": 0,
    "terms": (("scope", 1), ("donetsk", 2)),
    "seats": ("ukraine", "russia"),
    "words": "a gesture",
    "choices": (("tempo", "hold"),),
    "card": "oil-falls",
    "act": "no-energy-strikes",
    "place": "kyiv",
    "until": "truce",
    "gap": "verify-buffer",
    "gaps": ("verify-buffer",),
    "reasons": (("ukraine", "not yet"),),
    "answers": (("ukraine", "protest"),),
    "options": (1, 2, 0),
    "body": "kyiv",
    "path": "home.trust.ukraine.russia",
}


def sample(cls: type[Any], **given: object) -> Any:
    """An instance of a move, event or paper with a plausible value in every field."""
    hints = get_type_hints(cls)
    filled: dict[str, object] = {}
    for field in fields(cls):
        if field.name in {"kind", "rule", "seen"} and field.default is not MISSING:
            continue
        hint = hints[field.name]
        if field.name == "paper" and hint is not int:
            filled["paper"] = sample(Offer)
        elif hint == tuple[str, ...] and field.name in {"to", "accepted"}:
            filled[field.name] = ("ukraine",)
        elif field.name == "to" and hint is int:
            filled["to"] = 150
        elif field.name in _BY_NAME and (hint is not str or isinstance(_BY_NAME[field.name], str)):
            filled[field.name] = _BY_NAME[field.name]
        elif hint is int:
            filled[field.name] = 3
        elif hint is bool:
            filled[field.name] = False
        elif hint is str:
            filled[field.name] = "other"
        else:
            filled[field.name] = ()
    return cls(**{**filled, **given})
