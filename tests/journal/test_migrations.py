"""Old forms: each step is one function, and steps run one after the other."""

from tabletop.journal.entry import VERSION, Raw
from tabletop.journal.migrations import STEPS, Step, upcast_entry, upcast_header


def renamed(raw: Raw, old: str, new: str) -> Raw:
    return {new if key == old else key: value for key, value in raw.items()}


FAKE = {
    1: Step(lambda raw: renamed(raw, "level", "door"), lambda raw: renamed(raw, "who", "chair")),
    2: Step(lambda raw: raw, lambda raw: {**renamed(raw, "chair", "seat"), "reason": ""}),
}


def test_steps_run_in_order() -> None:
    assert upcast_header({"version": 1, "level": "open"}, 1, FAKE, newest=3) == {"version": 3, "door": "open"}
    assert upcast_entry({"who": "a"}, 1, FAKE, newest=3) == {"seat": "a", "reason": ""}
    assert upcast_entry({"chair": "a"}, 2, FAKE, newest=3) == {"seat": "a", "reason": ""}


def test_the_newest_form_is_left_alone() -> None:
    raw: Raw = {"version": VERSION, "door": "open"}
    assert upcast_header(raw, VERSION) is raw
    assert upcast_entry(raw, VERSION) is raw


def test_every_form_that_was_ever_written_has_a_step() -> None:
    assert set(STEPS) == set(range(1, VERSION))
