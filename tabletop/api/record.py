"""A match told step by step."""

from collections.abc import Iterable, Iterator

from tabletop.game.core.sight import may_see
from tabletop.game.records.events import PhaseChanged
from tabletop.game.records.moves import Advance
from tabletop.journal.entry import Entry
from tabletop.scenario.board.board import Board
from tabletop.vocabulary import ENDS, ONLOOKER
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.sentences.moves import move_sentence
from tabletop.words.sentences.record_lines import event_line


def record_lines(voice: Voice, board: Board, entries: Iterable[Entry]) -> Iterator[str]:
    """What a reader may know of each entry, with its number before the first line of it.

    Once the match is over the number is that of the entry in the journal, as `whatif --at` wants it. Before, entries
    are counted as the reader sees them: a gap would tell that something was sealed.

    Args:
        voice: The reader; an onlooker hears what is public.
        board: The board, for the reader's place.
        entries: The entries, in order.
    """
    place = board.seat_index.get(voice.seat, ONLOOKER)
    entries = tuple(entries)
    over = any(
        isinstance(event, PhaseChanged) and event.to in ENDS for entry in entries for event in entry.events
    )
    number = 0
    for entry in entries:
        said = [
            text
            for event in entry.events
            if may_see(event.seen, place) and (text := event_line(voice, event))
        ]
        if not said and entry.seat == voice.seat and not isinstance(entry.move, Advance):
            said = [move_sentence(voice, entry.move)]
        number = entry.seq if over else number + bool(said)
        for count, text in enumerate(said):
            yield f"{'' if count else number:>4}  {full_stop(text)}"
