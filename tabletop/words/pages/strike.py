"""A strike that interrupts the talks, as a page: the report, what the reader was told, what was said of it (S1, S2)."""

from tabletop.game.records.papers import EvidencePaper, StrikePaper
from tabletop.game.views import SeatView
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, about, number
from tabletop.words.pages.doubt import claim_lines, naming_lines, pieces_line
from tabletop.words.sentences.papers import paper_line

CLAIMS = 2
"""Lines of the ledger that stand beside a strike at most."""


def reported(view: SeatView) -> StrikePaper | None:
    """The newest strike the reader knows of."""
    return next((each for each in reversed(view.sight.papers) if isinstance(each, StrikePaper)), None)


def strike_page(voice: Voice, view: SeatView) -> tuple[Section, ...]:
    """The newest strike: first the people, then the pieces, then what the reader alone was told of it."""
    strike = reported(view)
    if strike is None:
        return (Section(voice.say("strike.unknown"), ()),)
    found = [_report(voice, strike), _told(voice, view, strike)]
    if said := _said(voice, strike):
        found.append(Section(voice.say("strike.said"), said))
    if claims := _claims(voice, view, strike):
        found.append(claims)
    earlier = [each for each in view.sight.papers if isinstance(each, StrikePaper) and each.id != strike.id]
    if earlier:
        found.append(Section(voice.say("strike.earlier"), tuple(paper_line(voice, each) for each in earlier)))
    return tuple(found)


def _report(voice: Voice, strike: StrikePaper) -> Section:
    place = voice.lexicon.label(f"place.{strike.place}")
    target = voice.lexicon.labels.get(f"target.{strike.target}") or voice.word(strike.target)
    lines = (
        voice.say("strike.dark", dark=about(strike.dark)) if strike.dark else voice.say("strike.no-dark"),
        pieces_line(voice, strike),
        voice.say("strike.laid", target=target, by=voice.who(strike.by)),
        voice.say("strike.large" if strike.drones > voice.board.causes.large else "strike.small"),
        voice.say("strike.game"),
    )
    return Section(voice.say("strike.title", place=place), lines)


def _told(voice: Voice, view: SeatView, strike: StrikePaper) -> Section:
    """The reader's own evidence; other seats may have been given other evidence."""
    told = [
        each for each in view.sight.papers if isinstance(each, EvidencePaper) and each.strike == strike.id
    ]
    lines = [
        voice.say(
            "strike.evidence",
            cause=voice.word(each.cause),
            author=voice.who(each.author),
            confidence=number(each.confidence),
        )
        for each in told
    ]
    return Section(
        voice.say("strike.told"),
        (*lines, voice.say("strike.told.note")) if lines else (voice.say("strike.told.none"),),
    )


def _claims(voice: Voice, view: SeatView, strike: StrikePaper) -> Section | None:
    """The newest lines of the ledger that name the place, each with its claimant and date (I2.1)."""
    place = voice.lexicon.label(f"place.{strike.place}")
    lines = [said for said in claim_lines(voice, view.sight.theatre.ledger) if place in said]
    return Section(voice.say("strike.claims", place=place), tuple(lines[-CLAIMS:])) if lines else None


def _said(voice: Voice, strike: StrikePaper) -> tuple[str, ...]:
    """What stands on the strike's paper: who named whom, the answer of the accused, what settled it."""
    lines = naming_lines(voice, strike)
    if strike.settled:
        lines.append(
            voice.say("strike.settled", cause=voice.word(strike.settled), author=voice.who(strike.author))
        )
    return tuple(lines)
