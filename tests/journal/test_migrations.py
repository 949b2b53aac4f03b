"""Old forms: each migration is one step, and they run one after the other."""

from tabletop.journal.entry import VERSION, Raw
from tabletop.journal.migrations import MIGRATIONS, Migration, newest_entry, newest_header


def renamed(raw: Raw, old: str, new: str) -> Raw:
    return {new if key == old else key: value for key, value in raw.items()}


FAKE: dict[int, Migration] = {
    1: Migration(lambda raw: renamed(raw, "level", "door"), lambda raw: renamed(raw, "who", "chair")),
    2: Migration(lambda raw: raw, lambda raw: {**renamed(raw, "chair", "seat"), "reason": ""}),
}


def test_migrations_run_in_order() -> None:
    assert newest_header({"version": 1, "level": "open"}, 1, FAKE, newest=3) == {"version": 3, "door": "open"}
    assert newest_entry({"who": "a"}, 1, FAKE, newest=3) == {"seat": "a", "reason": ""}
    assert newest_entry({"chair": "a"}, 2, FAKE, newest=3) == {"seat": "a", "reason": ""}


def test_the_newest_form_is_left_alone() -> None:
    raw: Raw = {"version": VERSION, "door": "open"}
    assert newest_header(raw, VERSION) is raw
    assert newest_entry(raw, VERSION) is raw


def test_every_form_that_was_ever_written_has_a_migration() -> None:
    assert set(MIGRATIONS) == set(range(1, VERSION))
