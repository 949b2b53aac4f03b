"""What a move would do, in a few lines: the move in words, who sees it, its price, the text's worth after."""

from textual.content import Content

from tabletop.game.moves import Move
from tabletop.game.papers import Paper
from tabletop.game.views import Preview
from tabletop.words.appraisal import gain
from tabletop.words.labels import Voice
from tabletop.words.moves import move, price, seen


def outlook(voice: Voice, made: Move, preview: Preview, papers: tuple[Paper, ...]) -> Content:
    """The preview of a move as a seat can know it."""
    cost = voice.table["cost.moves"].format(n=preview.costs) if preview.costs else voice.table["cost.free"]
    known = "; ".join(price(voice, preview.price))
    back = "can be undone" if preview.undo else "cannot be undone"
    lines = [f"{seen(voice, preview.seen)}; {cost}; {back}"]
    if known:
        lines.append(known)
    if preview.before is not None and preview.after is not None:
        before, after = gain(voice, preview.before), gain(voice, preview.after)
        if before != after:
            lines.append(f"{voice.say('part.gain')}: {before} → {after}")
    return Content.assemble((move(voice, made, papers), "bold"), "\n", "\n".join(lines))
