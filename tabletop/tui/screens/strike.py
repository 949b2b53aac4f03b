"""A strike is reported while the talks sit: what is reported, in plain words, and the answers open."""

from textual.content import Content

from tabletop.game.papers import StrikePaper
from tabletop.tui.screens.answering import AnsweringRoom
from tabletop.words.labels import number


class Strike(AnsweringRoom):
    """The talks are interrupted. Nothing here counts for or against anybody."""

    def matter(self) -> Content:
        """The report: first the people, then the pieces; each figure is the game's."""
        paper = self.reported()
        if paper is None:
            return Content("A strike has been reported. The talks wait for answers.")
        voice = self.voice
        place = voice.lexicon.label(f"place.{paper.place}")
        dark = (
            f"{number(paper.dark)} homes are without power."
            if paper.dark
            else "No homes are reported without power."
        )
        return Content.assemble(
            (f"A strike is reported: {place}", "bold $warning"),
            f"\n\n{dark}\n\n",
            "Reported by the side that was struck: "
            f"{number(paper.drones)} drones and {number(paper.missiles)} missiles; "
            f"stopped: {number(paper.stopped_drones)} drones and {number(paper.stopped_missiles)} missiles.\n"
            f"Aimed at, as reported: {voice.word(paper.target)}. "
            f"Named as the striking side: {voice.name(paper.by)}.\n",
            ("Figures of this match are the game's; they report no real event.\n\n", "dim"),
            "The talks are interrupted. Every seat answers under seal; the answers are opened together. "
            "Home hears what you say, and so does the other side.",
        )

    def reported(self) -> StrikePaper | None:
        """The newest strike the seat knows of."""
        found = [paper for paper in self.view.sight.papers if isinstance(paper, StrikePaper)]
        return found[-1] if found else None
