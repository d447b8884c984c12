"""What a written number is: its value, digits, unit, hedge and class, and how a sheet says it is to be read."""

from fractions import Fraction
from typing import NamedTuple

ONE = Fraction(1)


class NumberError(ValueError):
    """A text that holds no number, two, or one that is refused; `offset` is where in the text."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Unit(NamedTuple):
    """What is counted or measured: two numbers are comparable when their units are equal.

    `name` is canonical ("CNY", "%", "pp", "x" for multiples, "km", "firm", "" for a bare number); `family` is one
    of percent, points, multiple, currency, count (counted nouns), measure (km, tonnes, days) and none; `per` is
    "1,000", "km²", "share": it belongs to the unit, the value is not divided by it.
    """

    name: str
    family: str
    per: str = ""


BARE = Unit("", "none")
PERCENT = Unit("%", "percent")
POINTS = Unit("pp", "points")
INDEX_POINTS = Unit("point", "measure")
TIMES = Unit("x", "multiple")
QUANTITIES = ("number", "range", "fraction", "word", "multiple")  # forms of numbers that say how much there is
MEASURED = ("currency", "measure")  # families of units of what is never counted one by one
LAST_DIGIT_FAMILIES = ("percent", "points")  # "30%" is 29.5% to 30.5%, while "30 km" may have been rounded to tens


class Written(NamedTuple):
    """A number as printed.

    `start:end` is the whole phrase in the scanned text, with hedge and verb; `number_start:number_end` the digits
    (or number word) alone; `amount_start:amount_end` sign, currency, digits, magnitude and unit. `value` has the
    printed sign and the magnitude; percents and points are fractions (35% is 7/20, 25 bp is 1/400), multiples are
    factors (doubled is 2). `upper` is the high end of a range, `value` its low end; for "5.2 ± 0.3" `value` is
    5.2 and `upper` 5.5. `magnitude` is what one printed 1 is worth.
    """

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    digits: str
    value: Fraction
    upper: Fraction | None = None
    decimals: int = 0
    zeros: int = 0  # trailing zeros left of the point
    magnitude: Fraction = ONE
    unit: Unit = BARE
    hedge: str = ""  # about, more than, at least, less than, at most, nearly, just over, plus-minus, exactly
    direction: str = ""  # up, down: from the verb or the words around; the value is not negated by it
    by_to: str = ""
    parenthesised: bool = False  # "(9.4%)": the value is negative, but a kind may take it for a mere parenthesis
    form: str = "number"  # one of QUANTITIES, or year, date, ordinal, label
    exact: bool = False  # a count whose last digit is not zero, or "exactly 5"
    amount_start: int = 0
    amount_end: int = 0

    def times(self, factor: Fraction) -> "Written":
        """Return the number in another unit or magnitude; its digits stay as they are."""
        upper = None if self.upper is None else self.upper * factor
        return self._replace(value=self.value * factor, upper=upper, magnitude=self.magnitude * factor)


class Class(NamedTuple):
    """A number that is no quantity.

    What it is, where it begins and ends in the text, and its value where it has one.
    """

    form: str  # year, date, ordinal, label
    start: int
    end: int
    value: int = 0
    upper: int | None = None


class Style(NamedTuple):
    """How a sheet says that its numbers are to be read; see `check_style` for the words allowed."""

    precision: str = ""  # "", printed, exact, "3 digits", "1 billion"
    rounding: str = "nearest"  # nearest, down, up, truncate
    scale: Fraction = ONE  # multiplies bare numbers, as a table header does
    locale: str = "en"
    hedges: tuple[tuple[str, Fraction], ...] = ()  # widths that override the table


PLAIN_STYLE = Style()
