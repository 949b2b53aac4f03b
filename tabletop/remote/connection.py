"""One connection to a host: opened, or refused in a sentence that says what next."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal, NoReturn

from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from tabletop.errors import LobbyRefused, TabletopError
from tabletop.remote.address import Address
from tabletop.remote.messages import (
    DOWN_MOST,
    Bye,
    Down,
    Knock,
    Places,
    Seated,
    Sit,
    Strange,
    Up,
    down_read,
    shape,
    up_sent,
)
from tabletop.table.cache import package
from tabletop.words.sentences.classroom import SENTENCES, said

OPEN_S = 10.0
"""Seconds in which a host must answer."""

PING_S = 10.0
"""So often it is asked whether the other side is there, and so long an answer is waited for."""

PASSING = frozenset({"trouble", "broken", "full"})
"""Codes of what may be otherwise soon; after any other the host does not want to be asked again."""


class Away(TabletopError):
    """No host is reached: it may be later."""


class NoWayIn(TabletopError):
    """Something is reached that lets no terminal in."""


@contextmanager
def connected(address: Address) -> Generator[ClientConnection]:
    """A connection to a host.

    Raises:
        Away: Nobody answers, or the connection was lost.
        NoWayIn: What answers lets no terminal in.
    """
    proxy: Literal[True] | None = True if address.wire.startswith("wss") else None
    try:
        with connect(
            address.wire, open_timeout=OPEN_S, close_timeout=1, ping_interval=PING_S, ping_timeout=PING_S,
            max_size=DOWN_MOST, proxy=proxy,
        ) as socket:  # fmt: skip
            yield socket
    except InvalidStatus as error:
        why = str(error.response.status_code)
        raise NoWayIn(said("join.no-way-in", address=address.base, why=why)) from error
    except ConnectionClosed as error:
        raise Away(said("join.away", address=address.base, why=_cause(error))) from error
    except (WebSocketException, EOFError) as error:
        raise NoWayIn(said("join.no-way-in", address=address.base, why=_cause(error))) from error
    except OSError as error:
        raise Away(said("join.away", address=address.base, why=_cause(error))) from error


def _cause(error: Exception) -> str:
    """What was wrong, in a few words."""
    if isinstance(error, TimeoutError):
        return said("join.no-answer")
    if isinstance(error, ConnectionClosed):
        return said("join.broke-off")
    return (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__


def refused(bye: Bye, address: Address) -> TabletopError:
    """What a host said before it closed, as an error with its sentence."""
    facts = {**bye.facts, "own": package(), "address": address.base}
    for slug in (f"join.{bye.code}", f"lobby.{bye.code}"):
        if slug in SENTENCES:
            try:
                sentence = said(slug, **facts)
            except KeyError:
                break
            return Away(sentence) if bye.code in PASSING else LobbyRefused(bye.code, sentence)
    return LobbyRefused("strange", said("join.strange", **facts))


class Doorway:
    """Where somebody without a link comes in: the class code first, then a seat."""

    def __init__(self, socket: ClientConnection, address: Address) -> None:
        """Stand before an open connection."""
        self._socket, self._address = socket, address

    def places(self, code: str) -> Places:
        """The seats of the class.

        Raises:
            TabletopError: The code is wrong, or nobody is let in now.
        """
        answer = self._asked(Knock(shape(), code))
        return answer if isinstance(answer, Places) else self._strange()

    def sit(self, table: int, seat: str, nickname: str) -> str:
        """Take a seat: its token.

        Raises:
            TabletopError: It is not to be had.
        """
        answer = self._asked(Sit(table, seat, nickname))
        return answer.token if isinstance(answer, Seated) else self._strange()

    def _asked(self, message: Up) -> Down:
        """What a host answers."""
        self._socket.send(up_sent(message))
        try:
            answer = down_read(self._socket.recv(timeout=OPEN_S))
        except Strange:
            self._strange()
        if isinstance(answer, Bye):
            raise refused(answer, self._address)
        return answer

    def _strange(self) -> NoReturn:
        raise NoWayIn(said("join.no-way-in", address=self._address.base, why=said("join.not-understood")))
