"""Pages of a seat: whole, well formed, harmless, in each person's language, and nobody else's."""

import re
from itertools import pairwise
from pathlib import Path
from threading import Thread

import pytest

from tabletop.errors import Refusal
from tabletop.game.records.moves import Say, Undo
from tabletop.players import adviser
from tabletop.table.match import Match
from tabletop.ui.web import seat_page as rendering
from tabletop.ui.web.rendered import SCRIPTS
from tabletop.ui.web.request import PAGES, STALE, Receipt, Request
from tabletop.ui.web.seat_page import seat_page
from tabletop.vocabulary import ENDS
from tabletop.words.language.i18n import languages
from tabletop.words.language.sanitize import clean
from tests.ui.tui.hostile import HOSTILE, faults
from tests.ui.web.markup import Element, read
from tests.ui.web.seats import dealt, play_on, session_of

MARKUP = {
    "tag": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x="',
    "single": "' autofocus onfocus='alert(1)",
    "closing": "</textarea></title><img src=x onerror=alert(1)>",
    "entity": "&lt;b&gt; &amp;copy &#0;",
    "template": "{{ 7 * 7 }} {% raw %}",
    "comment": "<!-- --> ]]> <![CDATA[",
}
"""What somebody types to break a page."""

OURS = r"(\?page=|#|/(style\.css|icon\.svg|seat\.js|notes|receipts\.json)$)"
"""Where a page may lead."""

TEMPLATES = Path(rendering.__file__).parent / "templates"


@pytest.fixture(scope="module")
def played() -> Match:
    match = dealt(4)
    play_on(match, 4, 90)
    return match


@pytest.fixture(scope="module")
def over() -> Match:
    match = dealt(4)
    play_on(match, 4, 5000)
    assert match.state.talks.phase in ENDS
    return match


