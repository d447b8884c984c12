"""Numbers that are no quantities: years, dates, times, ordinals, versions, sections, footnotes, phone numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.quantity.tokens import Parts

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_LABELS = frozenset(
    "section sections chapter chapters table tables figure figures fig figs page pages p appendix article articles no nos note footnote step "
    "version v item eq equation line row vol volume exhibit annex schedule paragraph para clause rule level phase isbn issn doi rfc iso "
    "highway route exit interstate flight room act resolution directive regulation form bill protocol type tier grade lot unit apartment".split()
)
_CHAINS = frozenset((",", "and", "-", "–", "&", "to", "or", "/"))
_YEAR_WORDS = frozenset(
    "in since until till by from to of before after during through year early late mid and for between fiscal fy calendar spring summer autumn "
    "fall winter the q1 q2 q3 q4 vs versus than january february march april may june july august september october november december".split()
)
_TIME_WORDS = frozenset("in since until till during circa by before after".split())
_CROWDS = frozenset(
    "people persons men women workers employees companies firms jobs students patients children units homes households cases deaths items cars "
    "vehicles members participants users customers shares stores houses residents visitors schools hours miles enterprises businesses".split()
)
_SUFFIXES = ("st", "nd", "rd", "th")
_DATE = re.compile(
    r"\d{4}([-/.])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\d])|"
    r"(?:3[01]|[12]\d|0?[1-9])([-/.])(?:3[01]|[12]\d|0?[1-9])\2(?:\d{4}|\d{2})(?![\d/-])|"
    r"[12]\d{3}-(?:1[0-2]|0[1-9])(?![\d-])"
)
_TIME = re.compile(
    r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|0?\d)(?:\.[0-5]\d)?\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_YEAR_SPAN = re.compile(r"([12]\d{3})\s?[-–—/]\s?([12]\d{3}|\d\d)(?![\d%]|,\d|\.\d)")
_PHONE = re.compile(
    r"\+\d{1,3}[-\s.]?(?:\(\d+\)|\d+)(?:[-\s./]\d+)+|\(\d{3}\)\s?\d{3}-\d{4}|\d{3,5}-\d{3,8}-\d{3,8}(?:-\d+)*|\d+(?:-\d+){3,}"
)
_WEB = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b10\.\d{4,}/\S+")
_CHINESE_DATE = re.compile(
    r"[12]\d{3}年(?:\s?(?:1[0-2]|0?[1-9])月(?:\s?(?:3[01]|[12]\d|0?[1-9])[日号])?)?|(?:1[0-2]|0?[1-9])月(?:\s?(?:3[01]|[12]\d|0?[1-9])[日号])?(?!份额)|(?:3[01]|[12]\d|0?[1-9])[日号]"
)


class Class(NamedTuple):
    """The class of a number, the places in the text where it begins and ends, and its value where it has one."""

    form: str
    start: int
    end: int
    value: int
    upper: int | None = None


_LONGEST = 18  # digits that a label, a date or a year may have


def web_spans(text: str) -> list[tuple[int, int]]:
    """Return where addresses of pages and mail stand: their digits count nothing."""
    if "://" not in text and "@" not in text and "www." not in text and "10." not in text:
        return []
    return [match.span() for match in _WEB.finditer(text)]


def class_at(parts: Parts, index: int, *, after_label: bool) -> Class | None:
    """Return the class of the digits at `index` when they are no quantity; `None` for one that may be a quantity.

    `after_label` says that the number before was a label, so that "Sections 2, 3 and 4" are three of them.
    """
    words, starts = parts.words, parts.starts
    word, start = words[index], starts[index]
    if len(word) > _LONGEST:
        return None
    before, following = words[index - 1], words[index + 1]
    if before and parts.glued(index) and (found := _glued_before(parts, index)):
        return found
    if following in _LEADS or parts.words[index + 1][:1] in "0123456789":
        found = _patterned(parts, index)
        if found:
            return found
    if following and parts.glued(index + 1) and (found := _glued_after(parts, index)):
        return found
    if word.isdigit() and len(word) <= 4:  # noqa: PLR2004 - a year
        found = _dated(parts, index) or _year(parts, index)
        if found:
            return found
    if (before in (".", "[", "#", "§", "№") or before.lower() in _LABELS or after_label) and _is_label(
        parts, index, after_label=after_label
    ):
        return Class("label", start, parts.end(index), 0)
    if word.count(".") > 1 or (len(word) > 1 and word[0] == "0" and word.isdigit()):
        return Class("label", start, parts.end(index), 0)
    return None


_LEADS = frozenset(
    ("-", "/", ":", "–", "—", ".", "年", "月", "日", "号", "am", "pm", "AM", "PM", "a", "p", ")", "\u2011")
)


def _patterned(parts: Parts, index: int) -> Class | None:
    """Return a class that a fixed pattern of digits and signs shows: date, time, span of years, phone number, list marker."""
    text, start = parts.text, parts.starts[index]
    begin = start - 1 if parts.words[index - 1] in ("+", "(") and parts.glued(index) else start
    if match := _PHONE.match(text, begin):
        return Class("label", begin, match.end(), 0)
    if match := _DATE.match(text, start):
        return Class("date", start, match.end(), int(re.match(r"\d+", match[0])[0]))  # type: ignore[index]
    if (match := _YEAR_SPAN.match(text, start)) and parts.words[index - 1] not in _MONEY_SIGNS:
        return _year_span(match)
    if (match := _TIME.match(text, start)) and not (
        match[0][-1:].isdigit() and text[match.end() : match.end() + 1] in ("%", "%")
    ):
        return Class("date", start, match.end(), 0)
    if match := _CHINESE_DATE.match(text, start):
        form = "year" if match[0].endswith("年") else "date"
        return Class(form, start, match.end(), int(re.match(r"\d+", match[0])[0]))  # type: ignore[index]
    return _list_marker(parts, index)


_MONEY_SIGNS = frozenset("$€£¥₹")


def _year_span(match: re.Match[str]) -> Class | None:
    first, second = int(match[1]), match[2]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)  # noqa: PLR2004 - a year in full
    if not 1500 <= first < last <= 2200 or last - first > 300:  # noqa: PLR2004 - years that documents speak of
        return None
    return Class("year", match.start(), match.end(), first, last)


def _list_marker(parts: Parts, index: int) -> Class | None:
    """Return the label of "1. Text" and "2) Text" at the start of a line."""
    sign = parts.words[index + 1]
    if (
        sign not in (".", ")")
        or not parts.glued(index + 1)
        or parts.glued(index + 2)
        or not parts.words[index + 2]
        or len(parts.words[index]) > 3
    ):  # noqa: PLR2004
        return None
    before = parts.words[index - 1]
    gap = parts.text[parts.end(index - 1) if before else 0 : parts.starts[index]]
    if (before and before not in (">", "*", "-", "(") and "\n" not in gap) or parts.text[
        parts.end(index + 1) : parts.end(index + 1) + 1
    ] == "\n":
        return None
    return Class("label", parts.starts[index], parts.end(index), 0)


_PREFIXES = frozenset("mid pre post early late since non sub over under from around about approx circa roughly".split())


def _glued_before(parts: Parts, index: int) -> Class | None:
    """Return the label of "COVID-19", "A4", "Q3", "#5", the year of "mid-2015" and "FY2019"."""
    before, start, end = parts.words[index - 1], parts.starts[index], parts.end(index)
    if before.isascii() and before.isalpha():
        if before.upper() in ("FY", "CY", "FYE"):
            return Class("year", start, end, int(parts.words[index]) if parts.words[index].isdigit() else 0)
        from claimcheck.quantity.units import prefix_at

        known = prefix_at(parts, index) or before.lower() in ("x", "over", "about")
        return None if known else _label_to_end(parts, index)
    if (
        before == "-"
        and parts.glued(index - 1)
        and parts.words[index - 2].isalpha()
        and parts.words[index - 2].isascii()
    ):
        if parts.words[index - 2].lower() in _PREFIXES or parts.words[index - 2].lower() in MONTHS:
            return None
        return None if _number_word(parts.words[index - 2]) else _label_to_end(parts, index)
    return _label_to_end(parts, index) if before in ("#", "_", "^", "\\") else None


def _number_word(word: str) -> bool:
    from claimcheck.quantity.numerals import START_WORDS
    from claimcheck.quantity.units import codes

    return word.lower() in START_WORDS or word in codes()


def _label_to_end(parts: Parts, index: int) -> Class:
    """Return the label that runs on as long as letters and digits touch: the 1N1 of "H1N1"."""
    stop = index + 1
    while (
        parts.words[stop].isalnum() or (parts.words[stop] in "-./_" and parts.words[stop + 1][:1].isdigit())
    ) and parts.glued(stop):
        if not parts.words[stop].isascii():
            break
        stop += 1
    return Class("label", parts.starts[index], parts.end(stop - 1), 0)


def _glued_after(parts: Parts, index: int) -> Class | None:
    """Return the ordinal of "21st", the decade of "1990s", the label of "24703L202"."""
    word, tail = parts.words[index], parts.words[index + 1]
    lower = tail.lower()
    if lower in _SUFFIXES and word.isdigit():
        return _dated(parts, index) or Class("ordinal", parts.starts[index], parts.end(index + 1), int(word))
    decade = index + 2 if tail == "'" and parts.words[index + 2] == "s" else index + 1
    if parts.words[decade] == "s" and word.isdigit() and len(word) in (2, 4) and word.endswith("0"):
        return Class("year", parts.starts[index], parts.end(decade), int(word))
    if tail.isascii() and tail.isalpha() and parts.words[index + 2][:1].isdigit() and parts.glued(index + 2):
        if not (
            parts.words[index + 2] in ("2", "3")
            and not (parts.words[index + 3][:1].isalnum() and parts.glued(index + 3))
        ) and lower not in ("e", "x"):
            return _label_to_end(parts, index)
    return None


def _dated(parts: Parts, index: int) -> Class | None:
    """Return the date of "1 January 2016", "March 5, 2021", "May 2016", "1st of June"."""
    words = parts.words
    value = int(words[index])
    before, k = words[index - 1], index - 1
    if before == "." and words[index - 2].lower() in MONTHS:
        before, k = words[index - 2], index - 2
    if _is_month(before):
        start = parts.starts[k]
        if value <= 31:  # noqa: PLR2004 - a day
            return _month_day(parts, index, start)
        return Class("date", start, parts.end(index), value) if 1000 <= value < 2200 else None  # noqa: PLR2004
    k = index + 1
    if words[k].lower() in _SUFFIXES:
        k += 1
    if words[k] == "of" and k > index + 1:
        k += 1
    if value <= 31 and _is_month(words[k]):  # noqa: PLR2004 - a day
        stop = (
            k + 1 + (words[k + 1] == "." and words[k + 2][:1].isdigit()) if words[k].lower() not in ("may",) else k + 1
        )
        stop += words[stop] == "," and _is_year(words[stop + 1])
        end = parts.end(stop) if _is_year(words[stop]) else parts.end(k)
        return Class("date", parts.starts[index], end, value)
    return None


def _month_day(parts: Parts, index: int, start: int) -> Class | None:
    words, stop = parts.words, index + 1
    if words[stop].lower() in _SUFFIXES:
        stop += 1
    if words[stop] in ("%", "percent") or words[stop].lower() in ("million", "billion", "trillion", "thousand", "per"):
        return None
    comma = words[stop] == "," and _is_year(words[stop + 1])
    end = parts.end(stop + comma) if comma or _is_year(words[stop]) else parts.end(stop - 1)
    return Class("date", start, end, int(words[index]))


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word.lower() in MONTHS


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1000" <= word < "2200"


def _year(parts: Parts, index: int) -> Class | None:
    """Return the year of four plain digits; a counted noun, a unit or a hedge beside them makes them a number."""
    word = parts.words[index]
    if not _is_year(word):
        return None
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    if (
        before in _MONEY_SIGNS
        or after in _MAGNITUDE_WORDS
        or (after == "-" and parts.glued(index + 1) and parts.words[index + 2].isalpha())
    ):
        return None
    if after in _CROWDS and before not in _TIME_WORDS:
        return None
    if not "1900" <= word < "2100" and before not in _TIME_WORDS:
        return None
    if before not in _TIME_WORDS and _measured(parts, index):
        return None
    return Class("year", parts.starts[index], parts.end(index), int(word))


_MAGNITUDE_WORDS = frozenset("million billion trillion thousand percent % per m bn times x".split())


def _measured(parts: Parts, index: int) -> bool:
    """Whether a hedge stands before, or a unit behind: "about 2000", "2000 tonnes", "CNY 2000"."""
    from claimcheck.quantity.hedges import hedge_before
    from claimcheck.quantity.units import prefix_at, unit_at

    if hedge_before(parts, index)[0] in ("more than", "at least", "less than", "at most", "about", "nearly"):
        return parts.words[index - 1].lower() not in ("than", "around", "about", "circa", "over")
    if prefix_at(parts, index):
        return True
    hit = unit_at(parts, index + 1)
    return bool(hit and hit.unit.family in ("percent", "points", "currency", "measure", "multiple"))


def _is_label(parts: Parts, index: int, *, after_label: bool) -> bool:
    """Whether a bare number names something: "Section 3.2", "No. 5", "[12]", "Tables 4 and 5"."""
    word, before, after = parts.words[index], parts.words[index - 1], parts.words[index + 1]
    if after in ("%", "$", "€") or after.lower() in _MAGNITUDE_WORDS:
        return False
    if before == "[":
        return after in ("]", ",", "-", "–") and word.isdigit() and len(word) < 4  # noqa: PLR2004 - references
    if before == ".":
        return parts.words[index - 2].lower() in (
            "no",
            "nos",
            "fig",
            "figs",
            "vol",
            "p",
            "pp",
            "sec",
            "ch",
            "art",
            "eq",
            "para",
        )
    if after_label:
        return before.lower() in _CHAINS and (
            after in (",", ".", ")", "]", ";", "") or after.lower() in _CHAINS or not after.isalpha()
        )
    if before in ("#", "§", "№"):
        return True
    return (before != "no" or parts.words[index - 2] == "") and (before[:1].isupper() or before in _PLAIN_LABELS)


_PLAIN_LABELS = frozenset(
    "section sections chapter chapters table tables figure figures page pages version article step footnote".split()
)
