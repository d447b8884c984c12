"""The unit behind a number: percent, points, times, currency, measure, and what stands behind its "per"."""

from typing import NamedTuple

from claimcheck.quantity.digits import digits_at
from claimcheck.quantity.european import percent_behind
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.european import HUNDREDTH_PHRASES, HUNDREDTHS, NOT_PER, PERCENT_PAIRS, POINT_PAIRS
from claimcheck.quantity.lexicon.european import PER as FOREIGN_PER
from claimcheck.quantity.lexicon.european import PERCENT as PERCENTS
from claimcheck.quantity.lexicon.european import POINTS as FOREIGN_POINTS
from claimcheck.quantity.lexicon.measures import COUNTED_PER, OIL, PER, SPANS_OF_TIME
from claimcheck.quantity.lexicon.nouns import STOPS
from claimcheck.quantity.lexicon.numbers import SCALES
from claimcheck.quantity.nouns import noun_at
from claimcheck.quantity.products import product_behind, product_named
from claimcheck.quantity.terms import PERCENT, POINTS, TIMES, Unit
from claimcheck.quantity.tokens import Parts
from claimcheck.quantity.unit_names import lookup, names

_PERCENT_STARTS = _words("per percent percents pct pc percentage pp pps ppt ppts basis bp bps p")
_FOREIGN_STARTS = PERCENTS | FOREIGN_POINTS | HUNDREDTHS | {first for first, _ in PERCENT_PAIRS | POINT_PAIRS}
_FOREIGN_STARTS |= {phrase[0] for phrase in HUNDREDTH_PHRASES}
_FOREIGN = {"percent": (PERCENT, -2), "points": (POINTS, -2), "basis": (POINTS, -4)}
_POINTS_AT_ONCE = {"pp": -2, "pps": -2, "ppt": -2, "ppts": -2, "bp": -4, "bps": -4}
_POINT_WORDS = _words("point points pt pts")
_OIL_A_DAY = Unit("bbl", "measure", "day")
_LITRE = Unit("L", "measure")
_CENT = Unit("cent", "currency")
_OFTEN = _words("a an per already daily weekly monthly yearly each every on")
_NO_HYPHENED = _words("plus a x c t p m h w in to and")
_SPACED_LETTERS = _words("m t g h s L V W K A N J")
_SECOND = Unit("second", "measure")  # "3.2 s"; "80s" are years
_QUOTES = frozenset(("'", '"'))
_FAR = 80  # parts of a text that a quotation has at most
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_RAISED = {"2": "²", "²": "²", "3": "³", "³": "³"}
_BY_TIME = ("s", "s²")
_YEAR_DIGITS = 4
_LONGEST_RAISED = 2  # letters of a length: "km2"
_YEARLY = _words("annually yearly annualised annualized pa")
_AGO = _words("earlier ago later before from after")

_KINDS_OF_SHARE = _words("diluted basic common ordinary fully and ADS")
_MOST_KINDS = 4
_PER_NAMES = {"annum": "year", "capita": "person", "head": "person", "s": "second", "mo": "month", "l": "L"}
_LETTERED = {"d": "day", "a": "year"}  # units of time that are letters behind a slash alone
_ROUND = _words("1,000 10,000 100,000 1000 10000 100000")


class UnitHit(NamedTuple):
    """A unit, the power of ten that it brings (-2 for a percent), and the index after it."""

    unit: Unit
    power: int
    stop: int


def unit_at(parts: Parts, index: int) -> UnitHit | None:
    """Return the unit at `index`, right after a number and its magnitude; `None` of none."""
    word = parts.words[index]
    if word == "%":
        return _percent_sign(parts, index)
    if word == "‰":
        return UnitHit(PERCENT, -3, index + 1)
    if word == "-":
        return _hyphened(parts, index)
    lower = word.lower()
    if lower in _FOREIGN_STARTS and (foreign := percent_behind(parts, index)):
        unit, power = _FOREIGN[foreign[0]]
        return UnitHit(unit, power, foreign[1])
    computer = word == "PC" and parts.words[index + 1][:1].islower()  # "61.7 million PC shipments"
    if lower in _PERCENT_STARTS and not computer:
        return _percent_word(parts, index, lower)
    if lower in ("times", "x", "fold", "×"):
        return _times(parts, index, lower)
    if word in _CLOSING:
        return _bracketed(parts, index)
    return _slashed(parts, index, lower) or _named(parts, index)