def sound(page: str) -> Element:
    """A page that a browser and a screen reader can read; its document."""
    assert page.isprintable() or not faults(page.replace("\n", ""))
    document = read(page)
    ids = [each.attrs["id"] for each in document.all() if "id" in each.attrs]
    assert len(set(ids)) == len(ids), [each for each in ids if ids.count(each) > 1]
    labelled = {each.attrs["for"] for each in document.all("label")}
    for tag in ("input", "select", "textarea"):
        for each in document.all(tag):
            assert each.attrs.get("type") == "hidden" or each.attrs["id"] in labelled, each.attrs
    for each in document.all():
        for name in ("aria-describedby", "aria-labelledby", "form"):
            for wanted in each.attrs.get(name, "").split():
                assert wanted in ids, f"{name} names {wanted}, which is not there"
        assert not any(name.startswith("on") or name == "style" for name in each.attrs), each.attrs
        assert each.tag not in {"style", "iframe", "object", "base"}
        assert each.tag != "script" or (each.attrs["src"] == "/seat.js" and not each.text)
        for name in ("href", "src", "action"):
            assert re.match(OURS, each.attrs.get(name, "#")), each.attrs
        link = each.attrs.get("href", "")
        assert not link.startswith("#") or link[1:] in ids, f"{link} leads nowhere"
    levels = [int(each.tag[1]) for each in document.all() if re.fullmatch(r"h[1-6]", each.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    (main,) = document.all("main")
    assert {"data-turn", "data-phase", "data-seat"} <= main.attrs.keys()
    for drawing in document.all("svg"):
        if drawing.attrs.get("aria-hidden") != "true":
            assert drawing.all("title")[0].text
            assert drawing.all("desc")[0].text
    return document


@pytest.mark.parametrize("page", [page for page in PAGES if page not in {"counsel", "end"}])
@pytest.mark.parametrize("language", languages())
def test_every_page_is_sound_and_leads_to_every_other(played: Match, page: str, language: str) -> None:
    session = session_of(played, "ukraine")
    document = sound(seat_page(session, Request(page=page, language=language)))
    assert document.all("html")[0].attrs["lang"] == language
    links = {each.attrs["href"] for each in document.all("a")}
    assert {f"?page={other}" for other in PAGES if other not in {"counsel", "end"}} <= links
    (main,) = document.all("main")
    assert main.attrs["data-turn"] == str(session.view.turn)
    assert main.attrs["data-seat"] == "ukraine"
    assert main.text


@pytest.mark.parametrize("seat", ["ukraine", "russia", "us", "europe", "observer"])
def test_every_seat_has_its_table_at_the_start_in_play_and_at_the_end(
    played: Match, over: Match, seat: str
) -> None:
    for match in (dealt(4), played, over):
        document = sound(seat_page(session_of(match, seat), Request()))
        (main,) = document.all("main")
        assert (main.attrs["data-seat"], main.attrs["data-phase"]) == (seat, match.state.talks.phase.value)


def test_the_end_has_its_page_and_counsel_where_there_is_some(over: Match, played: Match) -> None:
    session = session_of(over, "russia")
    document = sound(seat_page(session, Request(page="end")))
    assert "The talks ended without a text" in document.text
    session = session_of(played, "russia")
    advice = adviser.advise(session.port.board, session.view)
    document = sound(seat_page(session, Request(page="counsel", advice=advice)))
    assert session.voice.table["counsel.worth"] in document.text.lower()


def test_a_page_with_a_script_says_every_word_of_it_and_reloads_itself_without(played: Match) -> None:
    session = session_of(played, "ukraine")
    plain = sound(seat_page(session, Request()))
    assert not plain.all("script")
    assert not plain.all(id="wire")
    for language in languages():
        asked = Request(script="/seat.js", mine="k", again=8, language=language)
        document = sound(seat_page(session, asked))
        (again,) = document.all("meta", http_equiv="refresh")
        assert (again.parent.tag if again.parent else "", again.attrs["content"]) == ("noscript", "8")
        (wire,) = document.all(id="wire")
        said = set(re.findall(r"(?<![.\w])say\.(\w+)", SCRIPTS[0].read_text(encoding="utf-8")))
        there = {
            re.sub(r"-(\w)", lambda at: at[1].upper(), name[5:]) for name in wire.attrs if name[:5] == "data-"
        }
        assert said <= there
        facts = re.findall(r"\{\w+\}", wire.attrs["data-written"])
        assert sorted(facts) == ["{at}", "{n}", "{what}"]


def test_a_page_that_is_not_there_is_the_table(played: Match) -> None:
    session = session_of(played, "us")
    for page in ("end", "counsel", "../../etc/passwd", "<b>", "base", ""):
        assert read(seat_page(session, Request(page=page))).all("h2", id="move-title")


def test_a_figure_tells_where_it_comes_from_and_an_unknown_one_says_so(played: Match) -> None:
    session = session_of(played, "us")
    known = sound(seat_page(session, Request(page="source", figure="war.grid")))
    assert "Power available" in known.text
    for figure in ("war.lost.x", "fact.nothing", "", "<b>", "estimate.", "order.x"):
        assert "comes from" in sound(seat_page(session, Request(page="source", figure=figure))).text


def test_what_was_posted_is_previewed_refused_or_acknowledged(played: Match) -> None:
    session = session_of(played, "ukraine")
    move = Say("all", "We have heard you.")
    document = sound(seat_page(session, Request(chosen=move, cid="k7")))
    (confirm,) = document.all("form", id="confirm")
    assert confirm.above("data-move") == "say"
    assert {each.attrs["value"] for each in confirm.all("input", name="words")} == {"We have heard you."}
    shut = sound(seat_page(session, Request(chosen=Undo())))
    assert [each.attrs["data-refused"] for each in shut.all("p", role="alert")] == ["nothing-to-undo"]
    assert not shut.all("form", id="confirm")
    refused = sound(seat_page(session, Request(refused=STALE)))
    (line,) = [each for each in refused.all("p") if "data-refused" in each.attrs]
    assert (line.attrs["data-refused"], line.attrs["data-rule"]) == ("stale", STALE.rule)
    assert "moved on" in line.text
    written = sound(seat_page(session, Request(receipt=Receipt("written", "14:03:22", 61))))
    assert "Written (14:03:22, line 61)." in written.text


def test_a_refused_form_stands_filled_in_as_it_was(played: Match) -> None:
    session = session_of(played, "ukraine")
    posted = {"kind": ["say"], "to": ["all"], "words": ["half a </textarea> thought"]}
    page = seat_page(session, Request(refused=Refusal("too-long", "T3.3"), posted=posted))
    document = sound(page)
    (opened,) = [each for each in document.all("details") if "open" in each.attrs]
    assert opened.attrs["data-move"] == "say"
    assert opened.all("textarea")[0].words == ["half a </textarea> thought"]


@pytest.fixture(scope="module")
def hostile() -> Match:
    """A match in which somebody says what breaks a page, and the record holds it."""
    match = dealt(4)
    play_on(match, 4, 20)
    for words in MARKUP.values():
        seat = next(seat for seat in match.board.seat_index if match.view(seat).open("say"))
        match.submit(seat, Say("all", clean(words)), match.view(seat).turn)
    return match


SHAPE = ("img", "form", "textarea", "details", "script")


@pytest.fixture(scope="module")
def shape(hostile: Match) -> dict[str, int]:
    """How many elements of some kinds the page has when nobody types anything."""
    plain = read(seat_page(session_of(hostile, "ukraine"), Request()))
    return {tag: len(plain.all(tag)) for tag in SHAPE}


@pytest.mark.parametrize("name", [*MARKUP, *HOSTILE])
def test_what_people_type_is_shown_and_never_obeyed(hostile: Match, shape: dict[str, int], name: str) -> None:
    typed = {**MARKUP, **HOSTILE}[name]
    request = Request(
        notice=typed, report=typed, figure=typed, posted={"kind": ["say"], "to": ["all"], "words": [typed]},
        refused=Refusal("not-on-the-list", "T1.2", (("value", typed), ("slot", typed))),
    )  # fmt: skip
    document = sound(seat_page(session_of(hostile, "ukraine"), request))
    assert {tag: len(document.all(tag)) for tag in SHAPE} == shape


def test_the_record_shows_the_hostile_words_as_they_were_typed(hostile: Match) -> None:
    session = session_of(hostile, "europe")
    for page in ("record", "table"):
        document = sound(seat_page(session, Request(page=page)))
        shown = document.all("ol")[-1].text
        assert "<script>alert(1)</script>" in shown
        assert "{{ 7 * 7 }}" in shown


def test_each_answer_speaks_its_own_language_at_the_same_time(played: Match) -> None:
    wrong: list[str] = []
    session = session_of(played, "us")
    wanted = {code: seat_page(session, Request(page="closed", language=code)) for code in languages()}

    def ask(code: str) -> None:
        wrong.extend(
            code
            for _ in range(6)
            if seat_page(session, Request(page="closed", language=code)) != wanted[code]
        )

    threads = [Thread(target=ask, args=(code,)) for code in (*languages(), *languages())]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not wrong
    assert len(set(wanted.values())) == len(wanted)
    with pytest.raises(LookupError):
        seat_page(session, Request(language="tlh"))


def test_no_template_marks_anything_safe_or_says_a_bare_sentence() -> None:
    for path in TEMPLATES.glob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", source), path.name
        words = re.sub(r"<[^>]*>", " ", re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", source, flags=re.DOTALL))
        assert not re.search(r"[^\W\d_]{2,}", words), (path.name, words)
