"""A real browser for the tests of the page: the system's Chromium, driven by Playwright; else they are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
AXE = "4.10.3"


@pytest.fixture(scope="module")
def browser():
    """A running browser. `CLAIMCHECK_BROWSER` names another program."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: the page was not looked at")
    found = os.environ.get("CLAIMCHECK_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("there is no Chromium (scripts/install_browser.sh): the page was not looked at")
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, from npm into a cache folder outside the checkout; its absence is a skipped test."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimcheck-tests"
    path = cache / f"axe-{AXE}.js"
    if not path.exists():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("there is no npm to fetch axe-core with: accessibility was not checked")
        cache.mkdir(parents=True, exist_ok=True)
        command = [npm, "pack", "--silent", "--pack-destination", str(cache), f"axe-core@{AXE}"]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=cache)
        except (subprocess.SubprocessError, OSError) as error:
            pytest.skip(f"npm could not fetch axe-core ({type(error).__name__}): accessibility was not checked")
        with tarfile.open(cache / f"axe-core-{AXE}.tgz") as archive:
            member = archive.extractfile("package/axe.min.js")
            path.write_bytes(member.read())
    return path.read_text(encoding="utf-8")
