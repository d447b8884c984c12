"""What reports cost beside the verification: seconds and bytes for 2,000 and 10,000 claims, in every format.

`python benchmarks/reports.py` prints one line a format, and how long a browser takes to open the page where
Playwright and Chromium are installed. Aims: the table of 10,000 claims in under a second, the page of 2,000 below 3
MB and open in two.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from claimcheck.reports import NAMES
from support_reports import many, rendered, report_of


def opening(page: str) -> str:
    """Return how long a browser takes to load a page, the best of three times; why not where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return "playwright is not installed"
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        return "there is no Chromium"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        times = []
        for _ in range(3):
            tab = browser.new_page()
            tab.goto(path.as_uri())
            times.append(tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
            tab.close()
        browser.close()
    return f"{min(times) / 1000:.3f} s"


def main() -> None:
    """Measure and print."""
    for count in (2001, 9999):
        started = time.perf_counter()
        report = report_of(*many(count))
        print(f"{len(report.claims):,} claims verified in {time.perf_counter() - started:.2f} s")
        for name in NAMES:
            started = time.perf_counter()
            text = rendered(name, report, verbose=True, width=120)
            print(f"  {name:<9} {time.perf_counter() - started:6.3f} s {len(text.encode()):>11,} bytes")
            if name == "html":
                print(f"  to open:  {opening(text)}")


if __name__ == "__main__":
    main()
