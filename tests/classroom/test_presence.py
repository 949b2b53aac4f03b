"""Here, quiet, away: by the last request and by nothing else."""

from tabletop.classroom.presence import HERE_SECONDS, QUIET_SECONDS, Attendance, Presence


def test_presence_goes_by_the_last_request() -> None:
    now = [100.0]
    heard = Attendance(lambda: now[0])
    assert heard.of(1, "ukraine") == Presence.AWAY
    heard.touch(1, "ukraine")
    assert heard.of(1, "ukraine") == Presence.HERE
    assert heard.of(2, "ukraine") == Presence.AWAY
    now[0] += HERE_SECONDS + 1
    assert heard.of(1, "ukraine") == Presence.QUIET
    now[0] += QUIET_SECONDS
    assert heard.of(1, "ukraine") == Presence.AWAY


def test_a_hidden_page_is_quiet_and_not_gone() -> None:
    heard = Attendance(lambda: 0.0)
    heard.touch(1, "us", hidden=True)
    assert heard.of(1, "us") == Presence.QUIET
    heard.touch(1, "us")
    assert heard.of(1, "us") == Presence.HERE
    heard.forget(1, "us")
    assert heard.of(1, "us") == Presence.AWAY
