"""An open paper as one line, with the number it is called by."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tabletop.game.records.papers import (
    BridgeNotice,
    BridgePaper,
    Claim,
    ConsentSheet,
    Incident,
    Paper,
    Question,
    StrikePaper,
)
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.fillings import fillings


def listed_papers(papers: Iterable[Paper]) -> Iterator[Paper]:
    """Papers, each once: a bridge has the number of its notice, and its terms for who may know them (T5.6)."""
    visible = tuple(papers)
    notices = {(one.by, one.to): one for one in visible if isinstance(one, BridgeNotice)}
    bridges = {(one.by, one.to): one for one in visible if isinstance(one, BridgePaper)}
    for one in visible:
        if isinstance(one, BridgeNotice) and (known := bridges.get((one.by, one.to))):
            yield replace(known, id=one.id)
        elif not (isinstance(one, BridgePaper) and (one.by, one.to) in notices):
            yield one


def paper_line(voice: Voice, thing: Paper) -> str:
    """The line of a paper from where the reader sits, its first letter small: it stands inside others."""
    variant = ""
    if isinstance(thing, Question) and not thing.clause:
        variant = ".pressure"
    if isinstance(thing, Claim) and thing.by:
        variant = ".traced"
    if isinstance(thing, Incident) and thing.gap in {"", "none"}:
        variant = ".none"
    if isinstance(thing, StrikePaper) and thing.settled:
        variant = ".settled"
    if isinstance(thing, ConsentSheet):
        parts = ("sealed" if thing.sealed else "", "pair" if thing.to else "")
        variant = "." + "-".join(part for part in parts if part) if any(parts) else ""
    return voice.table[f"paper.{thing.kind}{variant}"].format_map(fillings(voice, thing))
