"""Makes the pictures of the README from real output: the terminal as SVG, the page as PNG.

`python scripts/make_pictures.py` writes docs/pictures/terminal.svg and docs/pictures/page.png; the second needs
Playwright and Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import CONSOLE_SVG_FORMAT, Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SHOWN = ("verify", "examples/market-report/claims.yaml")
WIDTH = 110


def run(*arguments: str) -> str:
    """Return what the tool prints, in the colours of a terminal; it exits 1 where it finds something."""
    command = [sys.executable, "-m", "claimcheck", *arguments]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  our own tool
    if ran.returncode not in (0, 1):
        raise SystemExit(ran.stderr)
    return ran.stdout


def terminal() -> str:
    """Return the terminal as SVG, with the fonts of the machine that shows it in place of any from the network."""
    printed = run(*SHOWN, "--color", "always", "--width", str(WIDTH))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(f"$ claimcheck {' '.join(SHOWN)}\n{printed}"), end="")
    layout = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    layout = layout.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace")
    return console.export_svg(title="claimcheck", code_format=layout, unique_id="terminal")


def page(target: Path) -> None:
    """Write the top of a page with its contradiction as PNG."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = os.environ.get("CLAIMCHECK_BROWSER") or next(filter(None, map(shutil.which, names)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        run(*SHOWN, "--format", "html", "--output", str(path))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page(viewport={"width": 1200, "height": 900}, color_scheme="light")
        shown.goto(path.as_uri())
        box = shown.locator("h3#claims").bounding_box()
        height = int(box["y"]) - 16 if box else 900
        shown.screenshot(path=str(target), clip={"x": 0, "y": 0, "width": 1200, "height": height}, full_page=True)
        browser.close()


def main() -> None:
    """Make both pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "terminal.svg").write_text(terminal(), encoding="utf-8")
    page(PICTURES / "page.png")


if __name__ == "__main__":
    main()
