"""The front door: what it offers, what it costs, and that type checkers see what a script gets."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import tabletop
from tabletop.api import public

ROOT = Path(__file__).parents[2]


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_the_import_itself_loads_nothing() -> None:
    loaded = "import sys, tabletop; print([name for name in sys.modules if name.startswith('tabletop.')])"
    assert run(loaded) == "[]\n"


def test_the_command_line_does_not_load_it() -> None:
    code = (
        "import sys\nfrom tabletop.command.cli import run\nrun(['--version'])\n"
        "print('tabletop.api.public' in sys.modules, 'pydantic' in sys.modules)"
    )
    assert run(code).endswith("False False\n")


def test_names_are_listed_once_and_found() -> None:
    assert dir(tabletop) == sorted(set(public.__all__)) == public.__all__
    assert all(getattr(tabletop, name) is getattr(public, name) for name in public.__all__)
    assert tabletop.errors.TabletopError is tabletop.TabletopError
    assert not hasattr(tabletop, "new_mach")


def test_functions_describe_themselves() -> None:
    for name in public.__all__:
        thing = getattr(tabletop, name)
        assert inspect.getdoc(thing), name
        if inspect.isfunction(thing) and inspect.signature(thing).parameters:
            said = inspect.getdoc(thing) or ""
            assert "Raises:" in said, name


@pytest.mark.slow
def test_type_checkers_see_through_the_door(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import tabletop\n"
        "match = tabletop.new_match(seats={'ukraine': 'person'}, seed=1)\n"
        "reveal_type(match)\n"
        "reveal_type(match.report().summary)\n"
        "tabletop.new_match(seat={})\n"
        "tabletop.no_such_name\n"
    )
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(script)],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    said = checked.stdout.splitlines()
    assert any("api.match.Match" in line for line in said)
    assert any('"str"' in line for line in said)
    assert any('Unexpected keyword argument "seat"' in line for line in said)
    assert any("no_such_name" in line and "error" in line for line in said)


def test_the_marker_of_types_is_shipped() -> None:
    assert (ROOT / "tabletop" / "py.typed").is_file()
