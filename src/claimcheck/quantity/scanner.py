"""The scanner: every number of a text, in order, with its phrase; and the reader of one number."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from claimcheck.quantity.amounts import MULTIPLES, Amount, amount_at, multiple_at, start_words
from claimcheck.quantity.classes import Class, class_at, web_spans
from claimcheck.quantity.directions import direction_after, direction_before
from claimcheck.quantity.hedges import hedge_after, hedge_before
from claimcheck.quantity.ranges import plus_minus, second_of_range
from claimcheck.quantity.terms import NumberError, Written
from claimcheck.quantity.tokens import Parts, cut
from claimcheck.quantity.words_zh import SPACED

MOST_CHARACTERS = 400
_DIGITS = frozenset("0123456789")
_COUNTS_EXACTLY = ("count",)


def scan(text: str, locale: str = "en") -> list[Written]:
    """Return every number of a text in order, each with its class (`form`): quantities, years, dates, ordinals and labels.

    Offsets are code points of `text`. No match begins inside a number, and no two overlap in their digits.
    """
    if not text.isascii() and SPACED.search(text):
        return _scan_spaced(text, locale)
    return _Scan(cut(text, locale), text, classes=True).run()


def read(text: str, locale: str = "en") -> Written:
    """Return the one number that `text` holds: "24.59 trillion yuan", "fell by about 1.8%", "20-25%", "doubled".

    NumberError for none, for two, for one beyond 300 digits or powers of ten, and for words that belong to no number.
    """
    if len(text) > MOST_CHARACTERS:
        raise NumberError(
            f"a written number has at most {MOST_CHARACTERS} characters, this has {len(text):,}", MOST_CHARACTERS
        )
    from claimcheck.quantity.reading import only

    return only(text, _Scan(cut(text, locale), text, classes=False).run())


def _scan_spaced(text: str, locale: str) -> list[Written]:
    """Return the numbers of a Chinese text set with spaces between its characters: 百 分 之 五."""
    places, kept, last = [], [], 0
    for match in SPACED.finditer(text):
        kept.append(text[last : match.start()])
        places += range(last, match.start())
        last = match.end()
    kept.append(text[last:])
    places += [*range(last, len(text)), len(text)]
    found = _Scan(cut("".join(kept), locale), "".join(kept), classes=True).run()
    moved = []
    for written in found:
        start, end = places[written.start], places[written.end - 1] + 1
        moved.append(
            written._replace(
                text=text[start:end],
                start=start,
                end=end,
                number_start=places[written.number_start],
                number_end=places[written.number_end - 1] + 1,
                amount_start=places[written.amount_start],
                amount_end=places[written.amount_end - 1] + 1,
            )
        )
    return moved


class _Context(NamedTuple):
    hedge: str
    way: str
    by_to: str
    start: int
    end: int


class _Scan:
    """One pass over a text: where the last number ended, and what it was."""

    def __init__(self, parts: Parts, text: str, *, classes: bool) -> None:
        self.parts = parts
        self.text = text
        self.classes = classes
        self.web = web_spans(parts.text) if classes else []
        self.found: list[Written] = []
        self.stop = 0  # the part after the last number

    def run(self) -> list[Written]:
        words = start_words()
        for index, word in enumerate(self.parts.words):
            if (
                word
                and (word in words or word[0] in _DIGITS or (word[0] > "\x7f" and word[0].isdecimal()))
                and index >= self.stop
            ):
                self.at(index, word)
        return self.found

    def at(self, index: int, word: str) -> None:
        """Read the number that starts at `index`, if there is one."""
        parts = self.parts
        if word[0].isdecimal():
            found = self.class_of(index) if self.classes else None
            if found is not None:
                self.keep_class(found, index)
                return
        amount = multiple_at(parts, index) if word.lower() in MULTIPLES else amount_at(parts, index)
        if amount is None:
            if word[0].isdecimal():
                self.keep_class(Class("label", parts.starts[index], parts.end(index), 0), index)
            elif not word.isascii():
                self.stop = self.stop if len(word) > 1 else self.stop
            return
        if amount.first < self.stop and self.found:
            amount = self.trimmed(amount)
        if not self.is_lone_one(amount):
            self.keep(amount)

    def class_of(self, index: int) -> Class | None:
        place = self.parts.starts[index]
        for start, end in self.web:
            if start <= place < end:
                return Class("label", place, self.parts.end(index), 0)
        last = self.found[-1] if self.found else None
        follows = last is not None and last.form == "label" and self.stop in (index - 1, index - 2)
        return class_at(self.parts, index, after_label=follows)

    def keep_class(self, found: Class, index: int) -> None:
        number_start, number_end = self.parts.starts[index], self.parts.end(index)
        start, end = min(found.start, number_start), max(found.end, number_end)
        self.found.append(
            Written(
                self.text[start:end], start, end, number_start, number_end, self.text[number_start:number_end], Fraction(found.value),
                None if found.upper is None else Fraction(found.upper), form=found.form, exact=True, amount_start=start, amount_end=end,
            )
        )  # fmt: skip
        self.stop = index + 1
        while self.parts.words[self.stop] and self.parts.starts[self.stop] < end:
            self.stop += 1

    def trimmed(self, amount: Amount) -> Amount:
        """Return the amount without what belongs to the number before."""
        first = min(max(amount.first, self.stop), amount.numeral.first)
        return amount._replace(
            first=first, start=self.parts.starts[first], negative=amount.negative and first == amount.first
        )

    def is_lone_one(self, amount: Amount) -> bool:
        """Whether it is the "one" of "one of them", or a "zero" or "half" that counts nothing."""
        numeral = amount.numeral
        if (
            numeral.form != "word"
            or numeral.den != 1
            or numeral.num > 1
            or numeral.stop - numeral.first > 1
            or amount.form == "multiple"
        ):
            return False
        if amount.power or amount.factor != 1 or amount.unit.family not in ("none", "count"):
            return False
        return self.classes and not hedge_before(self.parts, amount.first)[0]

    def keep(self, amount: Amount) -> None:
        """Add an amount with what stands around it; a range takes its other end."""
        parts = self.parts
        second = plus_minus(parts, amount) or second_of_range(parts, amount, found=self.found)
        last = second or amount
        opened = parts.words[amount.first - 1] == "(" and parts.words[last.stop] == ")" and parts.glued(last.stop)
        parenthesised = opened and not amount.negative and second is None and amount.form == "number"
        context = self.context(amount, last)
        self.found.append(_written(self, amount, second, context, parenthesised=parenthesised))
        self.stop = last.stop

    def context(self, amount: Amount, last: Amount) -> _Context:
        """Return hedge and direction of an amount, and where its phrase starts and ends."""
        parts = self.parts
        hedge, first = hedge_before(parts, amount.first)
        if (
            hedge == "more than"
            and parts.words[amount.first - 1].lower() == "over"
            and _spans_time(amount)
            and parts.words[amount.first - 2].lower() not in ("for", "well", "just")
        ):
            hedge, first = "", amount.first
        if first < self.stop:
            hedge, first = "", amount.first
        after, stop = hedge_after(parts, last.stop)
        hedge = hedge or after
        end = max(parts.end(stop - 1), last.end) if after else last.end
        way, by_to, start = self.direction(amount, first)
        if not way:
            way, beyond = direction_after(parts, stop)
            if way:
                end = parts.end(beyond - 1)
        if amount.form == "multiple" and not way:
            way = MULTIPLES.get(parts.words[amount.numeral.first].lower(), (0, ""))[1]
        return _Context(hedge, way, by_to, min(start, parts.starts[first], amount.start), end)

    def direction(self, amount: Amount, first: int) -> tuple[str, str, int]:
        """Return (way, by or to, place where its words start) of the words before an amount."""
        parts = self.parts
        place = parts.starts[first]
        carried = self.carried(amount, first)
        if carried:
            return (*carried, place)
        found = direction_before(parts, first)
        if found is None or found.first < self.stop:
            if (
                found is None
                and parts.words[first - 1].lower() == "by"
                and self.found
                and self.found[-1].direction
                and self.near(first)
            ):
                return self.found[-1].direction, "by", parts.starts[first - 1]
            link = parts.words[first - 1].lower()
            return "", link if link == "to" and first - 1 >= self.stop else "", place
        return found.way, found.by_to, min(place, parts.starts[found.first])

    def near(self, first: int) -> bool:
        """Whether no more than a few words of the same clause stand since the last number."""
        between = self.parts.words[self.stop : first]
        return len(between) <= 6 and not any(word in (".", ";", ":") for word in between)  # noqa: PLR2004 - "and imports from Asia by"

    def carried(self, amount: Amount, first: int) -> tuple[str, str] | None:
        """Return the direction of the number before in "dropped by 7.2% and 9.9% respectively"."""
        if not self.found or not self.found[-1].direction or self.found[-1].by_to == "to":
            return None
        last = self.found[-1]
        between = [word.lower() for word in self.parts.words[self.stop : first]]
        if (
            not between
            or any(word not in ("and", ",", "or", "by", "和", "、") for word in between)
            or last.unit.family != amount.unit.family
        ):
            return None
        if last.end > self.parts.starts[self.stop]:
            return None
        return last.direction, last.by_to


def _spans_time(amount: Amount) -> bool:
    return amount.unit.name in (
        "year",
        "month",
        "week",
        "day",
        "hour",
        "decade",
        "minute",
        "quarter",
        "century",
        "night",
    )


def _written(
    scan_of: _Scan, amount: Amount, second: Amount | None, context: _Context, *, parenthesised: bool
) -> Written:
    text, parts, numeral = scan_of.text, scan_of.parts, amount.numeral
    last = second or amount
    power = _power(amount, second)
    value = _value(amount.num, numeral.den, numeral.power + power)
    upper = (
        None if second is None else _value(second.num, second.numeral.den, second.numeral.power + _power(second, None))
    )
    hedge = context.hedge
    if last.form == "plus-minus":
        hedge, upper = "plus-minus", value + (upper or 0)
    number_start, number_end = parts.starts[numeral.first], max(parts.end(numeral.stop - 1), numeral.end)
    end = max(context.end, last.end)
    start = min(context.start, amount.start)
    amount_start, amount_end = amount.start, max(last.end, amount.end)
    if parenthesised:
        amount_start, amount_end = parts.starts[amount.first - 1], parts.end(last.stop)
        start, end = min(start, amount_start), max(end, amount_end)
    return Written(
        text[start:end],
        start,
        end,
        number_start,
        number_end,
        text[number_start:number_end],
        -value if parenthesised else value,
        upper,
        numeral.decimals,
        numeral.zeros,
        _worth(amount, power),
        last.unit if amount.unit.family == "none" else amount.unit,
        hedge,
        context.way,
        context.by_to,
        parenthesised,
        "range" if second is not None else amount.form,
        _is_exact(amount, hedge),
        amount_start,
        amount_end,
    )


def _power(amount: Amount, second: Amount | None) -> int:
    """Return the power of ten of an amount; the first of "$10-12 million" takes the magnitude and unit of the second."""
    if second is None or second.form == "plus-minus" or amount.power or amount.unit.family not in ("none", "currency"):
        return amount.power
    return second.power


def _value(num: int, den: int, power: int) -> Fraction:
    return Fraction(num * 10**power, den) if power >= 0 else Fraction(num, den * 10**-power)


def _worth(amount: Amount, power: int) -> Fraction:
    """Return what one printed 1 is worth; for a fraction one of its parts."""
    numeral = amount.numeral
    scientific = numeral.power + numeral.decimals
    if numeral.den != 1:
        return _value(amount.factor, numeral.den, power + scientific)
    return _worth_of(power + scientific, amount.factor)


@lru_cache(maxsize=256)
def _worth_of(power: int, factor: int) -> Fraction:
    return _value(factor, 1, power)


def _is_exact(amount: Amount, hedge: str) -> bool:
    """Whether no rounding is to be expected: counts whose last digit is not zero, plain fractions, "exactly"."""
    numeral = amount.numeral
    if hedge == "exactly":
        return True
    if amount.form == "fraction":
        return amount.unit.family in ("none", "count") and numeral.num < numeral.den
    counted = amount.unit.family in _COUNTS_EXACTLY and not amount.magnitude and amount.factor == 1
    return counted and numeral.decimals == 0 and numeral.zeros == 0 and numeral.den == 1 and numeral.power == 0
