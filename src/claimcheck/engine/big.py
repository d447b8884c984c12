"""Large components: HiGHS proposes a point or a contradiction, where the extra `big` is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.engine.rows import is_sign
from claimcheck.engine.solve import Solved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.propagate import Propagation
    from claimcheck.engine.rows import Row
    from claimcheck.engine.solve import Solver

_MARGIN = 1e-6  # HiGHS keeps columns to 1e-7; what it leaves must hold exactly
_NONZERO = 1e-9


def available() -> bool:
    """Whether HiGHS is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


def propose(solver: Solver, rows: Sequence[Row], boxes: Propagation, guess: Sequence[float]) -> Solved | Sequence[Row]:
    """Return a checked witness of rows, or rows that probably clash; none for neither.

    `boxes` holds the rows in floats, `guess` the values in whose units columns are taken. An interior point comes
    first: it is fast and stays away from the ends of rows. Only a simplex without presolve gives the ray that names the
    rows of a contradiction.
    """
    import highspy
    import numpy as np

    scale = np.abs(np.array(guess))
    scale[scale == 0.0] = 1.0
    model = _loaded(solver, rows, boxes, scale)
    model.setOptionValue("presolve", "off")
    for options in ({"solver": "ipm", "run_crossover": "off"}, {"solver": "simplex"}):
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
        elif status == highspy.HighsModelStatus.kInfeasible and options["solver"] == "simplex":
            _, found, ray = model.getDualRay()
            forms = np.flatnonzero(np.abs(ray) > _NONZERO).tolist() if found else []
            return [rows[position] for position in sorted({boxes.owner[number] for number in forms})]
    return ()


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
    """Return HiGHS with rows whose largest entry is 1, inequalities kept `_MARGIN` above 0."""
    import highspy
    import numpy as np

    unbounded = highspy.kHighsInf
    low, high = np.zeros(solver.size + 1), np.full(solver.size + 1, unbounded)
    low[[next(iter(row.form)) for row in rows if is_sign(row, solver.signed)]] = _MARGIN
    low[list(solver.signed)] = -unbounded
    for column in {0, boxes.unit}:
        low[column] = high[column] = 1.0
        scale[column] = 1.0
    lengths = np.array([len(form) for form in boxes.forms])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    columns = np.array([j for form in boxes.forms for j, _ in form], dtype=np.int32)
    entries = np.array([a for form in boxes.forms for _, a in form]) * scale[columns]
    largest = np.maximum.reduceat(np.abs(entries), starts)
    entries /= np.repeat(largest, lengths)
    least, most = np.array(boxes.clearances(scale.tolist())) / largest, np.full(len(lengths), unbounded)
    equations = sorted(boxes.equations)
    least[equations] = most[equations] = 0.0
    model = _silent_solver()
    model.addVars(solver.size + 1, low, high)
    model.addRows(len(lengths), least, most, len(columns), starts.astype(np.int32), columns, entries)
    return model
