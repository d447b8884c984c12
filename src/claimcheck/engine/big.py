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
    """Return a checked witness of a model's rows, or the positions of rows that probably clash; empty for neither."""
    import highspy
    import numpy as np

    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # the extra has no types of its own
    solver.setOptionValue("output_flag", "off")
    solver.setOptionValue("presolve", "off")  # a presolve without a ray would leave a contradiction without its rows
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
    solver.run()
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        _, found, ray = solver.getDualRay()
        return {i for i, weight in enumerate(ray) if abs(weight) > _NONZERO} if found else set()
    model.floats.value[: model.size + 1] = list(solver.getSolution().col_value)
    return model.witness() or set()
