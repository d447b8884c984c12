"""Write docs/numbers.md, the manual of written numbers, from the tables that the scanner reads by.

Run `python scripts/make_numbers.py` after a change of a table; `--check` exits 1 when the page is not current.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.quantity.hedges import WIDTHS
from claimcheck.quantity.lexicon import european, hedges, measures, money
from claimcheck.quantity.lexicon.numbers import ARABIC_MAGNITUDES, CHINESE_MAGNITUDES, MAGNITUDES, MULTIPLES
from claimcheck.quantity.show import show_interval, show_number
from claimcheck.quantity.style import LOCALES
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import Style, interval, parse_scale, read

if TYPE_CHECKING:
    from fractions import Fraction

TARGET = Path(__file__).parent.parent / "docs/numbers.md"
EXAMPLES = {
    "Rounding": (
        ("24.59 trillion yuan", "half a unit of the last printed digit"),
        ("20.70%", "a printed zero behind the point is a digit"),
        ("760 billion yuan", "zeros left of the point are ambiguous: the widest reading"),
        ("30%", "percents and points are read to their last printed digit"),
        ("8 percentage points", ""),
        ("25 bp", ""),
        ("-7%", ""),
        (
            "(7%)",
            "a minus by itself and in a cell; around a level, a share or a ratio within a sentence mere parentheses",
        ),
        ("5.2 ± 0.3 kg", ""),
        ("10.95 per 1,000", "the value is not divided"),
    ),
    "Counts and words": (
        ("41 firms", "counted nouns are exact when their last digit is not zero"),
        ("40 firms", "otherwise they may be rounded"),
        ("exactly 40", ""),
        ("41 days", "measures are rounded like any number"),
        ("1.5 million users", ""),
        ("23/42", "exact"),
        ("half", "words for parts and multiples: plus and minus 10%"),
        ("two-thirds", ""),
        ("one in 3", "where the last number was rounded: 1/3.5 to 1/2.5, and at least 10%"),
        ("one in 3 or 4", "from the one to the other"),
        ("doubled", ""),
        ("tenfold", ""),
        ("1.4 times", "digits are rounded like any number"),
        ("fell threefold", "of a change or a ratio 1 divided by that, as for `fell by a factor of 3`"),
    ),
    "Hedges": (
        ("about 43%", "plus and minus 5% of the number, and at least the rounding"),
        ("nearly 3 million", "from 10% below up to the number, which is not reached"),
        ("just over 5%", "its mirror"),
        ("just over 1%", "of percents and points no less than their rounding"),
        ("close to 0%", "of zero, what is near it on either side"),
        ("more than 200,000", ""),
        ("at least 15 banks", ""),
        ("less than 50 km", ""),
        ("up to 300 jobs", ""),
        ("fell by less than 2%", "a fall all the same; the verb's sign comes after"),
        ("20-25%", "each end with its rounding"),
        ("$10-12 million", "the first end takes the magnitude of the second"),
        ("between 700,000 and 1.2 million", "unless it is written out; the coarser rounding holds for both"),
    ),
}
STYLES = (
    ("24.59 trillion yuan", "precision: 1 billion", Style(precision="1 billion")),
    ("24.59 trillion yuan", "precision: 3 digits", Style(precision="3 digits")),
    ("760 billion yuan", "precision: printed", Style(precision="printed")),
    ("760 billion yuan", "precision: exact", Style(precision="exact")),
    ("1.2%", "rounding: down", Style(rounding="down")),
    ("1.2%", "rounding: up", Style(rounding="up")),
    ("-1.2", "rounding: truncate", Style(rounding="truncate")),
    ("$1,234", "scale: thousand", Style(scale=parse_scale("thousand"))),
    ("about 43%", "hedges: {about: 10%}", Style(hedges=(("about", read("10%").value),))),
)
INTRODUCTION = """\
# Written numbers

<!-- Written by scripts/make_numbers.py from the tables of claimcheck.quantity; do not edit. -->

