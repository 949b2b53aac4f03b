"""A box turned into a move by numbered questions, one a slot; six kinds of slots and no move by name."""

from tabletop.game.records.menu import Box, Choice, Count, Grid, Levers, Pick, Slot, Words
from tabletop.game.records.moves import KINDS, Move, Terms
from tabletop.game.views import SeatView
from tabletop.ui.plain.console import Back, Console
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import Voice
from tabletop.words.sentences.moves import number_name, slot_question, value_name
from tabletop.words.sentences.orders import order_effects


def compose(console: Console, voice: Voice, view: SeatView, box: Box) -> Move:
    """Ask for every slot of a box and build the move.

    Raises:
        Back: The player went back.
        EndOfInput: There are no more lines.
        Left: The player asked to save and quit.
    """
    filled = {slot.name: _fill(console, voice, view, slot) for slot in box.slots}
    made: Move = KINDS[box.move](**filled)
    return made


def _fill(console: Console, voice: Voice, view: SeatView, slot: Slot) -> object:
    if slot.only is not None:
        return slot.only
    match slot:
        case Pick(name=name, ids=ids):
            named = [value_name(voice, name, chosen) for chosen in ids]
            return ids[console.choose(f"{slot_question(voice, slot)}?", named)]
        case Choice(values=values):
            shown = [number_name(voice, slot, chosen, view.sight.papers) for chosen in values]
            return values[console.choose(f"{slot_question(voice, slot)}?", shown)]
        case Count():
            return _count(console, voice, slot)
        case Grid():
            return _grid(console, voice, view, slot)
        case Levers():
            return _levers(console, voice, view, slot)
        case Words():
            return _words(console, voice, slot)


def _count(console: Console, voice: Voice, slot: Count) -> int:
    back = "" if slot.low <= 0 <= slot.high else _(", 0 back")
    while True:
        answer = console.ask(
            _("{question}, {low} to {high}{back}:").format(
                question=slot_question(voice, slot), low=slot.low, high=slot.high, back=back
            )
        )
        if answer.lstrip("-").isdecimal() and not slot.misfit(int(answer)):
            return int(answer)
        if answer in {"0", "back", _("back")}:
            raise Back
        console.write(
            _("A whole number from {low} to {high}, or the word {back}.").format(
                low=slot.low, high=slot.high, back=_("back")
            )
        )


def _words(console: Console, voice: Voice, slot: Words) -> str:
    optional = _(", or an empty line for none") if slot.optional else _(", or an empty line to go back")
    while True:
        typed = console.line(
            _("{question}, at most {most} characters{optional}:").format(
                question=slot_question(voice, slot), most=slot.most, optional=optional
            )
        )
        misfit = slot.misfit(typed)
        if misfit == "words-wanted":
            raise Back
        if not misfit:
            return typed
        console.write(_("That is {n} characters; {most} at most.").format(n=len(typed), most=slot.most))


def _levers(console: Console, voice: Voice, view: SeatView, slot: Levers) -> tuple[tuple[str, str], ...]:
    mine = view.sight.mine
    standing = dict(mine.orders or mine.standing) if mine else {}
    chosen: list[tuple[str, str]] = []
    for lever, options in slot.levers:
        labels = [_order(voice, lever, option) for option in options]
        before = standing.get(lever)
        enter = options.index(before) if before in options else None
        title = f"{voice.lexicon.label(f'lever.{lever}')}?"
        chosen.append((lever, options[console.choose(title, labels, enter=enter)]))
    return tuple(chosen)


def _order(voice: Voice, lever: str, option: str) -> str:
    """An option of a lever with what it is known to do in a fortnight."""
    label = voice.lexicon.label(f"lever.{lever}.{option}")
    does = "; ".join(order_effects(voice, ((lever, option),)))
    return f"{label} ({does})" if does else label


def _grid(console: Console, voice: Voice, view: SeatView, slot: Grid) -> Terms:
    cells: dict[str, int] = {}
    while True:
        problem = grid_problem(voice, slot, cells)
        if cells and not problem and len(cells) == slot.high:
            return _ordered(slot, cells)
        clause = _clause(console, voice, view, slot, cells)
        if clause is None:
            if not problem:
                return _ordered(slot, cells)
            console.write(problem)
            continue
        try:
            cells[clause] = _option(console, voice, slot, clause)
        except Back:
            continue
        problem = grid_problem(voice, slot, cells)
        if problem and len(cells) == slot.high:
            console.write(_("{problem} Choose again.").format(problem=problem))
            cells.clear()


def _clause(console: Console, voice: Voice, view: SeatView, slot: Grid, cells: dict[str, int]) -> str | None:
    """The clause to set next; None when the player is done."""
    usable = [clause for clause, _ in slot.rows]
    if len(usable) == 1 and not cells:
        return usable[0]
    lines: list[str] = []
    for clause in usable:
        where = view.sight.text.positions[view.sight.seat][voice.board.clause_index[clause]]
        now = (
            _("chosen: {option}").format(option=voice.option(clause, cells[clause]))
            if clause in cells
            else ""
        )
        now = now or _("your position: {option}").format(option=voice.option(clause, where))
        lines.append(f"{voice.clause(clause)} ({now})")
    if cells:
        lines.append(_("Done: {terms}").format(terms=voice.terms(_ordered(slot, cells))))
    bounds = (
        f"{slot.low}" if slot.low == slot.high else _("{low} to {high}").format(low=slot.low, high=slot.high)
    )
    asked = _("{question}: which clause? Choose {bounds} in all.")
    index = console.choose(asked.format(question=slot_question(voice, slot), bounds=bounds), lines)
    return None if index == len(usable) else usable[index]


def _option(console: Console, voice: Voice, slot: Grid, clause: str) -> int:
    options = dict(slot.rows)[clause]
    lines: list[str] = []
    for option in options:
        text = voice.option_text(clause, option)
        label = _("take the position back") if option == SILENT else voice.option(clause, option)
        lines.append(f"{label}: {text}" if text else label)
    return options[console.choose(_("{clause}: which option?").format(clause=voice.clause(clause)), lines)]


def _ordered(slot: Grid, cells: dict[str, int]) -> Terms:
    return tuple((clause, cells[clause]) for clause in slot.clauses if clause in cells)


def grid_problem(voice: Voice, slot: Grid, cells: dict[str, int]) -> str:
    """What still keeps these cells from being a choice of the grid; empty when nothing does."""
    match slot.misfit(_ordered(slot, cells)):
        case "":
            return ""
        case "too-few-clauses":
            return _("At least {n} clauses are needed.").format(n=slot.low)
        case "too-many-clauses":
            return _("At most {n} clauses may be chosen.").format(n=slot.high)
        case "said-already":
            return _("Exactly these terms may not be chosen here.")
        case _:
            need = slot.unmet(cells) or slot.masks
            wanted = [voice.clause(clause) for clause, mask in zip(slot.clauses, need, strict=True) if mask]
            return _("One more change is needed, on one of: {clauses}.").format(clauses=", ".join(wanted))
