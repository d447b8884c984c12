"""The Gregorian calendar in whole numbers: days counted from 1 January of the year 1, as `date.toordinal` does."""

from __future__ import annotations

DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
FEBRUARY = 2
LAST_DAY = 3_652_059  # 31 December 9999


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February: 2000 and 2016, not 1900."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    """Return the days of a month."""
    return 28 + is_leap(year) if month == FEBRUARY else 30 + (month + month // 8) % 2


def ordinal_of(year: int, month: int, day: int) -> int:
    """Return the number of a day: 1 January 2015 is 735,599."""
    past = year - 1
    leap_day = month > FEBRUARY and is_leap(year)
    return past * 365 + past // 4 - past // 100 + past // 400 + DAYS_BEFORE_MONTH[month - 1] + leap_day + day


def date_of(ordinal: int) -> tuple[int, int, int]:
    """Return year, month and day of a day's number."""
    year = ordinal * 400 // 146_097 + 2  # 146,097 days are 400 years: never too early, two years too late at most
    while ordinal_of(year, 1, 1) > ordinal:
        year -= 1
    month = 12
    while ordinal_of(year, month, 1) > ordinal:
        month -= 1
    return year, month, ordinal - ordinal_of(year, month, 1) + 1


def week_one(year: int) -> int:
    """Return the Monday of ISO week 1: the week of 4 January."""
    fourth = ordinal_of(year, 1, 4)
    return fourth - (fourth - 1) % 7


def iso_week(ordinal: int) -> tuple[int, int]:
    """Return the ISO year and week of a day."""
    year = date_of(ordinal + 3 - (ordinal - 1) % 7)[0]  # the year of its Thursday
    return year, (ordinal - week_one(year)) // 7 + 1
