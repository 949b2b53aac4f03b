"""A match laid open: where it stood, results, strikes with their causes, estimates against the truth.

All of it comes from the journal, so a window or a page that shows it needs no journal itself.
"""

from collections.abc import Iterable

from tabletop.debrief.consent_sheets import invitations, sheets
from tabletop.debrief.doubt import Belief, beliefs, reports, strikes
from tabletop.debrief.faith import faith_worlds
from tabletop.debrief.faith_lines import faith_section
from tabletop.debrief.maths import maths
from tabletop.debrief.maths_lines import maths_lines
from tabletop.debrief.results import Results, of_history
from tabletop.debrief.summary import summary_lines
from tabletop.debrief.unfinished_match import standing
from tabletop.errors import MatchNotOver
from tabletop.journal.entry import Entry
from tabletop.journal.history import History, fold
from tabletop.scenario.board.board import Board
from tabletop.scenario.board.lexicon import Lexicon
from tabletop.vocabulary import ENDS, PLAYED_OUT
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, number, points
from tabletop.words.pages.doubt import strike_account_lines
from tabletop.words.sentences.consent_price import price_words
from tabletop.words.sentences.record_lines import event_line


def debrief(
    board: Board, words: Lexicon, entries: Iterable[Entry], seat: str, *, spoilers: bool = False
) -> tuple[Section, ...]:
    """What a match came to, as a seat reads it; an observer reads every seat's own results.

    Of a match that is not over it tells what the reader may see, and that the rest lies under seal. One that the
    facilitator stopped is over: where it stood comes first, then all the rest.

    Args:
        board: The whole board.
        words: The words of the scenario.
        entries: The journal's entries.
        seat: The reader, or `observer`.
        spoilers: Whether what lies under seal is told all the same.
    """
    history = fold(board, entries)
    phase = history.state.talks.phase
    opened = spoilers or phase in ENDS
    stood = () if phase in PLAYED_OUT else standing(board, words, history, seat, opened=opened)
    if not opened:
        return stood
    voice = Voice(board, words, seat)
    found = of_history(board, history)
    return (
        *stood, *_results(voice, found), *_maths(voice, history, found), _strikes(voice, history),
        *_press(voice, history), *_consents(voice, history), *_beliefs(voice, history),
    )  # fmt: skip


def faith(board: Board, words: Lexicon, entries: Iterable[Entry], seat: str) -> tuple[Section, ...]:
    """The last text of a match that is over in worlds with other faith in terms, as a seat reads it (A2.6).

    Raises:
        MatchNotOver: What is under seal stays there until the end.
    """
    history = fold(board, entries)
    if history.state.talks.phase not in ENDS:
        raise MatchNotOver("this match is not over: what is under seal stays there until its end")
    return (faith_section(Voice(board, words, seat), faith_worlds(board, history)),)


def _results(voice: Voice, found: Results) -> list[Section]:
    """What is the same for all once; then each seat's own, apart."""
    seats = [voice.seat] if voice.seat in voice.board.seat_index else list(voice.board.seat_index)
    by_seat = {seat: summary_lines(voice, found, seat) for seat in seats}
    if len(by_seat) == 1:
        return [Section(voice.say("debrief.results"), by_seat[seats[0]])]
    shared = tuple(line for line in by_seat[seats[0]] if all(line in lines for lines in by_seat.values()))
    own = [
        Section(
            voice.say("debrief.own", seat=voice.name(seat)),
            tuple(line for line in lines if line not in shared),
        )
        for seat, lines in by_seat.items()
    ]
    return [Section(voice.say("debrief.results"), shared), *(section for section in own if section.lines)]


def _maths(voice: Voice, history: History, found: Results) -> tuple[Section, ...]:
    """What could have been, beside what was; the same for every reader, as the match is over."""
    figures = maths(voice.board, history)
    if figures is None:
        return ()
    return (Section(voice.say("maths"), tuple(maths_lines(voice, figures, found.missed))),)


def _strikes(voice: Voice, history: History) -> Section:
    lines = [
        said for account in strikes(voice.board, history) for said in strike_account_lines(voice, account)
    ]
    return Section(voice.say("debrief.strikes"), tuple(lines) or (voice.say("debrief.strikes.none"),))


def _press(voice: Voice, history: History) -> tuple[Section, ...]:
    """Whose words were in the press, traced or not; nothing in a match without any."""
    lines = tuple(
        voice.say(
            f"debrief.press.{each.became}", round=number(each.round), said=event_line(voice, each.sealed)
        )
        for each in reports(history)
    )
    return (Section(voice.say("debrief.press"), lines),) if lines else ()


def _consents(voice: Voice, history: History) -> tuple[Section, ...]:
    """Consent sheets with what they carried, and invitations; nothing in a match without any."""
    lines = [
        voice.say(
            "debrief.sheet",
            round=number(each.round),
            seat=voice.who(each.sheet.by),
            to=voice.whom(each.sheet.to) if each.sheet.to else voice.name("all"),
            terms=voice.terms(each.sheet.terms),
            price=price_words(voice, each.sheet.price),
            carried=voice.join(voice.clause(clause) for clause in each.carried) or voice.word("none"),
        )
        for each in sheets(history)
    ]
    lines += [
        voice.say(
            "debrief.invited",
            round=number(each.round),
            by=voice.who(each.invitation.by),
            guest=voice.who(each.invitation.guest),
            answers="; ".join(f"{voice.who(seat)}: {voice.word(answer)}" for seat, answer in each.answers),
        )
        for each in invitations(history)
    ]
    return (Section(voice.say("debrief.consents"), tuple(lines)),) if lines else ()


def _beliefs(voice: Voice, history: History) -> tuple[Section, ...]:
    """A seat's own estimates against the truth; for an onlooker those of every seat."""
    held = [
        each
        for each in beliefs(voice.board, history)
        if each.seat == voice.seat or voice.seat not in voice.board.seat_index
    ]
    if not held:
        return ()
    right = voice.say(
        "debrief.beliefs.note", held=number(sum(each.held for each in held)), all=number(len(held))
    )
    return (Section(voice.say("debrief.beliefs"), (*(_belief(voice, each) for each in held), right)),)


def _belief(voice: Voice, belief: Belief) -> str:
    return voice.say(
        "debrief.belief",
        round=number(belief.round),
        seat=voice.who(belief.seat),
        about=voice.who(belief.about),
        low=points(belief.low, signed=False),
        high=points(belief.high, signed=False),
        truth=points(belief.truth, signed=False),
    )
