"""Golden files: every format on every example and on the project's own sheet, under tests/golden/NAME/; and what
`explain` tells of the sheets under tests/explanations/, beside each.

`python tests/support_golden.py` renews them; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

import claimcheck
from claimcheck.findings import Severity
from claimcheck.reports import View
from claimcheck.reports.explanation import render_explanation

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
STYLE = re.compile(r"(?<=<style>).*?(?=</style>)|(?<=style-src ')sha256-[^']*", re.DOTALL)
EXPLANATIONS = ROOT / "tests" / "explanations"
EXPLAINED = {  # the claim that is explained
    "average-above-its-groups": "all",
    "change-in-points": "drop",
    "contribution-from-rates": "added",
    "level-growth-level": "growth",
    "loss-in-a-division": "improved",
    "more-than-half": "most-of-it",
    "pace-against-multiple": "pace",
    "parts-short-of-the-whole": "spending",
    "passing-change-of-trade": "trade-fell",
    "passing-remainder": "other-share",
    "patients-in-whole-numbers": "responded",
    "shares-past-the-whole": "europe",
    "six-years-of-growth": "growth-2020",
    "surplus-of-two-falls": "surplus",
    "three-segments": "revenue-rose",
    "trade-of-two-years": "trade-fell",
    "two-readings": "rose",
    "whole-grew-more-than-its-parts": "freight",
}


@cache
def report(name: str) -> claimcheck.Report:
    """Return the report on a sheet, run in the checkout."""
    before = Path.cwd()
    os.chdir(ROOT)
    sheet = SHEETS.get(name) or f"tests/explanations/{name}/claims.yaml"
    try:
        return claimcheck.verify(sheet)
    finally:
        os.chdir(before)


def text_of(name: str, format_: str) -> str:
    """Return the report on a sheet as the golden file has it: without the tool's version and the page's style."""
    text = claimcheck.render(report(name), format_, width=120, all=True).replace(claimcheck.__version__, "VERSION")
    return STYLE.sub("STYLE", text) if format_ == "html" else text


def explained(name: str) -> str:
    """Return what `explain` prints of the claim of one of `EXPLAINED`, and the diagnostic that `verify` prints."""
    found = report(name)
    assert found.sheet is not None
    claim = found.sheet.claim(EXPLAINED[name])
    assert claim is not None
    text = render_explanation(found, claim, View(Severity.ERROR, width=120))
    table = claimcheck.render(found, "table", width=120)
    _, error, diagnostic = table.partition("error[")
    return f"$ claimcheck explain {claim.id}\n{text}\n$ claimcheck verify\n{error}{diagnostic if error else table}"


def golden_files() -> dict[Path, str]:
    """Return every golden file with the text that it should hold."""
    files = {GOLDEN / name / file: text_of(name, format_) for name in SHEETS for format_, file in FILES.items()}
    return files | {EXPLANATIONS / name / "explained.txt": explained(name) for name in EXPLAINED}


def renew() -> list[str]:
    """Write every golden file anew; return those that changed."""
    changed = []
    for path, text in golden_files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path.relative_to(ROOT).as_posix())
    return changed


if __name__ == "__main__":
    sys.stdout.write("".join(f"renewed: {path}\n" for path in renew()) or "all golden files are current\n")
