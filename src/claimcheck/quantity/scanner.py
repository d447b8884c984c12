"""The scanner: every number of a text, in order, with its phrase; and the reader of one number."""

from __future__ import annotations

import re

from claimcheck.quantity.amounts import Amount, amount_at, start_words
from claimcheck.quantity.build import classed, quantity
from claimcheck.quantity.classes import class_at, label_to_end
from claimcheck.quantity.context import context_of
from claimcheck.quantity.dates import web_spans
from claimcheck.quantity.directions import direction_before
from claimcheck.quantity.hedges import hedge_before
from claimcheck.quantity.lexicon.numbers import SCALES
from claimcheck.quantity.ranges import longer_odds, moved, plus_minus, second_amount, second_of_range
from claimcheck.quantity.terms import Class, NumberError, Written
from claimcheck.quantity.tokens import LEAD, TAIL, Parts, cut

MOST_CHARACTERS = 400
_DIGITS = frozenset("0123456789")
# Between cells, paragraphs and items; a tab that begins a line only indents it.
_BORDER = re.compile(r"(?<![\n\t])\t|\n[^\S\n]*\n\s*|\n(?=[^\S\n]*(?:[-*•–] |\d{1,2}[.)] ))")


def scan(text: str, locale: str = "en") -> list[Written]:
    """Return every number of a text in order, each with its class (`form`).

    Quantities, years, dates, ordinals and labels.

    Offsets are code points of `text`. No match begins inside a number, no two share digits, and none crosses a border
    of cells, rows, items or paragraphs.
    """
    if "\n" not in text and "\t" not in text:
        return _scan_block(text, locale)
    found: list[Written] = []
    start = 0
    for border in _BORDER.finditer(text):
        found += shifted(_scan_block(text[start : border.start()], locale), start)
        start = border.end()
    return found + shifted(_scan_block(text[start:], locale), start)


def shifted(found: list[Written], start: int) -> list[Written]:
    """Return the numbers of a part of a text with their places in all of it, which the part begins at `start`."""
    if not start:
        return found
    return [
        written._replace(
            start=written.start + start,
            end=written.end + start,
            number_start=written.number_start + start,
            number_end=written.number_end + start,
            amount_start=written.amount_start + start,
            amount_end=written.amount_end + start,
        )
        for written in found
    ]


def _scan_block(text: str, locale: str) -> list[Written]:
    if not text.isascii():
        from claimcheck.quantity.spaced import scan_spaced

        found = scan_spaced(text, locale)
        if found is not None:
            return found
    return Scan(cut(text, locale), text).run()


def read(text: str, locale: str = "en") -> Written:
    """Return the one number that `text` holds: "24.59 trillion yuan", "fell by about 1.8%", "20-25%", "doubled".

    NumberError for none, for two, for one beyond 300 digits or powers of ten, and for words that belong to no
    number. Four digits are a number here, never a year.
    """
    if len(text) > MOST_CHARACTERS:
        raise NumberError(
            f"a written number has at most {MOST_CHARACTERS} characters, this has {len(text):,}", MOST_CHARACTERS
        )
    from claimcheck.quantity.reading import only

    parts = cut(text, locale)
    return only(text, Scan(parts, text, classes=False).run(), point=parts.point)


