"""Secrets of a room: the code that is said aloud, and what a seat's owner shows to be let in again."""

import secrets
from hashlib import blake2b
from hmac import compare_digest

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What class codes are made of: no 0 or O, no 1, I or L."""

CODE_LENGTH = 6
"""Letters of a class code: some 890 million, and joining is rate-limited."""

TOKEN_BYTES = 16
"""A token has 128 bits."""


def class_code() -> str:
    """A new class code, readable aloud."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def typed_code(text: str) -> str:
    """A class code as somebody typed it: in capitals, without spaces and hyphens."""
    return "".join(char for char in text.upper() if char.isalnum())


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed this class code; takes the same time for every wrong one."""
    return compare_digest(typed_code(typed).encode(errors="replace"), code.encode())


def new_token() -> str:
    """A new token, for an address or a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hashed(token: str) -> bytes:
    """What is kept of a token; it does not lead back."""
    return blake2b(token.encode(errors="replace"), digest_size=32, person=b"remaining-fifth").digest()


def is_token(token: str, kept: bytes) -> bool:
    """Whether a token is the one of which `kept` was kept; takes the same time for every wrong one."""
    return bool(kept) and compare_digest(hashed(token), kept)
