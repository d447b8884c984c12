"""Units that no table has: the "dt/ha" of "78.4 dt/ha" is one all the same, of which only its name is known."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.terms import BARE, Unit
from claimcheck.quantity.unit_names import names

if TYPE_CHECKING:
    from claimcheck.quantity.terms import Written

_LETTERS = "A-Za-zµμΩ°"
_COMPARISONS = {"more": "up", "higher": "up", "less": "down", "fewer": "down", "lower": "down"}
_PATTERNS = {
    "behind": rf"[ \u00a0\u2009\u202f]?([{_LETTERS}][{_LETTERS}²³/·⋅]*)(?![\w'’%-]|\.\w)",
    "per": r" per ([a-z]+)\b",
    "compared": rf" ({'|'.join(_COMPARISONS)})\b(?! than \d)",
    "going on": rf"(?:[·⋅/][B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xzµμ]{{1,3}}[²³]?|(?<=[²³])[{_LETTERS}]{{1,3}})(?!\w)",
    "no vowels": r"[b-df-hj-np-tv-xzµμ]{2,5}[²³]?",
    "capital within": r"[a-zµμ]{1,2}[A-Z][A-Za-z]{0,2}|[MGTPk][A-Z](?!s)[a-z]{1,2}",  # mSv, kVA; GBq, no MPs
}
_MOST_OF_QUOTIENT = 5  # letters of each side of "mmol/L"
_NO_UNITS = _words(
    "vs st nd rd th nth pp mr mrs ms dr jr nr pcs ppl pkg pkgs pk pks pts qtr bzw ggf vgl zzgl tsd thsd hrs mth mths ff"
    " bn mn tn tr vh plc ltd llc llp cr crs lkh tkr mkr mnkr ct cts p c"
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern, compiled when the first text that needs it comes."""
    return re.compile(_PATTERNS[name])


def unknown_unit(name: str) -> Unit | None:
    """Return a unit that is written as units are and is in no table; `None` of words: "cwt", "dt/ha", "mSv".

    Money is none of its own: "p/kWh" may be pence, "kEUR" are euros.
    """
    sides = name.split("/")
    if name in names() or any(side.lower() in _NO_UNITS or _is_money(side) for side in sides):
        return None
    if len(sides) == 2:  # noqa: PLR2004
        short = all(0 < len(side) <= _MOST_OF_QUOTIENT for side in sides)
        spelt = "/".join(map(_spelt, sides))
        return Unit(spelt, "measure") if short and any(_is_symbol(side) for side in sides) else None
    return Unit(name, "measure") if len(sides) == 1 and _is_written_so(name) else None


def with_unknown_unit(written: Written, text: str) -> Written:
    """Return a number of a text with the unit behind it that no table has; as it is where there is none."""
    stop, unit = written.amount_end, None
    if written.unit == BARE and written.form in ("number", "range") and (found := _pattern("behind").match(text, stop)):
        stop, unit = found.end(), unknown_unit(found[1])
        if unit and (per := _pattern("per").match(text, stop)) and (below := names().get(per[1])):
            stop, unit = per.end(), unknown_unit(f"{found[1]}/{below.name}")
    elif written.unit.family == "measure" and (found := _pattern("going on").match(text, stop)):
        stop = found.end()
        unit = Unit(text[:stop].rsplit(maxsplit=1)[-1].lstrip("0123456789.,"), "measure")  # W/m²K
    if unit is None:
        return written
    way, end = written.direction, max(written.end, stop)
    if not way and (compared := _pattern("compared").match(text, stop)):
        way, end = _COMPARISONS[compared[1]], max(end, compared.end())
    return written._replace(text=text[written.start : end], end=end, amount_end=stop, unit=unit, direction=way)


def is_unknown(unit: Unit) -> bool:
    """Whether a measure is one that no table has."""
    return unit.family == "measure" and unknown_unit(unit.name) is not None


def _is_money(side: str) -> bool:
    """Whether a currency stands behind a letter: "kEUR", "mSEK"."""
    known = names().get(side[1:])
    return known is not None and known.family == "currency"


def _spelt(side: str) -> str:
    """Return a symbol in the case of its table: the mL of "ng/ml"."""
    known = names().get("L" if side == "l" else side)
    return known.name if known and known.name.lower() == side.lower() else side


def _is_symbol(side: str) -> bool:
    return side == "l" or side in names() or _is_written_so(side)


def _is_written_so(name: str) -> bool:
    return bool(_pattern("no vowels").fullmatch(name) or _pattern("capital within").fullmatch(name))
