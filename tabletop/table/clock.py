"""The only wall clock of the house: rules never ask it, journals keep it beside the chain."""

from functools import lru_cache
from time import gmtime, strftime, time_ns


def now() -> str:
    """The time, UTC, ISO 8601 to the millisecond."""
    seconds, millis = divmod(time_ns() // 1_000_000, 1_000)
    return f"{second(seconds)}.{millis:03}Z"


def seconds() -> float:
    """The time in seconds since 1970."""
    return time_ns() / 1e9


@lru_cache(maxsize=1)
def second(seconds: int) -> str:
    """A second since 1970, UTC, ISO 8601; most moves of bots are made in the same one."""
    return strftime("%Y-%m-%dT%H:%M:%S", gmtime(seconds))