How claimcheck reads a number: from the text as printed, with its digits, magnitude, unit, hedge and verb,
to the interval of all true values that would be printed so. The same scanner reads `is:`, quotes and whole
texts. Nothing is ever a float: `20.70` and `20.7` differ.
"""
CLASSES = """\
## Numbers that are no quantities

In whole texts some numbers have classes of their own, so that coverage can say what each of them is:

| class | examples |
|---|---|
| year | `in 2015`, `2010-2015`, `2015/16`, `the 1990s`, `FY2019`, `2015年` |
| date | `1 January 2016`, `March 5, 2021`, `2021-05-03`, `10:30`, `2015年3月5日` |
| ordinal | `21st` |
| label | `Section 3.2`, `Table 4`, `No. 7`, `[12]`, `2.0.1`, `COVID-19`, `+1-202-555-0172`, digits in web addresses |

Four digits that may be a year are a number before a unit or a counted noun, and behind a hedge or a
currency: `2000 tonnes`, `2000 employees`, `at least 2000`, `CNY 2000`. Where a claim says `is: 2015`, it is
a number.

## Moves

"Rose from 10 to 12 million" and "went from 2 to 8%" are two numbers, a start and an end, and the start takes
the magnitude, the percent or the currency that only the end prints: 10 million, 2%. "Rose from 500 to 1.2
million" starts at 500, since 500 million would be a fall.

## What is refused

Where one number is asked for, two are an error, and so is a word that belongs to none (`abuot 43%`). A text
of more than 400 characters, a number of more than 300 digits or powers of ten, a lone sign and digits of
mixed scripts are refused before anything is computed.
"""


def page() -> str:
    """Return the text of the page."""
    sections = [INTRODUCTION, *(examples(title, rows) for title, rows in EXAMPLES.items())]
    return "\n".join([*sections, widths(), styles(), units(), magnitudes(), CLASSES])


def shown(text: str, style: Style | None = None) -> str:
    """Return the interval of a written number with its exact ends, open ends told."""
    written = read(text)
    found = interval(written, style or Style())
    if found.low is None or found.high is None or found.is_point:
        return show_interval(found, written.unit)
    low, high = (show_number(end, written.unit) for end in found[:2])
    low += " (not reached)" if found.low_open else ""
    return f"{low} to {high}{' (not reached)' if found.high_open else ''}"


def phrase(text: str) -> str:
    """Return a phrase as it is written, not as the scanner has it cut up."""
    return f"`{text if text[0].isalpha() and text.isascii() else text.replace(' ', '')}`".replace(" .", ".")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines) + "\n"


def examples(title: str, rows: tuple[tuple[str, str], ...]) -> str:
    """Return a section of examples with their intervals."""
    return f"## {title}\n\n" + table(
        ("written", "true values", "why"), [(f"`{text}`", shown(text), why) for text, why in rows]
    )


WORDS_AND_WIDTHS = """\
### Words and widths

