"""What many rows leave of a ratio, by the boxes that they narrow its quantities to: quick, and sound, but no tight end.

Of a long chain, or of a sum of many parts, the ends are those that an exact program finds, or nearly so.
"""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.propagate import Propagation
from claimcheck.engine.rows import ONE
from claimcheck.engine.solve import BEYOND_FLOATS, unit_of
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.rows import Form, Row

MANY = 60  # claims of a conflict; of more, no exact program is asked what each of them would need


class Boxed(NamedTuple):
    """An interval, and the claims whose rows make its ends."""

    interval: Interval
    bearing: frozenset[int]


def boxed(component: Component, rows: Sequence[Row], forms: tuple[Form, Form]) -> Boxed | None:
    """Return an interval that holds a ratio of forms wherever rows hold; `None` where an end is not found so."""
    unit = unit_of(rows)
    if unit is not None and any(ONE in form for form in forms):
        return None
    try:
        boxes = Propagation(len(component.columns), rows, component.signed, unit)
        refuted = boxes.run()
    except BEYOND_FLOATS:
        return None
    above, below = (_of(form, boxes) for form in forms)
    if refuted is not None or above is None or below is None or below[0] <= 0:
        return None
    ends = [top / bottom for top in above for bottom in below]
    events = [event[j] for form in forms for j in form if j != ONE for event in (boxes.low_event, boxes.high_event)]
    bearing = frozenset(rows[place].claim for place in boxes.behind(events) if place >= 0)
    return Boxed(Interval(min(ends), max(ends)), bearing - {-1})


def _of(form: Form, boxes: Propagation) -> tuple[Fraction, Fraction] | None:
    """Return the ends of a form over boxes; `None` where it has none."""
    low = high = Fraction(0)
    for j, a in form.items():
        ends = (boxes.low[j], boxes.high[j])
        if inf in ends or -inf in ends:
            return None
        least, most = sorted(a * Fraction(end) for end in ends)
        low, high = low + least, high + most
    return low, high
