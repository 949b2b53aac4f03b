"""A seat's receipts from a hosted class, laid beside the journal of its table."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from tabletop.classroom.sealed_receipts import compared
from tabletop.errors import JournalError
from tabletop.words.language.i18n import _


def laid_beside(journal: Path, receipts: Path) -> tuple[list[dict[str, object]], tuple[str, ...]]:
    """What became of each receipt, for a script and as lines.

    Raises:
        JournalError: The file holds no receipts.
    """
    lines = journal.read_bytes().splitlines()[1:]
    digests = [str(json.loads(line)["digest"]) for line in lines if line.endswith(b"}")]
    found: list[dict[str, object]] = []
    said: list[str] = []
    for own, entry in compared(_receipts(receipts), digests):
        found.append({"own": own, "entry": entry or None, "agrees": bool(entry)})
        if entry:
            said.append(_("  receipt {own}: entry {entry} of the journal").format(own=own, entry=entry))
        elif entry is None:
            said.append(
                _(
                    "  receipt {own}: still sealed. Fetch the receipts anew, now that the match is over"
                ).format(own=own)
            )
        else:
            said.append(_("  receipt {own}: the journal has no such entry").format(own=own))
    return found, tuple(said)


def _receipts(path: Path) -> list[Mapping[str, object]]:
    """The receipts of a file: one, or a list."""
    try:
        told: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise JournalError(
            _("{path} holds no receipts: it cannot be read as JSON").format(path=path)
        ) from error
    every = cast("list[object]", told if isinstance(told, list) else [told])
    found = [cast("Mapping[str, object]", each) for each in every if isinstance(each, dict)]
    if not found or not all("digest" in each for each in found):
        raise JournalError(
            _(
                "{path} holds no receipts of written moves, as the host gives them under /receipts.json"
            ).format(path=path)
        )
    return found