def _slashed(parts: Parts, index: int, lower: str) -> UnitHit | None:
    """Return the unit of "2 mb/d", of "6.8 l/100 km" and "5.2 ct/kWh": letters that by themselves are none."""
    if lower in OIL and parts.words[index + 1] == "/" and parts.words[index + 2] == "d":
        return UnitHit(_OIL_A_DAY, OIL[lower], index + 3)
    if parts.words[index] == "ct" and parts.words[index + 1] in ("/", "je", "per") and _is_measured(parts, index + 2):
        return UnitHit(_CENT, 0, index + 1)
    stands = parts.words[index] == "l" and parts.words[index + 1] in ("/", "per")
    return UnitHit(_LITRE, 0, index + 1) if stands and _is_measured(parts, index + 2) else None


def _is_measured(parts: Parts, index: int) -> bool:
    """Whether a unit stands at an index, perhaps behind a number: "km", "100 km"."""
    return lookup(parts, index + parts.words[index].isdecimal()) is not None


def _percent_sign(parts: Parts, index: int) -> UnitHit:
    stop = index + 1 + (parts.words[index + 1] == "-")
    if parts.words[stop].lower() in _POINT_WORDS:
        return UnitHit(POINTS, -2, stop + 1)
    return UnitHit(PERCENT, -2, index + 1)


def _percent_word(parts: Parts, index: int, lower: str) -> UnitHit | None:
    """Return percent or points: "per cent", "pct", "percentage points", "p.p.", "basis points", "bp", "per mille"."""
    following, after = parts.words[index + 1].lower(), index + 1
    if lower in _POINTS_AT_ONCE:
        return UnitHit(POINTS, _POINTS_AT_ONCE[lower], after)
    if lower == "basis":
        stop = after + (following == "-")
        return UnitHit(POINTS, -4, stop + 1) if parts.words[stop].lower() in _POINT_WORDS else None
    if lower == "p":
        return _abbreviated_points(parts, index)
    if lower == "per" and following in ("mille", "mil"):
        return UnitHit(PERCENT, -3, after + 1)
    if lower == "per":
        after += following == "-"  # "a 20-per-cent rise"
        if parts.words[after].lower() not in ("cent", "cents"):
            return None
        after += 1
    stop = after + (parts.words[after] == "-")
    if parts.words[stop].lower() in _POINT_WORDS:
        return UnitHit(POINTS, -2, stop + 1)
    return UnitHit(PERCENT, -2, after)


def _abbreviated_points(parts: Parts, index: int) -> UnitHit | None:
    """Return the points of "1.5 p.p.", or the pennies of "45p"."""
    if parts.words[index + 1] == "." and parts.words[index + 2].lower() == "p":
        stop = index + 3
        return UnitHit(POINTS, -2, stop + (parts.words[stop] == "." and parts.glued(stop)))
    return _named(parts, index)


def _times(parts: Parts, index: int, lower: str) -> UnitHit | None:
    """Return multiples; "3 times a week" counts, and the "x" of "2 x 4" is no unit."""
    following = parts.words[index + 1].lower()
    if lower in ("x", "×"):
        single = parts.glued(index) and not following[:1].isdecimal()
        return UnitHit(TIMES, 0, index + 1) if single else None
    unit = Unit("time", "count") if lower == "times" and following in _OFTEN else TIMES
    return UnitHit(unit, 0, index + 1)


def _hyphened(parts: Parts, index: int) -> UnitHit | None:
    """Return the unit of "10-year", "3-inch", "5-percent", "ten-fold"."""
    following = parts.words[index + 1]
    if not (parts.glued(index) and parts.glued(index + 1) and following.isalpha()) or following.lower() in _NO_HYPHENED:
        return None
    return unit_at(parts, index + 1)


def _bracketed(parts: Parts, index: int) -> UnitHit | None:
    """Return the measure of "20 (kg)" where it stands alone in its brackets."""
    found = lookup(parts, index + 1)
    if found and found[0].family == "measure" and parts.words[found[1]] == _CLOSING[parts.words[index]]:
        return UnitHit(found[0], 0, found[1] + 1)
    return None


