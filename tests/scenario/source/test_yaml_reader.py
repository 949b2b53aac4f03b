"""The reader of YAML refuses what is dangerous before it builds anything, and says where."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.errors import Finding, ScenarioError
from tabletop.scenario.source.yaml_reader import decode, read_tree


def refused(text: str) -> tuple[Finding, ...]:
    with pytest.raises(ScenarioError) as caught:
        read_tree("a.yaml", text)
    return caught.value.findings


def test_only_true_and_false_are_booleans_and_only_plain_decimals_are_numbers() -> None:
    text = "[true, false, yes, no, on, 2026-01-31, 007, 0x10, 1_000, 1e3, .inf, null, ~, 12, -3, +4, 2.50, '5', 1:30]"
    assert read_tree("a.yaml", text).data == [
        *[True, False, "yes", "no", "on", "2026-01-31", "007", "0x10", "1_000", "1e3", ".inf", "null", "~"],
        *[12, -3, 4, 2.5, "5", "1:30"],
    ]


def test_a_number_of_ten_thousand_digits_stays_a_string() -> None:
    assert read_tree("a.yaml", "a: " + "9" * 10_000).data == {"a": "9" * 10_000}


def test_every_part_knows_its_place() -> None:
    tree = read_tree("a.yaml", "one:\n  two: [x, {three: y}]\n")
    place = tree.places[("one", "two", 1, "three")]
    assert (place.line, place.column, place.value_line, place.value_column) == (2, 13, 2, 20)
    assert (tree.places[("one",)].line, tree.places[("one",)].value_line) == (1, 2)


@pytest.mark.parametrize("depth", [5_000, 60_000])
def test_deep_brackets_are_refused_at_once(depth: int) -> None:
    began = time.process_time()
    finding = refused("a: " + "[" * depth + "]" * depth)[0]
    assert (finding.line, finding.column) == (1, 3 + 64)
    assert "64 levels" in finding.found
    assert time.process_time() - began < 1


def test_deep_block_mappings_are_refused() -> None:
    text = "".join(f"{' ' * level}k:\n" for level in range(100))
    assert refused(text)[0].line == 65


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    rows = ["a: &a [x, x, x]"] + [
        f"{c}: &{c} [*{p}, *{p}, *{p}]" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    finding = refused("\n".join(rows))[0]
    assert str(finding).startswith("a.yaml:1:4: ")
    assert "&a" in finding.found


def test_an_alias_is_refused() -> None:
    assert refused("a: *b")[0].found == "an alias '*b'"


def test_duplicate_keys_are_all_found() -> None:
    found = refused("a: 1\nb: 2\na: 3\nc:\n  d: 1\n  d: 2\n")
    assert [(item.line, item.column, item.key) for item in found] == [(3, 1, "a"), (6, 3, "c.d")]
    assert "line 1" in found[0].expected


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: !!python/object/apply:os.system [ls]", (1, 4), "a tag"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second document"),
        ("? [a, b]\n: 1\n", (1, 3), "as a key"),
        ("a: [1, 2", (2, 1), "did not find"),
        ("a: 1\n\tb: 2\n", (2, 1), "a tab character"),
        ('a: "\\e[31mred"', (1, 4), "a control character"),
        ("a: x\u202ey", (1, 4), "a control character"),
    ],
)
def test_what_else_is_refused(text: str, place: tuple[int, int], found: str) -> None:
    finding = refused(text)[0]
    assert (finding.line, finding.column) == place
    assert found in finding.found


def test_a_text_over_a_megabyte_is_refused() -> None:
    assert "1000000" in refused("a: " + "x" * 1_000_001)[0].expected
    with pytest.raises(ScenarioError, match="at most 1000000"):
        decode("a.yaml", b"x" * 1_000_001)


def test_too_many_parts_are_refused_in_time() -> None:
    began = time.process_time()
    assert "parts" in refused("[" + "a," * 490_000 + "]")[0].found
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "text", ["!" * 900_000, "a: &" + "b" * 900_000 + " c", ("k" * 400_000 + ": 1\n") * 2]
)
def test_a_finding_stays_short(text: str) -> None:
    assert len(str(refused(text)[0])) < 400


def test_bytes_that_are_not_utf_8_are_named_with_their_place() -> None:
    with pytest.raises(ScenarioError, match=r"a\.yaml:2:4: found the byte 0xff, expected UTF-8 text"):
        decode("a.yaml", b"a: 1\nb: \xff\n")


@given(st.text(alphabet=st.sampled_from("ab:-[]{},&*!|>'\"#\n \t?%@`"), max_size=60))
def test_any_text_is_read_or_refused_with_findings(text: str) -> None:
    try:
        tree = read_tree("a.yaml", text)
    except ScenarioError as error:
        found = error.findings
    else:
        found = (tree.finding((), "", ""),)
    assert all(item.path == "a.yaml" and item.line >= 1 for item in found)
    assert found
