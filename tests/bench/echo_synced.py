"""The least that acknowledges a message once it is on the disk: what a class under load is measured against."""

import os
import socket
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def main(folder: Path) -> None:
    """Serve at a free port, and print the address."""
    kept = (folder / "echo").open("ab")

    def write(message: bytes) -> None:
        kept.write(message)
        kept.flush()
        os.fdatasync(kept.fileno())

    async def echo(asked: Request) -> PlainTextResponse:
        message = await asked.body()
        await run_in_threadpool(write, message)
        return PlainTextResponse(message)

    ear = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{ear.getsockname()[1]}", flush=True)  # noqa: T201 - what the students ask for
    app = Starlette(routes=[Route("/echo", echo, methods=["POST"])])
    uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False)).run(sockets=[ear])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
