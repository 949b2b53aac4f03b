"""Debian's Chromium, driven through its own driver: wide or narrow, day or night, with scripts or without."""

import base64
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import Any, TypeVar

from selenium.common.exceptions import JavascriptException, StaleElementReferenceException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

Found = TypeVar("Found")

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
INSTALL = "the browser tests need Debian's packages: apt-get install chromium chromium-driver"

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars",
    "--force-color-profile=srgb",
)  # fmt: skip

WIDE, PHONE = (1280, 900), (360, 740)
WAIT_S = 20.0

EXPECTED = ("net::ERR_", "status of 409", "status of 503")
"""What a browser complains of where nothing is wrong with the page: a host that is away, a move that is refused."""


def there() -> bool:
    """Whether this machine has the browser and its driver."""
    return shutil.which(CHROMIUM) is not None and shutil.which(DRIVER) is not None


class Browser:
    """One browser with a profile of its own.

    Attributes:
        driver: Selenium's.
    """

    def __init__(self, size: tuple[int, int] = WIDE, *, script: bool = True, scheme: str = "dark") -> None:
        """Start it.

        Args:
            size: Width and height of the window in CSS pixels; a narrow one is a telephone.
            script: Whether pages may run scripts.
            scheme: `dark` or `light`.
        """
        self._profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        options = ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={self._profile.name}", "--window-size=1280,900"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        if not script:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2}
            )
        self.driver = Chrome(options, Service(DRIVER, log_output=os.devnull))
        self.driver.set_page_load_timeout(WAIT_S)
        self.look(size, scheme)

    def look(self, size: tuple[int, int] | None = None, scheme: str = "", *, media: str = "") -> None:
        """Another width, day or night, screen or paper."""
        if size is not None:
            metrics = {
                "width": size[0],
                "height": size[1],
                "deviceScaleFactor": 1,
                "mobile": size[0] < 700,
            }
            self.order("Emulation.setDeviceMetricsOverride", metrics)
        if scheme or media:
            features = [
                {"name": "prefers-reduced-motion", "value": "reduce"}
            ]  # no picture of a colour on its way
            features += [{"name": "prefers-color-scheme", "value": scheme}] if scheme else []
            self.order("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def order(self, command: str, given: Mapping[str, object]) -> Any:
        """A command of Chromium's own protocol."""
        return self.driver.execute_cdp_cmd(command, dict(given))

    def open(self, url: str) -> None:
        """Go to an address."""
        self.driver.get(url)

    def all(self, wanted: str) -> list[WebElement]:
        """Elements by a selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, wanted)

    def one(self, wanted: str) -> WebElement:
        """The first element, once it is there."""
        return self.until(lambda: next(iter(self.all(wanted)), None), wanted)

    def text(self, wanted: str = "body") -> str:
        """The words of the first element; empty without one."""
        try:
            found = self.all(wanted)
            return found[0].text if found else ""
        except StaleElementReferenceException:
            return ""

    def press(self, what: WebElement) -> None:
        """Click on something, in sight and clear of the bar."""
        self.run("arguments[0].scrollIntoView({block: 'center'})", what)
        what.click()

    def run(self, script: str, *given: object) -> Any:
        """What a script of the test says, whatever the page may run."""
        return self.driver.execute_script(script, *given)

    def until(self, what: Callable[[], Found | None], said: str = "", most: float = WAIT_S) -> Found:
        """What is awaited, once it holds."""
        end = monotonic() + most
        while True:
            try:
                found = what()
            except (StaleElementReferenceException, JavascriptException):
                found = None
            if found:
                return found
            assert monotonic() < end, f"not within {most:.0f} s: {said}\n{self.text()[:600]}"
            sleep(0.05)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Write what is shown, or the whole page, to a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not whole:
            self.driver.save_screenshot(str(path))
            return
        size = self.order("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 8_000), "scale": 1}
        drawn = self.order("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        path.write_bytes(base64.b64decode(drawn["data"]))

    def complaints(self) -> list[str]:
        """What the browser complained of since it was asked last: violations of the policy, faults of the script."""
        return [
            each["message"]
            for each in self.driver.get_log("browser")  # type: ignore[no-untyped-call]
            if each["level"] == "SEVERE" and not any(told in each["message"] for told in EXPECTED)
        ]

    def close(self) -> None:
        """End it, and forget its profile."""
        self.driver.quit()
        self._profile.cleanup()