def _named(parts: Parts, index: int) -> UnitHit | None:
    """Return the currency or measure named at `index`.

    A single letter counts where it touches the number, or is a symbol.
    """
    word = parts.words[index]
    if word in _QUOTES and (_closes(parts, index) or (parts.words[index + 1] == "s" and parts.glued(index + 1))):
        return None  # "2022's" is no length
    apart = len(word) == 1 and word.isascii() and word.isalpha() and not parts.glued(index)
    if apart and (word not in _SPACED_LETTERS or parts.words[index + 1] == "'"):
        return None
    seconds = word == "s" and apart and len(parts.words[index - 1]) != _YEAR_DIGITS  # "the 1990 s"
    found = (_SECOND, index + 1) if seconds else lookup(parts, index)
    if found is None:
        return None
    unit, stop = found
    caret = parts.words[stop] == "^" and parts.glued(stop)  # km^2
    raised = unit.family == "measure" and parts.words[stop - 1] != "'"  # the 2 of 6'2" is none
    if raised and parts.words[stop + caret] in _RAISED and parts.glued(stop + caret):
        return _raised(parts, unit, stop + caret)
    if unit.family == "measure" and (product := product_behind(parts, unit, stop)):
        return UnitHit(product[0], 0, product[1])
    return UnitHit(unit, 0, stop)


def _closes(parts: Parts, index: int) -> bool:
    """Whether a mark ends a quotation, as that of "1,200" does, and is no sign of feet or inches."""
    for k in range(index - 1, max(index - _FAR, 0), -1):
        if parts.words[k] == parts.words[index]:
            return not parts.glued(k) and parts.glued(k + 1)
    return False


def _raised(parts: Parts, unit: Unit, index: int) -> UnitHit | None:
    """Return the square or cubic unit of "km2", "m³"; behind a word, "tonnes²", it is the mark of a note.

    `None` for letters and digits that are no unit, as in "24m212".
    """
    if len(parts.words[index - 1]) > _LONGEST_RAISED and not parts.words[index].isdecimal():
        return UnitHit(unit, 0, index)
    powered = names().get(unit.name + _RAISED[parts.words[index]]) if len(unit.name) <= _LONGEST_RAISED else None
    if powered is None or (parts.words[index + 1][:1].isalnum() and parts.glued(index + 1)):
        return None
    return UnitHit(powered, 0, index + 1)


def with_per(parts: Parts, hit: UnitHit) -> UnitHit:
    """Return the unit with what stands behind its "per": "per 1,000", "per km²", "a month", "/day", "-a-share"."""
    if hit.unit.per:
        return hit
    k = _behind_what_it_measures(parts, hit)
    word = parts.words[k].lower()
    if word == "per" or (word in FOREIGN_PER and parts.foreign and parts.words[k + 1].lower() not in NOT_PER):
        return _per(parts, hit, k + 1, any_word=True)
    if word == "for" and parts.words[k + 1].lower() in ("every", "each"):  # "321 doctors for every 100,000 people"
        return _for_every(parts, hit, k + 2)
    if word == "-" and parts.words[k + 1].lower() in ("a", "per") and parts.words[k + 2] == "-":
        return _per(parts, hit, k + 3, any_word=False)
    if word == "/" and hit.unit.family != "none" and parts.words[k + 1] in _LETTERED and _is_letter(parts, k + 1):
        return _with(hit, _LETTERED[parts.words[k + 1]], k + 2)
    known_per = word in ("a", "an", "each", "every", "/") and parts.words[k + 1] not in _ROUND
    if known_per and hit.unit.family != "none" and (word == "/" or not _is_ago(parts, k + 1)):
        known = word == "/" and (_is_measured(parts, k + 1) or _is_priced(parts, hit, k + 1))
        return _per(parts, hit, k + 1, any_word=known)
    rated = hit.unit.family != "none" or "." in parts.words[k - 1]  # "412/1,000" are two counts
    if rated and word == "/" and parts.words[k + 1] in _ROUND and parts.glued(k) and parts.glued(k + 1):
        return _per(parts, hit, k + 1, any_word=True)
    return _yearly(parts, hit, word)


def _behind_what_it_measures(parts: Parts, hit: UnitHit) -> int:
    """Return the index of the "per" of "410 g of coal per kWh"; else where the unit stops."""
    if hit.unit.family != "measure" or parts.words[hit.stop].lower() != "of":
        return hit.stop
    for k in range(hit.stop + 1, hit.stop + 2 + _MOST_KINDS):
        word = parts.words[k].lower()
        if word == "per" and k > hit.stop + 1:
            return k
        if not word.isalnum() or word in STOPS:
            break
    return hit.stop


def _is_ago(parts: Parts, index: int) -> bool:
    """Whether a span of time is one back or ahead: "5 km a year from now", not "£15.50 an hour from £14"."""
    if parts.words[index].lower() not in SPANS_OF_TIME:
        return False
    way, behind = parts.words[index + 1].lower(), parts.words[index + 2]
    return way in _AGO and not (way == "from" and not behind.isalpha())


