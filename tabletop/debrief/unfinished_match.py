"""Where a match stands that has not come to an end of its own: figures, text, conditions, what is open, what is sealed.

While it is sealed, all of it is read off what the reader may see; once it is opened, each one's worth of the draft and
what was sealed are told, too.
"""

from collections.abc import Iterator

from tabletop.game.core.sight import see
from tabletop.game.records.state import State
from tabletop.game.text.drafting import draft_options
from tabletop.game.views import SeatView, view
from tabletop.game.worth import value
from tabletop.journal.history import History
from tabletop.scenario.board.board import Board, board_for
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.vocabulary import ENDS, IN_FORCE, ONLOOKER, Phase
from tabletop.words.language.section import Section, text_sections
from tabletop.words.language.voice import Voice, capitalised, number
from tabletop.words.pages.appraisal import appraisal_parts, gain_words
from tabletop.words.pages.draft_rows import condition_line, draft_rows, row_line
from tabletop.words.pages.war import war_page
from tabletop.words.sentences.papers import listed_papers, paper_line
from tabletop.words.sentences.record_lines import stopped_line


def standing(
    board: Board, words: Lexicon, history: History, seat: str, *, opened: bool
) -> tuple[Section, ...]:
    """Where a match stands, as a seat or an onlooker may read it.

    Args:
        board: The whole board.
        words: The words of the scenario.
        history: The match so far.
        seat: The reader, or `observer`.
        opened: Whether what lies under seal is told.
    """
    at, state = board.seat_index.get(seat, ONLOOKER), history.state
    own_board = board_for(board, at)
    voice, shown = Voice(own_board, words, seat), view(own_board, see(state, at, board.mediator), 0)
    found = [
        Section(
            voice.say("standing"), (where_it_stands(voice, history), *_sealed_still(voice, opened=opened))
        ),
        Section(
            voice.say("standing.text"),
            tuple(
                f"{at}. {row_line(voice, row)}" for at, row in enumerate(draft_rows(voice, shown), start=1)
            ),
        ),
        Section(
            voice.say("standing.conditions"),
            tuple(condition_line(voice, each) for each in shown.conditions) or (voice.word("none"),),
        ),
        Section(voice.say("standing.open"), tuple(_open(voice, shown, state, opened=opened))),
        Section(
            voice.say("standing.worth"),
            tuple(_worths(Voice(board, words, seat), state)) if opened else tuple(_own_worth(voice, shown)),
        ),
    ]
    if opened:
        found.append(Section(voice.say("standing.sealed"), tuple(_sealed(voice, history))))
    found += text_sections(war_page(voice, shown))
    return tuple(section for section in found if section.lines)


def where_it_stands(voice: Voice, history: History) -> str:
    """One sentence: where the match stands, or that it was stopped and why."""
    talks = history.state.talks
    rounds = number(voice.board.format.rounds + talks.extra)
    if talks.phase not in ENDS:
        phase = voice.say(f"phase.{talks.phase.value}")
        return voice.say("standing.now", round=number(talks.round), rounds=rounds, phase=phase)
    return stopped_line(voice, history.state.record) or voice.say(f"phase.{talks.phase.value}")


def _sealed_still(voice: Voice, *, opened: bool) -> tuple[str, ...]:
    return () if opened else (voice.say("standing.seal"),)


def _open(voice: Voice, shown: SeatView, state: State, *, opened: bool) -> Iterator[str]:
    """Papers on the table, and whom it waits for."""
    papers = state.papers if opened else shown.sight.papers
    yield from (capitalised(paper_line(voice, each)) for each in listed_papers(papers))
    owed = [seat.id for at, seat in enumerate(voice.board.seats) if state.talks.awaiting >> at & 1]
    if owed:
        yield voice.say("standing.awaited", seats=voice.join(voice.who(seat) for seat in owed))


def _own_worth(voice: Voice, shown: SeatView) -> Iterator[str]:
    """What the draft is worth to the reader, as its own page says it."""
    if shown.appraisal is None:
        yield voice.say("standing.worth.sealed")
    else:
        yield from (f"{part.label}: {part.words}" for part in appraisal_parts(voice, shown.appraisal))


def _worths(voice: Voice, state: State) -> Iterator[str]:
    """What the draft, were it signed as it stood, would have been worth to the reader; to an onlooker, to each seat.

    Points of two seats are not compared. A text that was initialled is weighed among the results.
    """
    if state.text.signed:
        return
    board, options = voice.board, value.complete(voice.board, draft_options(state.text))
    context = value.true_context(board, state)
    for at, seat in enumerate(board.seats):
        if voice.seat == seat.id or voice.seat not in board.seat_index:
            found = value.appraise_for(
                board, at, options, context, state.home.weights[at], state.home.alternative[at]
            )
            yield voice.say("standing.worth.of", seat=voice.name(seat.id), gain=gain_words(voice, found))


def _sealed(voice: Voice, history: History) -> Iterator[str]:
    """What lay under seal when the match was stopped, or lies there now: orders, answers, ballots."""
    state = history.state
    last = history.booked[-1].before.talks.phase if state.talks.phase is Phase.STOPPED else state.talks.phase
    sealed, fortnight = state.sealed, last not in IN_FORCE | {Phase.INITIALLED}
    if fortnight:  # afterwards they have been opened
        for seat, choices in zip(voice.board.seats, sealed.orders, strict=True):
            if choices:
                told = voice.orders(choices)
                yield voice.say("standing.sealed.orders", seat=voice.name(seat.id), orders=told)
    for kind, answers in (
        ("truce", sealed.comply if fortnight else ()),
        ("ballot", sealed.ballots),
        ("bridge", sealed.bridge),
        ("strike", tuple(answer for answer, _ in sealed.answers)),
    ):
        for seat, answer in zip(voice.board.seats, answers, strict=False):
            if answer:
                yield voice.say(
                    f"standing.sealed.{kind}", seat=voice.name(seat.id), answer=voice.word(answer)
                )
