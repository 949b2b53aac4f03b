"""Invented names read as sentences: a name that begins one has its capital, one within does not."""

import re

import pytest

from tabletop.scenario.compiler.lexicon import lexicon
from tabletop.scenario.library import open_scenario

SMALL = re.compile(r"(?:[.!?] |\n\n)(an?|the) [a-z]")


@pytest.mark.parametrize("scenario", ["abu-dhabi-2026"])
def test_no_sentence_begins_small(scenario: str) -> None:
    words = lexicon(open_scenario(scenario), neutral=True)
    assert not [text for text in (*words.texts.values(), *words.labels.values()) if SMALL.search(text)]
    general = words.texts["general"]
    assert "An agency puts it at 20 per cent" in general
    assert "in the mountain forum on" in general
