"""Journals of earlier forms, brought to the newest one: plain data before validation, one migration a form.

Migrations run one after the other, so none knows more than the next. What one of them needs of an earlier program
stands frozen beside it, where later changes of wording cannot reach it.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from tabletop.journal.entry import VERSION, Raw

FORM_1_REASONS = Path(__file__).with_name("form_1_reasons.json")
"""The sentences that programs of form 1 gave as reasons, by slug, and the tempers these could name."""

NUMBER = r"[+-]?[0-9]{1,9}(?:\.[0-9])?"
"""A fact of such a sentence that is no temper: a gain in points with its sign, a share, megawatts, sessions."""


@dataclass(frozen=True, slots=True)
class Migration:
    """From one form to the next.

    Attributes:
        header: Turns a header's line.
        entry: Turns an entry's line.
    """

    header: Callable[[Raw], Raw]
    entry: Callable[[Raw], Raw]


def with_slug(raw: Raw) -> Raw:
    """An entry of form 1, where a reason was an English sentence, with the slug and facts of it."""
    reason = raw.get("reason")
    return {**raw, "reason": reason_of(reason)} if isinstance(reason, str) and reason else raw


def reason_of(sentence: str) -> Raw:
    """The slug and facts that an English sentence was made of; a sentence that no reason made is kept as a text."""
    for slug, pattern in _patterns().items():
        if found := pattern.fullmatch(sentence):
            return {"slug": slug, "facts": found.groupdict()}
    return {"slug": "", "facts": {"text": sentence}}


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Every reason of form 1 as an expression: its words as they are, its facts by name."""
    frozen = json.loads(FORM_1_REASONS.read_text(encoding="utf-8"))
    tempers = "|".join(frozen["tempers"])
    found: dict[str, re.Pattern[str]] = {}
    for slug, sentence in frozen["reasons"].items():
        parts = (
            re.escape(words) + (f"(?P<{name}>{tempers if name == 'temper' else NUMBER})" if name else "")
            for words, name, *_ in Formatter().parse(sentence)
        )
        found[slug] = re.compile("".join(parts))
    return found


MIGRATIONS: Mapping[int, Migration] = {1: Migration(header=dict, entry=with_slug)}
"""By the form that is left behind."""


def newest_header(
    raw: Raw, written: int, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = VERSION
) -> Raw:
    """A header's line in the newest form, from the form it was `written` in."""
    for version in range(written, newest):
        raw = {**migrations[version].header(raw), "version": version + 1}
    return raw


def newest_entry(
    raw: Raw, written: int, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = VERSION
) -> Raw:
    """An entry's line in the newest form, from the form it was `written` in."""
    for version in range(written, newest):
        raw = migrations[version].entry(raw)
    return raw
