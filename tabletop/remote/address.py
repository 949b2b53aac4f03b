"""What somebody types to say which class they join: an address, a seat's own link, or a bare class code."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from tabletop.errors import WrongArgument
from tabletop.remote.messages import PATH
from tabletop.words.sentences.classroom import said

HERE = "http://127.0.0.1:8000"
"""Where a host is looked for when somebody gives a code alone."""

CODE_MOST = 12
"""Characters of a class code with spaces and hyphens at most; a name of a machine has a dot or a colon."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a class is kept.

    Attributes:
        base: The host, such as `http://192.168.1.5:8000`.
        token: The token of a seat's own link; empty for any other address.
        code: The class code where nothing else was typed.
    """

    base: str
    token: str = ""
    code: str = ""

    @property
    def wire(self) -> str:
        """Where terminals are let in."""
        return f"ws{self.base.removeprefix('http')}{PATH}"

    def link(self, token: str) -> str:
        """The link of a seat."""
        return f"{self.base}/s/{token}"


def address_of(typed: str) -> Address:
    """What somebody typed.

    Raises:
        WrongArgument: It is no address, link or code.
    """
    text = typed.strip()
    plain = text.replace("-", "").replace(" ", "")
    if plain.isascii() and plain.isalnum() and len(text) <= CODE_MOST and plain.lower() != "localhost":
        return Address(HERE, code=text)
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    way = parts.path.strip("/").split("/")
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        raise WrongArgument(said("join.address", typed=text))
    named = f"[{host}]" if ":" in host else host
    base = f"{parts.scheme}://{named}" + (f":{port}" if port else "")
    match way:
        case [""]:
            return Address(base)
        case ["s", token]:
            return Address(base, token=token)
        case _:
            raise WrongArgument(said("join.address", typed=text))
