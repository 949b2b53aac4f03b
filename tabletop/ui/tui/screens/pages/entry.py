"""A line of the record, opened: who saw it, the rule that made it, what happened with it and before it."""

from collections.abc import Iterator

from textual.content import Content

from tabletop.game.records.state import RecordLine
from tabletop.table.port import Past
from tabletop.ui.shared.rulebook import rule
from tabletop.ui.tui.screens.pages.page import Page
from tabletop.ui.tui.widgets.prose import prose
from tabletop.vocabulary import EVERYONE
from tabletop.words.language.i18n import N_, _
from tabletop.words.language.voice import Voice, full_stop
from tabletop.words.pages.rule_paragraph import rule_in_words
from tabletop.words.sentences.moves import move_sentence
from tabletop.words.sentences.record_lines import event_line


class EntryPage(Page):
    """One line of the record."""

    HELP = N_(
        "A line of the record: who saw it, the rule that made it in full, and what else happened with it. "
        "Esc goes back."
    )

    def __init__(self, voice: Voice, past: Past, entry: RecordLine) -> None:
        def make() -> tuple[str, Content]:
            where = place(voice, entry.round, entry.sitting)
            return _("The record, {place}").format(place=where), content(voice, past, entry)

        super().__init__(make)


def place(voice: Voice, round_: int, sitting: int) -> str:
    """Where in the match something happened."""
    if sitting:
        return voice.table["replay.sitting"].format(round=round_, sitting=sitting)
    return voice.table["replay.round"].format(round=round_)


def content(voice: Voice, past: Past, entry: RecordLine) -> Content:
    """The line with its audience, its rule and its causes."""
    event = entry.event
    lines = [Content.styled(full_stop(event_line(voice, event)), "bold")]
    if event.seen == EVERYONE:
        lines.append(Content(voice.say("entry.seen.all")))
    else:
        lines.append(Content(voice.say("entry.seen.some", seats=voice.whom(voice.seats_in(event.seen)))))
    moments = past.entries
    index = next((place for place in range(len(moments) - 1, -1, -1) if event in moments[place].events), -1)
    if index >= 0:
        together = [said for said in moment_sentences(voice, past, index) if said != event_line(voice, event)]
        lines += section(voice, "entry.with", together)
        lines += section(
            voice, "entry.before", list(moment_sentences(voice, past, index - 1)) if index else []
        )
    lines.append(Content(""))
    if paragraph := rule(event.rule):
        lines += [
            Content.styled(voice.say("entry.rule"), "bold $accent"),
            prose(rule_in_words(voice, paragraph)),
        ]
    else:
        lines.append(Content(voice.say("entry.no-rule")))
    return Content("\n").join(lines)


def moment_sentences(voice: Voice, past: Past, index: int) -> Iterator[str]:
    """A moment in sentences: the reader's own move on the papers that lay there, then the events it heard of."""
    moment = past.entries[index]
    if moment.move is not None:
        papers = past.view(max(0, index - 1)).sight.papers
        yield voice.say("replay.own", move=move_sentence(voice, moment.move, papers))
    yield from (said for event in moment.events if (said := event_line(voice, event)))


def section(voice: Voice, slug: str, said: list[str]) -> list[Content]:
    """A heading and its sentences."""
    shown = said or [voice.say("entry.none")]
    return [
        Content(""),
        Content.styled(voice.say(slug), "bold $accent"),
        *(Content(full_stop(each)) for each in shown),
    ]
