"""What a browser sends and what it keeps: the fields of a form, cookies; and what waits is done beside the others."""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TypeVar
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

Result = TypeVar("Result")

SEAT = "seat"
"""The name of the cookie with a seat's token."""

WEEK_S = 7 * 24 * 3600
"""How long a browser keeps a seat."""

DIGITS = 4
"""Digits of a table's number at most."""

FIELDS_MOST = 400
"""Fields of a form at most."""


async def aside(work: Callable[..., Result], *given: object) -> Result:
    """Do in a thread what may wait for a table or a disk."""
    return await asyncio.to_thread(work, *given)


async def form_of(asked: Request) -> dict[str, list[str]]:
    """The fields of a form, each with its values in order; one that cannot be read has none."""
    with suppress(UnicodeDecodeError, ValueError):
        body = (await asked.body()).decode("ascii")
        return parse_qs(body, keep_blank_values=True, max_num_fields=FIELDS_MOST, errors="replace")
    return {}


def field(form: Mapping[str, list[str]], name: str) -> str:
    """A field that comes once; empty for any other."""
    values = form.get(name, [])
    return values[0] if len(values) == 1 else ""


def number_in(typed: str) -> int:
    """A table's number as it was typed; 0 for anything else."""
    return int(typed) if len(typed) <= DIGITS and typed.isascii() and typed.isdigit() else 0


def keep(answer: Response, asked: Request, name: str, value: str) -> None:
    """Let the browser keep something that no script and no other site gets."""
    secure = asked.url.scheme == "https"
    answer.set_cookie(name, value, max_age=WEEK_S, httponly=True, samesite="strict", secure=secure)


def as_json(document: Mapping[str, object], status: int = 200) -> Response:
    """An answer for a script."""
    return Response(json.dumps(document), status, media_type="application/json")
