"""Solve rows: floats propose a point or a contradiction, exact numbers check it, and decide where floats cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dictionary import FIXED, FREE, Dictionary
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, is_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from claimcheck.engine.fit import Fit
    from claimcheck.engine.model import Model
    from claimcheck.engine.program import Weights
    from claimcheck.engine.propagate import Propagation
    from claimcheck.engine.rows import Form, Row

Cases = Sequence[Sequence[Sequence["Row"]]]  # of each claim with several ways to hold, the rows of each

_EXACT_AT_ONCE = 20  # rows; so few are solved exactly faster than they are set up in floats
_EXACT_AT_MOST = 1500  # rows; beyond, an exact simplex without a hint does not end in a minute
LARGE = 8000  # rows; beyond, HiGHS proposes where it is installed
_PATIENT = 50  # rounds of mending at once where a search would be slow
_MENDING = 0.9  # of the rows that were broken before them: where more are left, a search is faster
_FEW_BROKEN = 1000  # rows, which a search mends soon
_STARTS = 3  # from the model at hand, from boxes, and from where that ended: until what floats name clashes
_LOOKS = 3  # at claims before they are searched, until one finds a point to go on from
_ATTEMPTS = 3  # each starts, scaled anew, where rounding errors led the last one astray
BEYOND_FLOATS = (OverflowError, ValueError, ZeroDivisionError)  # what floats raise where numbers are too far apart


class Point(Mapping[int, Fraction]):
    """A value of each column, all over one denominator; a fraction is made when it is asked for, as few ever are."""

    __slots__ = ("_bottom", "_made", "_tops")

    def __init__(self, tops: Sequence[int], bottom: int) -> None:
        self._tops, self._bottom = tops, bottom
        self._made: dict[int, Fraction] = {}

    def __getitem__(self, column: int) -> Fraction:
        made = self._made.get(column)
        if made is None:
            made = self._made[column] = Fraction(self._tops[column], self._bottom)
        return made

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, len(self._tops)))

    def __len__(self) -> int:
        return len(self._tops) - 1


class Solved(NamedTuple):
    """A witness of the rows, or the weights of a combination that refutes them."""

    witness: Mapping[int, Fraction] | None
    weights: Weights
    decided: bool = True  # False: too large for exact numbers alone, and floats gave up
    program: Program | None = None  # which refuted the rows


class Solver:
    """Decides sets of rows over the columns of one component, each from where the search before it ended."""

    def __init__(self, size: int, signed: Collection[int]) -> None:
        """Take columns 1 to `size`; those in `signed` may be negative."""
        self.size, self.signed = size, frozenset(signed)
        self.watch: Callable[[int], None] | None = None  # told how many rows are broken in each round of a search
        self.unaided = False  # HiGHS would have been asked about a large set of rows, and is not installed
        self._model: Model | None = None
        self._values: list[float] = []  # of the columns, where a search ended last
        self.near: Sequence[float] = ()  # where a first look ended that found no point
        self._doubtful = False  # whether it seemed that there is none
        self._looks = _LOOKS
        self._dependent: dict[tuple[int, ...], tuple[Sequence[Row], dict[int, Form]]] = {}

    def look_first(self) -> bool:
        """Whether to look at claims before they are searched: no search was made yet from which another could go on.

        It is asked before each look, and allows a few.
        """
        if self._model is not None or self._values or not self._looks:
            return False
        self._looks -= 1
        return True

    def looked(self, fit: Fit, *, holds: bool) -> None:
        """Take the values that a first look at claims ended with."""
        self.near, self._doubtful = fit.values, fit.torn
        if holds:
            self._values = fit.values[:]

    def solve(self, rows: Sequence[Row], cases: Cases = ()) -> Solved:
        """Return a point where all rows hold, or a proof that there is none.

        Of each of `cases`, ways to choose from, the point satisfies one where that costs nothing: the nearest at the
        first guess. A proof needs none of them.
        """
        for _ in range(_STARTS if self._model is not None or len(rows) > _EXACT_AT_ONCE else 0):
            fresh = self._model is None
            try:
                proposed = self._propose(rows, cases)
            except BEYOND_FLOATS:
                self._model, proposed = None, ()
            found = proposed if isinstance(proposed, Solved) else self._refuted(proposed, rows)
            if found is not None:
                return found
            if not self._rescaled(fresh=fresh):
                break
        if len(rows) > _EXACT_AT_MOST:
            return Solved(None, [], decided=False)
        return self.exactly(rows)

    def _rescaled(self, *, fresh: bool) -> bool:
        """Give up the model, whose scale may have led its search astray; return whether another start has another one.

        The scale of a model that is not `fresh` was a guess from other rows, perhaps with a wrong claim among them;
        that of one just made is given up for the point where its search ended.
        """
        model, self._model = self._model, None
        if fresh and model is not None:
            self._values = model.values()
        return not fresh or model is not None

    def _refuted(self, part: Sequence[Row], rows: Sequence[Row]) -> Solved | None:
        """Return an exact refutation of some of the rows, if need be with those that keep their columns above 0.

        Floats go without the latter, and where no level is printed all other rows hold where every column is 0.
        """
        if not part:
            return None
        found = self.exactly(part)
        if found.witness is None:
            return found
        columns = {j for row in part for j in row.form}
        signs = {next(iter(row.form)): row for row in rows if is_sign(row, self.signed)}
        named = [row for j, row in sorted(signs.items()) if j in columns and row not in part]
        found = self.exactly([*part, *named]) if named else found
        return found if found.witness is None else None

    def exactly(self, rows: Iterable[Row]) -> Solved:
        """Solve rows in exact numbers alone."""
        program = Program(self.size, self.signed)
        program.add(rows)
        if program.solve():
            return Solved(program.witness(), [])
        return Solved(None, program.refuted or [], program=program)

    def start(self, rows: Sequence[Row]) -> None:
        """Make ready for many searches among rows."""
        from claimcheck.engine.propagate import Propagation

        boxes = Propagation(self.size, rows, self.signed, unit_of(rows))
        boxes.run()
        self._start(boxes.guess())

    def _propose(self, rows: Sequence[Row], cases: Cases) -> Solved | Sequence[Row]:
        """Return a checked witness or refutation, or rows that probably clash; none when floats cannot tell."""
        wanted = rows
        if self._model is None or self._model.crowded(rows):
            found, wanted = self._guessed(rows, cases)
            if found is not None:
                return found
        for _ in range(_ATTEMPTS):
            found, wanted = self._searched(rows, wanted)
            if found is not None:
                return found
        self._model = None
        return ()

    def _guessed(self, rows: Sequence[Row], cases: Cases) -> tuple[Solved | Sequence[Row] | None, Sequence[Row]]:
        """Return what boxes and a guess tell, or make a model from the guess; and the rows with the nearest cases."""
        if self._values and len(rows) <= LARGE:  # a point where most of the rows hold: no guess is better
            self._start(self._values)
            return None, [*rows, *_nearest(cases, self._values)] if cases else rows
        from claimcheck.engine.propagate import Propagation

        boxes, wanted = Propagation(self.size, rows, self.signed, unit_of(rows)), rows
        guess = [*(self._values or self.near)]
        if not guess or (self._doubtful and not self._values) or len(rows) > LARGE:
            trail = boxes.run()
            if trail is not None:
                return [rows[position] for position in sorted(trail)], rows
            guess = guess or boxes.guess()
        if cases:
            nearest = _nearest(cases, guess)
            boxes.add(nearest)
            wanted = [*rows, *nearest]
        if len(rows) > LARGE:
            from claimcheck.engine import big

            if big.available():  # which finds a point sooner than mending does
                found = big.propose(self, wanted, boxes, guess)
                if not isinstance(found, Solved) and wanted is not rows:  # what clashes with cases need not without
                    wanted, boxes = rows, Propagation(self.size, rows, self.signed, boxes.unit)
                    boxes.run()
                    found = big.propose(self, rows, boxes, guess)
                return found, wanted
            self.unaided = True
        witness = self._mended(wanted, boxes, guess)
        if witness is None and len(rows) > LARGE:
            witness = self._mended_on(wanted, boxes, guess)
        if witness is not None:
            return witness, wanted
        self._start(guess)
        return None, wanted

    def _mended(self, rows: Sequence[Row], boxes: Propagation, guess: list[float], *rounds: int) -> Solved | None:
        """Return a checked witness where a few rounds of mending make one of a guess, which they change."""
        witness = self.checked(rows, guess) if boxes.mend(guess, *rounds) else None
        if witness is None:
            return None
        self._values = guess
        return Solved(witness, [])

    def _mended_on(self, rows: Sequence[Row], boxes: Propagation, guess: list[float]) -> Solved | None:
        """Go on mending a guess as long as that mends many rows: a search from it pays for each row that is broken."""
        broken = boxes.broken(guess)
        while broken > _FEW_BROKEN:
            witness, before = self._mended(rows, boxes, guess, _PATIENT), broken
            if witness is not None:
                return witness
            broken = boxes.broken(guess)
            if self.watch is not None:
                self.watch(broken)
            if broken > _MENDING * before:
                break
        return None

    def _start(self, values: Sequence[float]) -> None:
        from claimcheck.engine.model import Model

        self._model = Model(values, self.signed)
        self._model.floats.watch = self.watch

    def _searched(
        self, rows: Sequence[Row], wanted: Sequence[Row]
    ) -> tuple[Solved | Sequence[Row] | None, Sequence[Row]]:
        """Return what the model tells of `wanted` rows, or of `rows` where those clash; else make it anew.

        Cases are among the rows that are wanted only; what stays wanted is returned too.
        """
        model = self._model
        assert model is not None  # noqa: S101  made by whoever asks for a search
        model.activate(wanted)
        feasible, failing, against = model.floats.restore()
        if feasible is False and wanted is not rows:
            wanted = rows
            model.activate(rows)
            feasible, failing, against = model.floats.restore()
        if feasible is False:
            weights = model.refutation(failing, against)
            return Solved(None, weights) if weights else model.rows(failing | against), wanted
        values = model.values() if feasible else self._values or [1.0] * (self.size + 1)
        witness = self.checked(wanted, values) if feasible else None
        if witness is not None:
            self._values = values
            return Solved(witness, []), wanted
        self._start(values)
        return None, wanted

    def checked(self, rows: Sequence[Row], values: Sequence[float]) -> Point | None:
        """Return a point in exact numbers where every row holds exactly, else `None`.

        Columns that equations give follow from the others; every other column is the float itself.
        """
        tops, bottom = self.placed(rows, values)
        for row in rows:
            value = 0
            for j, a in row.form.items():
                value += a * tops[j]
            if value <= 0 and (value < 0 or row.strict):
                return None
            if value and row.side == "point":
                return None
        if any(top < 0 and j not in self.signed for j, top in enumerate(tops)):
            return None
        return Point(tops, bottom)

    def placed(self, rows: Iterable[Row], values: Sequence[float]) -> tuple[list[int], int]:
        """Return columns in whole numbers over one denominator: what equations among rows give, else the floats."""
        dependent = self._given(rows)
        ratios = [value.as_integer_ratio() for value in values]
        ratios[ONE] = (1, 1)
        bottom = max([below for _, below in ratios])
        if dependent:
            bottom *= lcm(*[-form[j] for j, form in dependent.items()])
        tops = [top * (bottom // below) for top, below in ratios]
        for j, form in dependent.items():
            tops[j] = sum([a * tops[k] for k, a in form.items() if k != j]) // -form[j]
        return tops, bottom

    def _given(self, rows: Iterable[Row]) -> dict[int, Form]:
        """Return the columns that equations among rows give from others; each column's own entry is below 0."""
        equations = [row for row in rows if row.side == "point"]
        if not equations:
            return {}
        key = tuple(map(id, equations))
        known = self._dependent.get(key)
        if known is None:  # the rows are kept, so that no other one comes to have their identity
            known = self._dependent[key] = (equations, _dependent([row.form for row in equations], self.size))
        return known[1]


