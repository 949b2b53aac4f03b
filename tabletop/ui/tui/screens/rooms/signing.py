"""Signing: the terms restated, what they lack, your own figures, and then initial or object."""

from textual.content import Content

from tabletop.game.records.events import DraftingOpened
from tabletop.ui.shared.field_labels import lacking
from tabletop.ui.tui.screens.rooms.answering import AnsweringRoom
from tabletop.ui.tui.shell.look import MARKS
from tabletop.vocabulary import SILENT
from tabletop.words.language.i18n import _
from tabletop.words.language.voice import decimal
from tabletop.words.pages.appraisal import appraisal_parts

FINAL = "final"
"""The instrument that is the whole text; of any other, only what its own clauses lack is listed."""


class Signing(AnsweringRoom):
    """The drafting table."""

    def matter(self) -> Content:
        """The instrument, its terms with their plain sentences, lint, the four figures, leans."""
        voice, view = self.voice, self.view
        instrument = voice.word(view.sight.talks.drafting) if view.sight.talks.drafting else _("the draft")
        lines = [
            Content.styled(_("On the drafting table: {text}").format(text=instrument), "bold $accent"),
            Content(""),
        ]
        for clause, option in self.terms():
            lines.append(
                Content.assemble((f"{voice.clause(clause)}: ", "bold"), voice.option(clause, option))
            )
            if said := voice.option_text(clause, option):
                lines.append(Content(f"   {said}"))
        lines.append(Content(""))
        on_table = {clause for clause, _ in self.terms()}
        final = view.sight.talks.drafting == FINAL
        found = [each for each in view.lint if final or {each.clause, each.other} & on_table]
        lines += [Content(f"{MARKS['unmet']} {lacking(voice, each)}") for each in found]
        if not found:
            lines.append(Content(" ".join((MARKS["met"], _("the lint finds nothing")))))
        if view.appraisal is not None:
            lines += [
                Content(""),
                Content.styled(_("To you, the whole draft with open clauses at their defaults"), "bold"),
            ]
            lines += [
                Content(f"{part.label}: {part.bar} {part.words}")
                for part in appraisal_parts(voice, view.appraisal)
            ]
        leaned = [
            f"{voice.who(seat.id)}: {decimal(weight / 100)}"
            for seat, weight in zip(voice.board.seats, view.sight.figures.leans, strict=False)
            if weight
        ]
        if leaned:
            lines.append(Content(_("Pressure put on: {seats}").format(seats=", ".join(leaned))))
        return Content("\n").join(lines)

    def restated(self) -> Content:
        """The terms and the figures once more."""
        return self.matter()

    def terms(self) -> tuple[tuple[str, int], ...]:
        """What lies on the table: as it was opened, or the draft when the record no longer holds it."""
        for entry in reversed(self.view.sight.record):
            if isinstance(entry.event, DraftingOpened):
                return entry.event.terms
        clauses = self.voice.board.clauses
        return tuple(
            (clause.id, self.view.draft[index])
            for index, clause in enumerate(clauses)
            if self.view.draft[index] != SILENT
        )
