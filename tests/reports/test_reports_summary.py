"""The one line of a run."""

from __future__ import annotations

import pytest

from support_reports import rendered, report_of


@pytest.mark.parametrize("format_", ["table", "concise"])
def test_notes_that_are_left_out_are_counted_with_how_to_see_them(format_):
    report = report_of()
    assert "(-v shows " in rendered(format_, report, verbose=False)
    assert "-v shows" not in rendered(format_, report, verbose=True)


@pytest.mark.parametrize("format_", ["json", "html", "markdown", "github"])
def test_reports_that_no_flag_of_a_terminal_changes_do_not_speak_of_it(format_):
    assert "-v shows" not in rendered(format_, report_of())
