"""After the signature: home decides, then the months of a text in force, incident by incident."""

from textual.content import Content

from tabletop.game.records.papers import Incident
from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.widgets.indented import Indented
from tabletop.ui.tui.widgets.panels import record
from tabletop.vocabulary import Phase
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import bar, capitalised
from tabletop.words.pages.in_force import in_force_lines
from tabletop.words.sentences.papers import paper_line


class Progress(AnsweringRoom):
    """Fortnights of ratification, months in force."""

    def matter(self) -> Content:
        """How far the text has come, its open gaps, what is put to the seat, what happened last."""
        voice, talks = self.voice, self.view.sight.talks
        lines = [Content.styled(voice.say(f"phase.{talks.phase.value}"), "bold $accent")]
        if talks.phase is Phase.INITIALLED:
            lines.append(Content(_("Fortnights since the text was initialled: {n}").format(n=talks.step)))
        else:
            lines += self._standing()
            gaps = [voice.gap(gap) for gap in self.view.sight.text.gaps]
            lines.append(
                Content(
                    _("Open gaps of the text: {gaps}").format(gaps="; ".join(gaps))
                    if gaps
                    else _("No gap of the text is open.")
                )
            )
        incidents = [each for each in self.view.sight.papers if isinstance(each, Incident)]
        lines += [Content.styled(capitalised(paper_line(voice, each)), "bold $warning") for each in incidents]
        lines += [Content(""), Content.styled(_("What happened"), "bold"), record(voice, self.view, most=12)]
        return Indented(lines)

    def _standing(self) -> list[Content]:
        """How the text in force stands: the months as a bar, then durability and risk."""
        found = self.view.in_force
        if found is None:
            return []
        first, *rest = in_force_lines(self.voice, found)
        lived = bar(found.month * 10_000 // max(1, found.months))
        return [Content.assemble((lived, "$accent"), f" {first}"), *(Content(said) for said in rest)]
