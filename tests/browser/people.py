"""People at a table, who make moves that were chosen for them: in a browser with or without scripts, or by HTTP."""

import re
from collections.abc import Iterable
from html import unescape
from time import monotonic, sleep
from typing import Protocol

import httpx2
from selenium.webdriver.common.by import By

from tabletop.game.records.menu import Box
from tabletop.game.records.moves import Move
from tabletop.ui.web.forms import move_fields
from tests.browser.chromium import WAIT_S, Browser

FILL = """
const pairs = arguments[0];
function fits(form) {
  const left = pairs.map(([name, value]) => [name, value]);
  const take = (name, values) => {
    const at = left.findIndex(([n, v]) => n === name && values.includes(v));
    return at < 0 ? null : left.splice(at, 1)[0][1];
  };
  const done = [], radios = {};
  for (const each of form.elements) {
    if (each.tagName === 'BUTTON' || each.tagName === 'FIELDSET' || ['turn', 'cid', 'do'].includes(each.name)) continue;
    if (each.type === 'hidden') { if (take(each.name, [each.value]) === null) return null; }
    else if (each.type === 'radio') (radios[each.name] ??= []).push(each);
    else if (each.tagName === 'SELECT') {
      const value = take(each.name, [...each.options].map((one) => one.value).filter(Boolean)) ?? '';
      if (![...each.options].some((one) => one.value === value)) return null;
      done.push(() => { each.value = value; });
    } else {
      const at = left.findIndex(([n]) => n === each.name);
      const value = at < 0 ? '' : left.splice(at, 1)[0][1];
      done.push(() => { each.value = value; });
    }
  }
  for (const [name, buttons] of Object.entries(radios)) {
    const value = take(name, buttons.map((one) => one.value));
    const found = buttons.find((one) => one.value === value);
    if (!found) return null;
    done.push(() => { found.checked = true; });
  }
  return left.length ? null : done;
}
for (const form of document.querySelectorAll('.move form')) {
  const done = fits(form);
  if (!done) continue;
  form.closest('details').open = true;
  done.forEach((each) => each());
  for (const each of form.elements) each.dispatchEvent(new Event('input', {bubbles: true}));
  return form;
}
return null;
"""
"""Fills in the first form of the page that takes all fields of a move."""


class Person(Protocol):
    """Somebody at a seat."""

    def make(self, move: Move, box: Box, turn: int) -> None:
        """Make a move once the page is of a turn; returns when it is written."""


class AtBrowser:
    """Somebody with a browser; one without scripts reloads the page where the other is told."""

    def __init__(self, browser: Browser, link: str, *, script: bool) -> None:
        self.browser, self._script, self.made = browser, script, 0
        browser.open(link)
        self.url = browser.driver.current_url

    def see(self, turn: int) -> None:
        """Wait until the page is of a turn."""
        end = monotonic() + WAIT_S
        while self.browser.one("main").get_attribute("data-turn") != str(turn):
            assert monotonic() < end, (
                f"the page stays at {self.browser.one('main').get_attribute('data-turn')}"
            )
            sleep(0.1)
            if not self._script:
                self.browser.open(self.url)

    def make(self, move: Move, box: Box, turn: int) -> None:
        """Fill in the form, look closer where there is no other way, and make it."""
        self.see(turn)
        browser = self.browser
        filled = browser.run(FILL, list(move_fields(move, box)))
        assert filled is not None, f"no form of the page takes {move}"
        direct = filled.find_elements(By.CSS_SELECTOR, "button[value=make]")
        browser.press((direct or filled.find_elements(By.CSS_SELECTOR, "button[value=preview]"))[0])
        if not direct:
            browser.press(browser.one("#confirm button[value=make]"))
        self.made += 1
        if self._script:
            browser.until(lambda: f"no. {self.made}:" in browser.text("#outbox .written"), "written")
        else:
            browser.until(lambda: "Written" in browser.text("[data-receipt=written]"), "written")


class AtTerminal:
    """Somebody with a terminal. `tabletop join` is to stand here; until then a client of its own speaks HTTP."""

    def __init__(self, url: str, link: str) -> None:
        self._client = httpx2.Client(base_url=url, headers={"origin": url}, follow_redirects=True, timeout=20)
        self._client.get(link)
        self.made = 0

    def make(self, move: Move, box: Box, turn: int) -> None:
        """Post the move's fields once the page is of the turn."""
        end = monotonic() + WAIT_S
        while self.turn() != turn:
            assert monotonic() < end, "the page stays where it is"
            sleep(0.05)
        self.post([*move_fields(move, box), ("turn", str(turn)), ("cid", f"t{self.made}")])
        assert self._client.get(f"/receipt/t{self.made}").json()["state"] == "written"
        self.made += 1

    def turn(self) -> int:
        """The turn of the page as it is now."""
        found = re.search(r'data-turn="(\d+)"', self._client.get("/seat").text)
        return int(found[1]) if found else -1

    def post(self, fields: Iterable[tuple[str, str]]) -> str:
        """Send a form; the page that comes back."""
        given: dict[str, list[str]] = {}
        for name, value in fields:
            given.setdefault(name, []).append(value)
        return unescape(self._client.post("/seat", data=given).text)

    def get(self, path: str) -> str:
        """A page, or a file."""
        return self._client.get(path).text

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()
