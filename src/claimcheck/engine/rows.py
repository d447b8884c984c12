"""Statements as rows of whole numbers: `sum(coefficient * column) >= 0`, or `> 0`.

The number 1 is a column of its own (`ONE`), so every row is homogeneous: what a component allows is a cone, and a
strict row can be asked to be at least 1 where it must be above 0.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import NamedTuple

from claimcheck.engine.system import Readings
from claimcheck.kinds.statement import Condition, Formula, Linear, Quantity, Statement

ONE = 0
Form = dict[int, int]
_Exact = dict[int, Fraction | int]
_new = tuple.__new__  # of a row, in half the time


class Row(NamedTuple):
    """One inequality of a claim: `times / over` times what `verdicts.Line` says of its side; `point` is an equation."""

    form: Form
    strict: bool
    claim: int  # position in the component; -1 for a cut of a whole number
    reading: int
    statement: int
    side: str
    case: int
    times: int = 1
    over: int = 1
    quantity: int = 0  # the column that is cut


class Alternative(NamedTuple):
    """One way for a claim to hold: a reading, and a sign for each denominator whose sign is not known."""

    reading: int
    cases: tuple[int, ...]
    rows: tuple[Row, ...]
    formulas: tuple[tuple[int, Formula], ...] = ()


def alternatives(
    claim: int, readings: Readings, columns: Mapping[Quantity, int], signed: AbstractSet[int]
) -> tuple[Alternative, ...]:
    """Return all ways for a claim to hold: at least one of them must."""
    if len(readings) == len(readings[0]) == 1 and isinstance(readings[0][0], Statement):  # as of most claims
        statement = readings[0][0]
        signs = denominator_signs(statement.denominator, columns, signed)
        if len(signs) == 1:
            return (Alternative(0, (), tuple(statement_rows((claim, 0, 0), statement, signs[0], columns))),)
    return tuple(
        [way for position, reading in enumerate(readings) for way in _ways(claim, position, reading, columns, signed)]
    )


def _ways(
    claim: int,
    position: int,
    reading: tuple[Condition, ...],
    columns: Mapping[Quantity, int],
    signed: AbstractSet[int],
) -> Iterable[Alternative]:
    formulas = tuple([(i, c) for i, c in enumerate(reading) if isinstance(c, Formula)])
    linear = [(i, c) for i, c in enumerate(reading) if isinstance(c, Statement)]
    known: list[tuple[int, ...]] = []
    by_case: list[tuple[list[Row], ...]] = []  # of each statement, the rows for each sign of its denominator
    for index, statement in linear:
        signs = denominator_signs(statement.denominator, columns, signed)
        known.append(signs)
        source = (claim, position, index)
        by_case.append(tuple([statement_rows(source, statement, sign, columns) for sign in signs]))
    if max(map(len, known), default=1) == 1:
        yield Alternative(position, (), tuple([row for (rows,) in by_case for row in rows]), formulas)
        return
    for chosen in product(*map(range, map(len, known))):
        rows = tuple([row for choice, cases in zip(chosen, by_case, strict=True) for row in cases[choice]])
        cases = tuple([signs[choice] for choice, signs in zip(chosen, known, strict=True) if len(signs) > 1])
        yield Alternative(position, cases, rows, formulas)


def is_sign(row: Row, signed: Collection[int]) -> bool:
    """Whether a row only says that a column which is at least 0 is above it."""
    if len(row.form) != 1 or not row.strict:
        return False
    ((column, a),) = row.form.items()
    return a > 0 and column not in signed


def facing(row: Row, before: Row | None) -> bool:
    """Whether a row is the high end of a statement and the one before it the low end."""
    return row.side == "high" and before is not None and before.side == "low" and before[2:5] == row[2:5]


def denominator_signs(
    denominator: Linear | None, columns: Mapping[Quantity, int], signed: AbstractSet[int]
) -> tuple[int, ...]:
    """Return the signs a denominator may have, as its quantities' signs tell: `(1,)`, `(-1,)` or `(1, -1)`."""
    if denominator is None:
        return (1,)
    terms, constant = denominator
    if signed and any(columns[quantity] in signed for quantity, _ in terms):
        return (1, -1)
    coefficients = [c for _, c in terms]
    if constant:
        coefficients.append(constant)
    if not coefficients or min(coefficients) > 0:  # an empty denominator is 0: one case, and its sign row refutes it
        return (1,)
    return (-1,) if max(coefficients) < 0 else (1, -1)


