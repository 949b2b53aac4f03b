"""How pages look and who can use them: narrow and wide, large letters, from right to left, by keyboard, on paper."""

from collections.abc import Callable

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from tabletop.ui.web.request import PAGES
from tests.browser.axe import serious
from tests.browser.chromium import PHONE, WIDE, Browser
from tests.browser.conftest import PICTURES, Opens
from tests.classroom.host_process import HostProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]

OURS = [page for page in PAGES if page not in {"counsel", "end"}]


@pytest.fixture
def host(hosts: Callable[..., HostProcess]) -> HostProcess:
    return hosts("--format", "pop-up", "--seed", "15")


def overflows(browser: Browser) -> bool:
    """Whether the page is wider than its window."""
    return bool(browser.run("return document.documentElement.scrollWidth > innerWidth + 1"))


def box(browser: Browser, wanted: str) -> dict[str, float]:
    """Where an element stands in the window."""
    return dict(
        browser.run("return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()", wanted)
    )


def test_every_page_is_for_everybody(host: HostProcess, browsers: Opens) -> None:
    """Nothing serious by axe; no page is wider than a telephone, with letters twice as large or from right to left."""
    browser = browsers(PHONE)
    found: list[str] = []
    browser.open(host.url)
    found += serious(browser)
    browser.run("document.querySelector('h1').after(document.createElement('img'))")
    assert serious(browser)  # what has no words is found
    browser.open(host.url)
    browser.one("#code").send_keys(host.told["code"])
    browser.press(browser.one("button[type=submit]"))
    browser.one("#nickname")
    found += serious(browser)
    browser.open(host.told["control"])
    found += serious(browser)
    assert not overflows(browser)
    browser.open(host.links[1, "ukraine"])
    for page in OURS:
        browser.open(f"{host.url}/seat?page={page}")
        browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found += [f"{page}: {each}" for each in serious(browser)]
        assert not overflows(browser), page
        browser.run("document.documentElement.dir = 'rtl'")
        assert not overflows(browser), f"{page}, from right to left"
        browser.look((640, 512))  # 1280 by 1024 at 200 %
        browser.run("document.documentElement.dir = 'ltr'")
        assert not overflows(browser), f"{page}, twice as large"
        browser.look(PHONE)
    browser.look(WIDE, "light")
    for page in ("table", "outside"):
        browser.open(f"{host.url}/seat?page={page}")
        found += [f"{page}, wide: {each}" for each in serious(browser)]
    assert found == []


def test_a_telephone_has_one_column_a_head_of_two_lines_and_a_bar_that_covers_nothing(
    host: HostProcess, browsers: Opens
) -> None:
    browser = browsers(PHONE)
    browser.open(host.links[1, "ukraine"])
    lefts = browser.run(
        "const panels = [...document.querySelectorAll('.room .panel')];"
        "return [...new Set(panels.map((each) => each.getBoundingClientRect().left))]"
    )
    assert len(lefts) == 1
    assert box(browser, ".head")["height"] <= 64
    bar = box(browser, ".bar")
    assert bar["bottom"] == PHONE[1]
    for wanted in (".bar .button", ".move > summary", ".tabs a"):
        assert box(browser, wanted)["height"] >= 48, wanted
    browser.run("scrollTo(0, document.body.scrollHeight)")
    assert box(browser, ".room")["bottom"] <= box(browser, ".bar")["top"]
    for _ in range(40):  # whatever has the focus is in sight, above the bar
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        hidden = browser.run(
            "const at = document.activeElement; if (at === document.body || at.closest('.bar, .skip')) return null;"
            "const found = at.getBoundingClientRect(), bar = document.querySelector('.bar').getBoundingClientRect();"
            "return found.top >= bar.top - 4 && found.bottom > 0 ? at.outerHTML.slice(0, 120) : null"
        )
        assert hidden is None
        if browser.run("return document.activeElement.closest('.bar') !== null"):
            break
    browser.press(browser.one(".move[data-move=orders] > summary"))
    browser.press(browser.one(".move[data-move=orders] button[value=preview]"))
    browser.until(lambda: browser.all(".bar button[form=confirm]"), "the answer in the bar")
    assert box(browser, ".bar button")["height"] >= 48


def test_wide_the_move_the_text_and_the_rest_stand_side_by_side(host: HostProcess, browsers: Opens) -> None:
    browser = browsers(WIDE)
    browser.open(host.links[1, "ukraine"])
    parts = [".your-move", ".text", ".conditions", ".log", ".outside"]
    move, text, conditions, record, outside = (box(browser, each) for each in parts)
    assert move["right"] < text["left"] < text["right"] < conditions["left"]
    assert conditions["left"] == record["left"] == outside["left"]
    assert conditions["bottom"] < record["top"] < record["bottom"] < outside["top"]
    browser.look(media="print")
    browser.picture(PICTURES / "paper.png", whole=True)
    assert browser.run("return getComputedStyle(document.querySelector('.bar')).display") == "none"


def test_the_keyboard_alone_makes_a_move(host: HostProcess, browsers: Opens) -> None:
    browser = browsers(WIDE)
    browser.open(host.links[1, "ukraine"])

    def tab_to(wanted: str) -> None:
        for _ in range(80):
            ActionChains(browser.driver).send_keys(Keys.TAB).perform()
            if browser.run("return document.activeElement.matches(arguments[0])", wanted):
                outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none"
                return
        raise AssertionError(f"no way to {wanted}")

    ActionChains(browser.driver).send_keys(Keys.TAB, Keys.ENTER).perform()  # go to the page
    tab_to(".move[data-move=orders] > summary")
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    tab_to(".move[data-move=orders] button[value=preview]")
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    browser.until(lambda: browser.all("#confirm"), "looked at")
    assert browser.run("return document.activeElement.id") == "shown-title"
    tab_to("#confirm button")
    ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
    browser.until(lambda: "no. 1" in browser.text("#outbox .written"), "written")
    here = "return document.activeElement.closest('.move')?.dataset.move"
    browser.until(lambda: browser.run(here) == "orders", "the focus stays where the move was made")


def test_a_card_fills_in_orders_and_notes_are_kept_with_a_script_and_without(
    host: HostProcess, browsers: Opens
) -> None:
    for script, seat in ((True, "ukraine"), (False, "russia")):
        browser = browsers(WIDE, script=script)
        browser.open(host.links[1, seat])
        browser.press(browser.one(".move[data-move=orders] > summary"))
        browser.press(browser.all(".cards a")[3])
        assert "card=quiet" in browser.driver.current_url
        chosen = browser.run(
            "return [...document.querySelectorAll('.move[data-move=orders] select')].map((each) => each.value)"
        )
        assert "strikes.none" in chosen or "long-range.none" in chosen
        browser.open(f"{host.url}/seat?page=notes")
        browser.one("#notes").send_keys("What we may not say.")
        browser.press(browser.one(".of-notes button"))
        browser.open(f"{host.url}/seat?page=notes")
        assert browser.one("#notes").get_attribute("value") == "What we may not say."
