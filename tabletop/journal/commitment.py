"""A seed that is settled before a match and shown after it: its commitment tells nothing, and fits no other seed."""

from hashlib import sha256
from secrets import token_hex

from tabletop.errors import JournalError

SALT_BYTES = 16
"""A salt has 128 bits, so that no list of seeds gives the seed away."""


def new_salt() -> str:
    """A new salt, in hexadecimal."""
    return token_hex(SALT_BYTES)


def commitment(seed: int, salt: str) -> str:
    """The SHA-256 of `SALT:SEED`, the salt in hexadecimal as it is shown, the seed in decimal."""
    return sha256(f"{salt}:{seed}".encode()).hexdigest()


def check(seed: int, salt: str, committed: str) -> None:
    """Check that a seed is the one that was settled.

    Raises:
        JournalError: Seed and salt give another commitment.
    """
    found = commitment(seed, salt.strip().lower())
    if found != committed.strip().lower():
        raise JournalError(
            f"the seed of this journal and this salt do not give the commitment: they give {found}"
        )
