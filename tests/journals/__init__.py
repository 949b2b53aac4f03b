"""A real save of every released format and of every version of the rules, for ever."""

import gzip
import json
from pathlib import Path

from tabletop.journal.digest import chain, digest
from tabletop.journal.entry import played
from tabletop.vocabulary import RULESET

SAVES = sorted(Path(__file__).parent.glob("v*/*.jsonl*"))
"""Every save; the larger ones are packed."""


def named(path: Path) -> str:
    """The name of a save in a list."""
    return f"{path.parent.name}/{path.name.partition('.journal')[0]}"


def unpacked(path: Path, folder: Path) -> Path:
    """A copy of a save in a folder, as the program wrote it."""
    copy = folder / path.name.removesuffix(".gz")
    raw = path.read_bytes()
    copy.write_bytes(gzip.decompress(raw) if path.suffix == ".gz" else raw)
    return copy


def under_present_rules(path: Path) -> Path:
    """The same journal in its own form as if the present rules had been in force, with a chain that fits."""
    header, *entries = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    header["ruleset"] = RULESET
    header["digest"] = prev = digest(played(header))
    for entry in entries:
        entry["prev"] = prev
        entry["digest"] = prev = chain(prev, played(entry))
    lines = [json.dumps(raw, separators=(",", ":")) for raw in (header, *entries)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
