"""Years before 1900, which digits alone do not tell from counts: "fell by a third from 1830 to 1872"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantity.written import Written

_DIGITS = 4
_OLDEST, _NEWEST, _LAST = 1400, 1900, 2100  # from 1900 on, four digits are read as a year anyway
_LONGEST = 250  # years of which one sentence tells how something went
_NEAR = 24  # characters before a number
_FROM = lazy(r"\b(?:from|between|in\s+the\s+(?:years|decades?))\s+$", re.IGNORECASE)
_TO = lazy(r"\s+(?:to|and|until|till|through)\s+", re.IGNORECASE)
_WITHIN = lazy(r"(?:between|from|in|during|over|the\s+(?:years|period|decades?))\s+$|\($", re.IGNORECASE)


def with_old_years(text: str, numbers: Sequence[Written]) -> list[Written]:
    """Return the numbers of a sentence, of which those that span years before 1900 are told as years."""
    found = [_as_year(each) if _is_span(text, each) else each for each in numbers]
    for at, (first, second) in enumerate(pairwise(found)):
        if _are_ends(text, first, second):
            found[at : at + 2] = [_as_year(first), _as_year(second)]
    return found


def _as_year(written: Written) -> Written:
    return written._replace(form="year", hedge="", direction="", by_to="", start=written.amount_start)


def _is_span(text: str, written: Written) -> bool:
    """Whether a range is one of years: "between 1830 and 1872", "in the years 1840 to 1870"."""
    last = written.upper
    if last is None or not _may_be_old(written) or not 0 < last - written.value <= _LONGEST or last > _LAST:
        return False
    led = _WITHIN.search(text[: written.number_start][-_NEAR:])
    return bool(led) or written.text.lower().startswith(("between", "from"))


def _are_ends(text: str, first: Written, second: Written) -> bool:
    """Whether two numbers are the years that something ran from and to."""
    if first.upper is not None or second.upper is not None or not _may_be_old(first):
        return False
    later = second.form == "year" or _is_plain(second)
    apart = first.value < second.value <= first.value + _LONGEST and second.value <= _LAST
    joined = _TO.fullmatch(text, first.amount_end, second.amount_start)
    return bool(later and apart and joined and _FROM.search(text[: first.amount_start][-_NEAR:]))


def _may_be_old(written: Written) -> bool:
    return _is_plain(written) and _OLDEST <= written.value < _NEWEST


def _is_plain(written: Written) -> bool:
    """Whether a number is four digits and no more."""
    plain = written.form in ("number", "range") and written.unit == BARE and written.magnitude == 1
    return plain and len(written.digits) == _DIGITS
