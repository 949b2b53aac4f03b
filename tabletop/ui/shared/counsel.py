"""Counsel in words, for the window and for plain mode: what an adviser says of the draft, of home and of moves."""

from collections.abc import Iterator

from tabletop.game.records.moves import Move
from tabletop.game.views import SeatView
from tabletop.table.advice import Advice, Counsel, Remark, Suggestion
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, full_stop, tidy
from tabletop.words.pages.appraisal import appraisal_parts, gain_words
from tabletop.words.sentences.moves import move_sentence
from tabletop.words.sentences.reasons import said

UNSURE = frozenset({"offer", "counter", "bridge", "promise", "ask", "caucus", "invite", "answer-bridge"})
"""Kinds of moves that others have to answer before anything comes of them."""


def mode_of(name: str, *, tutorial: bool = False) -> Counsel:
    """The mode of a name; the tutorial comments on each move itself, so a coach only advises there."""
    mode = Counsel(name) if name else Counsel.ADVISER
    return Counsel.ADVISER if tutorial and mode is Counsel.COACH else mode


def following(mode: Counsel) -> Counsel:
    """The mode after this one; the first again after the last."""
    modes = list(Counsel)
    return modes[(modes.index(mode) + 1) % len(modes)]


def title(voice: Voice, mode: Counsel) -> str:
    """Whose counsel, and the mode."""
    return voice.say(
        "counsel.title", seat=voice.name(voice.seat), mode=voice.table[f"counsel.mode.{mode.value}"]
    )


def switched(voice: Voice, mode: Counsel) -> str:
    """That another mode holds now."""
    word = voice.table[f"counsel.mode.{mode.value}"]
    return full_stop(
        voice.say("counsel.now", mode=word, about=voice.table[f"counsel.mode.{mode.value}.about"])
    )


def standing(voice: Voice, advice: Advice) -> tuple[Section, ...]:
    """What the draft is worth in its four parts, and what home would say to it."""
    worth = () if advice.draft is None else appraisal_parts(voice, advice.draft)
    asked = tuple(
        voice.say("counsel.home.body", body=voice.lexicon.label(f"body.{body}"), chance=voice.chance(share))
        for body, share in advice.home
    )
    return (
        Section(
            voice.say("counsel.worth"), tuple(f"{part.bar} {part.label}: {part.words}" for part in worth)
        ),
        Section(voice.say("counsel.home"), asked or (voice.say("counsel.home.none"),)),
    )


def remarked(voice: Voice, view: SeatView, remark: Remark) -> Section:
    """A coach's word on a move in full: what it did to the draft, and what else there was."""
    papers = view.sight.papers
    lines = [voice.say("counsel.last.move", move=full_stop(move_sentence(voice, remark.made.move, papers)))]
    if change := changed(voice, remark.made):
        lines.append(change)
    if remark.agreed:
        lines.append(voice.say("counsel.last.agreed"))
    lines += [
        voice.say(
            "counsel.last.other",
            move=full_stop(move_sentence(voice, one.move, papers)),
            reason=said(one.reason),
        )
        for one in remark.others
    ]
    if not remark.agreed and not remark.others:
        lines.append(voice.say("counsel.last.alone"))
    return Section(voice.say("counsel.last"), tuple(lines))


def line(voice: Voice, view: SeatView, remark: Remark) -> str:
    """A coach's word on a move in one line."""
    papers = view.sight.papers
    if remark.agreed:
        verdict = voice.table["counsel.line.agreed"]
    elif remark.others:
        verdict = voice.table["counsel.line.other"].format(
            move=move_sentence(voice, remark.others[0].move, papers)
        )
    else:
        verdict = voice.table["counsel.line.alone"]
    made = full_stop(move_sentence(voice, remark.made.move, papers))
    gain = f"{change};" if (change := changed(voice, remark.made)) else ""
    return full_stop(tidy(voice.say("counsel.line", move=made, gain=gain, verdict=verdict)))


def suggested(voice: Voice, view: SeatView, one: Suggestion) -> str:
    """A move worth a thought, with the reason for it."""
    return voice.say(
        "counsel.move",
        move=full_stop(move_sentence(voice, one.move, view.sight.papers)),
        reason=said(one.reason),
    )


def changed(voice: Voice, one: Suggestion) -> str:
    """What a move does to the gain of the draft over no deal; empty for a seat without a mandate and for a no."""
    if one.before is None or one.after is None or is_no(one.move):
        return ""
    before, after = gain_words(voice, one.before), gain_words(voice, one.after)
    if before == after:
        return voice.say("counsel.gain.same", before=before)
    slug = "counsel.gain.if" if one.move.kind in UNSURE else "counsel.gain"
    return voice.say(slug, before=before, after=after)


def is_no(move: Move) -> bool:
    """Whether a move only turns down what another proposed: of that its reason speaks, and the draft stays."""
    return move.kind == "decline" or getattr(move, "answer", "") == "no"


def counsel_sections(voice: Voice, view: SeatView, advice: Advice) -> Iterator[Section]:
    """Counsel as a page: worth, home, moves with their reasons."""
    yield from standing(voice, advice)
    moves = tuple(
        f"{number}. {suggested(voice, view, one)} {changed(voice, one)}"
        for number, one in enumerate(advice.suggestions, 1)
    )
    yield Section(voice.say("counsel.moves"), moves or (voice.say("counsel.moves.none"),))
