"""How commands print: what the terminal can show, where a report goes, and errors of the call."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from claimcheck.findings import Severity
from claimcheck.reports import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.sheet.model import Sheet

SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE}
_NARROWEST = 40


def fail(message: str, help_: str = "") -> NoReturn:
    """Print one error to stderr and leave with exit code 2."""
    sys.stderr.write(f"claimcheck: {message}" + (f" ({help_})" if help_ else "") + "\n")
    raise SystemExit(2)


def choice(value: str, allowed: tuple[str, ...], option: str) -> str:
    """Return `value` when it is allowed, else leave with the nearest one."""
    if value in allowed:
        return value
    from claimcheck.findings.near import nearest

    near = nearest(value, allowed)
    return fail(f"{option} is one of {', '.join(allowed)}, not {value!r}", f"did you mean {near!r}?" if near else "")


def locale_of(value: str) -> str:
    """Return a locale by which numbers can be read, else leave with the nearest one."""
    from claimcheck.quantity.style import LOCALES

    return choice(value, LOCALES, "--locale")


def spare(outputs: Sequence[str], inputs: Iterable[str]) -> None:
    """Leave before a file is written over that was read, or two reports are written into one."""
    taken = {os.path.realpath(path): path for path in inputs}
    for path in outputs:
        there = os.path.realpath(path)
        if there in taken:
            fail(f"{path} is not written: {taken[there]} is read or written by the same run")
        if os.path.exists(there) and not os.path.isfile(there):
            continue  # /dev/stdout, a pipe
        taken[there] = path


def view_of(
    fail_on: str,
    width: int | None,
    color: str,
    *,
    to_file: bool,
    all_: bool,
    verbose: bool,
    quiet: bool,
    format_: str = "table",
) -> View:
    """Return how to print on this terminal, with what the options ask for."""
    terminal = sys.stdout.isatty() and not to_file
    choice(color, ("auto", "always", "never"), "--color")
    dumb = os.environ.get("TERM") == "dumb"
    colored = color == "always" or (color == "auto" and terminal and not dumb and "NO_COLOR" not in os.environ)
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    return View(
        SEVERITIES[choice(fail_on, tuple(SEVERITIES), "--fail-on")],
        width if width is not None else _width() if terminal else None,
        colored,
        not to_file and not encoding.startswith(("utf", "gb18030")),
        all_,
        verbose,
        quiet,
        format_,
    )


def _width() -> int:
    import shutil

    return max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def sheets_of(given: Sequence[str], documents: Sequence[str]) -> list[str]:
    """Return the sheets of a run: those named, else those found; with `--document` one, here or upwards."""
    from claimcheck.app.paths import find_sheets, nearest_sheet

    found = list(given) or (nearest_sheet() if documents else []) or find_sheets()
    if not found:
        fail("no claims.yaml here, below or above", "`claimcheck init DOCUMENT` writes a first one")
    if documents and len(found) > 1:
        fail("--document stands for the document of one sheet", f"name one of {', '.join(found[:5])}")
    return found


def read_sheet(path: str) -> Sheet:
    """Return the sheet at `path`, or leave with what keeps it from being read."""
    from claimcheck.app.verify import read_bytes
    from claimcheck.sheet.load import load_sheet

    data, problem = read_bytes(path)
    sheet, findings = load_sheet(path, data) if problem is None else (None, [problem])
    if sheet is None:
        errors = [each for each in findings if each.severity is Severity.ERROR]
        fail("\nclaimcheck: ".join(f"{each.primary}: {each.code} {each.message}" for each in errors))
    return sheet


def verify_command(sheet: str, document: str) -> str:
    """Return how a sheet that was just written is verified."""
    from claimcheck.app.paths import is_inside

    return f"claimcheck verify {sheet}{'' if is_inside(sheet, document) else ' --allow-outside'}"


def write(text: str, path: str | None) -> None:
    """Print a report, or write it to a file."""
    if path is None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left unwritten is not tried again
            fail(f"the output cannot be written: {error.strerror}")
        return
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        fail(f"{path}: {error.strerror}")
