"""Boxes as forms: what a page asks for a move, and the names and values that come back.

Every slot is a field of the move's own name. Rows of a grid and of levers share the slot's name; a row's value is
`clause.option` or `lever.option`, and an empty one leaves the row out. No rule stands here: a form offers what its
box offers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from tabletop.game.records.menu import Box, Count, Grid, Levers, Slot, SlotValue, Words
from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.scenario.board.order_cards import Preset
from tabletop.ui.shared.field_labels import labelled
from tabletop.ui.shared.fields import Field
from tabletop.ui.shared.order_cards import open_in
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.moves import menu_line, slot_question

Posted = Mapping[str, Sequence[str]]
"""The fields of a form as they came, each with its values in order."""

ORDERS = "orders"
"""The move that cards fill in."""

FEW = 5
"""So many values are shown side by side; more are a list to open."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a row: what is posted, its label, a sentence on it, and whether it is chosen at first."""

    value: str
    label: str
    detail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One question of a form.

    Attributes:
        control: How it is asked.
        id: Its id on the page.
        name: The field's name, the move's own.
        label: The question.
        note: What is known beside it; empty for nothing.
        options: Values of a list.
        value: What a number or a text holds at first.
        low: Least number.
        high: Greatest number, or the most characters of a text.
        required: Whether it must be answered.
    """

    control: Literal["radio", "list", "number", "words"]
    id: str
    name: str
    label: str
    note: str = ""
    options: tuple[Option, ...] = ()
    value: str = ""
    low: int = 0
    high: int = 0
    required: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that answer one question; without a legend where the row says it itself."""

    legend: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class MoveForm:
    """A box as a form.

    Attributes:
        kind: The kind of move.
        id: Its id on the page.
        title: What it is, with what is settled.
        seen: Who will see it: `public`, `pair` or `own`.
        costs: Moves it uses up of the sitting's budget.
        steps: 2 when it is shown once more before it is made.
        settled: Fields with one value only.
        groups: What must be chosen.
        cards: Cards that fill it in.
        tried: Whether it was filled in before and is shown again.
    """

    kind: str
    id: str
    title: str
    seen: str
    costs: int
    steps: int
    settled: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    cards: tuple[Preset, ...] = ()
    tried: bool = False


def move_form(voice: Voice, view: SeatView, box: Box, at: int, before: Posted | None = None) -> MoveForm:
    """The form of a box.

    Args:
        voice: The reader.
        view: The view the box is from.
        box: What may be chosen.
        at: Its place among the boxes of the view, for ids.
        before: What was filled in before and is to stand in it again.
    """
    name = f"m{at}"
    tried = before is not None and posted_kind(before) == box.move and _fits(box, before)
    line = menu_line(voice, box, view.sight.papers)
    kept = before if tried else None
    return MoveForm(
        box.move,
        name,
        line.head,
        box.seen,
        box.costs,
        box.steps,
        tuple((slot.name, str(slot.only)) for slot in box.slots if slot.only is not None),
        tuple(
            _group(voice, view, slot, f"{name}-{slot.name}", kept) for slot in box.slots if slot.only is None
        ),
        cards_of(voice, box),
        tried,
    )


def cards_of(voice: Voice, box: Box) -> tuple[Preset, ...]:
    """The cards of orders that a box takes; none for any other move."""
    return open_in(box, voice.lexicon.presets.get(voice.seat, ())) if box.move == ORDERS else ()


def card_fields(voice: Voice, view: SeatView, card: str) -> Posted:
    """What a form would post that a card has filled in; nothing for a card that no form has."""
    mine = view.sight.mine
    for box in view.open(ORDERS):
        for preset in cards_of(voice, box):
            if preset.id == card:
                chosen = dict((mine.orders or mine.standing) if mine else ()) | dict(preset.orders)
                return {
                    "kind": [ORDERS],
                    box.slots[0].name: [f"{lever}.{option}" for lever, option in chosen.items()],
                }
    return {}


def posted_kind(posted: Posted) -> str:
    """The kind of move that a form says it is; empty when it says none."""
    return next(iter(posted.get("kind", ())), "")


