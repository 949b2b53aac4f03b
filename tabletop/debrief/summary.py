"""The five results in five lines, and a sixth for the doors: for plain mode and the end screen."""

from tabletop.debrief.results import Results, SeatResult
from tabletop.words.language.voice import Voice, number, percent, points


def summary_lines(voice: Voice, found: Results, seat: str) -> tuple[str, ...]:
    """The lines for a seat, each with its name before it; nothing in them is summed or ranked.

    Args:
        voice: The reader's way of naming things.
        found: The results.
        seat: Whose value claimed and process are told.

    Raises:
        StopIteration: The seat is not of this match.
    """
    own = next(one for one in found.seats if one.seat == seat)
    told = (
        ("claimed", _claimed(voice, own)),
        ("created", _created(voice, found)),
        ("durability", _durability(voice, found)),
        ("ratified", _ratified(voice, found)),
        ("process", _process(voice, own)),
        ("doors", _doors(voice, found)),
    )
    return tuple(f"{voice.say(f'result.{name}')}: {words}" for name, words in told)


def _claimed(voice: Voice, own: SeatResult) -> str:
    banked = points(own.banked, signed=False)
    if own.claimed is None:
        return voice.table["result.claimed.none"].format(banked=banked)
    return voice.table["result.claimed.text"].format(gain=points(own.claimed.gain), banked=banked)


def _created(voice: Voice, found: Results) -> str:
    made = found.created
    if made.both is None:
        best = points(made.best.both) if made.best else voice.word("none")
        return voice.table["result.created.none"].format(best=best)
    if made.share is None:
        return voice.table["result.created.closed"]
    if made.trade is None:
        return voice.table["result.created.text"].format(share=percent(made.share))
    clauses = voice.board.clauses
    changes = tuple((clauses[at].id, made.trade.point.text[at]) for at in made.trade.changed)
    return voice.table["result.created.trade"].format(
        share=percent(made.share), more=points(made.trade.more, signed=False), terms=voice.terms(changes)
    )


def _durability(voice: Voice, found: Results) -> str:
    text, end = found.durability, voice.table[f"phase.{found.durability.end}"]
    if text.year is None or text.two is None:
        return voice.table["result.durability.none"].format(end=end)
    if text.by:
        way = "decided" if text.broke else "ended"
        end = voice.table[f"result.durability.{way}"].format(
            end=end, by=voice.word(f"by.{text.by}"), seats=voice.join(voice.name(seat) for seat in text.broke)
        )
    slug = "text" if text.lived is not None else "waiting"
    return voice.table[f"result.durability.{slug}"].format(
        year=percent(text.year), two=percent(text.two), lived=number(text.lived or 0), end=end
    )


def _ratified(voice: Voice, found: Results) -> str:
    if not found.ratified:
        return voice.table["result.ratified.none"]
    bodies = "; ".join(
        f"{voice.lexicon.label(f'body.{body}')} {percent(share)}" for body, share in found.ratified
    )
    return voice.table["result.ratified.text"].format(bodies=bodies)


def _process(voice: Voice, own: SeatResult) -> str:
    did = own.process
    return voice.table["result.process.text"].format(
        asked=did.asked,
        packages=did.packages,
        caucuses=did.caucuses,
        polls=did.polls,
        bridges=did.bridges,
        kept=did.kept,
        promised=did.promised,
    )


def _doors(voice: Voice, found: Results) -> str:
    if not found.missed:
        return voice.table["result.doors.none"].format(searched=found.searched)
    return voice.table["result.doors.text"].format(
        rounds=voice.join(str(door.round) for door in found.missed)
    )
