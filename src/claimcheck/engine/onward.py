"""A walk on from a corner that leaves the corner's own tableau as it is: exchanges are kept as they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.floats import Floats
from claimcheck.engine.tableau import LEAST, PIVOT, TINY

if TYPE_CHECKING:
    from collections.abc import Mapping


class Onward(Floats):
    """Moves a ratio on from a corner of others (the product form of a tableau, after Dantzig and Orchard-Hays, 1954).

    What an exchange costs grows with those before it, not with the corner's tableau, most of which is never asked.
    """

    def __init__(self, corner: Floats, numerator: Mapping[int, float], denominator: Mapping[int, float]) -> None:
        """Start at a corner that does not move any more, with what is to be as large as can be."""
        self.corner = corner
        self.size, self.forms, self.uses, self.width = corner.size, corner.forms, corner.uses, corner.width
        self.value, self.low, self.high = corner.value[:], corner.low[:], corner.high[:]
        self.free_rows, self.idle = corner.free_rows.copy(), corner.idle.copy()
        self.exchanges: list[tuple[int, int, dict[int, float]]] = []  # what entered and left, and what makes the former
        self.moving: dict[int, list[tuple[int, float]]] = {}  # free variable of the corner -> columns it moves
        self.above, self.below = corner.written_out(numerator), corner.written_out(denominator)

    def row(self, variable: int) -> dict[int, float]:
        """Return what the free variables make of a column or a row."""
        return self.written_out({variable: 1.0} if variable < self.size else self.forms[variable - self.size])

    def written_out(self, form: Mapping[int, float]) -> dict[int, float]:
        """Return what the free variables make of a form of columns."""
        made = self.corner.written_out(form)
        for entered, _, row in self.exchanges:
            if entered in made:
                _put(made, entered, row)
        return {j: a for j, a in made.items() if a > TINY or a < LEAST}

    def _raising(
        self, _numerator: Mapping[int, float], _denominator: Mapping[int, float], ratio: float
    ) -> dict[int, float]:
        slopes = self.above.copy()
        get = slopes.get
        for j, a in self.below.items():
            slopes[j] = get(j, 0.0) - ratio * a
        return slopes

    def _moved(self, entering: int) -> dict[int, float]:
        """Return by how much columns change as a free variable moves by 1: through the corner's free variables."""
        through = {entering: 1.0}
        for entered, left, row in reversed(self.exchanges):
            change = 0.0
            for j, a in through.items():
                if j in row:
                    change += a * row[j]
            through.pop(left, None)
            if change > TINY or change < LEAST:
                through[entered] = change
        moved: dict[int, float] = {}
        get, size, moving = moved.get, self.size, self.moving
        for variable, change in through.items():
            if variable not in moving:
                rows = self.corner.written.items()
                moving[variable] = [(column, row[variable]) for column, row in rows if variable in row]
                if variable < size:
                    moving[variable].append((variable, 1.0))
            for column, a in moving[variable]:
                moved[column] = get(column, 0.0) + change * a
        return {j: a for j, a in moved.items() if a > TINY or a < LEAST}

    def _exchange(self, leaving: int, entering: int) -> bool:
        """Exchange a basic variable for a free one; False where rounding errors have made that impossible."""
        row = self.row(leaving)
        entry = row.pop(entering, 0.0)
        if abs(entry) < PIVOT:
            return False
        scale = 1.0 / entry
        row = {j: -a * scale for j, a in row.items()}
        row[leaving] = scale
        self.exchanges.append((entering, leaving, row))
        for made in (self.above, self.below):
            if entering in made:
                _put(made, entering, row)
        self._freed(leaving, entering)
        return True


def _put(made: dict[int, float], variable: int, row: Mapping[int, float]) -> None:
    """Put what a row makes of a variable in its place."""
    factor, get = made.pop(variable), made.get
    for j, a in row.items():
        made[j] = get(j, 0.0) + factor * a
