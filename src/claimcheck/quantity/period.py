"""Periods: years, quarters, months, weeks, days, fiscal years, spans of them, and labels; with order and distance.

A calendar period is known by its first and last day (1 is 1 January of the year 1), a fiscal one by its first and last
fiscal month (12 times the year, and on). The two scales do not meet: when a fiscal year begins is not said.
Whole-number arithmetic instead of `datetime`, whose import would cost more than parsing all periods of a sheet.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.quantity.days import LAST_DAY, date_of, days_in, iso_week, ordinal_of, week_one

if TYPE_CHECKING:
    from fractions import Fraction

LABEL_LIMIT = 200  # characters
STEPS = ("year", "half", "quarter", "month", "week", "day")
LAST_MONTH = 9999 * 12 + 11
FORMS = (
    "2015, 2015-H1, 2015-Q3, 2015-07, 2015-07-31, 2015-W10, 2004-06..2004-08, FY2019, FY2021-Q4, FY2024-Q3-YTD, "
    "or a label in words"
)
YEAR, QUARTER, WEEK = 12, 3, 7

_MONTHS_OF = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_DAYS_OF = {"week": 7, "day": 1}
_ATOM = r"(?:(FY)?([0-9]{4}))?-?(?:([HQW])([0-9]{1,2})|([0-9]{2})(?:-([0-9]{2}))?)?(-YTD)?"


class PeriodError(ValueError):
    """A text that looks like a period and is none, or a period that is asked for and not known."""


class Period(NamedTuple):
    """A stretch of time as one period; equal periods have equal `text`, however they were written.

    `unit` is what it is counted in: "month" (years, halves, quarters and months), "week", "day", or "" for a label.
    `start` and `end` are its first and last unit, `first` and `last` its first and last day (fiscal: month).
    """

    text: str
    kind: str  # year, half, quarter, month, week, day, span; fiscal year, ... span, year to date; label
    unit: str = ""
    start: int = 0
    end: int = 0
    first: int = 0
    last: int = 0
    fiscal: bool = False

    @property
    def is_label(self) -> bool:
        """Whether it is a name of which no order is known."""
        return not self.unit


@lru_cache(maxsize=65_536)
def parse_period(text: str) -> Period:
    """Return the period that `text` writes; words that write none are a label.

    Raises `PeriodError` for what looks like a period but is none: `2015-Q5`, `2015-13`, `Q3 2015`, `2010..2005`.
    """
    if _is_year(text):
        return _of_months(int(text) * YEAR, YEAR)
    plain = " ".join(text.split())
    if not plain:
        raise PeriodError(f"a period is empty; expected {FORMS}")
    if len(plain) > LABEL_LIMIT:
        raise PeriodError(f"a period has {len(plain)} characters; a label has at most {LABEL_LIMIT}")
    if ".." in plain:
        return _span(plain)
    return _atom(plain) or _label(plain)


def known_period(text: str) -> str:
    """Return a period that is no label, as it is written first of all: that before it is known.

    Raises `PeriodError` for anything else.
    """
    known = FORMS.removesuffix(", or a label in words")
    try:
        period = parse_period(text)
    except PeriodError as error:
        raise PeriodError(str(error).replace(FORMS, known)) from None
    if period.is_label:
        raise PeriodError(f"{text!r} is a label, of which no order is known; expected {known}")
    previous(period)
    return period.text


def previous(period: Period, over: str = "") -> Period:
    """Return the period a year earlier, or a half, quarter, month, week or day earlier where `over` says so.

    The year before 2015-Q3 is 2014-Q3, the quarter before 2015-Q1 is 2014-Q4, the year before 29 February 28 February.
    Raises `PeriodError` where there is none: labels, and a step shorter than the period itself.
    """
    step = over or "year"
    if period.is_label:
        raise PeriodError(f"the {step} before the label {period.text!r} is not known")
    if step in _MONTHS_OF:
        earlier = _moved(period, -_MONTHS_OF[step])
    else:
        earlier = _days_earlier(period, _DAYS_OF[step])
    if earlier is None or earlier.last >= period.first:
        raise PeriodError(f"{period.text} has no period a {step} before it")
    return earlier


def years_before(period: Period, years: "Fraction | int") -> Period | None:
    """Return the period of the same kind `years` earlier: 5 years before 2015 is 2010; `None` where there is none."""
    months = years * 12
    if period.is_label or months != int(months):
        return None
    earlier = _moved(period, -int(months))
    return earlier if earlier and earlier.kind == period.kind else None


def years_between(a: Period, b: Period) -> "Fraction | None":
    """Return the years from `a` to `b`: 2010 to 2015 is 5, 2015-Q1 to 2015-Q4 is 3/4; negative when `b` is earlier.

    `None` where no exact number is agreed on: labels, periods of different length, fiscal against calendar, weeks of
    different number, and days that are not a whole number of months apart.
    """
    from fractions import Fraction

    if a.is_label or a.unit != b.unit or a.fiscal != b.fiscal:
        return None
    if a.unit == "month":
        return Fraction(b.end - a.end, 12) if b.end - b.start == a.end - a.start else None
    (year_a, of_a), (year_b, of_b) = _year_and_rest(a), _year_and_rest(b)
    months = 12 * (year_b - year_a)
    if a.unit == "day":
        months += of_b // 32 - of_a // 32
    forth, back = _moved(a, months), _moved(b, -months)
    return Fraction(months, 12) if forth == b or back == a else None


def before(a: Period, b: Period) -> bool | None:
    """Return whether all of `a` lies before `b` begins; `None` where the order is not known."""
    return None if _apart(a, b) else a.last < b.first


def contains(a: Period, b: Period) -> bool | None:
    """Return whether all of `b` lies in `a` (each contains itself); `None` where that is not known."""
    if a == b:
        return True
    return None if _apart(a, b) else a.first <= b.first and b.last <= a.last


def _apart(a: Period, b: Period) -> bool:
    return a.is_label or b.is_label or a.fiscal != b.fiscal


# --- reading ---


def _is_year(text: str) -> bool:
    return len(text) == len("2015") and text.isascii() and text.isdigit() and text != "0000"


def _atom(text: str, lead: str = "") -> Period | None:
    """Return the period of one end of a span, or a whole one; `lead` is the year that a short end (`W22`) borrows."""
    found = re.fullmatch(_ATOM, text)
    if not found:
        return None
    fy, year, letter, count, month, day, to_date = found.groups()
    if not year:
        return _atom(f"{lead}-{text}") if lead and letter else None
    dash = text[len(fy or "") + 4 : len(fy or "") + 5] == "-"
    if not int(year) or dash != bool(letter or month or to_date):
        return None
    part = _part(int(year), letter, count, month, day, fiscal=bool(fy))
    return _to_date(part) if part and to_date else part


def _part(
    year: int, letter: str | None, count: str | None, month: str | None, day: str | None, *, fiscal: bool
) -> Period | None:
    if letter and count:
        if letter == "W":
            return _week(year, int(count)) if not fiscal and len(count) == len("07") else None
        size = 6 if letter == "H" else QUARTER
        ok = len(count) == 1 and 1 <= int(count) <= YEAR // size
        return _of_months(year * YEAR + (int(count) - 1) * size, size, fiscal=fiscal) if ok else None
    if not month:
        return _of_months(year * YEAR, YEAR, fiscal=fiscal)
    if fiscal or not 1 <= int(month) <= YEAR:
        return None
    if not day:
        return _of_months(year * YEAR + int(month) - 1, 1)
    ordinal = ordinal_of(year, int(month), int(day))
    return _of_days(ordinal, ordinal) if 1 <= int(day) <= days_in(year, int(month)) else None


def _to_date(part: Period) -> Period | None:
    """Return the months from the beginning of a year to the end of `part`."""
    if part.unit != "month" or part.end - part.start >= YEAR // 2:
        return None
    start = part.start - part.start % YEAR
    return _of_months(start, part.end - start + 1, fiscal=part.fiscal)


def _span(text: str) -> Period:
    a, b = _ends(text)
    if a is None or b is None:
        raise _unknown(text, text.partition("..")[0 if a is None else 2].strip())
    if a.fiscal != b.fiscal or a.unit != b.unit:
        raise PeriodError(f"{text}: both ends of a span are counted in the same: years, months, weeks or days")
    if b.first < a.first or b.last < a.last:
        raise PeriodError(f"{text}: {b.text} is not after {a.text}")
    if a.unit == "month":
        return _of_months(a.start, b.end - a.start + 1, fiscal=a.fiscal)
    return _of_days(a.first, b.last, weeks=a.unit == "week")


def _ends(text: str) -> tuple[Period | None, Period | None]:
    left, _, right = (side.strip() for side in text.partition(".."))
    return _atom(left), _atom(right, left.partition("-")[0])


def _label(text: str) -> Period:
    from claimcheck.quantity.period_hint import looks_like_a_period

    if looks_like_a_period(text):
        raise _unknown(text, text)
    return Period(text, "label")


def _unknown(text: str, part: str) -> PeriodError:
    from claimcheck.quantity.period_hint import intended

    what = f"{part!r} is not a period" if part == text else f"{text!r}: {part!r} is not a period"
    for guess in intended(text):
        known = all(_ends(guess)) if ".." in guess else _atom(guess)
        if known:
            return PeriodError(f"{what}; did you mean {guess}?")
    return PeriodError(f"{what}; expected {FORMS}")


# --- building: the canonical text of what was counted ---


def _of_months(start: int, count: int, *, fiscal: bool = False) -> Period:
    """Return the period of `count` months from month `start` (12 times the year, and on)."""
    end = start + count - 1
    name, text = _months_text(start, count, fiscal=fiscal)
    if fiscal:
        kind = name if name == "year to date" else f"fiscal {name}"
        return Period(text, kind, "month", start, end, start, end, fiscal=True)
    year, month = divmod(end, 12)
    last = ordinal_of(year, month + 1, days_in(year, month + 1))
    return Period(text, name, "month", start, end, ordinal_of(start // 12, start % 12 + 1, 1), last)


def _months_text(start: int, count: int, *, fiscal: bool) -> tuple[str, str]:
    if fiscal and count == YEAR - QUARTER and not start % YEAR:
        return "year to date", f"FY{start // YEAR:04}-Q3-YTD"
    sign = "FY" if fiscal else ""
    for name, size, letter in (("year", 12, ""), ("half", 6, "H"), ("quarter", 3, "Q"), ("month", 1, "")):
        if start % size or count % size:
            continue
        left = _unit_text(start, size, letter, sign)
        if count == size:
            return name, left
        right = _unit_text(start + count - size, size, letter, sign)
        if letter and right[:-3] == left[:-3]:  # the same year: 2015-Q1..Q3
            right = right[-2:]
        return "span", f"{left}..{right}"
    raise AssertionError(start, count)


def _unit_text(month: int, size: int, letter: str, sign: str) -> str:
    year, rest = divmod(month, YEAR)
    if size == YEAR:
        return f"{sign}{year:04}"
    return f"{sign}{year:04}-{letter}{rest // size + 1}" if letter else f"{sign}{year:04}-{rest + 1:02}"


def _of_days(first: int, last: int, *, weeks: bool = False) -> Period:
    """Return the period of the days from `first` to `last`; days that fill whole months are those months."""
    if weeks:
        (year, week), (end_year, end_week) = iso_week(first), iso_week(last)
        text = f"{year:04}-W{week:02}"
        if last - first >= WEEK:
            text += f"..W{end_week:02}" if year == end_year else f"..{end_year:04}-W{end_week:02}"
        return Period(
            text, "week" if last - first < WEEK else "span", "week", first // WEEK, (last - 1) // WEEK, first, last
        )
    a, b = date_of(first), date_of(last)
    if a[2] == 1 and b[2] == days_in(b[0], b[1]):
        start = a[0] * 12 + a[1] - 1
        return _of_months(start, b[0] * 12 + b[1] - start)
    text = f"{a[0]:04}-{a[1]:02}-{a[2]:02}"
    if first == last:
        return Period(text, "day", "day", first, last, first, last)
    return Period(f"{text}..{b[0]:04}-{b[1]:02}-{b[2]:02}", "span", "day", first, last, first, last)


def _week(year: int, week: int) -> Period | None:
    if not 1 <= week <= (week_one(year + 1) - week_one(year)) // 7:
        return None
    monday = week_one(year) + 7 * (week - 1)
    if not 1 <= monday <= LAST_DAY - 6:
        return None
    return _of_days(monday, monday + 6, weeks=True)


def _moved(period: Period, months: int) -> Period | None:
    """Return it moved by months, days held to the end of a shorter month; `None` where that is no period."""
    if period.unit == "month":
        start = period.start + months
        if start < YEAR or period.end + months > LAST_MONTH:
            return None
        return _of_months(start, period.end - period.start + 1, fiscal=period.fiscal)
    if period.unit == "week":
        if months % 12:
            return None
        (year, week), (end_year, end_week) = iso_week(period.first), iso_week(period.last)
        a, b = _week(year + months // 12, week), _week(end_year + months // 12, end_week)
        return _of_days(a.first, b.last, weeks=True) if a and b else None
    first, last = _moved_day(period.first, months), _moved_day(period.last, months)
    return _of_days(first, last) if first and last else None


def _days_earlier(period: Period, days: int) -> Period | None:
    if period.unit == "month" or (period.unit == "week" and days % 7) or period.first <= days:
        return None
    return _of_days(period.first - days, period.last - days, weeks=period.unit == "week")


def _moved_day(ordinal: int, months: int) -> int:
    year, month, day = date_of(ordinal)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return ordinal_of(year, month + 1, min(day, days_in(year, month + 1))) if YEAR <= year * YEAR <= LAST_MONTH else 0


def _year_and_rest(period: Period) -> tuple[int, int]:
    """Return the year, and the week in it, or 32 times the month plus the day."""
    if period.unit == "week":
        return iso_week(period.first)
    year, month, day = date_of(period.first)
    return year, month * 32 + day
