"""Codes that can be read aloud, and tokens of which nothing is kept that leads back."""

from tabletop.classroom.tokens import (
    CODE_LENGTH,
    class_code,
    hashed,
    is_token,
    new_token,
    same_code,
    typed_code,
)


def test_a_class_code_can_be_read_aloud_and_typed_anyhow() -> None:
    codes = {class_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("01OIL")
    assert {len(code) for code in codes} == {CODE_LENGTH}
    code = codes.pop()
    assert same_code(f" {code[:3].lower()}-{code[3:]} ", code)
    assert not same_code(code[:-1], code)
    assert not same_code("ж\ud800", code)
    assert typed_code("ab - 9") == "AB9"


def test_a_token_is_known_by_its_hash_alone() -> None:
    token, other = new_token(), new_token()
    assert len(token) >= 22
    kept = hashed(token)
    assert token.encode() not in kept
    assert is_token(token, kept)
    assert not is_token(other, kept)
    assert not is_token("\ud800", kept)
    assert not is_token("", b"")
