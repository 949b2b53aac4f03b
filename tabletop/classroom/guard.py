"""What stands before every request: whose name was asked for, where a form came from, how much may be sent.

Names and ports of other hosts are refused (a page of somebody else that leads a browser here by a name of its own),
as are forms that come from other pages, and bodies beyond a limit. Answers carry the policy that keeps a page to what
this host serves.
"""

from asyncio import CancelledError
from collections import deque
from collections.abc import Callable, Collection
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_MOST = 16_384
"""Bytes of a form at most."""

ADDRESSES_MOST = 10_000
"""Addresses that are remembered before those that have been quiet are let go."""

ALLOWED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{what} {whence}" for what, whence in ALLOWED.items())
"""What a page may load, and where its forms may go: this host alone; no script but its file."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class TooLarge(Exception):
    """More was sent than a form has."""


class Guard:
    """Lets through what was meant for this host and came from its own pages."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Stand before an application.

        Args:
            app: The application.
            hosts: Names with ports under which this host is asked for, in small letters.
        """
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or let through with the headers of every answer; a terminal's connection counts as a form."""
        if scope["type"] != "http":
            strange = self._refusal("", Headers(scope=scope)) if scope["type"] == "websocket" else None
            await (strange or self._app)(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        read = 0

        async def bounded() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > BODY_MOST:
                raise TooLarge
            return message

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await (refusal or self._app)(scope, bounded, answered)
        except TooLarge:
            await PlainTextResponse("Too much was sent.", 413)(scope, receive, answered)
        except (ClientDisconnect, CancelledError):
            return  # nobody waits for an answer: the browser has gone, or the host is closing

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return PlainTextResponse("This host has another name.", 421)
        if method in {"GET", "HEAD"}:
            return None
        origin = headers.get("origin", "")
        if origin.lower() in {f"http://{host}", f"https://{host}"}:
            return None
        if not origin and headers.get("sec-fetch-site", "same-origin") == "same-origin":
            return None
        return PlainTextResponse("The form came from another page.", 403)


class Patience:
    """How often an address may be wrong in a minute; a class may share one, so those who are right do not count."""

    def __init__(self, most: int, clock: Callable[[], float] = monotonic) -> None:
        """So many wrong tries a minute."""
        self._most, self._clock = most, clock
        self._wrong: dict[str, deque[float]] = {}

    def spent(self, address: str) -> bool:
        """Whether an address was wrong too often in the last minute."""
        wrong = self._wrong.get(address)
        return wrong is not None and len(wrong) == self._most and wrong[0] > self._clock() - 60

    def failed(self, address: str) -> None:
        """Count a wrong try."""
        now = self._clock()
        if len(self._wrong) > ADDRESSES_MOST:
            self._wrong = {each: tries for each, tries in self._wrong.items() if tries[-1] > now - 60}
        self._wrong.setdefault(address, deque(maxlen=self._most)).append(now)
