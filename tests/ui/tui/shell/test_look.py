"""The themes can be read, and nothing is said by colour alone."""

import pytest
from textual.color import Color

from tabletop.ui.tui.shell.look import MARKS, THEMES, TONES
from tabletop.words.language.i18n import english


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_every_colour_of_text_stands_out_from_every_ground(theme: object, ground: str) -> None:
    behind = Color.parse(getattr(theme, ground))
    for name in ("foreground", "primary", "secondary", "accent", "warning", "error", "success"):
        assert contrast(Color.parse(getattr(theme, name)), behind) >= 4.5, (name, ground)


def contrast(one: Color, other: Color) -> float:
    """Contrast of two colours as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Color) -> float:
    parts = [part / 255 for part in (color.r, color.g, color.b)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_coloured_state_has_its_own_mark_and_its_own_word() -> None:
    words = {state: english("names")[f"condition.{state}"] for state in TONES}
    assert len(set(words.values())) == len(TONES)
    for state, word in words.items():
        assert word.startswith(f"{MARKS[state]} ")
        assert len(word) > 2
