"""`tabletop join`: every way in, and a sentence with its exit code where there is none."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tabletop.classroom.room import Room
from tabletop.command.cli import run
from tabletop.remote import address as addresses
from tabletop.remote import connection
from tabletop.remote.address import HERE, Address, address_of
from tabletop.scenario.scenario import Scenario
from tests.remote.hosting import dealt, hosted

Joined = Callable[..., tuple[int, str, str]]


@pytest.fixture
def room(tmp_path: Path, scenario: Scenario) -> Iterator[Room]:
    made = dealt(tmp_path, scenario, {"us": "patient", "europe": "patient"})
    yield made
    made.close()


@pytest.fixture
def address(room: Room) -> Iterator[Address]:
    with hosted(room) as there:
        yield there


@pytest.fixture
def join(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Joined:
    monkeypatch.setenv("TABLETOP_SAVES", str(tmp_path / "saves"))

    def joined(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(["join", "--plain", *arguments])
        found = capsys.readouterr()
        return code, found.out, found.err

    return joined


def test_a_script_comes_in_without_a_question(join: Joined, room: Room, address: Address) -> None:
    given = ("--code", room.code, "--table", "1", "--seat", "russia", "--nickname", "Olha")
    code, out, err = join(address.base, *given, typed="k\nmine alone\nq\n")
    assert (code, err) == (0, "")
    assert "Russia: round 1 of 4" in out
    again = out.splitlines()[-1].partition("tabletop join ")[2]
    assert again.startswith(f"{address.base}/s/")
    code, out, _ = join(again, typed="n\nq\n")
    assert code == 0
    assert "mine alone" in out, "notes are kept on this machine"
    assert room.port(1, "russia").notes.read("notes") == ""
    assert [each.nickname for each in room.seats() if each.taken] == ["Olha"]


def test_what_is_not_given_is_asked_for(join: Joined, room: Room, address: Address) -> None:
    code, out, _ = join(address.base, typed=f"{room.code}\n2\nIvan\nq\n")
    assert code == 0
    assert "1. table 1: Russia (russia)" in out
    assert "Ukraine: round 1 of 4" in out
    code, out, _ = join(address.base, "--code", room.code, typed="Olha\n")
    assert code == 0
    assert "Russia: round 1 of 4" in out, "the one seat that is left"
    code, _, err = join(address.base, "--code", room.code)
    assert (code, err) == (
        5,
        "no seat of that kind is free: choose another table or seat, or ask your teacher\n",
    )


def test_what_nobody_answers_is_named(join: Joined, room: Room, address: Address) -> None:
    for given, missing in (((), "--code"), (("--code", room.code), "--seat")):
        code, _, err = join(address.base, *given)
        assert code == 2
        assert f"{missing} is not given" in err


def test_a_host_that_says_no_says_why(
    join: Joined, room: Room, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = ("--code", room.code, "--table", "1", "--nickname", "a", "--seat")
    for given, why in (
        ((address.base, *seat, "us"), "a bot keeps this seat"),
        ((address.base, *seat, "mars"), "there is no seat 'mars'"),
        ((address.base, "--code", "NONE"), "not the code of this class"),
        ((address.link("no-such-token"),), "does not lead to a seat any more"),
    ):
        code, out, err = join(*given)
        assert code == 5
        assert why in err
        assert "come back" not in out
    monkeypatch.setattr(connection, "shape", lambda: "9.9/0")
    code, _, err = join(address.base, "--code", room.code)
    assert code == 5
    assert "do not speak alike: install the host's version" in err


def test_a_code_alone_is_for_a_host_on_this_machine(
    join: Joined, room: Room, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "HERE", address.base)
    code, out, err = join(room.code, "--seat", "ukraine", "--nickname", "a", typed="q\n")
    assert code == 0
    assert "Ukraine: round 1 of 4" in out
    assert "looked up on this machine" in err


def test_nobody_there_is_a_sentence(join: Joined) -> None:
    code, _, err = join("http://127.0.0.1:1")
    assert code == 1
    assert err.startswith(
        "nobody answers at http://127.0.0.1:1 (Connection refused): is the class kept there"
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("http://192.168.1.5:8000", Address("http://192.168.1.5:8000")),
        (" http://192.168.1.5:8000/ ", Address("http://192.168.1.5:8000")),
        ("192.168.1.5:8000", Address("http://192.168.1.5:8000")),
        ("localhost", Address("http://localhost")),
        ("https://class.example.org", Address("https://class.example.org")),
        ("http://[::1]:8000/s/ab-c_d?lang=uk", Address("http://[::1]:8000", "ab-c_d")),
        ("abc 234", Address(HERE, code="abc 234")),
        ("ABC234", Address(HERE, code="ABC234")),
    ],
)
def test_what_somebody_types_is_understood(typed: str, found: Address) -> None:
    assert address_of(typed) == found


def test_a_seat_goes_over_the_safe_wire_where_its_page_does() -> None:
    assert address_of("https://class.example.org/s/a").wire == "wss://class.example.org/terminal"
    assert address_of("10.0.0.1:80").wire == "ws://10.0.0.1:80/terminal"


@pytest.mark.parametrize(
    "typed", ["", "ftp://x", "http://", "http://[", "http://a:b", "http://u@h", "http://h/what"]
)
def test_what_is_no_address_is_a_sentence(join: Joined, typed: str) -> None:
    code, _, err = join("--", typed)
    assert code == 2
    assert "is no address of a class" in err
