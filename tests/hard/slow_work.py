"""Work that takes long, spread over processes whose numbers are said: for who kills the one that spreads it."""

import os
import sys
import time

from tabletop.lab.parallel import spread


def work(_task: int) -> int:
    """Say who works, then be busy."""
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(60)
    return 0


if __name__ == "__main__":
    spread(work, range(2), 2)
