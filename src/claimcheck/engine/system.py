"""What the engine is given: constraints over quantities, and what is known of the quantities themselves."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from claimcheck.kinds.statement import ITS_NUMBER, PRINTED_AGAIN, RIVAL, Condition, Quantity
from claimcheck.quantity.interval import Interval

Readings = tuple[tuple[Condition, ...], ...]


class Variant(NamedTuple):
    """A claim with another number: a likely slip, tried when a conflict is to be mended."""

    slip: str  # a name from `verdicts.Slip`
    text: str  # the number it would have been
    readings: Readings


class Terms(NamedTuple):
    """A claim's own terms by one of its readings: the same digits may be a growth and a change in points."""

    reading: int  # as people wrote them: several of the engine's may be of one
    stated: Interval | None
    printed: Fraction | None
    half_unit: Fraction | None
    restate: Callable[[Interval], Interval] | None


class Constraint(NamedTuple):
    """One claim as the engine sees it.

    `readings` are alternatives, at least one must hold; a reading is a conjunction, and its first condition is the
    claim's own number: recomputing the claim means the range of that condition's `numerator / denominator`. Of an
    extreme no condition is, and all are recomputed.
    `stated`, `printed` and `half_unit` are in the claim's own terms; `restate` carries a range of the ratio into them.
    """

    id: str
    readings: Readings
    narrow: Readings | None = None  # with trailing zeros read to the last printed digit; None where nothing differs
    plain: Readings | None = (
        None  # with hedges at their rounding only; None where the claim has no hedge of default width
    )
    stated: Interval | None = None
    printed: Fraction | None = None
    half_unit: Fraction | None = None
    restate: Callable[[Interval], Interval] | None = None
    structure: bool = False  # what a reader knows (parts make a whole): blamed last
    variants: Callable[[], Iterable[Variant]] | None = None
    narrow_variants: Callable[[], Iterable[Variant]] | None = None  # the same, read to the last printed digit
    terms: tuple[Terms, ...] = ()  # of each reading, where there are several

    def narrowed(self) -> "Constraint":
        """Return it with trailing zeros read to the last printed digit."""
        return self._replace(readings=self.narrow or self.readings, variants=self.narrow_variants)

    def read_as(self, position: int) -> "Constraint":
        """Return it in the terms of one of its readings."""
        if not self.terms:
            return self
        _, stated, printed, half_unit, restate = self.terms[position]
        return self._replace(stated=stated, printed=printed, half_unit=half_unit, restate=restate)

    @property
    def beside(self) -> Readings:
        """What each reading asserts beside the claim's own number."""
        return beside(self.readings)

    @property
    def once(self) -> Readings:
        """What each reading asserts but for what further quotes print of the same number."""
        return tuple(tuple(c for c in reading if not c.note.startswith(PRINTED_AGAIN)) for reading in self.readings)


def told_apart(reading: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the conditions of a reading that are to be judged: its first, or all of an extreme, which are rivals."""
    return reading if reading[0].note.startswith(RIVAL) else reading[:1]


def beside(readings: Readings) -> Readings:
    """Return what each reading asserts beside its own number."""
    return tuple(tuple(each for each in reading[1:] if each.note != ITS_NUMBER) for reading in readings)


class System(NamedTuple):
    """Constraints, the quantities that may be negative, and those that are whole numbers."""

    constraints: tuple[Constraint, ...]
    signed: frozenset[Quantity] = frozenset()
    whole: frozenset[Quantity] = frozenset()
