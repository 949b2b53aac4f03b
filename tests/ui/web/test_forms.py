"""Every box becomes a form, and what the form posts comes back as exactly the move that was filled in."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tabletop.errors import Refusal
from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.players.choosing.random_player import fill
from tabletop.players.choosing.random_stream import Stream
from tabletop.ui.web.forms import MoveForm, move_fields, move_form
from tabletop.ui.web.posted import frame_of, move_from
from tabletop.ui.web.request import Request
from tabletop.ui.web.seat_page import seat_page
from tabletop.words.language.sanitize import clean
from tests.ui.web.markup import forms, read
from tests.ui.web.seats import Fields, dealt, fields, play_on, session_of


def offered(form: MoveForm) -> dict[str, set[str]]:
    """By field: what the form lets a person choose; what is typed or counted is left out."""
    found: dict[str, set[str]] = {name: {value} for name, value in form.settled}
    for group in form.groups:
        for row in group.rows:
            if row.options:
                found.setdefault(row.name, set()).update(option.value for option in row.options)
    return found


def filled(view: SeatView, stream: Stream) -> Iterator[tuple[int, Box, Move]]:
    """A random move of every open box."""
    for at, box in enumerate(view.legal.boxes):
        made = fill(box, stream)
        if made is not None:
            yield at, box, typed(made)


def typed(made: Move) -> Move:
    """A move with its words as they are once they are harmless."""
    words = getattr(made, "words", "")
    return replace(made, words=clean(words) or "a") if words else made  # type: ignore[arg-type]


def posted(made: Move, box: Box) -> Fields:
    return fields(move_fields(made, box))


@pytest.mark.parametrize("seed", [1, 2, pytest.param(3, marks=pytest.mark.slow)])
def test_what_a_form_posts_is_the_move_that_was_filled_in(seed: int) -> None:
    match = dealt(seed)
    kinds: set[str] = set()
    for step in range(0, 270, 27):
        play_on(match, seed, 27, step)
        for seat in match.board.seat_index:
            session = session_of(match, seat)
            view = session.view
            for at, box, made in filled(view, Stream(f"forms/{seed}/{step}/{seat}")):
                form = move_form(session.voice, view, box, at)
                sent = posted(made, box)
                choices = offered(form)
                assert sent.keys() - {"kind"} == {slot.name for slot in box.slots if sent.get(slot.name)}
                for name, values in sent.items():
                    assert name not in choices or set(values) <= choices[name], (box.move, name)
                assert move_from(view, sent) == made
                again = move_form(session.voice, view, box, at, sent)
                assert again.tried
                rows = [row for group in again.groups for row in group.rows]
                kept = [option.value for row in rows for option in row.options if option.chosen]
                assert set(kept) - {""} <= {value for values in sent.values() for value in values}
                kinds.add(made.kind)
    assert len(kinds) >= 20, kinds


def test_the_forms_of_a_page_are_the_boxes_of_the_view() -> None:
    match = dealt(5)
    for step in (0, 60):
        play_on(match, 5, 60, step)
        for seat in match.board.seat_index:
            session = session_of(match, seat)
            view = session.view
            found = forms(read(seat_page(session, Request(cid="abc"))))
            assert sorted(form.kind for form in found) == sorted(box.move for box in view.legal.boxes)
            stream = Stream(f"page/{step}/{seat}")
            for form in found:
                assert form.hidden["kind"] == [form.kind]
                assert form.hidden["turn"] == [str(view.turn)]
                sent = {**form.hidden, "do": ["make"]}
                frame = frame_of(sent)
                assert not isinstance(frame, Refusal)
                assert (frame.turn, frame.preview) == (view.turn, False)
            for _, box, made in filled(view, stream):
                sent = posted(made, box)
                assert any(form.kind == made.kind and fits(form.hidden, form.rows, sent) for form in found), (
                    made
                )


def fits(hidden: Fields, rows: list[tuple[str, str, list[str]]], sent: Fields) -> bool:
    """Whether a form as it stands on the page could post these fields."""
    chosen = {name for _, name, _ in rows} | hidden.keys()
    values = {name: [*hidden.get(name, ())] for name in chosen}
    for _, name, offered_ in rows:
        values[name] += offered_
    typed = {name for control, name, _ in rows if control in {"textarea", "number"}}
    return sent.keys() <= chosen and all(
        name in typed or set(each) <= set(values[name]) for name, each in sent.items()
    )
