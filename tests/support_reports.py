"""Sheets and documents for the tests of reports: a contradiction, a passing sheet, hostile text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import claimcheck
from claimcheck.app.coverage import cover
from claimcheck.findings import Severity
from claimcheck.reports import View
from claimcheck.reports import render as render_reports

if TYPE_CHECKING:
    from claimcheck import Report

BRIEF = """# Sales

Sales were 201 million dollars in 2014.
A year later they came to 262 million dollars, up 43%.
The town has 12 shops, and 7 schools.
"""
SHEET = """document: brief.md
defaults:
  unit: USD
claims:
  - id: before
    quote: 201 million dollars
    value:
      of: sales
      in: 2014
  - id: after
    quote: 262 million dollars
    value:
      of: sales
      in: 2015
  - id: rise
    quote: up 43%
    growth:
      of: sales
      in: 2015
  - id: shops
    quote: 12 shops
    value:
      of: shops
      in: 2015
"""
PASSING = SHEET.replace("up 43%", "up 30%")
PASSING_BRIEF = BRIEF.replace("up 43%", "up 30%")

# What must be obeyed by nothing: markup, commands of build logs, terminals and forges, and what turns text around.
PLAIN_HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> ]]> &amp; &lt; %0A::error::pwned ##[error]pwned "
    "##vso[task]x @everyone #1 [click](javascript:alert(1)) ![i](http://evil.example/x.png) `tick` | bar :smile: "
    "[red]loud[/red] www.evil.example {0} \\u0041 $x$ **bold** --> " + "w" * 300
)
HIDDEN_HOSTILE = "\x1b[31mred\x1b[0m \x9b2J \u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff"
HOSTILE_BRIEF = f"""# Sales {PLAIN_HOSTILE} {HIDDEN_HOSTILE}

::error::a whole line
Sales <b>{HIDDEN_HOSTILE} were 201 million dollars</b> in 2014.
Later {PLAIN_HOSTILE} they came to 262 million dollars, up 43%.
Of {HIDDEN_HOSTILE} firms 77 said so.
"""
HOSTILE_SHEET = f"""document: "brief.md"
claims:
  - id: before
    quote: 201 million dollars
    value: {{of: sales, in: 2014}}
  - id: after
    quote: '{PLAIN_HOSTILE} they came to 262 million dollars'
    value: {{of: sales, in: 2015, is: 262 million dollars}}
  - id: '::error::<b>`|%0A*x*##vso@me'
    quote: up 43%
    growth: {{of: sales, in: 2015}}
  - id: gone
    quote: '{PLAIN_HOSTILE[:200]} were 202 million pounds'
    value: {{of: other, in: 2015, is: 202 million pounds}}
exempt:
  - quote: 77
    because: '{PLAIN_HOSTILE}'
"""


def report_of(sheet: str = SHEET, brief: str = BRIEF, name: str = "claims.yaml") -> Report:
    """Return the report on a sheet and its one document, with the numbers of the document."""
    report = claimcheck.verify_text(sheet, {"brief.md": brief}, name=name)
    return report._replace(numbers=tuple(cover(report)))


def rendered(format_: str, *reports: Report, **view: object) -> str:
    """Return reports in a format."""
    return render_reports(reports, View(Severity.ERROR, format=format_)._replace(**view))


def many(count: int) -> tuple[str, str]:
    """Return a sheet of `count` claims, in threes that bear on each other, and its document."""
    lines, claims = [], []
    for i in range(count // 3):
        word = "".join(chr(97 + i // 26**k % 26) for k in (2, 1, 0))
        before, after = 100 + i * 37 % 899, 100 + i * 53 % 899
        rate = abs((2000 * after + before) // (2 * before) - 1000)
        change = f"{'grew' if after >= before else 'fell'} by {rate // 10}.{rate % 10}%"
        first, then = f"Sales of {word} were {before}.0 million euros", f"those of {word} later {after}.0 million euros"
        lines.append(f"{first}, {then}; {word} {change}.")
        for name, quote, kind, year in (
            ("before", first, "value", 2014),
            ("after", then, "value", 2015),
            ("rate", f"{word} {change}", "growth", 2015),
        ):
            claims.append(
                f"  - id: {word}-{name}\n    quote: {quote}\n    {kind}:\n      of: {word}\n      in: {year}\n"
            )
    return "document: brief.md\nclaims:\n" + "".join(claims), "\n".join(lines) + "\n"
