"""The head of a page: which match, what day, where the talks stand, what is left to the seat."""

from dataclasses import dataclass
from datetime import date, timedelta

from tabletop.game.views import SeatView
from tabletop.vocabulary import ENDS, IN_FORCE, Phase
from tabletop.words.language.voice import Voice, capitalised, number
from tabletop.words.sentences.record_lines import stopped_line

FORTNIGHT = timedelta(days=14)

STEPS = (
    (Phase.SCHEDULED,),
    (Phase.PLENARY, Phase.DRAFTING, Phase.INTERRUPTED, Phase.SUSPENDED),
    (Phase.RECESSED,),
)
"""The steps of a round; phases in one group share a place in the strip."""

AFTER = ((Phase.INITIALLED,), (Phase.HOLDING, Phase.DISPUTED, Phase.BREACHED))
"""The steps of a text that was initialled."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place in the strip of phases: its name, and whether it is `past`, `now` or `ahead`."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a page says.

    Attributes:
        title: The match.
        days: The days of the fortnight; empty where the calendar does not say.
        where: Round, fortnight or month.
        steps: The strip of phases; empty once the match is over.
        phase: Where the talks stand, in words.
        moves: Moves left in this sitting and their number in all; None outside a sitting.
        seat: The seat that looks.
        owed: Whether the table waits for it.
        paused: Whether the match is paused.
        stopped: That the facilitator stopped the match, and in which round; empty where nobody did.
    """

    title: str
    days: str
    where: str
    steps: tuple[Step, ...]
    phase: str
    moves: tuple[int, int] | None
    seat: str
    owed: bool
    paused: bool
    stopped: str


def header_of(voice: Voice, view: SeatView) -> Header:
    """The head of a seat's page."""
    talks, form = view.sight.talks, voice.board.format
    seat = view.sight.seat
    phase = voice.table.get(f"phase.{talks.phase.value}.name") or voice.table[f"phase.{talks.phase.value}"]
    counted = bool(talks.sitting) and seat >= 0 and talks.phase not in ENDS
    return Header(
        voice.lexicon.texts.get("title", "").strip(),
        "" if talks.phase in IN_FORCE | ENDS else days_of(voice, talks.round),
        _where(voice, view),
        _steps(voice, view),
        capitalised(phase),
        (talks.moves_left[seat], max(form.moves, talks.moves_left[seat])) if counted else None,
        voice.name(voice.seat),
        seat >= 0 and bool(talks.awaiting >> seat & 1),
        talks.paused,
        stopped_line(voice, view.sight.record),
    )


def days_of(voice: Voice, at: int) -> str:
    """The days of a round's fortnight, such as `1–14 February 2026`."""
    try:
        first = date.fromisoformat(voice.lexicon.texts.get("starts", "")) + FORTNIGHT * max(0, at - 1)
    except (ValueError, OverflowError):
        return ""
    last = first + FORTNIGHT - timedelta(days=1)
    slug = "web.days" if first.month == last.month else "web.days.two-months"
    return voice.table[slug].format(
        first=first.day,
        last=last.day,
        month=voice.table[f"web.month.{last.month}"],
        was=voice.table[f"web.month.{first.month}"],
        year=last.year,
    )


def _where(voice: Voice, view: SeatView) -> str:
    talks = view.sight.talks
    if talks.phase in IN_FORCE:
        months = voice.board.numbers.get("aftermath.months", 24)
        return voice.table["web.where.month"].format(at=number(talks.step), of=number(months))
    if talks.phase is Phase.INITIALLED:
        return voice.table["web.where.fortnight"].format(at=number(talks.step))
    rounds = voice.board.format.rounds + talks.extra
    return voice.table["web.where.round"].format(at=number(talks.round), of=number(rounds))


def _steps(voice: Voice, view: SeatView) -> tuple[Step, ...]:
    talks = view.sight.talks
    if talks.phase in ENDS:
        return ()
    groups = STEPS if any(talks.phase in group for group in STEPS) else AFTER
    now = next(at for at, group in enumerate(groups) if talks.phase in group)
    found: list[Step] = []
    for at, group in enumerate(groups):
        phase = talks.phase if at == now else group[0]
        name = voice.table.get(f"phase.{phase.value}.name") or voice.table[f"phase.{phase.value}"]
        if phase is Phase.PLENARY and at == now and talks.sitting:
            name = voice.table["web.sitting"].format(
                phase=name, at=number(talks.sitting), of=number(voice.board.format.sittings)
            )
        found.append(Step(name, "past" if at < now else "now" if at == now else "ahead"))
    return tuple(found)