def statement_rows(
    source: tuple[int, int, int], statement: Statement, case: int, columns: Mapping[Quantity, int]
) -> list[Row]:
    """Return the rows of `numerator / denominator in interval` where the denominator has the sign `case`."""
    numerator, denominator, (low, high, low_open, high_open), _ = statement
    above, below = _coefficients(numerator, columns), _coefficients(denominator, columns)
    rows = []
    if denominator is not None and (len(below) != 1 or below.get(ONE, 0) * case <= 0):
        form = below if case > 0 else {j: -a for j, a in below.items()}
        rows.append(_row(source, form, 1, "sign", case, strict=True))
    if low is not None:
        p, q = low.as_integer_ratio()
        is_point = high is not None and not (low_open or high_open) and high.as_integer_ratio() == (p, q)
        if is_point:
            return [*rows, _row(source, _minus(above, p, q, below, case), q, "point", case, strict=False)]
        rows.append(_row(source, _minus(above, p, q, below, case), q, "low", case, strict=low_open))
    if high is not None:
        p, q = high.as_integer_ratio()
        rows.append(_row(source, _minus(above, p, q, below, -case), q, "high", case, strict=high_open))
    return rows


def ratio(statement: Statement, columns: Mapping[Quantity, int], case: int) -> tuple[Form, Form]:
    """Return numerator and denominator of a statement in whole numbers, times `case`; their ratio is unchanged."""
    above = _coefficients(statement.numerator, columns)
    below = _coefficients(statement.denominator, columns)
    scale = case * lcm(*[a.denominator for a in (*above.values(), *below.values())])
    return {j: int(a * scale) for j, a in above.items()}, {j: int(a * scale) for j, a in below.items()}


def _coefficients(linear: Linear | None, columns: Mapping[Quantity, int]) -> _Exact:
    if linear is None:
        return {ONE: 1}
    terms, constant = linear
    coefficients = {columns[quantity]: c for quantity, c in terms}
    if constant:
        coefficients[ONE] = constant
    return coefficients


def _minus(above: _Exact, p: int, q: int, below: _Exact, sign: int) -> _Exact:
    """Return `sign * (above - p / q * below)`, times `q`."""
    if sign < 0:
        p, q = -p, -q
    form = above.copy() if q == 1 else {j: a * q for j, a in above.items()}
    for j, a in below.items() if p else ():
        if j not in form:
            form[j] = -a * p
        else:
            form[j] = value = form[j] - a * p
            if not value:
                del form[j]
    return form


def _row(source: tuple[int, int, int], coefficients: _Exact, times: int, side: str, case: int, *, strict: bool) -> Row:
    """Return the row in lowest whole numbers; `coefficients` are `times` those of the claim's own inequality."""
    try:
        divisor = gcd(*coefficients.values())  # type: ignore[arg-type]  # most coefficients are whole already
        form: Form = coefficients  # type: ignore[assignment]
    except TypeError:
        whole = lcm(*[a.denominator for a in coefficients.values()])
        form = {j: int(a * whole) for j, a in coefficients.items()}
        divisor, times = gcd(*form.values()), times * whole
    if divisor > 1:
        form = {j: a // divisor for j, a in form.items()}
    claim, reading, statement = source
    return _new(Row, (form, strict, claim, reading, statement, side, case, times, divisor or 1, 0))
