"""Appends entries to the tables of a room from several threads and says each one that is acknowledged: its file."""

import sys
from pathlib import Path
from threading import Thread

from tabletop.classroom.store import RoomStore
from tabletop.game.records.moves import Advance
from tabletop.journal.entry import Entry
from tabletop.vocabulary import TABLE


def main(path: Path) -> None:
    """Append until somebody ends this."""
    room = RoomStore.opened(path)

    def fill(number: int) -> None:
        table = room.table(number)
        seq = len(table.since(0))
        while True:
            seq += 1
            table.append(Entry(seq, TABLE, Advance(), (), (), cid=f"c{seq}"))
            sys.stdout.write(f"{number} {seq} {room.digest(number, seq)}\n")
            sys.stdout.flush()

    threads = [Thread(target=fill, args=(number + 1,), daemon=True) for number in range(room.tables)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
