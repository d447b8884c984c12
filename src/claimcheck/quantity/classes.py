"""Numbers that are no quantities: years, dates, times, ordinals, versions, sections, footnotes, phone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity import european
from claimcheck.quantity.dates import date_by_month, is_year, list_marker, patterned, year_at
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.labels import (
    AGED,
    BEHIND_SIZES,
    COUNTED_ON,
    GOES_ON,
    LABELS,
    MONTHS,
    ORDINAL_ENDINGS,
    PLAIN_LABELS,
    PREFIXES,
    UP_TO,
)
from claimcheck.quantity.lexicon.numbers import CHINESE_MAGNITUDES, START_WORDS
from claimcheck.quantity.prices import prefix_at
from claimcheck.quantity.terms import Class
from claimcheck.quantity.unit_names import names

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_LONGEST = 18  # digits that a label, a date or a year may have
_YEAR_DIGITS = 4
_GROUP = 3  # digits between signs of thousands
_LONGEST_REFERENCE = 3
_CHAINS = _words(", and - – & to or /")
_ENDS = _words(", . ) ] ;") | {""}
_FISCAL = ("FY", "CY", "FYE")
_LEADS = _words("- / : – — 年 月 日 号 季 时 至 到 ~ 世 am pm AM PM a p")
_MARKERS = (".", ")")
_SHORT_LABELS = _words("no nos fig figs vol p pp sec ch art eq para")
_SET_PHRASES = (("24", "7"), ("9", "11"))  # "24/7", "9/11"
_BEHIND = _words("million billion trillion thousand bps bp pp ppt points % percent")
_CALLED = ("x", "over", "about")
_SIZES = ("million", "billion", "trillion")
_BOUNDS = ("<", ">", "≤", "≥")
_OLDEST = 3  # digits of an age, at the least one too many
_MORE = ("%", "/")


def class_at(parts: Parts, index: int, *, after_label: bool) -> Class | None:
    """Return the class of the digits at `index` when they are no quantity; `None` for one that may be a quantity.

    `after_label` says that the number before was a label, so that "Sections 2, 3 and 4" are three of them.
    """
    word, following = parts.words[index], parts.words[index + 1]
    if len(word) > _LONGEST:
        return None
    before = parts.words[index - 1]
    if before and parts.glued(index) and (found := _glued_before(parts, index, before)):
        return found
    amount = before == "(" and following == ")" and parts.words[index + 2] in _BEHIND  # "(190) bps", "(3) million"
    short = word.isdecimal() and len(word) <= _YEAR_DIGITS
    found = european.class_at(parts, index) if parts.foreign and short else None
    if found is None and following in _MARKERS and not amount:
        found = list_marker(parts, index)
    if found is not None:
        return found
    if following in _LEADS and (found := patterned(parts, index)):
        return found
    if before in ("+", "(") and (found := patterned(parts, index, phones_only=True)):
        return found
    if following and parts.glued(index + 1) and (found := _glued_after(parts, index)):
        return found
    if short and (found := date_by_month(parts, index) or year_at(parts, index)):
        return found
    return _label(parts, index, before, after_label=after_label)


def _is_grouped(word: str) -> bool:
    """Whether the points of a number part its thousands: "3.755.251"."""
    first, *rest = word.partition(",")[0].split(".")
    return word[0] != "0" and len(first) <= _GROUP and all(len(group) == _GROUP for group in rest)


def _label(parts: Parts, index: int, before: str, *, after_label: bool) -> Class | None:
    """Return the label of "Section 3.2", "No. 5", "[12]", "1.2.3" and "007"."""
    word = parts.words[index]
    named = after_label or before in (".", "[", "#", "§", "№") or before.lower() in LABELS or before in COUNTED_ON
    grouped = not parts.point and _is_grouped(word)
    dotted = (word.count(".") > 1 and not grouped) or (len(word) > 1 and word[0] == "0" and word.isdecimal())
    if (word, parts.words[index + 2]) in _SET_PHRASES and parts.words[index + 1] == "/":
        return Class("label", parts.starts[index], parts.end(index + 2))
    aged = before in _BOUNDS and parts.words[index - 2].lower() in AGED and word.isdecimal() and len(word) < _OLDEST
    if aged and not parts.words[index + 1].startswith(_MORE):
        return Class("label", parts.starts[index], parts.end(index))
    if dotted or (named and _is_label(parts, index, before, after_label=after_label)):
        return Class("label", parts.starts[index], parts.end(index))
    return None


def _is_label(parts: Parts, index: int, before: str, *, after_label: bool) -> bool:
    word, after = parts.words[index], parts.words[index + 1]
    if after in ("%", "$", "€") or after.lower() in BEHIND_SIZES:
        return False
    if before == "[":
        return after in ("]", ",", "-", "–") and word.isdecimal() and len(word) <= _LONGEST_REFERENCE
    if before == ".":
        # "by 8 pp. 12 firms" ends a sentence.
        return parts.words[index - 2].lower() in _SHORT_LABELS and not parts.words[index - 3][-1:].isdecimal()
    if after_label and before.lower() in _CHAINS:
        return after in _ENDS or after.lower() in _CHAINS or not after.isalpha()
    if before in ("#", "§", "№"):
        return True
    if before in COUNTED_ON and parts.words[index - 2].lower() in UP_TO:
        return word.isdecimal() and (
            not after.isalpha() or after in GOES_ON
        )  # "at week 52,", "at week 52 in the north"
    return before.lower() in LABELS and (before[:1].isupper() or before in PLAIN_LABELS)


def _glued_before(parts: Parts, index: int, before: str) -> Class | None:
    """Return the label of "COVID-19", "A4", "Q3", "#5", the year of "FY2019"; `None` for "mid-2015" and "USD34.6"."""
    if before.isascii() and before.isalpha():
        if before.upper() in _FISCAL and parts.words[index].isdecimal():
            return Class("year", parts.starts[index], parts.end(index), int(parts.words[index]))
        sized = (
            len(before) == 1 and parts.words[index + 1].lower() in _SIZES and not parts.glued(index + 1)
        )  # "K12 billion"
        named = prefix_at(parts, index) or before.lower() in _CALLED or sized
        return None if named else label_to_end(parts, index)
    if before == "第" and parts.words[index].isdecimal() and parts.words[index + 1] not in CHINESE_MAGNITUDES:
        return Class("ordinal", parts.starts[index - 1], parts.end(index), int(parts.words[index]))  # 第3位
    if before == "-" and parts.glued(index - 1):
        word = parts.words[index - 2]
        known = word.lower() in PREFIXES or word.lower() in MONTHS or word.lower() in START_WORDS or word in names()
        return label_to_end(parts, index) if word.isalpha() and word.isascii() and not known else None
    return label_to_end(parts, index) if before in ("#", "_", "^", "\\") else None


def label_to_end(parts: Parts, index: int) -> Class:
    """Return the label that runs on as long as letters and digits touch: the 1N1 of "H1N1"."""
    stop = index + 1
    while parts.glued(stop) and parts.words[stop].isascii():
        word = parts.words[stop]
        if not word.isalnum() and not (
            word in "-./_" and parts.words[stop + 1][:1].isdecimal() and parts.glued(stop + 1)
        ):
            break
        stop += 1
    return Class("label", parts.starts[index], parts.end(stop - 1))


def _glued_after(parts: Parts, index: int) -> Class | None:
    """Return the ordinal of "21st", the decade of "1990s", the label of "24703L202"."""
    word, tail = parts.words[index], parts.words[index + 1]
    if tail == "_" or (word == "0" and tail in ("x", "X")):
        return label_to_end(parts, index)
    if word.isdecimal() and tail.lower() in ORDINAL_ENDINGS:
        return date_by_month(parts, index) or Class("ordinal", parts.starts[index], parts.end(index + 1), int(word))
    decade = index + 2 if tail == "'" and parts.words[index + 2] == "s" else index + 1
    if parts.words[decade] == "s" and word.endswith("0") and (is_year(word) or len(word) == 2):  # noqa: PLR2004 - "90s"
        return Class("year", parts.starts[index], parts.end(decade), int(word))
    if tail == "s":
        return label_to_end(parts, index)  # "the over-65s"
    further = parts.words[index + 2]
    if tail.isascii() and tail.isalpha() and further[:1].isdecimal() and parts.glued(index + 2):
        raised = further in ("2", "3") and not (parts.words[index + 3][:1].isalnum() and parts.glued(index + 3))
        return None if raised or tail in ("e", "E", "x", "X") else label_to_end(parts, index)
    return None
