"""The sentences of a chain and of a weighted sum, in the units of their quantities or in what is taken as 1."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE, PERCENT, POINTS, Unit
from claimcheck.reports.figures import factor, gap, rounded, shown, shown_bound, shown_gap
from claimcheck.reports.wording import series_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.kinds.statement import Quantity
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Added, Miss, Step

_FAR = Fraction(3, 2)  # of what is taken as 1; more than that is said in times, not in percent
_TOUCH = "they only touch, and one of them is without its end"


class Sentence(NamedTuple):
    """One line of a telling, and the claim it rests on ("" for what joins or ends lines)."""

    claim: str
    text: str
    depth: int = 0


class Words:
    """Puts the facts of one chain or sum into words, in the units of its quantities or in what is taken as 1."""

    def __init__(
        self, sheet: Sheet, unit: Quantity | None, ends: Iterable[Fraction], *, numbered: bool = False
    ) -> None:
        self.sheet, self.unit, self.numbered = sheet, unit, numbered
        self.in_percent = unit is not None and max(map(abs, ends), default=Fraction(2)) <= _FAR

    def unit_of(self, subject: Quantity, given: Iterable[Quantity] = ()) -> Unit:
        """Return the unit of a quantity; of one that nobody prints that of the `given` with which it makes a whole."""
        units = (series_unit(self.sheet, quantity) for quantity in (subject, *given))
        return next((unit for unit in units if unit != BARE), BARE)

    def amount(
        self,
        interval: Interval,
        subject: Quantity,
        apart: Fraction | None = None,
        given: Iterable[Quantity] = (),
        *,
        bare: bool = False,
    ) -> str:
        """Return where a quantity lies: "4.677 to 4.730 billion USD", "1.79 to 1.80 times x", "56% to 57% of x"."""
        if self.unit is None:
            return shown(interval, self.unit_of(subject, given), apart=apart)
        if bare:
            return shown(interval, PERCENT, apart=apart) if self.in_percent else f"{shown(interval, apart=apart)} times"
        of = "itself" if subject == self.unit else str(self.unit)
        if self.in_percent:
            return f"{shown(interval, PERCENT, apart=apart)} of {of}"
        return f"{shown(interval, apart=apart)} times {of}"

    def size(self, value: Fraction, subject: Quantity | None) -> str:
        """Return how much is missing, rounded down."""
        if self.unit is None:
            unit = series_unit(self.sheet, subject) if subject else BARE
            return shown_gap(value, POINTS if unit.family == "percent" else unit)
        if self.in_percent:
            return f"{shown_gap(value, PERCENT)} of {self.unit}"
        return shown_gap(value)

    def step(self, step: Step, apart: Fraction | None = None) -> str:
        """Return one step: "revenue[2024] is 1.165 to 1.175 times revenue[2023], so 4.677 to 4.730 billion USD"."""
        amount = self.put(step, apart)
        relation = self.relation(step)
        would = "would be" if step.subject == self.unit else "is"
        text = f"{step.subject} {would} {f'{relation}, that is ' if relation else ''}{amount}"
        if step.note:
            text = f"{step.note}: {text}"
        met = step.interval if step.before is None else step.before.meet(step.interval)
        if met != step.interval and not met.is_empty:
            text += f"; with what is known already, {self.amount(met, step.subject)}"
        return text + self.counted(step, met)

    def put(self, step: Step, apart: Fraction | None = None) -> str:
        """Return where a step puts its subject."""
        summed = all(interval.low in (1, -1, None) and interval.is_point for _, interval in step.factors)
        return self.amount(step.interval, step.subject, apart, step.given if summed else ())

    def counted(self, step: Step, met: Interval) -> str:
        """Return which whole numbers a step leaves where its subject counts things."""
        ends = met.whole_numbers() if step.whole and self.unit is None and not met.is_point else None
        if ends is None:
            return ""
        if met.is_empty:
            return ""  # it does not fit what is known of it: that is what is told, with or without whole numbers
        low, high = ends
        if low > high:
            return f", and no whole number lies there: {high:,} is too few and {low:,} too many"
        return f", and a whole number: {low:,}" + (f" to {high:,}" if high > low else "")

    def relation(self, step: Step) -> str:
        """Return a step's claim solved for its subject, "" where that says no more than the amount."""
        if not step.factors or [q for q, _ in step.factors] == [self.unit]:
            return ""
        claim = self.sheet.claim(step.claim)
        plain_sum = step.constant is None and all({f.low, f.high} <= {None, 1} for _, f in step.factors)
        if claim and claim.structure and plain_sum and len(step.factors) > 1:
            return ""  # the parts make the whole, as the claim's name says already
        pieces: list[str] = []
        for quantity, interval in sorted(step.factors, key=lambda each: _is_negative(each[1])):
            below = _is_negative(interval)
            units = self.unit_of(step.subject), self.unit_of(quantity)
            unlike = () if BARE in units or units[0] == units[1] else units
            text = factor(interval.negated() if below else interval, str(quantity), *unlike)
            pieces.append((("minus " if below else "plus ") if pieces else ("minus " if below else "")) + text)
        if step.constant is not None:
            below = _is_negative(step.constant)
            unit = series_unit(self.sheet, step.subject)
            unit = POINTS if unit.family == "percent" else unit
            pieces.append(("minus " if below else "plus ") + shown(_one(step.constant, negated=below), unit))
        ranges = [*(interval for _, interval in step.factors), *([step.constant] if step.constant else [])]
        if any(None in (interval.low, interval.high) for interval in ranges):
            pieces.insert(0, "at least" if step.interval.high is None else "at most")
        return " ".join(pieces)

    def clash(self, step: Step, steps: Sequence[Step]) -> str:
        """Return the last step and how it does not fit: what was known of its subject, and by how much it misses."""
        before = step.before
        if before is None:
            high = step.interval.high
            if step.whole and (high is None or high > 0):
                return self.step(step)
            # A base is above 0 by its claim, other quantities are at least 0 by their sign.
            tail = "but it must be above 0, as a rate is taken of it" if high == 0 else "but it is not below 0"
            return f"{self.step(step)}, {tail if high is not None and high <= 0 else 'which cannot be'}"
        missed = gap(step.interval, before)
        text = self.step(step, missed)
        if missed is None:
            return text
        less = step.interval.high is None or (before.high is not None and before.high <= step.interval.high)
        if step.subject == self.unit:
            return f"{text}, which is too {'much' if less else 'little'}" + self.by(missed, step.subject)
        text += f", but {self.before(step, steps)} it {self.amount(before, step.subject, missed, bare=True)}"
        return f"{text}: {'less' if less else 'more'}{self.by(missed, step.subject)}" if missed else f"{text}: {_TOUCH}"

    def before(self, step: Step, steps: Sequence[Step]) -> str:
        """Return which steps said otherwise of the last step's subject."""
        numbers = [str(n) for n, each in enumerate(steps[:-1], 1) if each.subject == step.subject]
        if not numbers or not self.numbered:
            return "the same claim makes" if len({each.claim for each in steps}) == 1 else "the claims before make"
        return f"step {numbers[0]} makes" if len(numbers) == 1 else f"steps {' and '.join(numbers)} make"

    def by(self, missed: Fraction, subject: Quantity) -> str:
        """Return by how much the last step misses, at the favourable end of every rounding."""
        return f" by at least {self.size(missed, subject)}" if missed else ""

    def sum(self, miss: Miss) -> Iterator[Sentence]:
        """Yield the lines of a weighted sum: what a claim allows, and what all so far allow together."""
        scale = Fraction(1)
        known: dict[Quantity, Fraction] = {}
        for number, line in enumerate(miss.lines):
            text = self.allowed(line)
            if number == 0:
                head = dict(line.total).get(line.head) if line.head else None
                scale = abs(head or line.form[0][1])
            elif number == len(miss.lines) - 1 and not line.total:
                text = f"but {text}"
            else:
                total = [(q, c / scale) for q, c in line.total]
                joined = self.bound(total, line.total_number / scale, line.head)
                own = dict(line.form)
                if not any(known.get(q, 0) == -c for q, c in line.form) and line.subject:
                    text += f"; {show_times(abs(own[line.subject]) / scale)}this added"
                text += f", so {joined}"
                if number == len(miss.lines) - 2 or len(total) == 1:
                    scale = abs(dict(line.total)[line.head]) if line.head else scale
                    final = self.bound([(q, c / scale) for q, c in line.total], line.total_number / scale, line.head)
                    text += f", that is, {final}" if final != joined else ""
            yield Sentence(line.claim, text)
            known = dict(line.total)
        left = [(q, -c / scale) for q, c in miss.lines[-1].total]
        count = len({line.claim for line in miss.lines if line.claim})
        they, miss_, leave = (
            ("this claim", "misses", "leaves") if count == 1 else (f"these {count} claims", "miss", "leave")
        )
        if left:
            by = f"{miss_} by at least {sum_text(left, up=False)}"
        elif miss.gap:
            by = f"{miss_} by at least {self.size(miss.gap, miss.subject)}"
        else:
            by = f"{leave} nothing over, and one of them is without its end"
        yield Sentence("", f"even at the favourable end of every rounding {they} {by}")

    def allowed(self, line: Added) -> str:
        """Return what the claim of one line allows at the favourable end of its number."""
        if not line.claim and all(coefficient > 0 for _, coefficient in line.form):
            return f"{line.subject} is not below 0"
        size = abs(dict(line.form)[line.subject]) if line.subject else Fraction(1)
        text = self.bound([(q, c / size) for q, c in line.form], line.number / size, line.subject, strict=line.strict)
        return f"{line.note}: {text}" if line.note else text

    def bound(
        self,
        form: Sequence[tuple[Quantity, Fraction]],
        number: Fraction,
        subject: Quantity | None,
        *,
        strict: bool = False,
    ) -> str:
        """Return a form that is at least 0 as a bound of a quantity: "trade is at most 0.935 times trade_before"."""
        own = dict(form).get(subject) if subject else None
        if subject is None or own is None:
            first = form[0][0]
            left = [(q, c) for q, c in form if c > 0]
            right = [(q, -c) for q, c in form if c < 0]
            if not left and not number:
                return f"{sum_text(right, up=False)} is at most 0"
            greater = self.side(left, max(number, Fraction(0)), first, up=True)
            return f"{greater} is at least {self.side(right, max(-number, Fraction(0)), first, up=False)}"
        up = own < 0
        sign = 1 if up else -1
        rest = [(q, sign * c) for q, c in form if q != subject]
        word = ("below" if strict else "at most") if up else ("above" if strict else "at least")
        name = sum_text([(subject, abs(own))], up=not up)
        return f"{name} is {word} {self.side(rest, sign * number, subject, up=up)}"

    def side(
        self, terms: Sequence[tuple[Quantity, Fraction]], number: Fraction, subject: Quantity | None, *, up: bool
    ) -> str:
        """Return one side of a bound, rounded so that it still holds: "0.935 a + 0.935 b plus 3.1 billion USD"."""
        text = sum_text(terms, up=up)
        if not number and text:
            return text
        if text and number < 0:
            return f"{text} minus {self.number(-number, subject, up=not up)}"
        amount = self.number(number, subject, up=up)
        return f"{text} plus {amount}" if text else amount

    def number(self, value: Fraction, subject: Quantity | None, *, up: bool) -> str:
        """Return the number of a bound in the unit of a quantity."""
        return shown_bound(value, series_unit(self.sheet, subject) if subject else BARE, up=up)


