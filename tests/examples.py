"""How many examples a law is tried on: few with every change, ten times as many with the slow tests."""

import os


def examples(count: int) -> int:
    """So many examples; `EXAMPLES=10` in the environment makes ten of each one."""
    return count * int(os.environ.get("EXAMPLES", "1"))
