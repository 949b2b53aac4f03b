"""What became of a move that a device sent, once or several times."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from tabletop.errors import Refusal

REFUSALS_MOST = 400
"""So many refusals a table remembers, the newest; a move that is sent again after that is judged again."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a move.

    Attributes:
        state: `written`: it is on the disk. `refused`: nothing has changed, and sending it again will not help.
            `unknown`: nothing is known of it, or it could not be written: send it again.
        seq: The entry's number in the journal, from 1; its line is one more. 0 when it is not written.
        digest: The entry's digest in the journal; empty when it is not written.
        refusal: Why it is refused: `stale` when the table has moved on, `stand-in` when a bot plays the seat,
            `cid-reused` when another move was sent under this id, else the rule's own code.
        why: Why it could not be written, as a sentence; mostly empty.
    """

    state: Literal["written", "refused", "unknown"]
    seq: int = 0
    digest: str = ""
    refusal: Refusal | None = None
    why: str = ""


UNKNOWN = Receipt("unknown")


class Refused:
    """The refusals that a table remembers, by seat and the client's id."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Receipt] = OrderedDict()

    def keep(self, seat: str, cid: str, refusal: Refusal) -> Receipt:
        """Remember a refusal; one without an id is only given back."""
        receipt = Receipt("refused", refusal=refusal)
        if cid:
            self._kept[seat, cid] = receipt
            while len(self._kept) > REFUSALS_MOST:
                self._kept.popitem(last=False)
        return receipt

    def find(self, seat: str, cid: str) -> Receipt | None:
        """What was remembered."""
        return self._kept.get((seat, cid))

    def forget(self, seat: str, cid: str) -> None:
        """It was written after all."""
        self._kept.pop((seat, cid), None)
