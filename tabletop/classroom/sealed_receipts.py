"""What a seat may know of the place of its move in the journal.

The journal's own number would count what others sealed, and its digest, which chains over that, would let guesses be
tried. So until the match is over a receipt has the seat's own count and a sealed digest; afterwards both are open, with
the key of the seal, so that an earlier receipt can be checked.
"""

from hashlib import blake2b
from secrets import token_hex

from tabletop.classroom.receipts import Receipt
from tabletop.classroom.room import Room

SEAL = "receipts"
"""What the key of the seal is kept under in the room."""


def written(room: Room, number: int, seat: str, receipt: Receipt) -> dict[str, object]:
    """A receipt of a move that is written, as the seat may see it."""
    match = room.table(number).match
    own = sum(entry.seat == seat for entry in match.store.since(0)[: receipt.seq])
    key = seal_of(room)
    sealed = blake2b(receipt.digest.encode(), key=key, digest_size=16).hexdigest()
    if not match.over:
        return {"state": "written", "seq": own, "digest": sealed}
    opened = {"own": own, "sealed": sealed, "key": key.hex()}
    return {"state": "written", "seq": receipt.seq, "digest": receipt.digest, **opened}


def seal_of(room: Room) -> bytes:
    """The room's key, made when it is first asked for."""
    if not room.recall(SEAL):
        room.remember(SEAL, token_hex(16))
    return bytes.fromhex(room.recall(SEAL))
