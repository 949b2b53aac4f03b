"""Templates of the pages, and the one stylesheet: whatever is filled in is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from tabletop.words.language.sanitize import safe

HERE = Path(__file__).parent

STYLESHEET = HERE / "style.css"
"""The one stylesheet, night and day; it names no other file."""


SCRIPTS = tuple(HERE / name for name in ("seat.js", "morph.js"))
"""The script of a seat's page, which is whole without it, and what it takes a fresh page in with."""


ICON = HERE / "icon.svg"
"""The sign in a browser's tab."""


def template(name: str) -> Template:
    """A template by the name of its file."""
    return _templates().get_template(name)


@cache
def _templates() -> Environment:
    """The templates: whatever is filled in is escaped, and holds nothing that a screen would obey."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    return value if isinstance(value, Markup) else safe(str(value))