A sheet changes the widths with `hedges: {about: 10%}`. "Over" before a span of time is no hedge ("200% over
five years").

"""


def widths() -> str:
    """Return the table of hedges: the words, and how far they reach."""
    rows = []
    for name in ("about", "nearly", "just over", "more than", "at least", "less than", "at most", "exactly"):
        before = ", ".join(map(phrase, (*hedges.BEFORE.get(name, ()), *hedges.CHINESE.get(name, ()))))
        behind = ", ".join(map(phrase, hedges.AFTER.get(name, ())))
        rows.append((name, percent(WIDTHS[name]) if name in WIDTHS else "", before, behind))
    words = ", ".join(f"`{word}`" for word in ("half", "a third", "two-thirds", "one in five", *MULTIPLES))
    rows.append(("word", percent(WIDTHS["word"]), words, ""))
    return WORDS_AND_WIDTHS + table(("hedge", "width", "before the number", "behind it"), rows)


def percent(value: Fraction) -> str:
    """Return a share as a percent."""
    return show_number(value, PERCENT)


WHAT_A_SHEET_MAY_SAY = """\
## What a sheet may say

`precision`, `rounding`, `scale`, `locale` and `hedges` stand on a claim or in `defaults`. Rounding to
nearest gives closed intervals, as XBRL Calculations 1.1 has it, the others half-open ones. `scale`
multiplies bare numbers and currencies without a magnitude, as the header of a table does. For percents a
bare `precision: 0.1` is a tenth of a percent.

"""


def styles() -> str:
    """Return the section on what a sheet may say about its numbers."""
    rows = [(f"`{text}`", f"`{said}`", shown(text, style)) for text, said, style in STYLES]
    locales = ", ".join(f"`{locale}`" for locale in LOCALES)
    said = f"\n`locale` says which sign is the decimal one, and is one of {locales}.\n"
    hedged = "; ".join(f"{name}: {', '.join(f'`{word}`' for word in words)}" for name, words in european.HEDGES.items())
    said += "\nWhere decimals take a comma, and for `de-CH`, these German, French and Spanish words are hedges:\n"
    said += f"{hedged}. Verbs and\n"
    said += 'nouns of change say which way: "sank um", "en hausse de", "creció un", "3 % mehr".\n'
    return WHAT_A_SHEET_MAY_SAY + table(("written", "sheet", "true values"), rows) + said


UNITS = """\
## Units

A unit is a percent (`%`, `per cent`, `pct`, 百分之), points (`pp`, `percentage points`, `bp`, 个百分点), a
multiple (`times`, `x`, `-fold`, 倍), a currency, a measure, or the noun that is counted (`41 firms`). What
stands behind "per" is part of it (`per 1,000`, `per km²`, `a month`, `/day`), and products are units
of their own (`tonne-kilometres`, `man-hours`). Measures of one dimension are
converted, [as a sheet needs them](sheet.md#units); currencies never are. Fewer than 100 `points` are
percentage points, more are an index's.

All currencies and measures are known by the English and Chinese names that CLDR has, and by their codes;
these besides:

"""


def units() -> str:
    """Return the section on units."""
    by_code: dict[str, list[str]] = {}
    for name, code in (money.SIGNS | money.NAMES).items():
        by_code.setdefault(code, []).append(f"`{name}`")
    currencies = [(code, ", ".join(names)) for code, names in sorted(by_code.items())]
    by_unit: dict[str, list[str]] = {}
    for name, unit in measures.NAMES.items():
        by_unit.setdefault(unit, []).append(f"`{name}`")
    named = [(unit, ", ".join(names)) for unit, names in sorted(by_unit.items())]
    return f"{UNITS}{table(('currency', 'written'), currencies)}\n{table(('measure', 'written'), named)}"


MAGNITUDE = """\
## Magnitudes

Letters count where they touch the digits (`45m`, `3.4bn`, `10k`), `b` and `t` only behind a currency
(`$5b`). `1.8m tall` and `3 m` are metres.

Arabic-Indic digits take `٫` as decimal and `٬` as group sign: `١٬٢٣٤٫٥` is 1,234.5. Arabic, Persian and Urdu
magnitudes are listed without hamza and vowel signs and read in every spelling: `٣٫٥ مليون`, `٢٠ ألفًا`, `۴ میلیارد`.

"""


def magnitudes() -> str:
    """Return the table of magnitudes."""
    by_power: dict[int, list[str]] = {}
    for name, power in (MAGNITUDES | CHINESE_MAGNITUDES | ARABIC_MAGNITUDES).items():
        by_power.setdefault(power, []).append(f"`{name}`")
    rows = [(f"1e{power}", ", ".join(names)) for power, names in sorted(by_power.items())]
    return MAGNITUDE + table(("magnitude", "written"), rows)


def main() -> int:
    """Write the page, or with --check say whether it is current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    text = page()
    if parser.parse_args().check:
        return 0 if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
