"""The labels of a sheet: what a slot asks, and what each of its values means, in a seat's words."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tabletop.game.records.menu import Choice, Grid, Levers, Pick, Slot
from tabletop.game.records.papers import Paper
from tabletop.game.views import SeatView
from tabletop.game.worth.text_gaps import LintFinding
from tabletop.ui.shared.fields import Field, Value, fields_of
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, bar
from tabletop.words.pages.draft_rows import draft_rows, row_line
from tabletop.words.sentences.moves import number_name, slot_question, value_name
from tabletop.words.sentences.orders import order_effects

TAKE_BACK = N_("take back")


def effects(voice: Voice, lever: str, option: str) -> str:
    """What an option of one of the seat's levers is known to do in a fortnight, in one line."""
    return "; ".join(order_effects(voice, ((lever, option),))) or voice.say("source.order.none")


def worth(voice: Voice, clause: str, option: int) -> str:
    """What an option is worth to the reader, on the reader's own scale; empty for an onlooker."""
    board = voice.board
    seat = board.seat_index.get(voice.seat, -1)
    value = board.clauses[board.clause_index[clause]].options[option].values[seat] if seat >= 0 else -1
    return _("To you {bar} {value} of 100.").format(bar=bar(value * 100), value=value) if value >= 0 else ""


def lacking(voice: Voice, finding: LintFinding) -> str:
    """What the lint says of a draft, in one line: the clauses, then the advice."""
    advice = voice.lexicon.labels.get(f"pair.{finding.advice}", voice.word(finding.advice))
    other = f", {voice.clause(finding.other)}" if finding.other else ""
    return f"{voice.clause(finding.clause)}{other}: {advice}"


def _label(voice: Voice) -> Callable[[Slot, str], str]:
    def label(slot: Slot, key: str) -> str:
        if isinstance(slot, Grid):
            return voice.clause(key)
        if isinstance(slot, Levers):
            return voice.lexicon.label(f"lever.{key}")
        return slot_question(voice, slot)

    return label


def _named(voice: Voice, papers: tuple[Paper, ...]) -> Callable[[Slot, str, str | int], tuple[str, str]]:
    def named(slot: Slot, key: str, chosen: str | int) -> tuple[str, str]:
        if isinstance(slot, Grid):
            option = int(chosen)
            if option == SILENT:
                return _(TAKE_BACK), _("You would have no position on this clause.")
            return voice.option(key, option), f"{voice.option_text(key, option)} {worth(voice, key, option)}"
        if isinstance(slot, Levers):
            return voice.lexicon.label(f"lever.{key}.{chosen}"), effects(voice, key, str(chosen))
        if isinstance(slot, Choice):
            return number_name(voice, slot, int(chosen), papers), ""
        return (value_name(voice, slot.name, str(chosen)) if isinstance(slot, Pick) else str(chosen)), ""

    return named


def labelled(voice: Voice, slots: Iterable[Slot], view: SeatView) -> tuple[Field, ...]:
    """The rows of some slots, in order, in a seat's words; a clause shows where every seat stands on it."""
    label, named = _label(voice), _named(voice, view.sight.papers)
    stands = {row.clause: row_line(voice, row) for row in draft_rows(voice, view)}
    return tuple(
        replace(field, note=stands.get(field.key, ""), values=_briefed(voice, field, view))
        if isinstance(slot, Grid)
        else field
        for slot in slots
        for field in fields_of(slot, label, named)
    )


def _briefed(voice: Voice, field: Field, view: SeatView) -> tuple[Value, ...]:
    """The values of a row of clauses, each with its worth to the reader and who stands on it."""
    index = voice.board.clause_index[field.key]
    options = voice.board.clauses[index].options
    seat = view.sight.seat

    def brief(option: int) -> str:
        stands = [
            voice.who(voice.board.seats[place].id)
            for place, row in enumerate(view.sight.text.positions)
            if row[index] == option
        ]
        worth_ = options[option].values[seat] if seat >= 0 else -1
        shown = f"{bar(worth_ * 100, 5)} {worth_:>3}" if worth_ >= 0 else ""
        return "  ".join(part for part in (shown, voice.join(stands)) if part)

    return tuple(
        replace(value, brief=brief(int(value.value))) if int(value.value) != SILENT else value
        for value in field.values
    )
