"""One page as a person reads it, kept beside the test: `python -m tests.ui.web.test_seat_page_golden` writes it anew."""

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
    assert page() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(page(), encoding="utf-8")
