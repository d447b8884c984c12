"""The kind `fraction`."""

from __future__ import annotations

from fractions import Fraction as Rational
from typing import TYPE_CHECKING, ClassVar

from claimcheck.kinds.base import (
    Fit,
    Kind,
    Known,
    Mode,
    Operand,
    Problem,
    Role,
    Stated,
    argument,
    base_of,
    operand,
    period,
    written_number,
)
from claimcheck.kinds.statement import Linear, Statement, minus
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition, Quantity
    from claimcheck.quantity.period import Period
    from claimcheck.quantity.terms import Written

_ZERO = Rational(0)


def is_rate(written: Written) -> bool:
    """Whether a number of a fraction says which part it is, "55%", "half" or "2 per 1,000", and not how many."""
    return written.unit.family == "percent" or written.form == "word" or base_of(written) != 1


def counts_in(written: Written) -> tuple[Rational, ...]:
    """Return the size of a number; of "23/42" both that above and that below the line."""
    if written.form == "fraction":
        return written.value / written.magnitude, 1 / written.magnitude
    return (abs(written.value),)


class Fraction(Kind):
    """So many out of so many, in whole numbers: 37% of 41 firms must be some k/41.

    A quote like "23/42 (55%)", "23 of 42 patients (55%)" or "of 42 patients, 23 (55%)" is read whole: both counts and
    the percentage. So is "55% of 42 patients", or "55% (N = 42)"; "2 per 1,000" is a part as well. Of "23 (55%)", whose
    whole the text has elsewhere, the part and the percentage are read. Of "55% (n = 42)",
    where 42 may be either count, only the percentage is taken: `is: 55% of 42` or `is: 42 (55%)` says which.

    ```yaml holds
    claims:
      - id: responders
        fraction:
          of: responders
          out_of: patients
          is: 23/42 (55%)
    ```

    ```yaml fails
    claims:
      - id: firms
        fraction:
          of: exporters
          out_of: 41
          is: 38%
    ```
    """

    name = "fraction"
    code = "CC116"
    fault = "impossible-fraction"
    summary = "so many out of so many, in whole numbers"
    fit = Fit.SHARE
    takes_all: ClassVar[bool] = True

    of: Operand = operand("what is counted")
    out_of: Operand | Rational = argument("out_of", Role.COUNTED, "all there are: a quantity, or their number")
    in_: Period | None = period()
    number: Stated = written_number('the percentage, or the whole of "23/42 (55%)"')

    def problems(self) -> Iterator[Problem]:
        """Yield an `out_of` that counts nothing."""
        if isinstance(self.out_of, Rational) and (self.out_of <= 0 or self.out_of.denominator != 1):
            yield Problem("out_of", "out_of is a quantity or a whole number above 0")

    def _whole(self) -> Linear:
        return Linear((), self.out_of) if isinstance(self.out_of, Rational) else self.out_of.at(self.in_)

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`a/b in I`, `a <= b`, and the counts where they are printed; without a percentage, `a = count` first."""
        part, whole = self.of.at(self.in_), self._whole()
        printed = [
            Statement(form, None, Interval.point(count), "a printed count")
            for form, count in zip((part, whole), self._counts(), strict=True)
            if count is not None
        ]
        bound = Statement(minus(part, whole), None, Interval(None, _ZERO), "a part is at most its whole")
        if self._has_rate():
            return (Statement(part, whole, self.number.share(known.mode).scaled(1 / self.base)), bound, *printed)
        return (printed[0]._replace(note=""), bound, *printed[1:])

    def asserted(self, mode: Mode) -> Interval | None:
        """Return the interval of the percentage, or the first count."""
        count, _ = self._counts()
        return self.number.share(mode) if self._has_rate() or count is None else Interval.point(count)

    def compared(self, mode: Mode) -> Interval | None:
        """Return the part that it is, 23 of 42 being more than 30%; `None` where one of two counts is not printed."""
        if self._has_rate():
            return super().compared(mode)
        count, printed = self._counts()
        whole = self.out_of if isinstance(self.out_of, Rational) else printed
        return Interval.point(count / whole) if count is not None and whole else None

    def _has_rate(self) -> bool:
        return is_rate(self.number.written)

    def printed_counts(self) -> tuple[int | None, int | None]:
        """Return what is printed of `of` and `out_of`, in whole numbers; `None` of what is not."""
        of, out_of = self._counts()
        return None if of is None else int(of), None if out_of is None else int(out_of)

    def _counts(self) -> tuple[Rational | None, Rational | None]:
        counts = self.number.counts if self._has_rate() else (self.number.written, *self.number.counts)
        found = [count for written in counts for count in counts_in(written)]
        of, out_of, *_ = (None, *found) if self.number.of_all else (*found, None, None)
        return of, out_of

    def whole_numbers(self) -> tuple[Quantity, ...]:
        """Return the quantities that count things: those above and below the line."""
        return tuple(q for form in (self.of.at(self.in_), self._whole()) for q, _ in form.terms)

    def working(self) -> str:
        """`responders / patients`, in whole numbers."""
        whole = self.out_of if isinstance(self.out_of, Rational) else self.out_of.grouped(self.in_)
        return f"{self.of.grouped(self.in_)} / {whole}, in whole numbers"
