"""`tabletop report`: a journal laid open, line by line, as far as it may be."""

from collections.abc import Iterator
from pathlib import Path

from tabletop.api.matches import read_match
from tabletop.command.preferred_words import preferred
from tabletop.debrief.report import debrief
from tabletop.errors import SeatError, unknown
from tabletop.table.seats import PERSON
from tabletop.vocabulary import OBSERVER, RULESET
from tabletop.words.language.section import plain_lines
from tabletop.words.language.voice import Voice, capitalised, full_stop


def report_lines(path: Path, seat: str, *, neutral: bool = False, spoilers: bool = False) -> Iterator[str]:
    """The report of a journal, line by line; a match that is not over stays sealed unless `spoilers` opens it.

    Raises:
        JournalError: The journal cannot be used.
        SeatError: There is no such seat, or a match that is not over may not be read from there.
    """
    match = read_match(path, neutral=neutral)
    if seat not in {*match.seats, OBSERVER}:
        raise SeatError(unknown("seat", seat, match.seats))
    people = (OBSERVER, *(each for each, keeper in match.table.seating.items() if keeper == PERSON))
    if not (match.over or spoilers or seat in people):
        raise SeatError(
            f"a match that is not over may be read from {', '.join(people)}, not from {seat!r}; --spoilers opens it"
        )
    words, header = preferred(match.table.lexicon), match.table.store.header
    found = debrief(match.board, words, match.entries, seat, spoilers=spoilers)
    if not header.same_rules:
        voice = Voice(match.board, words, seat)
        yield full_stop(capitalised(voice.say("debrief.other-rules", played=header.ruleset, ours=RULESET)))
    yield from plain_lines(found)
