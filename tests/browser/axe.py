"""axe-core, fetched once by its hash for the tests and never shipped: what it finds serious on a page."""

import base64
import hashlib
import io
import tarfile
import urllib.request
from pathlib import Path

import pytest

from tests.browser.chromium import Browser

ADDRESS = "https://registry.npmjs.org/axe-core/-/axe-core-4.10.3.tgz"
SHA512 = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg=="
KEPT = Path(__file__).parent / ".axe" / "axe-4.10.3.min.js"

ASK = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ['violations']}).then((found) => done(found.violations
  .filter((each) => ['serious', 'critical'].includes(each.impact))
  .map((each) => `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((one) => one.html).join(' | ')}`)));
"""


def axe() -> str:
    """The script; a machine without a network skips what needs it."""
    if not KEPT.exists():
        try:
            with urllib.request.urlopen(ADDRESS, timeout=30) as answer:
                packed = answer.read()
        except OSError as error:
            pytest.skip(f"axe-core could not be fetched from {ADDRESS}: {error}")
        assert base64.b64encode(hashlib.sha512(packed).digest()).decode() == SHA512
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            found = archive.extractfile("package/axe.min.js")
            assert found is not None
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_bytes(found.read())
    return KEPT.read_text(encoding="utf-8")


def serious(browser: Browser) -> list[str]:
    """What it finds serious or critical on the page that is shown."""
    browser.run(f"{axe()}\nwindow.axe = axe;")
    found = browser.driver.execute_async_script(ASK)
    return [str(each) for each in found]
