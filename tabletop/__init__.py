"""The Remaining Fifth: a negotiation-scenario tabletop game for the terminal.

    import tabletop

    match = tabletop.new_match("abu-dhabi-2026", seats={"ukraine": "person"}, seed=1)
    view = match.view("ukraine")
    match.submit("ukraine", tabletop.parse_move("position terms=scope:energy"))
    match.play_bots()
    print(match.phase, match.report().summary)

What scripts may rely on is what `dir(tabletop)` lists and `docs/api.md` describes. It is loaded when a name of it is
first asked for: `import tabletop` itself loads nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tabletop.api.public import *  # noqa: F403 - the one list of names stands there
    from tabletop.api.public import __all__ as __all__
else:

    def __getattr__(name: str) -> object:
        """A public name, loaded when it is first asked for."""
        if not name.startswith("_") or name == "__all__":
            from tabletop.api import public  # noqa: PLC0415 - this is what makes the import cheap

            if name == "__all__" or name in public.__all__:
                return getattr(public, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        """The public names."""
        from tabletop.api import public  # noqa: PLC0415

        return sorted(public.__all__)
