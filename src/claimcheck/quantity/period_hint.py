"""What someone may have meant by a text that is almost a period; imported only when one is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.labels import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = "|".join(MONTHS)
_MOST_MONTHS = 12
_PERIOD_LIKE = re.compile(
    rf"(?=.*[0-9])(?:fy|cy|ytd|(?>(?:{_MONTH})[a-z]*\.?)|[qhw]|[0-9\s./,:_'’–—−-])+", re.IGNORECASE
)


_LINK = re.compile(r"(?<=[0-9])\s+(?:to|until|till|through|thru)\s+(?=[0-9])", re.IGNORECASE)
_TIME = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9:.Z+-]*$")


def looks_like_a_period(text: str) -> bool:
    """Whether `text` is built of nothing but the parts of periods: `2015-13`, `Q3 2015`, `July 2015`, `2015/16`.

    So it is of two years, `2015 to 2016`, or of a day with the time of it.
    """
    return _PERIOD_LIKE.fullmatch(_LINK.sub(" ", _TIME.sub("", text))) is not None


def intended(text: str) -> Iterator[str]:
    """Yield spellings near `text`, likeliest first; some of them may be no period either."""
    text = _LINK.sub("..", _TIME.sub("", text))
    tidy = re.sub(r"[\s./_–—−-]+", "-", text.upper().replace("..", "\0")).replace("\0", "..").strip("-")
    tidy = re.sub(r"\bFY-?(?:20)?([0-9]{2})\b", r"FY20\1", tidy)
    yield from _seasons(text, tidy)
    yield tidy
    yield re.sub(r"([0-9]{4})([HQW][0-9])", r"\1-\2", tidy)
    yield re.sub(r"^([HQW][0-9]{1,2})-?((?:FY)?[0-9]{4})$", r"\2-\1", tidy)
    yield re.sub(r"^([0-9]{1,2})([HQ])-?((?:FY)?[0-9]{4})$", r"\3-\2\1", tidy)
    yield re.sub(r"(?<![0-9])([0-9])(?![0-9])", r"0\1", tidy)
    yield re.sub(r"W([0-9])(?![0-9])", r"W0\1", tidy)
    yield re.sub(r"^((?:FY)?[0-9]{4})-((?:FY)?[0-9]{4})$", r"\1..\2", tidy)
    if dated := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", tidy):
        low, high = sorted(map(int, dated.groups()[:2]))
        if high > _MOST_MONTHS or low == high:  # else it is not plain which is the day
            yield f"{dated[3]}-{low:02}-{high:02}"
    named = re.fullmatch(rf"(?:([0-9]{{1,2}})-)?({_MONTH})-?(?:([0-9]{{1,2}}),?-)?([0-9]{{4}})", tidy, re.IGNORECASE)
    if named:
        first, name, second, year = named.groups()
        month = f"{year}-{MONTHS[name.lower()]:02}"
        yield f"{month}-{int(first or second):02}" if first or second else month


def _seasons(text: str, tidy: str) -> Iterator[str]:
    """Yield the year that "2017/18" ends in: fiscal years and seasons are called by it."""
    season = re.fullmatch(r"(?:FY)?([0-9]{4})-(?:[0-9]{2})?([0-9]{2})", tidy)
    if season and (int(season[1]) + 1) % 100 == int(season[2]) and not text.startswith(f"{season[1]}-{season[1][:2]}"):
        yield f"FY{int(season[1]) + 1}"
