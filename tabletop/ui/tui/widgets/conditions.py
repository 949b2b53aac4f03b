"""The panel of conditions: what the draft is worth to the reader, then every party's conditions against it."""

from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tabletop.game.views import SeatView
from tabletop.ui.tui.shell.look import TONES as MARK_TONES
from tabletop.ui.tui.widgets.figure import figure
from tabletop.words.language.voice import Voice, bar
from tabletop.words.pages.appraisal import appraisal_parts, draft_meter
from tabletop.words.pages.conditions import condition_blocks

TONES = {**MARK_TONES, "partly": "$warning"}
"""Colours by state; each repeats a mark."""

METER = 30
"""Columns of the meter, at most."""

PART = 6
"""Columns of the bar of a part."""


def worth(voice: Voice, view: SeatView, width: int) -> list[Content]:
    """The meter and the four parts; nothing for an onlooker.

    Args:
        voice: The seat that looks.
        view: What it sees.
        width: Columns there are; a part that does not fit has its words on a line of their own.
    """
    if view.appraisal is None:
        return []
    shown = draft_meter(voice, view.appraisal)
    lines = [Content(shown.words), Content.styled(shown.bar(min(METER, width)), "$accent")]
    found = appraisal_parts(voice, view.appraisal)
    label = max(len(part.label) for part in found)
    for part in found:
        filled = bar(part.share, PART)
        room = width - label - PART - 2
        said = part.words if len(part.words) <= room else part.brief
        between = " " if len(said) <= room else "\n  "
        shown_part = Content.assemble(f"{part.label:<{label}} ", (filled, "$accent"), between, said)
        lines.append(figure(shown_part, f"part.{part.slug}"))
    return lines


def conditions(voice: Voice, view: SeatView, width: int) -> Content:
    """Worth, then the conditions seat by seat, then what weighs most with the reader alone."""
    lines = worth(voice, view, width)
    found = condition_blocks(voice, view)
    public = [block for block in found if block.seat]
    if public:
        lines.append(Content.styled(voice.say("conditions.public"), "bold $accent"))
        lines.append(Content.styled(voice.table["conditions.legend"], "dim"))
    else:
        lines.append(Content(voice.say("conditions.none")))
    names = max((cell_len(block.name) for block in public), default=0)
    for block in found:
        title = f"{set_cell_size(block.name, names)}  {block.tally}" if block.tally else block.name
        lines.append(Content.styled(title, "bold" if block.seat else "bold $accent"))
        for line in block.lines:
            lines += _hanging(voice, line.state, line.text, width)
        if block.unclear:
            lines += _hanging(voice, "unclear", block.unclear, width)
    return Content("\n").join(lines)


def _hanging(voice: Voice, state: str, text: str, width: int) -> list[Content]:
    """A condition with its mark, its further lines set in."""
    first, *rest = wrap(text, width - 3) or [""]
    head = Content.assemble(" ", (voice.table[f"conditions.mark.{state}"], TONES[state]), f" {first}")
    return [head, *(Content(f"   {line}") for line in rest)]
