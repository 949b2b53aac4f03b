"""After the signature: home decides, then the months of a text in force, incident by incident."""

from textual.content import Content

from tabletop.game.papers import Incident
from tabletop.terms import Phase
from tabletop.tui.screens.answering import AnsweringRoom
from tabletop.tui.widgets.panels import record
from tabletop.words.labels import bar
from tabletop.words.papers import paper


class Progress(AnsweringRoom):
    """Fortnights of ratification, months in force."""

    def matter(self) -> Content:
        """How far the text has come, its open gaps, what is put to the seat, what happened last."""
        voice, talks = self.voice, self.view.sight.talks
        lines = [Content.styled(voice.say(f"phase.{talks.phase.value}"), "bold $accent")]
        if talks.phase is Phase.INITIALLED:
            lines.append(Content(f"Fortnights since the text was initialled: {talks.step}"))
        else:
            months = voice.board.numbers.get("aftermath.months", 24)
            lines.append(
                Content(f"{bar(talks.step * 10000 // max(1, months))} month {talks.step} of {months}")
            )
            gaps = [voice.gap(gap) for gap in self.view.sight.text.gaps]
            lines.append(
                Content(
                    f"Open gaps of the text: {'; '.join(gaps)}" if gaps else "No gap of the text is open."
                )
            )
        incidents = [each for each in self.view.sight.papers if isinstance(each, Incident)]
        lines += [Content.styled(paper(voice, each), "bold $warning") for each in incidents]
        lines += [Content(""), Content.styled("What happened", "bold"), record(voice, self.view, most=12)]
        return Content("\n").join(lines)
