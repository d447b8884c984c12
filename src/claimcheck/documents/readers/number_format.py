"""Spreadsheet number formats: what a cell shows for a value, so that 20.7 under `0.00` is 20.70.

The forms of ECMA-376 part 1, 18.8.31, that print numbers: sections and their conditions, digits, grouping, scaling by
commas, percent, literal text, and dates by their ISO form. Fractions and powers of ten show the number itself.
"""

from __future__ import annotations

import datetime as dt
import operator
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

_SECTION = re.compile(r'(?:[^;"\\]|"[^"]*"|\\.)+|(?<=;)(?=;|$)')
_TOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*|%|.', re.DOTALL)
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=) *(-?\d{1,30}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,2})?) *\]")
_MEETS = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, "<>": operator.ne, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip
_WIDE = Context(prec=400)  # a double has at most 309 digits before its point
MOST_DIGITS = 15  # what a spreadsheet keeps of a number


class _Test(NamedTuple):
    """Which numbers a section shows: those that are, for one, `<` `limit`."""

    sign: str
    limit: Decimal

    def meets(self, number: Decimal) -> bool:
        return bool(_MEETS[self.sign](number, self.limit))

    @property
    def is_below_0(self) -> bool:
        """Whether all are below 0, so that the section says itself how that is shown."""
        return self.limit < 0 if self.sign in ("<=", "=") else self.sign == "<" and self.limit <= 0


class Format(NamedTuple):
    """One section of a number format."""

    before: str
    after: str
    decimals: int  # digits after the point
    optional: int  # of these, how many go when they are 0
    grouped: bool
    power: int  # the power of ten the value is multiplied by: 2 for each %, -3 for each trailing comma
    width: int  # digits before the point, at least
    has_digits: bool
    within: tuple[tuple[int, str], ...]  # what stands between digits, with the number of those behind it, left to right


def shown(value: object, number_format: str) -> str:
    """Return what a cell with `value` shows under `number_format`: 0.207 under `0.0%` is 20.7%."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime):
        return _date(value, number_format)
    number = Decimal(repr(value)) if isinstance(value, (int, float)) else None
    if number is None or not number.is_finite():
        return str(value)
    for section, test in _sections(number_format):
        if test is None or test.meets(number):
            return _formatted(number, section, signed=test is None or not test.is_below_0)
    return _general(number)


def _date(value: dt.datetime, number_format: str) -> str:
    """Return a date as far as its format goes: a month under `mmm-yy`, a year under `yyyy`."""
    text, form = value.isoformat(sep=" ").removesuffix(" 00:00:00"), _bare(number_format).lower()
    if len(text) > len("2015-07-31") or "y" not in form or "d" in form:
        return text
    return text[: len("2015-07")] if "m" in form else text[: len("2015")]


@lru_cache(maxsize=1024)
def _sections(number_format: str) -> list[tuple[str, _Test | None]]:
    """Return the sections for numbers, and which each shows: as it says, or those above 0, those below it, the rest."""
    sections = [section for section in _SECTION.findall(number_format) if "@" not in _bare(section)]
    told = [_told(section) for section in sections[:2]]
    if len(told) > 1:
        first, second = told
        alone = len(sections) == len(told)
        told[0] = first or _Test(">=" if alone and not second else ">", Decimal(0))
        told[1] = second or (None if alone and first else _Test("<", Decimal(0)))
    return list(zip(sections, (*told, None), strict=False))


def _told(section: str) -> _Test | None:
    found = _CONDITION.search(re.sub(r'"[^"]*"|\\.', "", section))
    return _Test(found[1], Decimal(found[2])) if found else None


def _bare(number_format: str) -> str:
    return re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format)


def _general(number: Decimal) -> str:
    text = f"{_rounded(number, MOST_DIGITS - max(number.adjusted() + 1, 1)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: Decimal, decimals: int) -> Decimal:
    """Return `number` at so many decimals, halves away from 0, as spreadsheets round."""
    return number.quantize(Decimal(1).scaleb(-max(decimals, 0)), ROUND_HALF_UP, _WIDE)


def _formatted(number: Decimal, section: str, *, signed: bool) -> str:
    if re.search(r"[eE][+-]|/|General", _bare(section)):
        return _general(number)
    sign, number = "-" if number < 0 and signed else "", abs(number)
    form = _parsed(section)
    if not form.has_digits:
        return f"{sign}{form.before}".strip()
    digits = _digits(number.scaleb(form.power, _WIDE), form)
    if not digits.strip("0.,"):
        sign = ""
    return f"{sign}{form.before}{digits}{form.after}".strip()


def _digits(number: Decimal, form: Format) -> str:
    whole, _, places = f"{_rounded(number, form.decimals):f}".partition(".")
    for _ in range(form.optional):
        places = places.removesuffix("0")
    whole = whole.lstrip("0").rjust(form.width, "0")
    if form.grouped:
        whole = f"{int(whole or 0):,}" if len(whole) <= form.width or int(whole or 0) else whole
    for behind, literal in form.within:
        whole = f"{whole[:-behind]}{literal}{whole[-behind:]}" if 0 < behind < len(whole) else whole
    return f"{whole}.{places}" if places else whole


@lru_cache(maxsize=1024)
def _parsed(section: str) -> Format:
    before: list[str] = []
    after: list[str] = []
    digits = ""
    power = 0
    within: list[tuple[int, str]] = []
    for part in _TOKEN.findall(section):
        if part[0] in "0#?." and part != "." and "." not in digits:
            if digits:
                within.append((len(digits.replace(",", "")), "".join(after)))
                after.clear()
            bare = part.rstrip(",")
            digits += bare
            power -= 3 * (len(part) - len(bare))
            continue
        literal = _literal(part)
        power += 2 * (part == "%")
        (after if digits else before).append(literal)
    whole, _, places = digits.partition(".")
    positions = len(whole.replace(",", ""))
    return Format(
        "".join(before),
        "".join(after),
        decimals=len(places),
        optional=len(places) - len(places.rstrip("#?")),
        grouped="," in whole,
        power=power,
        width=whole.count("0"),
        has_digits=bool(digits),
        within=tuple((positions - at, literal) for at, literal in within),
    )


def _literal(part: str) -> str:
    """Return what a part of a format shows that is no digit."""
    if part[0] == "[":
        currency = _CURRENCY.fullmatch(part)
        return currency[1] if currency else ""
    if part[0] == '"':
        return part[1:-1]
    if part[0] == "\\":
        return part[1:]
    if part[0] in "_*":
        return " " if part[0] == "_" else ""
    return part if part != "," else ""