def _yearly(parts: Parts, hit: UnitHit, word: str) -> UnitHit:
    """Return a unit with "p.a." behind it, a percent with "annually": what is sold so may be sold in one year."""
    k = hit.stop
    if word in _YEARLY and hit.unit.family == "percent":
        return _with(hit, "year", k + 1)
    yearly = word == "p" and parts.words[k + 1] == "." and parts.words[k + 2].lower() == "a"
    return _with(hit, "year", k + 3 + (parts.words[k + 3] == "." and parts.glued(k + 3))) if yearly else hit


def _is_letter(parts: Parts, index: int) -> bool:
    """Whether a letter behind a slash touches it and nothing else: "24,000 m³/d", not "m³/d-1" and "5 kg/d'or"."""
    following = parts.words[index + 1]
    return parts.glued(index) and not (parts.glued(index + 1) and (following[:1].isalnum() or following in ("-", "'")))


def _is_priced(parts: Parts, hit: UnitHit, index: int) -> bool:
    """Whether money is told by a unit that no table has: the "dt" of "18.40 €/dt"."""
    if hit.unit.family != "currency" or not parts.glued(index):
        return False
    from claimcheck.quantity.unknown_units import unknown_unit

    return unknown_unit(parts.words[index]) is not None


def _for_every(parts: Parts, hit: UnitHit, index: int) -> UnitHit:
    """Return the unit with what it is for: so many of something, or a measure; "5 dollars for every win" stays."""
    measure = lookup(parts, index)
    known = parts.words[index][:1].isdecimal() or (measure is not None and measure[0].family == "measure")
    return _per(parts, hit, index, any_word=True) if known else hit


def _with(hit: UnitHit, per: str, stop: int) -> UnitHit:
    return hit._replace(unit=hit.unit._replace(per=_PER_NAMES.get(per, per)), stop=stop)


def _share_behind(parts: Parts, index: int) -> int:
    """Return the index of the "share" of "diluted share", "basic common share"; else the same index."""
    stop = index
    while stop < index + _MOST_KINDS and parts.words[stop].lower() in _KINDS_OF_SHARE:
        stop += 1
    return stop if parts.words[stop].lower() == "share" else index


def _per(parts: Parts, hit: UnitHit, index: int, *, any_word: bool) -> UnitHit:
    index = _share_behind(parts, index)
    word = parts.words[index]
    lower = word.lower()
    if word[:1].isdecimal() and any_word:
        return _per_number(parts, hit, index)
    known = any_word or lower in PER or word in _BY_TIME
    if not lower[:1].isalpha() or lower in ("cent", "cents") or not known:
        return hit
    if lower in SCALES and (noun := noun_at(parts, index + 1)):  # "per million people"
        return _with(hit, " ".join(parts.words[index : noun[1]]).lower(), noun[1])
    if word in _BY_TIME:  # "m/s", and "m/s²" in a text of other signs
        power, stop = _power_behind(parts, index + 1)
        return _with(hit, word + power, stop)
    found = product_named(parts, index) or lookup(parts, index)
    if found is None or found[0].family != "measure":
        return _with(hit, lower, index + 1)
    unit, stop = product_behind(parts, *found) or found
    power, stop = _power_behind(parts, stop)
    return _with(hit, unit.name + power, stop)


def _per_number(parts: Parts, hit: UnitHit, index: int) -> UnitHit:
    """Return the unit per so many: "per 1,000", "per 100 000 population", "je 100.000", "7.0 litres per 100 km"."""
    many, after = parts.words[index], index + 1
    numeral = digits_at(parts, index)
    whole = numeral is not None and numeral.form == "digits" and numeral.den == 1 and not numeral.decimals
    if numeral and whole and (numeral.stop > after or (not parts.point and "." in many)):
        many, after = f"{numeral.num:,}", numeral.stop
    noun, measure = noun_at(parts, after), product_named(parts, after) or lookup(parts, after)
    if measure and measure[0].family == "measure":
        return _with(hit, f"{many} {measure[0].name}", measure[1])
    stop = noun[1] if noun else after + (parts.words[after].lower() in COUNTED_PER)
    return _with(hit, " ".join([many, *parts.words[after:stop]]).lower(), stop)


def _power_behind(parts: Parts, index: int) -> tuple[str, int]:
    """Return the square or cube of the unit that ends before `index`, and the index after it: "m/s2", "m/s^2"."""
    k = index + (parts.words[index] == "^" and parts.glued(index))
    raised = parts.words[k] in _RAISED and parts.glued(k)
    goes_on = parts.words[k].isdecimal() and parts.words[k + 1][:1].isalnum() and parts.glued(k + 1)
    return (_RAISED[parts.words[k]], k + 1) if raised and not goes_on else ("", index)
