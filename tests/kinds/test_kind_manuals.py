"""Each kind's manual is run: what it says holds must hold, what it says fails must fail by that very claim."""

from __future__ import annotations

import inspect
import re

import pytest

from claimcheck.app.compile import compile_sheet
from claimcheck.engine import check
from claimcheck.findings import Severity
from claimcheck.kinds import NAMES, kind_class
from claimcheck.sheet.load import load_sheet

EXAMPLE = re.compile(r"```yaml (\w+)\n(.*?)```", re.DOTALL)


def examples():
    for name in NAMES:
        manual = inspect.cleandoc(kind_class(name).__doc__)
        found = EXAMPLE.findall(manual)
        assert {word for word, _ in found} == {"holds", "fails"}, f"{name} shows what holds and what fails"
        for i, (word, text) in enumerate(found):
            yield pytest.param(name, word, text, id=f"{name}-{word}-{i}")


@pytest.mark.parametrize(("name", "word", "text"), list(examples()))
def test_a_manual_example_holds_or_fails_as_it_says(name, word, text):
    sheet, findings = load_sheet("example.yaml", text.encode())
    assert not [each for each in findings if each.severity is Severity.ERROR]
    kinds = {claim.id: claim.kind.name for claim in sheet.claims}
    assessment = check(compile_sheet(sheet))
    assert name in kinds.values()
    blamed = {kinds[claim] for conflict in assessment.conflicts for claim in conflict.claims}
    assert blamed == set() if word == "holds" else name in blamed
    assert not [r for r in assessment.results if r.verdict.value == "undecided"]


def test_every_kind_has_a_code_and_a_fault_of_its_own():
    classes = [kind_class(name) for name in NAMES]
    assert [cls.name for cls in classes] == list(NAMES)
    assert len({cls.code for cls in classes}) == len({cls.fault for cls in classes}) == len(NAMES)
    assert all(re.fullmatch(r"CC1\d\d", cls.code) for cls in classes)
    assert all(re.fullmatch(r"[a-z-]+", cls.fault) for cls in classes)
