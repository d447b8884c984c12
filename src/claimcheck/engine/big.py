"""Large components: HiGHS proposes a point or a contradiction, where the extra `big` is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fractions import Fraction

    from claimcheck.engine.solve import Model

_MARGIN = 1e-6  # HiGHS keeps rows to 1e-7; what it leaves must hold exactly
_NONZERO = 1e-9


def available() -> bool:
    """Whether HiGHS is installed."""
    from importlib.util import find_spec

    return find_spec("highspy") is not None


def propose(model: Model) -> dict[int, Fraction] | set[int]:
    """Return a checked witness of a model's rows, or the positions of rows that probably clash; empty for neither.

    An interior point comes first: it is fast and stays away from the ends of rows. Only a simplex without presolve
    gives the ray that names the rows of a contradiction.
    """
    import highspy

    solver = _loaded(model)
    for options in ({"solver": "ipm", "run_crossover": "off"}, {"solver": "simplex", "presolve": "off"}):
        for option, value in options.items():
            solver.setOptionValue(option, value)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            model.floats.value[: model.size + 1] = list(solver.getSolution().col_value)
            witness = model.witness()
            if witness is not None:
                return witness
        elif status == highspy.HighsModelStatus.kInfeasible and options["solver"] == "simplex":
            _, found, ray = solver.getDualRay()
            return {i for i, weight in enumerate(ray) if abs(weight) > _NONZERO} if found else set()
    return set()


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


def _loaded(model: Model) -> Any:
    """Return HiGHS with the rows of a model, inequalities kept `_MARGIN` above 0."""
    import highspy
    import numpy as np

    solver = _silent_solver()
    unbounded = highspy.kHighsInf
    low = [-unbounded if v == -float("inf") else v for v in model.floats.low[: model.size + 1]]
    high = [unbounded if v == float("inf") else v for v in model.floats.high[: model.size + 1]]
    solver.addVars(model.size + 1, np.array(low), np.array(high))
    starts: list[int] = []
    indices: list[int] = []
    values: list[float] = []
    least: list[float] = []
    most: list[float] = []
    for row in model.rows:
        starts.append(len(indices))
        form = model.scaled(row.form)
        indices.extend(form)
        values.extend(form.values())
        equation = row.side == "point"
        least.append(0.0 if equation else _MARGIN)
        most.append(0.0 if equation else unbounded)
    solver.addRows(
        len(starts), np.array(least), np.array(most), len(indices),
        np.array(starts, dtype=np.int32), np.array(indices, dtype=np.int32), np.array(values),
    )  # fmt: skip
    return solver
