"""The only wall clock of the house: rules never ask it, journals keep it beside the chain."""

from datetime import UTC, datetime


def now() -> str:
    """The time, UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")  # noqa: TID251
