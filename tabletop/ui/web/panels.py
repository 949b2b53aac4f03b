"""The parts of a table: papers that wait for an answer, moves by who sees them, clauses with who stands where."""

from dataclasses import dataclass

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box, Choice
from tabletop.game.records.moves import KINDS, Move
from tabletop.game.views import SeatView
from tabletop.ui.shared.changes import Baseline, baseline_index, first_new_line
from tabletop.ui.shared.preview_lines import DEEPER, preview_lines
from tabletop.ui.shared.seat_session import SeatSession
from tabletop.ui.web.forms import MoveForm, Posted, move_fields, move_form
from tabletop.vocabulary import SILENT
from tabletop.words.language.voice import Voice, capitalised, full_stop
from tabletop.words.pages.appraisal import appraisal_parts
from tabletop.words.pages.draft_rows import Row, draft_rows
from tabletop.words.sentences.moves import move_sentence, paper_by_id
from tabletop.words.sentences.record_lines import event_line

SEEN = ("public", "pair", "own")
"""Who may see a move, in the order in which moves are listed."""


@dataclass(frozen=True, slots=True)
class Change:
    """A part of what a text is worth to the reader that a move would change."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that an answer is open to: its line, and what a yes to it would change."""

    text: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """All that a seat may do now.

    Attributes:
        waiting: Papers that wait for an answer.
        answers: The forms that answer them.
        others: All other forms by who sees them.
    """

    waiting: tuple[Waiting, ...]
    answers: tuple[MoveForm, ...]
    others: tuple[tuple[str, tuple[MoveForm, ...]], ...]

    @property
    def count(self) -> int:
        """How many forms there are."""
        return len(self.answers) + sum(len(forms) for _, forms in self.others)


def moves_of(session: SeatSession, view: SeatView, posted: Posted) -> Moves:
    """The open moves as forms, answers to papers first."""
    voice = session.voice
    forms = [(box, move_form(voice, view, box, at, posted)) for at, box in enumerate(view.legal.boxes)]
    answers = tuple(form for box, form in forms if _addressed(voice, view, box))
    others = [form for box, form in forms if not _addressed(voice, view, box)]
    return Moves(
        _waiting(session, view),
        answers,
        tuple((seen, tuple(form for form in others if form.seen == seen)) for seen in SEEN),
    )


def _addressed(voice: Voice, view: SeatView, box: Box) -> tuple[int, ...]:
    """The papers addressed to the reader that a box asks about."""
    asked = next((slot.values for slot in box.slots if isinstance(slot, Choice) and slot.name == "paper"), ())
    mine = {paper.id for paper in view.sight.papers if voice.seat in getattr(paper, "to", ())}
    return tuple(paper for paper in asked if paper in mine)


def _waiting(session: SeatSession, view: SeatView) -> tuple[Waiting, ...]:
    """Each paper once, with what would change by a move that names it and nothing else."""
    found: dict[int, Waiting] = {}
    for box in view.legal.boxes:
        for paper in _addressed(session.voice, view, box):
            text = paper_by_id(session.voice, paper, view.sight.papers)
            changes = _changes(session, KINDS[box.move](paper=paper)) if len(box.slots) == 1 else ()
            known = found.get(paper)
            found[paper] = Waiting(full_stop(capitalised(text)), changes or (known.changes if known else ()))
    return tuple(found.values())


def _changes(session: SeatSession, move: Move) -> tuple[Change, ...]:
    shown = session.port.preview(move)
    if isinstance(shown, Refusal) or shown.before is None or shown.after is None:
        return ()
    pairs = zip(
        appraisal_parts(session.voice, shown.before), appraisal_parts(session.voice, shown.after), strict=True
    )
    return tuple(Change(was.label, was.brief, now.brief) for was, now in pairs if was.words != now.words)


@dataclass(frozen=True, slots=True)
class Shown:
    """A move shown before it is made.

    Attributes:
        kind: Its kind.
        sentence: The move in words.
        lines: What it would do: each line, and whether it belongs to the one above.
        refused: Why it cannot be made.
        fields: What the form posts that makes it.
        weighty: Whether it is a step of weight.
    """

    kind: str
    sentence: str
    lines: tuple[tuple[str, bool], ...]
    refused: Refusal | None
    fields: tuple[tuple[str, str], ...]
    weighty: bool


def shown_move(session: SeatSession, view: SeatView, move: Move) -> Shown:
    """A move with what it would do, and the fields that make it."""
    found = session.port.preview(move)
    sentence = full_stop(move_sentence(session.voice, move, view.sight.papers))
    box = next((box for box in view.open(move.kind) if box.holds(move)), None)
    if isinstance(found, Refusal) or box is None:
        return Shown(
            move.kind, sentence, (), found if isinstance(found, Refusal) else None, (), weighty=False
        )
    lines = tuple(
        (full_stop(line.strip()), line.startswith(DEEPER))
        for line in preview_lines(session.voice, view, move, found)
    )
    return Shown(move.kind, sentence, lines, None, tuple(move_fields(move, box)), weighty=found.steps == 2)


@dataclass(frozen=True, slots=True)
class Stands:
    """An option of a clause, and who stands on it."""

    option: str
    seats: tuple[tuple[str, bool], ...]
    """By name of the seat: whether it vowed."""
    own: bool
    """Whether the reader is among them."""


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause: its row, and its options that somebody stands on."""

    number: int
    row: Row
    stands: tuple[Stands, ...]
    fresh: bool
    """Whether it changed since the reader's last turn."""


def clause_rows(voice: Voice, view: SeatView, fresh: frozenset[str]) -> tuple[ClauseRow, ...]:
    """Every clause of the draft with everybody's stand."""
    return tuple(
        ClauseRow(at, row, _stands(voice, row), row.clause in fresh)
        for at, row in enumerate(draft_rows(voice, view), start=1)
    )


def _stands(voice: Voice, row: Row) -> tuple[Stands, ...]:
    options = sorted({stand.option for stand in row.stands if stand.option != SILENT})
    return tuple(
        Stands(
            voice.option(row.clause, option),
            tuple((voice.who(stand.seat), stand.vow) for stand in row.stands if stand.option == option),
            any(stand.seat == voice.seat and stand.option == option for stand in row.stands),
        )
        for option in options
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record."""

    round: int
    text: str
    rule: str
    fresh: bool


def record_of(session: SeatSession, view: SeatView) -> tuple[Line, ...]:
    """The record, the newest line first, what is new since the seat's last turn marked."""
    past = session.port.past
    index = baseline_index(past, Baseline.TURN)
    first = first_new_line(past.view(index), view) if index >= 0 else len(view.sight.record)
    lines = [
        Line(max(entry.round, 1), full_stop(capitalised(said)), entry.event.rule, at >= first)
        for at, entry in enumerate(view.sight.record)
        if (said := event_line(session.voice, entry.event))
    ]
    return tuple(reversed(lines))
