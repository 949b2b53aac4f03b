import re
from pathlib import Path

import pytest

import tabletop.game
from tabletop.errors import Refusal
from tabletop.words.language.i18n import english
from tabletop.words.sentences.refusals import refusal_sentence
from tests.words.board import voice

_ENGLISH = english()
_ROOT = Path(tabletop.game.__path__[0]).parent
_CODE = re.compile(r'(?:\bno|\bRefusal)\(\s*"([a-z-]+)",\s*"([A-Z]\d+(?:\.\d+)?)"')
_HINT = re.compile(r'hint="([a-z-]+)"')
_MISFIT = re.compile(r'(?:return|else) "([a-z]+-[a-z-]+)"')
_SOURCES = "\n".join(path.read_text() for part in ("game", "table") for path in (_ROOT / part).rglob("*.py"))


def test_the_search_finds_refusals() -> None:
    assert len(set(_CODE.findall(_SOURCES))) > 30


@pytest.mark.parametrize("code", sorted({code for code, _ in _CODE.findall(_SOURCES)}))
def test_every_refusal_of_the_rules_has_a_sentence(code: str) -> None:
    assert f"refusal.{code}" in _ENGLISH


@pytest.mark.parametrize(
    "code", sorted(set(_MISFIT.findall((_ROOT / "game" / "records" / "menu.py").read_text())))
)
def test_every_misfit_of_a_slot_has_a_sentence(code: str) -> None:
    assert f"refusal.{code}" in _ENGLISH


@pytest.mark.parametrize("hint", sorted(set(_HINT.findall(_SOURCES))))
def test_every_hint_of_the_rules_has_a_sentence(hint: str) -> None:
    assert f"hint.{hint}" in _ENGLISH


def test_cause_rule_and_next_step() -> None:
    told = refusal_sentence(voice(), Refusal("no-moves-left", "T3.1", hint="pass"))
    assert told == (
        "Your moves of this sitting are used up (rule T3.1). Pass, or say something if free moves are left."
    )
    told = refusal_sentence(voice(), Refusal("wrong-phase", "T4.2", (("phase", "recessed"),)))
    assert told == "This is not open now; the talks are: recessed: the fortnight passes (rule T4.2)"


def test_an_unknown_code_reads_as_its_own_words() -> None:
    assert refusal_sentence(voice(), Refusal("the-moon-is-full", "T9.9")) == "The moon is full (rule T9.9)"
    assert refusal_sentence(voice(), Refusal("not-asked", "T9.9", hint="try-again")).endswith(
        "(rule T9.9). Try again."
    )


def test_facts_are_filled_in_literally() -> None:
    assert "{x}" in refusal_sentence(voice(), Refusal("wrong-phase", "T1.1", (("phase", "{x}"),)))
