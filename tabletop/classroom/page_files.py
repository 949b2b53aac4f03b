"""The files that pages name: the stylesheet, the scripts, the sign in a browser's tab."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tabletop.ui.web.rendered import ICON, SCRIPTS, STYLESHEET

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

FILES = {f"/{each.name}": each for each in (STYLESHEET, *SCRIPTS, ICON)}
"""By address."""


def file_routes() -> list[Route]:
    """A route for each."""
    return [Route(path, file) for path in FILES]


async def file(asked: Request) -> Response:
    """One of them."""
    found = FILES[asked.url.path]
    headers = {"Cache-Control": "max-age=300"}
    return Response(found.read_bytes(), media_type=KINDS[found.suffix], headers=headers)
