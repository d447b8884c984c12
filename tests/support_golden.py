"""Golden files: every format on every example and on the project's own sheet, under tests/golden/NAME/.

`python tests/support_golden.py` renews them; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

import claimcheck

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
SHEETS = {"brief": "claims.yaml"} | {
    path.parent.name: path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "examples").glob("*/claims.yaml"))
}
FILES = {
    "table": "table.txt",
    "concise": "concise.txt",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "html": "page.html",
    "markdown": "comment.md",
    "sarif": "claims.sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "rdjson": "rdjson.json",
    "junit": "junit.xml",
}


@cache
def report(name: str) -> claimcheck.Report:
    """Return the report on a sheet, run in the checkout."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return claimcheck.verify(SHEETS[name])
    finally:
        os.chdir(before)


def text_of(name: str, format_: str) -> str:
    """Return the report on a sheet as the golden file has it: without the version of the tool."""
    text = claimcheck.render(report(name), format_, width=120, all=True)
    return text.replace(claimcheck.__version__, "VERSION")


def renew() -> list[str]:
    """Write every golden file anew; return those that changed."""
    changed = []
    for name in SHEETS:
        (GOLDEN / name).mkdir(parents=True, exist_ok=True)
        for format_, file in FILES.items():
            path, text = GOLDEN / name / file, text_of(name, format_)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                changed.append(path.relative_to(ROOT).as_posix())
    return changed


if __name__ == "__main__":
    sys.stdout.write("".join(f"renewed: {path}\n" for path in renew()) or "all golden files are current\n")
