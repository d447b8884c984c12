"""Ranges called exact are the exact ones: each against a program of its own, whichever way it was found."""

from __future__ import annotations

import random

from claimcheck.app.compile import compile_sheet
from claimcheck.app.verify import verify_bytes
from claimcheck.engine.component import Component
from claimcheck.engine.judge import in_own_terms
from claimcheck.engine.recompute import implied
from claimcheck.kinds.statement import Statement
from support_documents import render, world


def alone(constraint):
    return len(constraint.readings) == 1 and isinstance(constraint.readings[0][0], Statement)


def test_a_range_called_exact_is_that_of_a_program_of_its_own():
    compared = 0
    for seed in range(40):
        sheet, text = render(world(random.Random(seed)))  # noqa: S311  documents, not secrets
        report = verify_bytes("claims.yaml", sheet.encode(), {"text.md": text.encode()})
        if report.sheet is None or report.conflicts:
            continue
        system = compile_sheet(report.sheet)
        component = Component(system.constraints, system)
        results = report.results
        for i, constraint in enumerate(system.constraints):
            result = results[constraint.id]
            if constraint.structure or not alone(constraint) or not result.exact or result.recomputed is None:
                continue
            others = [j for j in range(len(system.constraints)) if j != i]
            own = implied(component, others, constraint.readings[0][0])
            if own.exact:
                compared += 1
                assert result.recomputed == in_own_terms(constraint, own.interval), (seed, constraint.id)
    assert compared > 200
