"""What a seat may know of the place of its move in the journal.

The journal's own number would count what others sealed, and its digest, which chains over that, would let guesses be
tried. So until the match is over a receipt has the seat's own count and a sealed digest; afterwards both are open, with
the key of the seal, so that an earlier receipt can be checked.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from secrets import token_hex

from tabletop.classroom.receipts import Receipt
from tabletop.classroom.room import Room

SEAL = "receipts"
"""What the key of the seal is kept under in the room."""


def place_of(room: Room, number: int, seat: str, receipt: Receipt) -> tuple[int, str]:
    """Of a move that is written: which of the seat's own moves it is, and the time of day on the host's clock."""
    upto = room.table(number).match.store.since(0)[: receipt.seq]
    at = datetime.fromisoformat(upto[-1].at).astimezone() if upto and upto[-1].at else None
    return sum(entry.seat == seat for entry in upto), f"{at:%H:%M:%S}" if at else ""


def written(room: Room, number: int, seat: str, receipt: Receipt) -> dict[str, object]:
    """A receipt of a move that is written, as the seat may see it."""
    match = room.table(number).match
    own, at = place_of(room, number, seat, receipt)
    key = seal_of(room)
    sealed = sealed_with(key, receipt.digest)
    if not match.over:
        return {"state": "written", "at": at, "seq": own, "digest": sealed}
    opened = {"own": own, "sealed": sealed, "key": key.hex()}
    return {"state": "written", "at": at, "seq": receipt.seq, "digest": receipt.digest, **opened}


def all_written(room: Room, number: int, seat: str) -> list[dict[str, object]]:
    """The receipts of every move of a seat that was sent under an id, in order."""
    table = room.table(number)
    sent = [entry.cid for entry in table.match.store.since(0) if entry.seat == seat and entry.cid]
    return [{"cid": cid} | written(room, number, seat, table.receipt(seat, cid)) for cid in sent]


def sealed_with(key: bytes, digest: str) -> str:
    """A digest as it is told while the match goes on."""
    return blake2b(digest.encode(), key=key, digest_size=16).hexdigest()


def compared(
    receipts: Iterable[Mapping[str, object]], digests: Sequence[str]
) -> list[tuple[int, int | None]]:
    """Receipts beside the digests of a journal's entries.

    Sealed ones are read with the key of any that was fetched after the end.

    Returns:
        Of each: the seat's own count, and the entry; 0 when the journal holds none such, None when no key is there.
    """
    told = [{name: str(value) for name, value in each.items()} for each in receipts]
    keys = {each["key"] for each in told if "key" in each}
    places = {digest: seq for seq, digest in enumerate(digests, start=1)}
    for key in keys:
        with suppress(ValueError):
            places |= {sealed_with(bytes.fromhex(key), digest): seq for digest, seq in list(places.items())}
    found: list[tuple[int, int | None]] = []
    for each in told:
        seq = places.get(each.get("digest", ""), 0)
        own, opened = each.get("own", each.get("seq", "")), "key" in each
        if opened and (str(seq) != each.get("seq") or places.get(each.get("sealed", "")) != seq):
            seq = 0
        found.append((int(own) if own.isdecimal() else 0, seq or (0 if keys else None)))
    return found


def seal_of(room: Room) -> bytes:
    """The room's key, made when it is first asked for."""
    if not room.recall(SEAL):
        room.remember(SEAL, token_hex(16))
    return bytes.fromhex(room.recall(SEAL))
