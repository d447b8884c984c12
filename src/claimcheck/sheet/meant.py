"""What a number of a quote is meant as: an end of a move, cells of a row, one in parentheses, points."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit
from claimcheck.quantity.lexicon.changes import UP_AFTER
from claimcheck.quantity.terms import BARE, INDEX_POINTS, POINTS, Unit
from claimcheck.quantity.written import scan

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Written

_FROM = r"(?i)from\b"
_RANGING = r"(?i)\b(?:rang|var|vari|differ)(?:e|es|ed|ing|y|ies)?\s*$"
_YEAR = r"(?<![\d.,])(?:19|20)\d\d$"
_CELL = r"(?:[\d.,]+|\([\d.,]+\))"
_ROW = (
    rf"(?!(?:[\d.,]+ \([\d.,]+\) ?)+$){_CELL}(?: +{_CELL}){{2,}}"  # three or more, not all in pairs: "51 (61) 33 (39)"
)
_ONE_FOR = re.compile(
    r"\b(?:one(?: [^\W\d_]+)? (?:per|(?:for|to) (?:every|each))|an? [^\W\d_]+ for (?:every|each)) \Z", re.IGNORECASE
)
_OFFSETS = ("start", "end", "number_start", "number_end", "amount_start", "amount_end")
_HUNDREDTH = Fraction(1, 100)
_POUNDS = {"lb": "measure", "GBP": "currency"}


def ends_of_move(written: Written, text: str, locale: str, *, pair: bool = False) -> list[Written]:
    """Return the two numbers of a move, "from 18% to 24%"; a true range, "ranges from 18% to 24%", is one number.

    Where a `pair` is asked for, "18% to 24%" is one as well: its "from" was left out of the quote.
    """
    cut = text.find(" to ", written.start, written.end)
    told = bool(re.match(_FROM, text[written.start :]))
    if written.form != "range" or cut < 0 or not (pair or told):
        return [written]
    first, last = scan(text[:cut], locale)[-1:], scan(text[cut : written.end], locale)[:1]
    if not last or re.search(_RANGING, text[: written.start]):
        return [written]
    if not told and not (first and first[0].unit == last[0].unit and first[0].magnitude == last[0].magnitude):
        return [written]  # "10 to 15 million" is a range
    # "from 10 to 12 million" starts at 10 million, and "from zero" alone is no number.
    start = written._replace(text=text[written.start : cut], end=cut, upper=None, form="number", amount_end=cut)
    if first and first[0].end > written.start:
        start = start._replace(decimals=first[0].decimals, zeros=first[0].zeros, exact=first[0].exact)
        if first[0].value == written.value:
            start = first[0]
    return [start, _shifted(last[0], cut)]


def change_and_level(written: Written, text: str, locale: str) -> list[Written]:
    """Return the two numbers of "fell by 12.7 million to 30.3 million", which may be a change and what it led to.

    It is read as a range until `is` says one of the two; none of what prints its unit once, "by 5 to 7%".
    """
    cut = text.find(" to ", written.start, written.end)
    if written.form != "range" or cut < 0 or written.by_to == "to" or not written.direction:
        return []
    first, last = scan(text[:cut], locale)[-1:], scan(text[cut : written.end], locale)[:1]
    if not first or not last or (first[0].unit, first[0].magnitude) != (last[0].unit, last[0].magnitude):
        return []
    return [first[0], _shifted(last[0], cut)]


def one_for_so_many(written: Written, text: str, locale: str) -> list[Written]:
    """Return what "one doctor for every 350 people" says, of which 350 alone is a number: one in 350, or 1 per 350."""
    before = _ONE_FOR.search(text, 0, written.amount_start)
    if before is None or written.form != "number":
        return []
    amount = text[written.amount_start : written.amount_end]
    both = [scan(said + amount, locale) for said in ("one in ", "1 per ")]
    kept = {name: getattr(written, name) for name in _OFFSETS} | {"text": text[before.start() : written.end]}
    return [found[0]._replace(**kept) for found in both if len(found) == 1]


def _shifted(written: Written, by: int) -> Written:
    return written._replace(**{name: getattr(written, name) + by for name in _OFFSETS})


def in_cells(found: list[Written], text: str) -> str:
    """Return a text with its groups of digits parted where spaces join them: the cells 682 and 611 of "682 611".

    It is the text itself where no number is joined so; "682 611 people" are none of cells.
    """
    for written in found:
        if written.unit.family not in ("none", "percent"):
            continue
        digits = text[written.number_start : written.number_end]
        text = text[: written.number_start] + digits.replace(" ", "\t") + text[written.number_end :]
    return text


def first_cell(text: str, locale: str) -> list[Written]:
    """Return the number in parentheses at the head of a row, "(7) 3.5 11.2", where a line of a list has its mark."""
    found = re.match(r"\(\d+\)(?= [\d(])", text)
    return list(scan(found[0], locale)) if found else []


def shared(found: list[Written], text: str) -> list[Written]:
    """Return the numbers of a text, the two of "882.6 (638.3) million" with the magnitude and the unit behind both."""
    told = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        behind = text[other.number_end : other.end].strip(" )")
        wraps = text[one.end : other.number_start].strip() == "(" and text[other.number_end :].startswith(")")
        if not wraps or not behind or one.magnitude != 1:
            continue
        unit = one.unit if other.unit == BARE else other.unit
        value = one.value * other.magnitude
        told[at] = one._replace(value=value, magnitude=other.magnitude, unit=unit, exact=False)
        told[at + 1] = other._replace(unit=unit)
    return told


def unwrapped(written: Written, text: str) -> Written:
    """Return a number in parentheses after other words as the plain number that it is there.

    "(7%)" alone is -7%, as accounts print it, and so is "(7)%"; "313 respondents (26%)" is no negative share, nor
    is the year before of "882.6 (638.3) million" a loss, and "(7%) more" is a rise. In the
    row "950 (117) 656" it is one.
    """
    behind = re.match(r" ([a-z]+)", text[written.end :]) if written.parenthesised else None
    if behind and behind[1] in UP_AFTER and not written.direction:
        return _plain(written)._replace(direction="up")
    before = text[: written.number_start].rstrip(" \t\n($€£¥")
    closes = written.text.rstrip().endswith(")") or (before[-1:].isdecimal() and not re.search(_YEAR, before))
    if not written.parenthesised or not before or not closes or re.fullmatch(_ROW, text):
        return written
    return _plain(written)


def _plain(written: Written) -> Written:
    upper = None if written.upper is None else -written.upper
    return written._replace(value=-written.value, upper=upper, parenthesised=False)


def in_its_unit(cls: type[Kind], written: Written, unit: Unit | None) -> Written:
    """Return a number with the unit that the one of its quantity says is meant.

    "72 points" are those of a game or an index where it is a level, or its quantity is declared in them: the scanner
    takes fewer than a hundred for percentage points, which are never a level. "Pounds" are money or a weight.
    """
    if unit and written.unit.name in _POUNDS and unit.family in ("measure", "currency"):
        return _of_pounds(written, unit)
    level = cls.fit in (Fit.LEVEL, Fit.RATIO) and (unit is None or unit.family == "count")
    return of_a_game(written) if unit == INDEX_POINTS or level else written


def _of_pounds(written: Written, unit: Unit) -> Written:
    """Return "1.2 million pounds" as money where its quantity is in pounds, as a weight where it is weighed."""
    from claimcheck.quantity.conversion import dimension

    name = "GBP" if unit.name == "GBP" else "lb" if dimension(unit) == "mass" else ""
    symbol = written.text[written.number_end - written.start : written.amount_end - written.start]
    if not name or not re.search(r"\bpounds?\b(?! sterling)", symbol, re.IGNORECASE):
        return written
    return written._replace(unit=Unit(name, _POUNDS[name], written.unit.per))


def of_a_game(written: Written) -> Written:
    """Return mere "points" as points of a game or an index; percentage points, and what is none, as they are."""
    own = written.text[written.number_end - written.start : written.amount_end - written.start].strip(" -").lower()
    if written.unit.name != POINTS.name or own.partition(" ")[0] not in ("point", "points"):  # "points per match"
        return written
    upper = None if written.upper is None else written.upper / _HUNDREDTH
    return written._replace(
        value=written.value / _HUNDREDTH,
        upper=upper,
        magnitude=written.magnitude / _HUNDREDTH,
        unit=INDEX_POINTS._replace(per=written.unit.per),
    )
