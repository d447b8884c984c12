"""A line on stderr that says how far a long document is read, or a large sheet checked; only on a terminal."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.app.verify import Options
    from claimcheck.verdicts import Report

_EVERY = 0.1  # seconds between two changes of the line
_AFTER = 0.5  # seconds before it is shown at all
_WIDTH = 24


class Bar:
    """Told (done, of all), it shows a bar on a terminal after half a second; `close` takes it away again."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.shown = False
        self.begun = self.last = monotonic()
        self.terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` is behind us."""
        now = monotonic()
        if not self.terminal or total <= 0 or now - self.begun < _AFTER or now - self.last < _EVERY:
            return
        self.last, self.shown = now, True
        share = min(1.0, done / total)
        filled = int(share * _WIDTH)
        sys.stderr.write(f"\r{self.what} [{'#' * filled}{'.' * (_WIDTH - filled)}] {share:4.0%}")
        sys.stderr.flush()

    def close(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def verify_watched(sheets: Iterable[str], options: Options) -> list[Report]:
    """Return the reports on sheets, with a bar while one takes long."""
    from claimcheck.app.verify import verify

    reports = []
    for path in sheets:
        bar = Bar(path)
        try:
            reports.append(verify(path, options, bar))
        finally:
            bar.close()
    return reports


def hint_of(reports: Iterable[Report]) -> str:
    """Return what to install where thousands of claims hang together and were searched without it, or nothing."""
    if not any(report.assessment is not None and report.assessment.unaided for report in reports):
        return ""
    from claimcheck.findings.extras import install

    return f"thousands of claims that hang together are checked faster with {install('big')}"
