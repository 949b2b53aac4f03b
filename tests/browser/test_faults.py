"""What goes wrong in a class: the host goes away, a seat has two windows, somebody clicks twice, a tab is hidden."""

from collections.abc import Callable
from time import sleep

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from tabletop.classroom.news_stream import WINDOWS_MOST
from tests.browser.chromium import PHONE, WIDE, Browser
from tests.browser.conftest import Opens
from tests.browser.people import AtTerminal
from tests.classroom.host_process import HostProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

POP_UP = ("--format", "pop-up", "--seed", "4")


@pytest.fixture
def host(hosts: Callable[..., HostProcess]) -> HostProcess:
    return hosts(*POP_UP)


def half_filled(browser: Browser) -> None:
    """Open the leak's form and choose and type in it, without sending it."""
    browser.press(browser.one(".move[data-move=position] > summary"))
    field = browser.one(".move[data-move=position] select")
    browser.run("arguments[0].scrollIntoView({block: 'center'})", field)
    field.send_keys(Keys.DOWN, Keys.DOWN)


def stands(browser: Browser) -> tuple[str, bool, str, int]:
    """What is chosen, whether its form is open, what has the focus, and where it stands in the window."""
    found = browser.run(
        "const form = document.querySelector('.move[data-move=position]'), at = form.querySelector('select');"
        "return [at.value, form.open, document.activeElement.name ?? '', Math.round(at.getBoundingClientRect().top)]"
    )
    return tuple(found)


def orders(browser: Browser) -> None:
    """Seal the orders as they stand."""
    form = browser.one(".move[data-move=orders]")
    if form.get_attribute("open") is None:
        browser.press(browser.one(".move[data-move=orders] > summary"))
    browser.press(browser.one(".move[data-move=orders] button[value=make]"))


def made(terminal: AtTerminal) -> int:
    """How many moves a seat has made."""
    return terminal.get("/receipts.json").count('"cid"')


def test_a_half_filled_form_survives_what_others_do(host: HostProcess, browsers: Opens) -> None:
    browser, other = browsers(PHONE), AtTerminal(host.url, host.links[1, "ukraine"])
    browser.open(host.links[1, "ukraine"])
    half_filled(browser)
    before, turn = stands(browser), browser.one("main").get_attribute("data-turn")
    assert before[0]
    page = other.get("/seat")
    browser.run("window.same = true")
    sealing = browser.run(
        "return [...new FormData(document.querySelector('.move[data-move=orders] form'))].map(([a, b]) => [a, b])"
    )
    assert "data-turn" in page
    other.post([*((name, value) for name, value in sealing if name != "cid"), ("cid", "elsewhere")])
    browser.until(lambda: browser.one("main").get_attribute("data-turn") != turn, "the news")
    assert stands(browser) == before
    assert browser.run("return window.same") is True
    assert browser.text("#heard")
    browser.open(f"{host.url}/seat?page=text")
    browser.open(f"{host.url}/seat?page=table")
    assert stands(browser)[:2] == before[:2]
    other.close()


def test_a_host_that_goes_away_finds_the_form_and_the_move_when_it_comes_back(
    host: HostProcess, browsers: Opens
) -> None:
    browser = browsers(WIDE)
    browser.open(host.links[1, "ukraine"])
    half_filled(browser)
    before = stands(browser)[:2]
    host.kill()
    browser.until(lambda: "has not answered since" in browser.text("#line"), "the host is missed")
    orders(browser)
    browser.until(lambda: browser.text("#outbox .waiting"), "on its way")
    sleep(2)
    assert not browser.all("#outbox .written")
    host.again()
    browser.until(lambda: "your move no. 1" in browser.text("#outbox .written"), "written")
    browser.until(lambda: not browser.text("#line"), "the host is back")
    assert stands(browser)[:2] == before
    there = AtTerminal(host.url, host.links[1, "ukraine"])
    assert made(there) == 1
    there.close()


def test_a_click_that_comes_twice_makes_one_move(host: HostProcess, browsers: Opens) -> None:
    with_script, plain = browsers(WIDE), browsers(PHONE, script=False)
    for browser, seat in ((with_script, "ukraine"), (plain, "russia")):
        browser.open(host.links[1, seat])
        browser.press(browser.one(".move[data-move=orders] > summary"))
        button = browser.one(".move[data-move=orders] button[value=make]")
        browser.run("arguments[0].scrollIntoView({block: 'center'})", button)
        ActionChains(browser.driver).double_click(button).perform()
    with_script.until(lambda: "your move no. 1" in with_script.text("#outbox .written"), "written")
    plain.until(lambda: "your move no. 1" in plain.text("[data-receipt=written]"), "written")
    for seat in ("ukraine", "russia"):
        there = AtTerminal(host.url, host.links[1, seat])
        assert made(there) == 1
        there.close()


def test_two_windows_of_a_seat_agree_and_the_oldest_of_too_many_is_told(
    host: HostProcess, browsers: Opens
) -> None:
    desk, phone = browsers(WIDE), browsers(PHONE)
    for browser in (desk, phone):
        browser.open(host.links[1, "ukraine"])
    orders(desk)
    desk.until(lambda: desk.text("#outbox .written"), "written")
    turn = desk.until(lambda: desk.one("main").get_attribute("data-turn"), "the turn")
    phone.until(lambda: phone.one("main").get_attribute("data-turn") == turn, "the other window")
    for _ in range(WINDOWS_MOST):
        phone.driver.switch_to.new_window("tab")
        phone.open(f"{host.url}/seat?page=text")
    desk.until(lambda: "newer windows" in desk.text("#line"), "told")
    sleep(2.5)
    assert "newer windows" in desk.text("#line")


def test_a_hidden_tab_is_quiet_and_catches_up_when_it_is_looked_at(
    host: HostProcess, browsers: Opens
) -> None:
    browser, other = browsers(WIDE), AtTerminal(host.url, host.links[1, "ukraine"])
    teacher = AtTerminal(host.url, host.told["control"])
    browser.open(host.links[1, "ukraine"])
    turn = browser.one("main").get_attribute("data-turn")
    hide = (
        "Object.defineProperty(document, 'hidden', {configurable: true, get: () => %s});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    browser.run(hide % "true")
    sealing = browser.run("return [...new FormData(document.querySelector('.move[data-move=orders] form'))]")
    sleep(1)
    other.post([*((name, value) for name, value in sealing if name != "cid"), ("cid", "elsewhere")])
    browser.until(lambda: browser.driver.title.startswith("●"), "the sign in the tab")
    assert browser.one("main").get_attribute("data-turn") == turn
    browser.until(lambda: "quiet" in teacher.get("/control"), "quiet, not away")
    browser.run(hide % "false")
    browser.until(lambda: browser.one("main").get_attribute("data-turn") != turn, "caught up")
    assert not browser.driver.title.startswith("●")
    for each in (other, teacher):
        each.close()
