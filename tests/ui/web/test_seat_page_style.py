"""The stylesheet: every colour of words against every ground behind it, by night and by day; nothing from outside."""

import re

import pytest
from textual.color import Color

from tabletop.ui.web.rendered import STYLESHEET
from tests.ui.tui.shell.test_look import contrast

STYLE = STYLESHEET.read_text(encoding="utf-8")

WORDS = ("ink", "soft", "yours", "link", "good", "bad", "mixed", "p0", "p1", "p2", "p3", "p4", "p5")
GROUNDS = ("ground", "panel", "raised")


def palettes() -> list[dict[str, str]]:
    """Night, day and paper: the colours by name."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    found: list[dict[str, str]] = []
    for block in blocks:
        colours = dict(re.findall(r"--(\w+|on-button): (#[0-9a-f]{6});", block))
        found.append((found[0] if found else {}) | colours)
    return found


@pytest.mark.parametrize("at", [0, 1], ids=["night", "day"])
def test_every_colour_of_words_stands_out_from_every_ground(at: int) -> None:
    colours = palettes()[at]
    for word in WORDS:
        for ground in GROUNDS:
            ratio = contrast(Color.parse(colours[ground]), Color.parse(colours[word]))
            assert ratio >= 4.5, (word, ground, round(ratio, 2))
    for button in ("link", "yours"):
        assert contrast(Color.parse(colours[button]), Color.parse(colours["on-button"])) >= 4.5


def test_night_and_day_give_each_colour_of_their_own() -> None:
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
    night, day = (set(re.findall(r"--([\w-]+): #", block)) for block in blocks[:2])
    assert night == day >= {*WORDS, *GROUNDS, "line", "on-button"}


def test_every_colour_comes_from_the_palette_and_nothing_from_outside() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", rules)
    assert not re.search(r"url\(|@import|@font-face|https?:", STYLE)
    used = set(re.findall(r"var\(--([\w-]+)\)", rules))
    named = set(re.findall(r"--([\w-]+):", STYLE))
    assert used == named


def test_motion_is_small_and_only_for_who_wants_it() -> None:
    calm = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}", "", STYLE, flags=re.DOTALL)
    assert "transition" not in calm
    assert "animation" not in STYLE
    assert set(re.findall(r"\d+ms", STYLE)) <= {"150ms"}
