"""Large components: HiGHS proposes a point or a contradiction, where the extra `big` is installed."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from claimcheck.engine.propagate import CLEARANCE, SHARE
from claimcheck.engine.rows import is_sign
from claimcheck.engine.solve import Solved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.propagate import Propagation
    from claimcheck.engine.rows import Row
    from claimcheck.engine.solve import Solver

_MARGIN = 1e-6  # HiGHS keeps columns to 1e-7; what it leaves must hold exactly
_NONZERO = 1e-9
_SIMPLEX = {
    "solver": "simplex",
    "simplex_scale_strategy": 0,  # rows and columns come scaled
    "simplex_price_strategy": 1,
    "simplex_dual_edge_weight_strategy": 0,
    "primal_feasibility_tolerance": 1e-9,
}
_INTERIOR = {"solver": "ipm", "run_crossover": "off", "primal_feasibility_tolerance": 1e-7}


def available() -> bool:
    """Whether HiGHS is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


def propose(solver: Solver, rows: Sequence[Row], boxes: Propagation, guess: Sequence[float]) -> Solved | Sequence[Row]:
    """Return a checked witness of rows, or rows that probably clash; none for neither.

    `boxes` holds the rows in floats and has narrowed the columns, `guess` the values in whose units columns are taken.
    Within boxes a simplex takes a tenth of the time. Without presolve it has the ray that names the rows of a
    contradiction. Where rounding errors spoil the corner that it finds, an interior point may hold, which stays away
    from the ends of rows.
    """
    import highspy
    import numpy as np

    scale = np.abs(np.array(guess))
    scale[scale == 0.0] = 1.0
    model = _loaded(solver, rows, boxes, scale)
    model.setOptionValue("presolve", "off")
    for options in (_SIMPLEX, _INTERIOR):
        for option, value in options.items():
            model.setOptionValue(option, value)
        model.run()
        status = model.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            values = (np.array(model.getSolution().col_value) * scale).tolist()
            witness = solver.checked(rows, values)
            if witness is None and boxes.mend(values):  # thin rows are broken by what HiGHS tolerates
                witness = solver.checked(rows, values)
            if witness is not None:
                return Solved(witness, [])
        elif status == highspy.HighsModelStatus.kInfeasible and options is _SIMPLEX:
            return [rows[position] for position in sorted(_clashing(model, boxes, scale))]
    return ()


def _clashing(model: Any, boxes: Propagation, scale: Any) -> set[int]:
    """Return the positions of rows that a ray of HiGHS adds up to a contradiction within boxes, and of those behind."""
    import numpy as np

    _, found, ray = model.getDualRay()
    if not found:
        return set()
    forms = np.flatnonzero(np.abs(ray) > _NONZERO).tolist()
    sense = 1.0 if sum([ray[number] for number in forms if number not in boxes.equations]) > 0.0 else -1.0
    left: dict[int, float] = {}  # of each column, in the sum of the rows: at most 0 even where it is largest
    for number in forms:
        entries = [(j, a * scale[j]) for j, a in boxes.forms[number]]
        weight = sense * ray[number] / max([abs(a) for _, a in entries])
        for j, a in entries:
            left[j] = left.get(j, 0.0) + weight * a
    ends = [(boxes.high_event if a > 0.0 else boxes.low_event)[j] for j, a in left.items() if abs(a) > _NONZERO]
    return {boxes.owner[number] for number in forms} | boxes.behind(ends)


def _silent_solver() -> Any:
    """Return a new HiGHS; its constructor greets on standard output, where reports go, so that is closed to it."""
    import os

    import highspy

    kept, sink = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(sink, 1)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", "off")
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(sink)
    return solver


def _loaded(solver: Solver, rows: Sequence[Row], boxes: Propagation, scale: Any) -> Any:
    """Return HiGHS with columns in their boxes and rows whose largest entry is 1, inequalities kept above 0."""
    import highspy
    import numpy as np

    unbounded = highspy.kHighsInf
    low, high = np.zeros(solver.size + 1), np.full(solver.size + 1, unbounded)
    low[[next(iter(row.form)) for row in rows if is_sign(row, solver.signed)]] = _MARGIN
    low[list(solver.signed)] = -unbounded
    for column in {0, boxes.unit}:
        low[column] = high[column] = 1.0
        scale[column] = 1.0
    low = np.maximum(low, np.array(boxes.low) / scale)
    high = np.maximum(np.minimum(high, np.array(boxes.high) / scale), low)  # rounding may have crossed the two
    lengths = np.array([len(form) for form in boxes.forms])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    numbers = np.fromiter(chain.from_iterable(chain.from_iterable(boxes.forms)), float, 2 * int(lengths.sum()))
    columns = numbers[0::2].astype(np.int32)
    entries = numbers[1::2] * scale[columns]
    entries /= np.repeat(np.maximum.reduceat(np.abs(entries), starts), lengths)
    least, most = np.full(len(lengths), CLEARANCE), np.full(len(lengths), unbounded)
    facing, values = np.array(sorted(boxes.facing), dtype=int), np.add.reduceat(entries, starts)
    for ends in (facing, facing - 1):  # no more than a share of a statement's width is kept from either end of it
        least[ends] = np.clip(SHARE * (values[facing] + values[facing - 1]), 0.0, CLEARANCE)
    equations = sorted(boxes.equations)
    least[equations] = most[equations] = 0.0
    model = _silent_solver()
    model.addVars(solver.size + 1, low, high)
    model.addRows(len(lengths), least, most, len(columns), starts.astype(np.int32), columns, entries)
    return model
