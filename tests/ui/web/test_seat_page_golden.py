"""One page as a person reads it, line by line. `GOLDENS=1` writes it anew; read the difference before keeping it."""

import os
from pathlib import Path

from tabletop.ui.web.request import Receipt, Request
from tabletop.ui.web.seat_page import seat_page
from tests.ui.web.markup import read
from tests.ui.web.outline import outline
from tests.ui.web.seats import dealt, session_of

GOLDEN = Path(__file__).parent / "goldens" / "orders.txt"


def page() -> str:
    session = session_of(dealt(4), "europe")
    return outline(read(seat_page(session, Request(cid="k1", receipt=Receipt("written", "14:03:22", 61)))))


def test_the_first_page_of_a_seat_reads_as_it_is_kept() -> None:
    found = page()
    if os.environ.get("GOLDENS"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")
