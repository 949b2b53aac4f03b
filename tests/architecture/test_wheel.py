"""What is installed is whole: every file of the package, the scenarios and the rulebook, and nothing else."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from tests.architecture.sources import PACKAGE, ROOT


def files_of(folder: Path, installed: str) -> set[str]:
    """Where the files of a folder stand once they are installed."""
    return {
        f"{installed}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_package_is_in_the_wheel() -> None:
    wheel = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    wanted = (
        files_of(PACKAGE, "tabletop")
        | files_of(ROOT / "scenarios", "tabletop/_scenarios")
        | {"tabletop/_docs/RULEBOOK.md"}
    )
    assert wheel == wanted