def sum_text(terms: Sequence[tuple[Quantity, Fraction]], *, up: bool) -> str:
    """Return a weighted sum of quantities: "1.019 exports[2015] + 1.153 imports[2015]"."""
    if len(terms) == 1 and terms[0][1] > 0:
        ((quantity, weight),) = terms
        size = rounded(weight, up=up)
        return str(quantity) if size == 1 else f"{show_number(size)} times {quantity}"
    text = ""
    for quantity, weight in sorted(terms, key=lambda each: each[1] < 0):
        size = abs(rounded(weight, up=up))
        name = str(quantity) if size == 1 else f"{show_number(size)} {quantity}"
        sign = "-" if weight < 0 else "+"
        text = f"{text} {sign} {name}" if text else (f"-{name}" if weight < 0 else name)
    return text


def show_times(weight: Fraction) -> str:
    """Return how often a line counts: "twice", "1.43 times"."""
    plain = {1: "", 2: "twice "}.get(weight.numerator if weight.denominator == 1 else 0)
    return plain if plain is not None else f"{show_number(rounded(weight, up=True))} times "


def _is_negative(interval: Interval) -> bool:
    return all(end is None or end <= 0 for end in (interval.low, interval.high))


def _one(interval: Interval, *, negated: bool) -> Interval:
    """Return an interval whose one known end stands for both."""
    low = interval.high if interval.low is None else interval.low
    high = interval.low if interval.high is None else interval.high
    return Interval(-high, -low) if negated and low is not None and high is not None else Interval(low, high)
