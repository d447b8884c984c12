"""Assess a system: find its components, decide each, recompute every claim, and explain what clashes."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import components
from claimcheck.engine.judge import judge
from claimcheck.engine.signs import alone
from claimcheck.engine.witness import Witness
from claimcheck.verdicts import Assessment, Conflict, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from claimcheck.engine.progress import Part
    from claimcheck.engine.system import Constraint, System
    from claimcheck.kinds.statement import Quantity


_TOLD = 200  # constraints of a component, which takes long enough to tell of its parts
_MANY = 2000  # constraints beyond which the collector would walk millions of rows that nothing has dropped


class Options(NamedTuple):
    """What `check` is asked to do beyond deciding."""

    narrow: bool = True
    recompute: bool = True
    explain: bool = True
    exact: bool = False
    tell: bool = True
    progress: Callable[[int, int], None] | None = None


def check(
    system: System,
    *,
    narrow: bool = True,
    recompute: bool = True,
    explain: bool = True,
    exact: bool = False,
    tell: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Assessment:
    """Return a result for each claim, the conflicts with their proofs, and a witness of what is left.

    `narrow` reads trailing zeros to the last digit where the wide reading finds nothing; `recompute` fills in what the
    other claims imply for each number; `explain` adds repairs to conflicts and, unless `tell` is False, the steps in
    which a person follows them; `exact` makes recomputed ranges tight in components of any size and with any cases,
    whatever that costs. `progress` is called with how many of all claims are done: after each component, and within
    those of some hundred claims as the search and the recomputing go on. Results keep the order of the constraints.
    """
    options = Options(narrow, recompute, explain, exact, tell, progress)
    if len(system.constraints) < _MANY or not gc.isenabled():
        return _assess(system, options)
    gc.disable()
    try:
        return _assess(system, options)
    finally:
        gc.enable()


def _assess(system: System, options: Options) -> Assessment:
    results: dict[str, Result] = {}
    conflicts: list[Conflict] = []
    witness = Witness()
    refuted: list[tuple[str, int]] = []
    unaided = False
    for component in components(system):
        constraints = component.constraints
        simple = _alone(constraints, system, options) if len(constraints) == 1 else None
        if simple is not None:
            result, values = simple
            results[result.claim] = result
            witness.update(values)
            _tell(len(results), system, options)
            continue
        from claimcheck.engine.whole import assess_component

        told = _part(len(results), len(constraints), system, options) if options.progress is not None else None
        part = assess_component(component, options, len(conflicts), told)
        for result in part.results:
            results[result.claim] = result
        conflicts.extend(part.conflicts)
        witness.update(part.witness)
        refuted.extend(part.refuted_readings)
        unaided |= part.unaided
        _tell(len(results), system, options)
    ordered = tuple([results[constraint.id] for constraint in system.constraints])
    return Assessment(ordered, tuple(conflicts), witness, tuple(refuted), unaided)


def _tell(done: int, system: System, options: Options) -> None:
    if options.progress is not None:
        options.progress(done, len(system.constraints))


def _part(done: int, claims: int, system: System, options: Options) -> Part | None:
    """Return what to tell of a component that may take long."""
    if options.progress is None or claims < _TOLD:
        return None
    from claimcheck.engine.progress import Part

    return Part(options.progress, done, claims, len(system.constraints))


def _alone(
    constraints: Sequence[Constraint], system: System, options: Options
) -> tuple[Result, dict[Quantity, Fraction]] | None:
    """Return the result of a claim that shares no quantity, and its witness; `None` where that takes a program."""
    constraint = constraints[0]
    found = alone(constraint, system)
    if found is None:
        return None
    values, reach = found
    return judge(constraint, reach if options.recompute else None, reach), values
