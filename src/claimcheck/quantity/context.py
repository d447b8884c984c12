"""What stands around an amount: its hedge, its direction, and where the whole phrase begins and ends."""

from typing import NamedTuple

from claimcheck.quantity import european
from claimcheck.quantity.amounts import Amount
from claimcheck.quantity.directions import beside, direction_after, direction_before
from claimcheck.quantity.hedges import hedge_after, hedge_before
from claimcheck.quantity.lexicon.measures import OCCASIONS, SPANS_OF_TIME
from claimcheck.quantity.lexicon.numbers import MULTIPLES
from claimcheck.quantity.terms import Written
from claimcheck.quantity.tokens import Parts

_CARRIERS = frozenset(("and", ",", "or", "by", "和", "、"))
_BREAKS = frozenset((".", ";", ":", "。", "；"))
_COMPARING = ("percent", "points", "currency")
_TURNED = {
    "more than": "less than",
    "less than": "more than",
    "at least": "at most",
    "at most": "at least",
    "nearly": "just over",
    "just over": "nearly",
}
_WITHIN = {"fewer": "down", "less": "down", "more": "up"}  # "3 fewer teachers"
_OF_TIME = frozenset(("less", "fewer", "more", "longer", "shorter", "older", "younger"))
_ANOTHER = frozenset(("a", "the", "in", "it", "its", "last", "before", "planned", "expected", "that", "those"))
_NEAR = 6  # words between "fell by 1.8%" and "and imports from Asia by"
_COMPARES = frozenset(("more", "less", "fewer", "higher", "lower"))
_OVER_TIME = frozenset(("for", "well", "just", "or"))


class Context(NamedTuple):
    """Hedge, direction, by or to, and where the phrase begins and ends in the text."""

    hedge: str
    way: str
    by_to: str
    start: int
    end: int


def context_of(parts: Parts, amount: Amount, last: Amount, previous: Written | None, stop: int) -> Context:
    """Return what stands around an amount whose range, if it is one, ends with `last`.

    Nothing before the part `stop` is looked at.
    """
    hedge, first = hedge_before(parts, amount.first)
    taken = previous is not None and parts.starts[first] < previous.end  # the "less than" of "1.8% less than 2 million"
    if first < stop or taken or (hedge == "more than" and _is_over_time(parts, amount, stop)):
        hedge, first = "", amount.first
    after, beyond = hedge_after(parts, last.stop)
    end = parts.end(beyond - 1) if after else last.end
    way, by_to, start = _direction(parts, amount, first, previous, stop)
    if by_to == "to" and parts.words[first - 1].lower() in ("a", "an") and _is_move(parts, beyond, amount):
        way, by_to, start = "", "", parts.starts[first]  # "the fall is attributed to a 6% decline in sown area"
    if not way and (amount.unit.name not in SPANS_OF_TIME or _is_compared(parts, beyond)):
        way, behind = direction_after(
            parts, beyond, compares=amount.unit.family in _COMPARING or amount.unit.name == "point"
        )
        end = parts.end(behind - 1) if way else end
        by_to = "" if way and by_to == "to" else by_to  # "equal to an 8% rise" leads to no 8%
    if not way and parts.foreign:
        way, behind = european.way_behind(parts, beyond, first)
        if amount.unit.name in SPANS_OF_TIME and parts.words[behind].lower() in european.THAN:
            way = ""  # "in 5 Jahren mehr als 3.000"
        end = parts.end(behind - 1) if way else end
    if not way:
        way = _WITHIN.get(parts.words[amount.numeral.stop].lower(), "")
    if amount.form == "multiple" and parts.chinese:
        way, by_to = _way_of_times(parts, amount, way, by_to)
    if amount.form == "multiple" and not way:
        way = MULTIPLES.get(parts.words[amount.numeral.first].lower(), (0, ""))[1]
        if way == "down":  # "more than halved" is less than a half
            hedge, after = _TURNED.get(hedge, hedge), _TURNED.get(after, after)
    if last is not amount and parts.words[first - 1].lower() in ("between", "from") and first - 1 >= stop:
        first -= 1
    start = min(start, parts.starts[first], amount.start)
    return Context(amount.hedge or hedge or after, way, by_to, start, max(end, last.end))


def _is_move(parts: Parts, beyond: int, amount: Amount) -> bool:
    """Whether a noun behind an amount says that something moved by it."""
    return bool(direction_after(parts, beyond, compares=amount.unit.family in _COMPARING)[0])


def _way_of_times(parts: Parts, amount: Amount, way: str, by_to: str) -> tuple[str, str]:
    """Return (way, by or to) of a Chinese multiple: 翻番 is a rise to twice as much, 增长2倍 one by twice as much."""
    if parts.words[amount.numeral.first] == "翻":
        return way or "up", by_to
    return way, by_to or ("by" if way else "")


def _is_compared(parts: Parts, index: int) -> bool:
    """Whether a span of time is compared: "0.4 years less than the 81.6", not "in five years more than 3,000"."""
    behind = parts.words[index + 1].lower()
    ended = not behind[:1].isalnum() or (behind == "than" and parts.words[index + 2].lower() in _ANOTHER)
    return parts.words[index].lower() in _OF_TIME and ended


def _is_over_time(parts: Parts, amount: Amount, stop: int) -> bool:
    """Whether "over" is a span's and no hedge: "grew 200% over five years", but "for over five years".

    So it is of occasions right behind an amount, which ends at `stop`: "45 goals over 38 games".
    """
    before, earlier = parts.words[amount.first - 1].lower(), parts.words[amount.first - 2].lower()
    if before != "over":
        return False
    if amount.unit.name in OCCASIONS:
        return amount.first - 1 == stop
    return amount.unit.name in SPANS_OF_TIME and earlier not in _OVER_TIME


def _direction(parts: Parts, amount: Amount, first: int, previous: Written | None, stop: int) -> tuple[str, str, int]:
    """Return (way, by or to, place where its words begin) of the words before an amount."""
    place = parts.starts[first]
    carried = _carried(parts, amount, first, previous, stop)
    if carried:
        return (*carried, place)
    behind = beside(parts, first) - 1
    link = parts.words[behind].lower()
    found = direction_before(parts, first)
    if found is not None and found.first >= stop:
        return found.way, found.by_to, min(place, parts.starts[found.first])
    if found is not None and parts.foreign and first > stop and parts.words[first - 1].lower() == "um":
        return found.way, found.by_to, parts.starts[first - 1]  # "stieg 2023 um 5 %": a year alone stands between
    if link == "by" and found is None and previous and previous.direction and _is_near(parts, first, stop):
        return previous.direction, "by", parts.starts[behind]
    return "", "to" if link == "to" and first == amount.first and first > stop else "", place


def _carried(parts: Parts, amount: Amount, first: int, previous: Written | None, stop: int) -> tuple[str, str] | None:
    """Return the direction of the number before in "dropped by 7.2% and 9.9% respectively"."""
    if (
        previous is None
        or not previous.direction
        or previous.by_to == "to"
        or previous.unit.family != amount.unit.family
    ):
        return None
    if parts.words[amount.stop].lower() in _COMPARES:
        return None  # "down 1%, 39% more than in 2016"
    between = parts.words[stop:first]
    if not between or previous.end > parts.starts[stop] or any(word.lower() not in _CARRIERS for word in between):
        return None
    return previous.direction, previous.by_to


def _is_near(parts: Parts, first: int, stop: int) -> bool:
    """Whether no more than a few words of the same clause stand since the last number."""
    between = parts.words[stop:first]
    return len(between) <= _NEAR and not _BREAKS.intersection(between)
