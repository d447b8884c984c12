"""Ranges: "20-25%", "between 4.5% and 5%", "$10 million to $12 million", and "5.2 ± 0.3"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.quantity.amounts import Amount, amount_at, start_words
from claimcheck.quantity.dates import is_year
from claimcheck.quantity.directions import beside, direction_before, verbs
from claimcheck.quantity.european import is_change_of
from claimcheck.quantity.hedges import hedge_before
from claimcheck.quantity.lexicon import words
from claimcheck.quantity.prices import is_money
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_DASHES = frozenset(("-", "–", "—", "~", "―", "至", "到"))
_LARGEST_POWER = 1000  # beyond all that a numeral may have
_SMALL = 20  # "two or three weeks"; of larger numbers "or" names two
_RELATIVE = ("%", "percent", "cent")
_LEAP = 3  # "rose 0.3% to 5.2%" and "fell by 5 kg to 85 kg" are a change and a level, "rose 4% to 5%" a range
_IN_FULL = 1000  # so large a number before "million" has no part in it
_FORMS = ("number", "word", "multiple")
_MOVES = words(  # verbs of change that no number follows as its amount
    "go goes going gone went move moves moved moving shift shifts shifted swing swings swung change changes changed"
)
_TIMES = words(
    "double doubles doubled doubling triple triples tripled tripling quadruple quadrupled halve halves halved halving"
)
_TO = ("à", "a", "al")  # "une hausse de 3 à 5 %", "un aumento del 3 al 5 %"
_FROM_TO = {
    "to": ("from",),
    "auf": ("von",),
    "à": ("de",),
    "a": ("de", "desde"),
    "al": ("del",),
    "hasta": ("desde", "de"),
}
_BETWEEN = {"and": "between", "und": "zwischen", "et": "entre", "y": "entre"}
_TAKES = words("take takes took taking bring brings brought bringing push pushes pushed pushing")
_OBJECTS = words("the its their our his her")
_CLAUSE_ENDS = frozenset((".", ";", ":", "。", "；", ""))


def plus_minus(parts: Parts, amount: Amount) -> Amount | None:
    """Return the width of "5.2 ± 0.3", "5 plus or minus 1", "5 +/- 1"."""
    k, words = amount.stop, parts.words
    if words[k] == "±":
        k += 1
    elif " ".join(words[k : k + 3]).lower() in ("+ / -", "plus or minus"):
        k += 3
    else:
        return None
    word = parts.words[k]
    width = amount_at(parts, k) if word and (word[-1].isdecimal() or word in start_words()) else None
    return width._replace(form="plus-minus", negative=False) if width else None


def longer_odds(parts: Parts, amount: Amount) -> Amount | None:
    """Return the "one in 4" of "one in 3 or 4 adults", or of "one in 3 to 4"; `None` of others."""
    k = _after_link(parts, amount) if amount.numeral.form == "odds" else 0
    second = second_amount(parts, k) if k else None
    if second is None:
        return None
    base = second.numeral
    plain = second.unit.family in ("none", "count") and not second.negative and not second.power
    if not plain or base.den != 1 or base.decimals or not amount.numeral.den < base.num < _IN_FULL:
        return None
    numeral = base._replace(num=amount.numeral.num, den=base.num, form="odds")
    return amount._replace(numeral=numeral, stop=base.stop, end=parts.end(base.stop - 1))


def second_of_range(parts: Parts, amount: Amount) -> Amount | None:
    """Return the other end when `amount` opens a range.

    `None` for one number, and for "rose from 2% to 8%", which are two.
    """
    k = _after_link(parts, amount)
    if not k:
        return None
    second = second_amount(parts, k)
    if second is None or second.first > k or amount.form not in _FORMS:
        return None
    unlike = second.form not in ("number", amount.form) and second.unit.family != "multiple"
    if unlike or amount.numeral.form == "odds" != second.numeral.form:  # "one in 3 to 10%"
        return None
    own = amount.unit if amount.unit.per else amount.unit._replace(per=second.unit.per)
    if amount.unit.family != "none" and second.unit != own:
        if amount.unit.family != "currency" or second.unit.family != "none":
            return None
        second = second._replace(unit=own)  # "$10-12 million"
    if amount.unit.family == "none" and amount.power and not second.power:
        return None
    whole = in_full(amount, second)
    first = amount._replace(power=0) if whole else amount
    both_below = amount.unit == BARE and not amount.negative and _is_below_zero(parts, second)
    end = second._replace(negative=False) if both_below else second
    if not _rises(first, end, shares=not whole):
        return None
    leads = _starts_behind(parts, second.stop) or _rises(first, end, by=_LEAP, shares=not whole)
    before = beside(parts, _before(parts, amount)) - 1
    if leads and (_moves_before(parts, before) or _says_again(parts, before)):
        return None  # a change, and the level it leads to
    return second


def _is_below_zero(parts: Parts, amount: Amount) -> bool:
    """Whether it is a temperature so far "below zero", as the other end of "12 to 15 degrees below zero" then is."""
    return amount.negative and parts.words[amount.stop - 2].lower() == "below"


def _starts_behind(parts: Parts, index: int) -> bool:
    """Whether the level that a move started from stands at `index`: "from $5.3 million", not "from 2014"."""
    if parts.words[index].lower() != "from":
        return False
    word = parts.words[index + 1]
    return is_money(word) or (word[:1].isdecimal() and not is_year(word))


def in_full(amount: Amount, second: Amount) -> bool:
    """Whether the first number is written out, and the second with a magnitude: "between 700,000 and 1.2 million".

    Elsewhere the first takes the magnitude of the second, as in "between 10 and 12 million".
    """
    if amount.power or not second.magnitude or amount.unit.family not in ("none", "currency"):
        return False
    return _written_out(amount) and not _written_out(second)


def _written_out(amount: Amount) -> bool:
    size: int = _IN_FULL * 10**amount.numeral.decimals
    return abs(amount.num) >= size


def moved(parts: Parts, amount: Amount) -> Amount:
    """Return the start of a move with what its end alone prints: that of "rose from 10 to 12 million" is 10 million.

    Where that would turn the move round it keeps its own: "rose from 500 to 1.2 million" starts at 500.
    """
    bare = amount.unit.family in ("none", "currency") and not amount.power and amount.form == "number"
    link = parts.words[amount.stop].lower()
    if not bare or link not in _FROM_TO:
        return amount
    k = _before(parts, amount) - 1
    second = second_amount(parts, amount.stop + 1) if parts.words[k].lower() in _FROM_TO[link] else None
    if second is None or second.form != "number" or second.unit.family == "points":
        return amount
    if amount.unit.family == "currency" and second.unit not in (amount.unit, BARE):
        return amount
    if second.unit.family in ("count", "measure"):
        second = second._replace(unit=BARE)  # "from 10 to 12 million people": the noun is no part of the first
    if in_full(amount, second) or not (second.power or second.unit != amount.unit):
        return amount
    way = _way_before(parts, k - 1)
    if second.magnitude and way and (way == "up") is not _rises(amount, second):
        return amount
    unit = second.unit if amount.unit.family == "none" else amount.unit
    return amount._replace(power=second.power, magnitude=second.magnitude, unit=unit)


def _way_before(parts: Parts, index: int) -> str:
    found = direction_before(parts, index + 1)
    return found.way if found else ""


def _rises(amount: Amount, second: Amount, by: int = 1, *, shares: bool = True) -> bool:
    """Whether the second end is more than `by` times the first, which takes its magnitude where it has none."""
    shares = shares and not amount.power and amount.unit.family in ("none", "currency")
    shared = second.power if shares else amount.power
    low = _scaled(amount.num * by, second.numeral.den, shared + amount.numeral.power)
    return low < _scaled(second.num, amount.numeral.den, second.power + second.numeral.power)


def _scaled(num: int, den: int, power: int) -> int:
    """Return a number that orders as `num * den * 10**power` does, in whole numbers."""
    ten: int = 10 ** (power + _LARGEST_POWER)
    return num * den * ten


def second_amount(parts: Parts, index: int) -> Amount | None:
    """Return the amount at `index`, whose first part may be a sign, a currency or a number."""
    for k in range(index, index + 4):
        word = parts.words[k]
        if word and (word[0].isdecimal() or word in start_words()):
            amount = amount_at(parts, k)
            return amount if amount and amount.first <= index + (k > index) and amount.first >= index else None
        if not word or word in (",", ".", "(", ")"):
            break
    return None


def _after_link(parts: Parts, amount: Amount) -> int:
    """Return the index after what links the ends of a range; 0 where nothing does."""
    k = amount.stop + _hangs(parts, amount.stop)
    word = parts.words[k].lower()
    if word in _DASHES:
        return k + 1 if _dash_links(parts, k) else 0
    if word in _BETWEEN:
        return k + 1 if parts.words[_before(parts, amount) - 1].lower() == _BETWEEN[word] else 0
    if parts.foreign and (word == "bis" or (word in _TO and is_change_of(parts, _before(parts, amount) - 1))):
        return k + 1
    if word == "or":
        priced = amount.unit.family in ("none", "currency")  # "$2 or 3 million"
        small = priced and not amount.power and not amount.numeral.decimals
        return k + 1 if small and amount.numeral.num < _SMALL else 0
    if word in ("to", "through"):
        return k + 1 if _to_links(parts, amount) else 0
    return 0


def _hangs(parts: Parts, index: int) -> bool:
    """Whether a hyphen at `index` waits for the word behind the other end: "a two- to threefold rise"."""
    leads = parts.words[index + 1].lower() in ("to", "or")
    return parts.words[index] == "-" and leads and parts.glued(index) and not parts.glued(index + 1)


def _before(parts: Parts, amount: Amount) -> int:
    first = hedge_before(parts, amount.first)[1]
    return first - (parts.words[first - 1].lower() in ("only", "just"))  # "from only $38 million to $42 million"


def _dash_links(parts: Parts, index: int) -> bool:
    """Whether a dash links two numbers: spaces on both of its sides or on none, and no further dash behind."""
    following = parts.words[index + 1]
    begins = following[:1].isdecimal() or following in start_words() or is_money(following)
    return begins and (parts.glued(index) == parts.glued(index + 1) or not parts.words[index].isascii())


def _to_links(parts: Parts, amount: Amount) -> bool:
    """Whether "to" opens a range.

    A verb of change with "from", or before, makes it two numbers: "rose 3% to 5 million".
    """
    k = _before(parts, amount) - 1
    started = parts.words[k].lower() == "from"
    if started:
        if parts.words[k - 1].lower() in ("ranging", "range", "ranges", "ranged", "anywhere", "of", "by"):
            return True
        comma = parts.words[k - 1] == ","  # "rose by 20% between 2022 and 2023, from 5 to 6 million"
        verb = parts.words[k - 1 - comma].lower()
        back = {parts.words[at].lower() for at in range(max(k - 14, 0), k)} if comma else {verb}
        moved = _verb_before(parts, k - 1, reach=14 if comma else 8) or _taken_before(parts, k - 1)
        return not _MOVES & back and not moved
    return not (_verb_before(parts, k, reach=1) and amount.unit.family != "percent")


def _moves_before(parts: Parts, index: int) -> bool:
    """Whether a verb of change stands right before: "rose", "fell by"."""
    by = parts.words[index].lower() == "by"
    return _verb_before(parts, index - by, reach=1)


def _says_again(parts: Parts, index: int) -> bool:
    """Whether "or" right before an amount says a relative change over again: "fell by 4% or 100 million to 2,400"."""
    k = index - 1 - (parts.words[index - 1] == ",")
    return (
        parts.words[index].lower() == "or"
        and parts.words[k].lower() in _RELATIVE
        and _verb_before(parts, k - 1, reach=6)
    )


def _taken_before(parts: Parts, index: int) -> bool:
    """Whether something is said to be taken from one number to another: "takes the payment from 941 to 1,239"."""
    before = [parts.words[k].lower() for k in range(max(index - 8, 0), index + 1)]
    return any(verb in _TAKES and behind in _OBJECTS for verb, behind in pairwise(before))


def _verb_before(parts: Parts, index: int, *, reach: int) -> bool:
    for k in range(index, max(index - reach, 0), -1):
        word = parts.words[k].lower()
        if word in verbs() or word in _TIMES:
            return True
        if word in _CLAUSE_ENDS:
            return False
    return False
