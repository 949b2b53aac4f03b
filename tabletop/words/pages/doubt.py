"""What is in doubt, in words: estimates, sectors, the ledger of claims, and strikes with the truth in the debrief."""

from collections.abc import Iterable

from tabletop.game.records.papers import StrikePaper
from tabletop.game.records.state import Estimate, Figure, Theatre
from tabletop.game.strikes.evidence import StrikeAccount
from tabletop.words.language.voice import Voice, number, points

STRIKE = "strike-"
"""How a line of the ledger on a strike begins; the number of its paper follows (S2.9)."""


def estimate_line(voice: Voice, estimate: Estimate) -> str:
    """A seat's estimate of another's alternative, from low to high, in points (I1.1)."""
    return voice.say(
        "doubt.estimate",
        about=voice.seat_at(estimate.about),
        low=points(estimate.low, signed=False),
        high=points(estimate.high, signed=False),
    )


def sector_lines(voice: Voice, theatre: Theatre) -> tuple[str, ...]:
    """A line for each sector: who controls it, or that it is contested, and who says that it took it (W4.1)."""
    lines: list[str] = []
    for board, sector in zip(voice.board.theatre.sectors, theatre.sectors, strict=True):
        name = voice.lexicon.label(f"sector.{board.id}")
        held = sector.holder >= 0
        line = voice.say(
            "doubt.sector.held" if held else "doubt.sector.contested",
            sector=name,
            holder=_party(voice, sector.holder),
        )
        if sector.claimed >= 0:
            slug = "doubt.sector.claimed" if sector.since else "doubt.sector.claimed-before"
            by, since = _party(voice, sector.claimed), number(sector.since)
            line += "; " + voice.table[slug].format(by=by, round=since)
        lines.append(line)
    return tuple(lines)


def _party(voice: Voice, at: int) -> str:
    """A party by its name, whoever reads; -1 is nobody."""
    return voice.name(voice.board.seats[at].id) if at >= 0 else voice.name("")


def claim_lines(voice: Voice, ledger: Iterable[Figure]) -> tuple[str, ...]:
    """The ledger of claims, newest last: how each stands, and what was said by whom and when (I2)."""
    lines: list[str] = []
    for figure in ledger:
        standing = voice.word(figure.standing)
        if figure.about.startswith(STRIKE):
            paper = figure.about.removeprefix(STRIKE)
            lines.append(
                voice.say("doubt.figure.strike", standing=standing, by=voice.name(figure.by), paper=paper)
            )
        elif figure.by:
            about = voice.lexicon.label(f"sector.{figure.about}")
            lines.append(
                voice.say("doubt.figure.by", standing=standing, by=voice.name(figure.by), about=about)
            )
        else:
            lines.append(voice.say("doubt.figure", standing=standing, about=voice.fact(figure.about)))
    return tuple(lines)


def strike_account_lines(voice: Voice, account: StrikeAccount) -> tuple[str, ...]:
    """A strike for the debrief: the truth, what each seat was told, who named whom, what the accused answered."""
    paper = account.paper
    lines = [
        voice.say(
            "doubt.strike",
            id=number(paper.id),
            place=voice.lexicon.label(f"place.{paper.place}"),
            by=voice.who(paper.by),
            cause=voice.word(account.cause),
            author=voice.who(account.author),
        )
    ]
    lines += [
        voice.say(
            "doubt.strike.told",
            seat=voice.who(told.to),
            cause=voice.word(told.cause),
            author=voice.who(told.author),
            confidence=number(told.confidence),
        )
        for told in account.evidence
    ]
    lines += naming_lines(voice, paper)
    if not paper.settled:
        lines.append(voice.say("doubt.strike.sealed"))
    return tuple(lines)


def naming_lines(voice: Voice, strike: StrikePaper) -> list[str]:
    """Who named whom as the author of a strike, and what the accused answered."""
    lines = [
        voice.say("doubt.strike.named", seat=voice.who(seat), to=voice.who(to)) for seat, to in strike.named
    ]
    if strike.answer:
        answer = voice.word(strike.answer)
        lines.append(voice.say("doubt.strike.answer", by=voice.who(strike.by), answer=answer))
    return lines


def pieces_line(voice: Voice, strike: StrikePaper) -> str:
    """How many drones and missiles a strike had, and how many of them were stopped."""
    return voice.say(
        "strike.pieces",
        drones=number(strike.drones),
        missiles=number(strike.missiles),
        stopped_drones=number(strike.stopped_drones),
        stopped_missiles=number(strike.stopped_missiles),
    )
