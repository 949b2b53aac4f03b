import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.words.language.sanitize import MOST_MARKS, clean, is_safe, safe


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("plain words", "plain words"),
        ("\x1b[2J\x1b]0;title\x07after", "[2J]0;titleafter"),
        ("a\u202ecod.exe", "acod.exe"),
        ("\u2066a\u2069\u200fb\u061c", "ab"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("Z" + "\u0301" * 40 + "a", "Ź\u0301\u0301\u0301a"),
        ("\ud800 alone", "alone"),
        ("flag\U000e0067\U000e0062", "flag"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
        ("Київ — Москва", "Київ — Москва"),
        ("\u2028\u2029", ""),
        ("", ""),
    ],
)
def test_examples(typed: str, kept: str) -> None:
    assert clean(typed) == unicodedata.normalize("NFC", kept)


def test_length_is_limited() -> None:
    assert clean("a" * 500) == "a" * 280
    assert clean("a" * 500, most=5) == "aaaaa"


@given(st.text(alphabet=st.characters(), max_size=400))
def test_whatever_is_typed_comes_out_harmless_and_stays_so(typed: str) -> None:
    kept = clean(typed)
    assert len(kept) <= 280
    assert kept.isprintable()
    assert clean(kept) == kept
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in kept)
    runs = "".join("m" if unicodedata.category(char) in {"Mn", "Me"} else "." for char in kept)
    assert "m" * (MOST_MARKS + 1) not in runs


@given(st.text(alphabet=st.characters(), max_size=200))
def test_a_safe_line_holds_no_command_and_keeps_every_letter(line: str) -> None:
    kept = safe(line)
    assert is_safe(kept)
    kept.encode("utf-8")
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in kept)
    assert [char for char in kept if char != "?"] == [char for char in line if is_safe(char) and char != "?"]
    assert (safe(line) is line) is is_safe(line)
