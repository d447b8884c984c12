"""Write src/claimcheck/quantity/lexicon/cldr.py: names of currencies and measures, from CLDR by way of babel.

Run `python scripts/make_units.py` after a new release of babel; `--check` exits 1 when the file is not current.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from babel import Locale
from babel import __version__ as babel_version

TARGET = Path(__file__).parent.parent / "src/claimcheck/quantity/lexicon/cldr.py"
LOCALES = tuple(Locale.parse(name) for name in ("en", "en_GB", "zh", "zh_Hant"))
# Units that stand for ratios (read by the grammar itself), or whose names mean something else in a report.
SKIPPED = (
    "concentr-",
    "consumption-liter",
    "-imperial",
    "graphics-",
    "light-",
    "solar",
    "earth",
    "duration-quarter",
    "-person",
    "length-point",
    "dessert",
    "dram",
    "drop",
    "jigger",
    "pinch",
    "-metric",
    "speed-light",
    "speed-beaufort",
    "gasoline",
    "grain",
    "carat",
    "dalton",
    "scandinavian",
    "100-kilometer",
    "temperature-generic",
    "therm-us",
    "length-fathom",
    "length-furlong",
    "length-parsec",
)
# Symbols that are English words or letters of many meanings; their units keep their long names.
LONGEST_SIGN, LONGEST_SYMBOL = 4, 5  # letters
AMBIGUOUS = {
    "in",
    "at",
    "mo",
    "b",
    "B",
    "c",
    "d",
    "h",
    "s",
    "y",
    "w",
    "pt",
    "st",
    "bu",
    "gr",
    "dr",
    "q",
    "to",
    "′",
    "″",
    "#",
    "G",
    "M",
    "e",
}
SPELLING = {"meter": "metre", "liter": "litre"}


def currencies() -> list[str]:
    """Return a line for each currency: code, symbols that are not its code, names."""
    lines = []
    for code in sorted(LOCALES[0].currencies):
        names, symbols = [], []
        for locale in LOCALES:
            plural = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001 - babel has no public way to all plurals
            names += [locale.currencies.get(code, ""), *(plural[key] for key in sorted(plural))]
            symbols.append(locale.currency_symbols.get(code, ""))
        known = unique(name.lower() for name in names if name and not re.search(r"[(（]", name))
        signs = unique(sign for sign in symbols if sign and sign != code and len(sign) <= LONGEST_SIGN)
        if known:
            lines.append("|".join((code, " ".join(signs), *known)))
    return lines


def measures() -> list[str]:
    """Return a line for each measure: its canonical name, then everything it is called."""
    lines = []
    for key in sorted(LOCALES[0]._data["unit_patterns"]):  # noqa: SLF001 - as above
        if any(part in key for part in SKIPPED):
            continue
        names = []
        for locale in LOCALES:
            lengths = locale._data["unit_patterns"].get(key, {})  # noqa: SLF001 - as above
            for length in ("long", "short", "narrow"):
                forms = lengths.get(length, {})
                names += [bare(forms[count]) for count in ("one", "other") if count in forms]
        letters = 1 if key.startswith("duration") else 0
        known = unique(
            name for name in names if name not in AMBIGUOUS and (len(name) > letters or not name.isascii()) and name
        )
        if known:
            canonical = (
                next((name for name in known if short(name)), known[0]) if not key.startswith("duration") else known[0]
            )
            lines.append("|".join(unique([canonical, *known, *(british(name) for name in known)])))
    return lines


def bare(pattern: str) -> str:
    """Return the name in a pattern such as "{0} km"; nothing where the number does not stand in front."""
    return pattern[3:].strip().lstrip("-") if pattern.startswith("{0}") and "{" not in pattern[3:] else ""


def short(name: str) -> bool:
    """Whether a name is a symbol in Latin letters."""
    return len(name) <= LONGEST_SYMBOL and bool(re.match(r"[A-Za-zµμ°]", name)) and not re.fullmatch(r"[a-z]{4,}", name)


def british(name: str) -> str:
    """Return its British spelling."""
    for american, spelled in SPELLING.items():
        name = name.replace(american, spelled)
    return name


def unique(names: object) -> list[str]:
    """Return the names once each, in order."""
    return list(dict.fromkeys(names))  # type: ignore[call-overload, no-any-return]


def module() -> str:
    """Return the text of the generated module."""
    return "\n".join(
        [
            f'"""Names of currencies and measures, by scripts/make_units.py from CLDR (babel {babel_version})."""',
            "",
            "# ruff: noqa: E501 - a line for each unit",
            "# code | signs | names",
            'CURRENCIES = """\\',
            *currencies(),
            '"""',
            "",
            "# canonical name | names",
            'MEASURES = """\\',
            *measures(),
            '"""',
            "",
        ]
    )


def main() -> int:
    """Write the module, or with --check say whether it is current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    text = module()
    if parser.parse_args().check:
        return 0 if TARGET.read_text(encoding="utf-8") == text else 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
