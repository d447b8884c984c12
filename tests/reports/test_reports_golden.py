"""Every format on every example and on the project's own sheet, as it looked when somebody last looked at it."""

from __future__ import annotations

import pytest

from claimcheck.reports import NAMES
from support_golden import FILES, GOLDEN, SHEETS, text_of


def test_every_format_has_a_golden_file():
    assert tuple(FILES) == NAMES, "name its file in `FILES`, and write it with `python tests/support_golden.py`"


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("format_", FILES)
def test_the_report_is_as_it_was(name, format_):
    golden = (GOLDEN / name / FILES[format_]).read_text(encoding="utf-8")
    assert text_of(name, format_) == golden, "look at the difference; `python tests/support_golden.py` renews the files"
