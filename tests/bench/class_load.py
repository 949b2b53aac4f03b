"""A class under load: students at their forms, so many moves a second, beside a bare echo that syncs each message.

`python -m tests.bench.class_load` plays fifty tables of four for a minute at 40 moves a second, then climbs to the
highest rate that holds. Who makes a move has just loaded the page; the move is acknowledged when its answer
comes. Both programs run on this machine beside the students.
"""

import argparse
import asyncio
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from uuid import uuid4

import httpx2

from tabletop.classroom.stored_rooms import export
from tabletop.journal.reader import read
from tests.classroom.hosted import Hosted, chance

ECHO = Path(__file__).with_name("echo_synced.py")
LATE = 0.250
"""A rate holds while 95 of 100 acknowledgements come within so many seconds."""

FORM = re.compile(r'data-move="([a-z-]+)".*?<form[^>]*>(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
RADIO = re.compile(r'<input type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]*)"')
NUMBER = re.compile(r'<input type="number"[^>]*name="([^"]+)"[^>]*min="([^"]*)"')
SELECT = re.compile(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
OPTION = re.compile(r'<option value="([^"]*)"')


@dataclass
class Tally:
    """What a rate came to.

    Attributes:
        waited: Seconds to each acknowledgement.
        refused: Moves that were refused.
        failed: Requests that came to nothing.
        idle: Times at which no student had anything to do.
        made: Ids of moves that were acknowledged.
    """

    waited: list[float] = field(default_factory=list)
    refused: int = 0
    failed: int = 0
    idle: int = 0
    made: list[str] = field(default_factory=list)

    def late(self, share: float) -> float:
        """The wait that so many of a hundred do not exceed, milliseconds."""
        return sorted(self.waited)[min(len(self.waited) - 1, int(len(self.waited) * share))] * 1000


class Browser:
    """A student's browser, as light as can be."""

    def __init__(self, link: str, dice: random.Random, client: httpx2.AsyncClient) -> None:
        self.link, self._dice, self._client = link, dice, client
        self._address = link.partition("/s/")[0]
        self._headers = {"origin": self._address}
        self._forms: list[tuple[str, str]] = []

    async def arrive(self) -> None:
        """Open the link and the page behind it."""
        answer = await self._client.get(self.link)
        self._headers["cookie"] = answer.headers["set-cookie"].partition(";")[0]
        await self.look()

    async def look(self) -> bool:
        """Load the page; whether there is something to do."""
        answer = await self._client.get(f"{self._address}/seat?page=table", headers=self._headers)
        answer.raise_for_status()
        self._forms = [found for found in FORM.findall(answer.text) if found[0] != "undo"]
        return bool(self._forms)

    async def move(self, tally: Tally) -> None:
        """Load the page, as a browser does when its stream says that it is old, and make one of its moves."""
        if not await self.look():
            tally.idle += 1
            return
        posted, cid = self._filled(self._dice.choice(self._forms)[1])
        began = perf_counter()
        answer = await self._client.post(f"{self._address}/seat", data=posted, headers=self._headers)
        if answer.status_code == 303:
            tally.waited.append(perf_counter() - began)
            tally.made.append(cid)
        elif answer.status_code == 409:
            tally.refused += 1
        else:
            tally.failed += 1

    def _filled(self, form: str) -> tuple[dict[str, list[str]], str]:
        posted = {name: [value] for name, value in HIDDEN.findall(form)}
        cid = uuid4().hex[:16]
        posted |= {"cid": [cid], "do": ["make"]}
        buttons: dict[str, list[str]] = {}
        for name, value in RADIO.findall(form):
            buttons.setdefault(name, []).append(value)
        lists = [(name, OPTION.findall(inside)) for name, inside in SELECT.findall(form)]
        free = [place for place, (_, values) in enumerate(lists) if "" in values]
        full = self._dice.choice(free) if free else -1
        for place, (name, values) in enumerate(lists):
            kept = [value for value in values if value] if place == full or place not in free else [""]
            posted.setdefault(name, []).append(self._dice.choice(kept or [""]))
        for name, values in buttons.items():
            posted.setdefault(name, []).append(self._dice.choice(values))
        return posted | {name: [least] for name, least in NUMBER.findall(form)}, cid


Act = Callable[[Tally], Awaitable[None]]


async def at_rate(acts: Sequence[Act], rate: float, seconds: float) -> Tally:
    """Let so many a second act, in turn, whether or not those before have an answer; nobody acts twice at once."""
    tally, free, tasks = Tally(), list(acts), set[asyncio.Task[None]]()

    async def one(act: Act) -> None:
        try:
            await act(tally)
        except httpx2.HTTPError:
            tally.failed += 1
        free.append(act)

    began = perf_counter()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - perf_counter()))
        if not free:
            tally.failed += 1
            continue
        task = asyncio.create_task(one(free.pop(0)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    await asyncio.gather(*tasks)
    return tally


def told(name: str, rate: float, seconds: float, tally: Tally) -> str:
    """A line of figures."""
    if not tally.waited:
        return f"{name}: nothing acknowledged; refused {tally.refused}, failed {tally.failed}"
    return (
        f"{name} at {rate:.0f}/s for {seconds:.0f} s: {len(tally.made)} acknowledged, {tally.refused} refused, "
        f"{tally.idle} with nothing to do, {tally.failed} failed; p50 {tally.late(0.5):.1f} ms, "
        f"p95 {tally.late(0.95):.1f} ms, p99 {tally.late(0.99):.1f} ms"
    )


async def echoed(address: str, client: httpx2.AsyncClient, rate: float, seconds: float, seats: int) -> Tally:
    """The same rate at a bare program that writes each message to the disk and answers."""

    async def act(tally: Tally) -> None:
        began = perf_counter()
        answer = await client.post(f"{address}/echo", content=b"turn=12&cid=0123456789abcdef&kind=position")
        answer.raise_for_status()
        tally.waited.append(perf_counter() - began)
        tally.made.append("")

    return await at_rate([act] * seats, rate, seconds)


@contextmanager
def echo_at(folder: str) -> Iterator[str]:
    """The bare echo as a program of its own; its address."""
    with subprocess.Popen([sys.executable, str(ECHO), folder], stdout=subprocess.PIPE, text=True) as bare:
        assert bare.stdout is not None
        yield bare.stdout.readline().strip()
        bare.kill()


async def laid(tables: int, rates: Sequence[float], first: float, then: float) -> None:
    """Play at one rate after another until one does not hold, and check what was acknowledged."""
    with tempfile.TemporaryDirectory() as folder:
        limits = httpx2.Limits(max_connections=400, max_keepalive_connections=400)
        async with httpx2.AsyncClient(timeout=30, limits=limits) as client:
            with echo_at(folder) as address:
                echo = await echoed(address, client, rates[0], then, tables * 4)
            say(told("bare echo with a sync", rates[0], then, echo))
            began = perf_counter()
            with Hosted(Path(folder), "--tables", str(tables), "--seed", "4") as host:
                say(f"{tables} tables served after {perf_counter() - began:.1f} s, {host.memory():.0f} MB")
                browsers = [
                    Browser(link, chance(number), client) for number, link in enumerate(host.links.values())
                ]
                for browser in browsers:
                    await browser.arrive()
                made: list[str] = []
                for rate in rates:
                    seconds = first if rate == rates[0] else then
                    tally = await at_rate([each.move for each in browsers], rate, seconds)
                    made += tally.made
                    say(told("class", rate, seconds, tally))
                    if rate == rates[0] and tally.waited:
                        ratios = [tally.late(share) / echo.late(share) for share in (0.5, 0.95, 0.99)]
                        say("class over echo: p50 {:.1f}, p95 {:.1f}, p99 {:.1f}".format(*ratios))
                    if not tally.waited or tally.late(0.95) > LATE * 1000 or tally.failed:
                        say(f"{rate:.0f}/s does not hold")
                        break
                say(f"memory {host.memory():.0f} MB")
            journals = export(host.room, Path(folder) / "out")
            kept = [entry.cid for journal in journals for entry in read(journal).entries if entry.cid]
            assert len(set(kept)) == len(kept), "a move was made twice"
            assert set(made) <= set(kept), "an acknowledged move is lost"
            say(f"{len(made)} acknowledged moves, all in the journals once ({len(kept)} of people there)")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Take the measure and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--first", type=float, default=60.0, help="Seconds at the first rate.")
    parser.add_argument("--then", type=float, default=15.0, help="Seconds at each rate after it.")
    parser.add_argument("--rates", default="40,60,80,100,120,160,200")
    given = parser.parse_args()
    rates = [float(each) for each in given.rates.split(",")]
    asyncio.run(laid(given.tables, rates, given.first, given.then))


if __name__ == "__main__":
    main()
