"""A band as lines and bars: what both arms came to, with spreads; each seat has a scale of its own."""

from collections.abc import Iterator

from tabletop.table.whatif_port import ArmBand, Band, Spread
from tabletop.words.language.section import Section
from tabletop.words.language.voice import Voice, capitalised, decimal, full_stop

WIDTH = 30
"""Columns of a bar."""

ARMS = ("played", "changed")
"""The two arms, in the order they are shown."""

SHARES = ("whatif.signed", "whatif.held")
"""Figures that are shares of matches."""


def banded(voice: Voice, band: Band) -> tuple[Section, ...]:
    """The band as titled groups: shares of matches, then each seat's points, then who plays on."""
    if not band["continuations"]:
        return (Section(voice.say("whatif.arms"), (voice.say("whatif.none"),)),)
    slug = "whatif.done" if band["complete"] else "whatif.stopped"
    counted = voice.say(
        slug, done=str(band["continuations"]), all=str(band["asked"]), seconds=decimal(band["seconds"])
    )
    tempers = ", ".join(
        f"{voice.name(seat)} ({voice.table.get(f'keeper.{temper}', temper)})"
        for seat, temper in band["tempers"].items()
    )
    return (
        Section(counted, tuple(_shares(voice, band))),
        *(
            Section(voice.say("whatif.value", seat=voice.name(seat)), tuple(_points(voice, band, seat)))
            for seat in band["as_played"]["value"]
        ),
        Section(
            voice.say("whatif.arms"),
            (
                *(_ends(voice, arm, found) for arm, found in _arms(band)),
                voice.say("whatif.tempers", tempers=tempers),
                full_stop(voice.say("whatif.caution")),
            ),
        ),
    )


def _arms(band: Band) -> Iterator[tuple[str, ArmBand]]:
    yield from zip(ARMS, (band["as_played"], band["changed"]), strict=True)


def _shares(voice: Voice, band: Band) -> Iterator[str]:
    """How many of a hundred matches came to a text, and how many held, as bars."""
    signed_, held = SHARES
    for slug, apart in ((signed_, band["difference"]["signed"]), (held, band["difference"]["held"])):
        for arm, found in _arms(band):
            share = found["signed_share"] if slug == signed_ else found["held_share"]
            said = f"{100 * share:.0f} %"
            if slug == signed_:
                error = f"{100 * found['signed_error']:.0f}"
                said = voice.table["whatif.share"].format(percent=said, error=error)
            more = "" if arm == ARMS[0] else f"; {_apart(voice, apart, 100)}"
            yield f"{_label(voice, slug, arm)} {'▇' * round(share * WIDTH):▁<{WIDTH}} {said}{more}"


def _points(voice: Voice, band: Band, seat: str) -> Iterator[str]:
    """One seat's points in both arms, on a scale that holds both and no deal."""
    spreads = [found["value"][seat] for _, found in _arms(band)]
    low = min(0.0, *(spread["low"] for spread in spreads))
    high = max(0.0, *(spread["high"] for spread in spreads))
    for (arm, _), spread in zip(_arms(band), spreads, strict=True):
        said = voice.table["whatif.spread"].format(
            **{part: signed(figure) for part, figure in _parts(spread)}
        )
        more = "" if arm == ARMS[0] else f"; {_apart(voice, band['difference']['value'][seat])}"
        yield f"{_label(voice, '', arm)} {drawn(spread, low, high)} {said}{more}"


def _parts(spread: Spread) -> tuple[tuple[str, float], ...]:
    return (("mean", spread["mean"]), ("low", spread["low"]), ("high", spread["high"]))


def drawn(spread: Spread, low: float, high: float) -> str:
    """A spread as a bar: from low to high a line, the mean a dot, no deal a stroke, on a scale from `low` to `high`."""
    whole = (high - low) or 1.0

    def place(figure: float) -> int:
        return min(WIDTH - 1, max(0, round((figure - low) / whole * (WIDTH - 1))))

    cells = ["·"] * WIDTH
    cells[place(0.0)] = "┃"
    for column in range(place(spread["low"]), place(spread["high"]) + 1):
        cells[column] = "━"
    cells[place(spread["mean"])] = "●"
    return "".join(cells)


def signed(figure: float) -> str:
    """Points with their sign: `+1.4`, `−0.3`."""
    shown = decimal(abs(figure))
    return shown if shown == "0.0" else f"{'−' if figure < 0 else '+'}{shown}"


def _apart(voice: Voice, figure: tuple[float, float], times: int = 1) -> str:
    mean, error = figure
    return voice.table["whatif.change"].format(mean=signed(times * mean), error=decimal(times * error))


def _label(voice: Voice, slug: str, arm: str) -> str:
    """What a line is about, and the arm; all labels have the same width."""
    abouts = [f"{voice.table[each]}, " if each else "" for each in (SHARES if slug else ("",))]
    width = max(len(about) for about in abouts) + max(len(voice.table[f"whatif.arm.{each}"]) for each in ARMS)
    about = f"{voice.table[slug]}, " if slug else ""
    return f"{capitalised(about + voice.table[f'whatif.arm.{arm}']):<{width}}"


def _ends(voice: Voice, arm: str, found: ArmBand) -> str:
    ends = "; ".join(
        f"{voice.table[f'phase.{end}']} {count}" for end, count in found["ends"].items() if count
    )
    return voice.say("whatif.ends", arm=voice.table[f"whatif.arm.{arm}"], ends=ends)