class Scan:
    """One pass over a text: what was found, and where the last number ended."""

    def __init__(self, parts: Parts, text: str, *, classes: bool = True) -> None:
        self.parts = parts
        self.text = text
        self.classes = classes
        self.web = web_spans(parts.text) if classes else []
        self.found: list[Written] = []
        self.stop = 0  # the part after the last number

    def run(self) -> list[Written]:
        """Return every number of the text."""
        starts = start_words()
        for index, word in enumerate(self.parts.words[LEAD:-TAIL], LEAD):
            if (word in starts or word[0] in _DIGITS or _has_digits(word)) and index >= self.stop:
                self._at(index, word)
        return self.found

    def _at(self, index: int, word: str) -> None:
        """Read the number that starts at `index`, if there is one."""
        printed = word[-1].isdecimal()
        if printed and self.classes:
            found = self._class_at(index)
            if found is not None:
                self._keep_class(found, index)
                return
        amount = amount_at(self.parts, index, self.stop)
        if amount is None and printed:
            self._keep_class(label_to_end(self.parts, index), index)
        elif amount is None and not word.isascii():
            from claimcheck.quantity.chinese import run_length

            self.stop = index + run_length(self.parts.text, self.parts.starts[index])
        elif amount is not None and not self._is_lone_one(amount):
            self._keep(self._trimmed(amount))

    def _class_at(self, index: int) -> Class | None:
        place = self.parts.starts[index]
        if self.web and any(start <= place < end for start, end in self.web):
            return Class("label", place, self.parts.end(index))
        last = self.found[-1] if self.found else None
        follows = last is not None and last.form == "label" and self.stop in (index - 1, index - 2)
        return class_at(self.parts, index, after_label=follows)

    def _keep_class(self, found: Class, index: int) -> None:
        written = classed(self.parts, self.text, found, index)
        self.found.append(written)
        self.stop = index + 1
        while self.parts.words[self.stop] and self.parts.starts[self.stop] < written.end:
            self.stop += 1

    def _trimmed(self, amount: Amount) -> Amount:
        """Return the amount without what belongs to the number before."""
        if amount.first >= self.stop or not self.found:
            return amount
        numeral = amount.numeral._replace(first=max(amount.numeral.first, self.stop))
        return amount._replace(numeral=numeral, first=self.stop, start=self.parts.starts[self.stop], negative=False)

    def _is_lone_one(self, amount: Amount) -> bool:
        """Whether it is the "one" of "one of them", or a "zero" that counts nothing."""
        numeral = amount.numeral
        if self.classes and numeral.form == "word" and numeral.first == numeral.stop:
            following = self.parts.words[numeral.first + 1].lower()
            return following not in SCALES  # the "billion euros" over a column, not "hundred thousand dollars"
        if not self.classes or numeral.form != "word" or numeral.num > 1 or amount.unit.family not in ("none", "count"):
            return False
        plain = numeral.den == 1 and numeral.stop - numeral.first == 1 and not amount.power and amount.factor == 1
        if plain and not numeral.num and self._is_end_of_move(amount):
            return False
        return plain and not amount.negative and not hedge_before(self.parts, amount.first)[0]

    def _is_end_of_move(self, amount: Amount) -> bool:
        """Whether a move ends or starts at it: "fell to zero", "from 5.0 tonnes to zero", "from zero to 12%".

        Nothing for "cut to zero-carbon power" and "to zero in on".
        """
        words, k = self.parts.words, amount.first - 1
        link, behind = words[k].lower(), amount.numeral.stop
        if words[behind] == "-":
            return False
        if link == "from":
            return words[behind].lower() == "to" and second_amount(self.parts, behind + 1) is not None
        if link != "to":
            return False
        if direction_before(self.parts, amount.first) is not None:
            return True
        if self.stop != k or not self.found:
            return False
        start = self.found[-1].amount_start
        return self.text[max(start - len("from "), 0) : start].strip().lower() == "from"

    def _keep(self, amount: Amount) -> None:
        """Add an amount with what stands around it; a range takes its other end."""
        second = (
            plus_minus(self.parts, amount) or longer_odds(self.parts, amount) or second_of_range(self.parts, amount)
        )
        if second is None:
            amount = moved(self.parts, amount)
        last = second or amount
        previous = self.found[-1] if self.found else None
        context = context_of(self.parts, amount, last, previous, self.stop)
        self.found.append(quantity(self.parts, self.text, amount, second, context))
        self.stop = last.stop


def _has_digits(word: str) -> bool:
    """Whether a part that does not begin with a Latin digit is a number: ".5", or one in digits of another script."""
    first = word[0]
    return (first == "." and len(word) > 1) or (first > "\x7f" and first.isdecimal())