def move_fields(move: Move, box: Box) -> Iterator[tuple[str, str]]:
    """The fields that a form of the box posts for a move, its kind first."""
    yield "kind", move.kind
    for slot in box.slots:
        value = cast("SlotValue", getattr(move, slot.name))
        if isinstance(value, tuple):
            yield from ((slot.name, f"{key}.{chosen}") for key, chosen in value)
        else:
            yield slot.name, str(value)


def _fits(box: Box, before: Posted) -> bool:
    """Whether what is settled in a box was settled so in a form that came back."""
    return all(
        list(before.get(slot.name, ())) == [str(slot.only)] for slot in box.slots if slot.only is not None
    )


def _group(voice: Voice, view: SeatView, slot: Slot, name: str, before: Posted | None) -> Group:
    kept = tuple(before.get(slot.name, ())) if before is not None else None
    question = slot_question(voice, slot)
    match slot:
        case Words():
            note = _("At most {n} characters.").format(n=slot.most)
            if slot.optional:
                note = _("At most {n} characters; may stay empty.").format(n=slot.most)
            value = kept[0] if kept else ""
            row = Row("words", name, slot.name, question, note, (), value, 0, slot.most, not slot.optional)
            return Group("", "", (row,))
        case Count():
            value = kept[0] if kept else str(slot.low)
            note = _("{low} to {high}").format(low=slot.low, high=slot.high)
            return Group(
                "", "", (Row("number", name, slot.name, question, note, (), value, slot.low, slot.high),)
            )
        case Grid():
            rows = tuple(
                _listed(field, f"{name}-{field.key}", kept, _("leave it as it is"))
                for field in labelled(voice, (slot,), view)
            )
            return Group(question, _bounds(voice, slot), rows)
        case Levers():
            mine = view.sight.mine
            now = dict(mine.orders or mine.standing) if mine else {}
            usual = tuple(f"{lever}.{option}" for lever, option in now.items())
            rows = tuple(
                _lever(field, f"{name}-{field.key}", usual if kept is None else kept)
                for field in labelled(voice, (slot,), view)
            )
            return Group(question, "", rows)
        case _:
            (field,) = labelled(voice, (slot,), view)
            row = (
                _choices(field, name, kept or ())
                if len(field.values) <= FEW
                else _listed(field, name, kept, _("choose"))
            )
            return Group("", "", (row,))


def _bounds(voice: Voice, slot: Grid) -> str:
    """How many clauses must be chosen, and what one of them must be."""
    most = min(slot.high, len(slot.rows))
    said = [
        _("Choose {n} in all.").format(n=slot.low)
        if slot.low == most
        else _("Choose {low} to {high} in all.").format(low=slot.low, high=most)
    ]
    for need in slot.needs:
        wanted = [voice.clause(clause) for clause, mask in zip(slot.clauses, need, strict=True) if mask]
        said.append(_("One change must be on one of: {clauses}.").format(clauses=", ".join(wanted)))
    return " ".join(said)


def _value(field: Field, value: str | int) -> str:
    """What is posted for a value: in a row of its slot, with the row's key before it."""
    return f"{field.key}.{value}" if field.key else str(value)


def _choices(field: Field, name: str, kept: Sequence[str]) -> Row:
    """A row whose values stand side by side."""
    options = tuple(
        Option(_value(field, each.value), each.label, each.detail, _value(field, each.value) in kept)
        for each in field.values
    )
    return Row("radio", name, field.name, field.label, field.note, options)


def _lever(field: Field, name: str, kept: Sequence[str]) -> Row:
    """A lever as a list: all levers have one name, and buttons of one name would shut each other out."""
    options = tuple(
        Option(_value(field, each.value), each.label, each.detail, _value(field, each.value) in kept)
        for each in field.values
    )
    return Row("list", name, field.name, field.label, field.note, options, required=True)


def _listed(field: Field, name: str, kept: Sequence[str] | None, none: str) -> Row:
    """A row whose values are a list to open; the first leaves it out."""
    chosen = kept or ()
    options = tuple(
        Option(
            _value(field, each.value),
            " · ".join(part for part in (each.label, " ".join(each.brief.split())) if part),
            "",
            _value(field, each.value) in chosen,
        )
        for each in field.values
    )
    first = Option("", none, "", not any(each.chosen for each in options))
    note = field.note.removeprefix(f"{field.label}. ")
    return Row("list", name, field.name, field.label, note, (first, *options), required=not field.optional)
