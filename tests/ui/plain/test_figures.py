"""Plain mode says where figures come from, tells the charts in words and draws the map with letters."""

from pathlib import Path

from tabletop.command.open_match import start
from tabletop.command.plain_session import sit_down
from tabletop.ui.plain.console import Console
from tests.ui.plain.test_session import setup


def typed(folder: Path, *lines: str) -> list[str]:
    """What plain mode writes for some lines, then the end of input."""
    written: list[str] = []
    left = iter(lines)
    sit_down(
        lambda: start(setup(7, "ukraine"), folder),
        Console(lambda: f"{n}\n" if (n := next(left, "")) else "", written.append),
    )
    return written


def test_s_lists_figures_and_s_with_a_number_says_where_one_comes_from(tmp_path: Path) -> None:
    told = typed(tmp_path, "s", "s 1", "s 999", "q")
    assert "  1. The mediator's patience: 35.0." in told
    at = told.index("The mediator's patience: 35.0.")
    card = told[at + 1 : at + 9]
    assert "  Rule: T2.6, in the rulebook." in card
    assert any(line.startswith("  In the ruleset: rules.yaml") for line in card)
    assert any(line.startswith("s 999 is not one of the moves") for line in told)


def test_the_map_is_letters_and_its_legend_and_credits_are_words(tmp_path: Path) -> None:
    told = typed(tmp_path, "m", "q")
    assert not any(0x2800 <= ord(letter) < 0x2900 for line in told for letter in line)
    assert "  2 ■ Kostiantynivka and Druzhkivka: held by Ukraine." in told
    assert any("not whose it is" in line for line in told)
    assert any("Natural Earth" in line for line in told)


def test_the_war_says_every_chart_in_words(tmp_path: Path) -> None:
    told = typed(tmp_path, "y", "q")
    assert any(
        line.startswith("  Share controlled by Russia, estimate by Al Jazeera: 2022-03 25; 2022-11 17.8;")
        for line in told
    )
    assert any(line.startswith("  Losses of Russia, claimed by Ukraine: 2025-10 26,000") for line in told)
    assert any(line.startswith("  Power available: round 1 ") for line in told)