def solve(rows: Sequence[Row], size: int, signed: Collection[int]) -> Solved:
    """Return a point where all rows hold, columns 1 to `size`, or a proof that there is none."""
    return Solver(size, signed).solve(rows)


def broken(rows: Iterable[Row], values: Sequence[float]) -> float:
    """Return by how much a point breaks rows, in all and relative to their terms: a guide, not a decision."""
    total = 0.0
    for row in rows:
        terms = [a * values[j] for j, a in row.form.items()]
        total -= min(sum(terms), 0.0) / (sum(map(abs, terms)) or 1.0)
    return total


def _nearest(cases: Cases, values: Sequence[float]) -> list[Row]:
    """Return the rows of each claim's way to hold that a point breaks least."""
    return [row for ways in cases for row in min(ways, key=lambda way: broken(way, values))]


def unit_of(rows: Iterable[Row]) -> int | None:
    """Return the column to take as 1 where nothing is printed in levels: the one that occurs in most rows."""
    counts: dict[int, int] = {}
    for row in rows:
        for j in row.form:
            if j == ONE:
                return None
            counts[j] = counts.get(j, 0) + 1
    return max(counts, key=lambda j: counts[j], default=None)


def _dependent(forms: Sequence[Form], size: int) -> dict[int, Form]:
    """Return the columns that equations give from others: `form` is 0, the column's own entry in it below 0."""
    kinds = dict.fromkeys(range(1, size + 1), FREE)
    dictionary = Dictionary({**kinds, ONE: FIXED})
    for number, form in enumerate(forms, size + 1):
        dictionary.add(number, form, FIXED)
        dictionary.settle()
    return {j: {k: a for k, a in row.items() if k <= size} for j, row in dictionary.rows.items() if j <= size}
