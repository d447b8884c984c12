"""How commands print: what the terminal can show, where a report goes, and errors of the call."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from claimcheck.findings import Severity
from claimcheck.reports import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.findings import Finding
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Report

SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "note": Severity.NOTE}
_NARROWEST = 40
_STDOUT = ("/dev/stdout", "/dev/fd/1")
_LISTED = 5  # claims of a list that are named where none of them was


def fail(message: str, help_: str = "") -> NoReturn:
    """Print one error to stderr and leave with exit code 2."""
    _say(message + (f" ({help_})" if help_ else ""))
    raise SystemExit(2)


def _say(message: str) -> None:
    from claimcheck.reports.visible import visible

    sys.stderr.write("".join(f"claimcheck: {visible(line)}\n" for line in message.split("\nclaimcheck: ")))


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


def period_of(value: str) -> str:
    """Return a period that has one before it, as sheets write it, else leave."""
    from claimcheck.quantity.period import PeriodError, known_period

    try:
        return known_period(value)
    except PeriodError as error:
        fail(f"--in {value}: {error}")


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
    fail_on: str = "error",
    width: int | None = None,
    color: str = "never",
    *,
    to_file: bool = False,
    all_: bool = False,
    verbose: bool = False,
    quiet: bool = False,
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


def sheets_of(given: Sequence[str], documents: Sequence[str], *, if_any: bool = False) -> list[str]:
    """Return the sheets of a run: those named or in folders named, else those found; with `--document` one, upwards.

    Leaves where there is none, but for `if_any`.
    """
    from claimcheck.app.paths import find_sheets, nearest_sheet, sheets_below

    found = []
    for path in given:
        below = sheets_below(path) if os.path.isdir(path) else [path]
        found += below or ([] if if_any else [path])
    found = found if given else (nearest_sheet() if documents else []) or find_sheets()
    named: dict[str, str] = {}
    for path in found:
        named.setdefault(os.path.abspath(path), path)  # a sheet that is named twice is one
    found = list(named.values())
    if not found and not if_any:
        fail("no claims.yaml here, below or above", "`claimcheck extract DOCUMENT -o claims.yaml` drafts a first one")
    if documents and len(found) > 1:
        fail("--document stands for the document of one sheet", f"name one of {', '.join(found[:5])}")
    return found


def read_sheet(path: str, *, allow_outside: bool = False) -> Sheet:
    """Return the sheet at `path`, or leave with what keeps it from being read."""
    from claimcheck.app.verify import in_documents, read_bytes
    from claimcheck.app.verify import read_sheet as read

    data, problem = read_bytes(path)
    sheet, findings = read(path, data) if problem is None else (None, [problem])
    if sheet is None:
        fail(_unread(findings))
    return in_documents(sheet, allow_outside=allow_outside)


def unknown_claim(claim: str, known: list[str]) -> NoReturn:
    """Leave where no claim has an id, with the claims of the list that it is, or the nearest id."""
    from claimcheck.findings.near import did_you_mean

    listed = list(dict.fromkeys(name for name in known if name.startswith(f"{claim}[")))
    more = f" and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    help_ = f"it is a list: {', '.join(listed[:_LISTED])}{more}" if listed else did_you_mean(claim, known)
    fail(f"no claim is called {claim!r}", help_)


def leave_unread(findings: Iterable[Finding]) -> None:
    """Leave with exit code 2 where a sheet or document cannot be read, and say why."""
    if told := _unread(findings):
        fail(told)


def readable(reports: Sequence[Report]) -> tuple[list[Report], int]:
    """Return the reports on what could be read, and exit code 2 where something could not, having said why.

    Leave where nothing could.
    """
    read = [report for report in reports if not any(found.is_unread for found in report.findings)]
    told = _unread(found for report in reports for found in report.findings)
    if told and not read:
        fail(told)
    if told:
        _say(told)
    return read, 2 if told else 0


def _unread(findings: Iterable[Finding]) -> str:
    errors = [each for each in findings if each.is_unread]
    return "\nclaimcheck: ".join(
        f"{each.primary}: {each.code} {each.name}: {each.message.removeprefix(f'{each.primary.path}: ')}"
        + (f" ({each.help})" if each.help else "")
        for each in errors
    )


def verify_command(sheet: str, document: str) -> str:
    """Return how a sheet that was just written is verified."""
    from shlex import quote

    from claimcheck.app.paths import is_inside

    return f"claimcheck verify {quote(sheet)}{'' if is_inside(sheet, document) else ' --allow-outside'}"


def write(text: str, path: str | None, *, for_people: bool = True) -> None:
    """Print a report, or write it to a file; what programs read is UTF-8 whatever the terminal's encoding."""
    if path is not None and path not in _STDOUT:
        save(text, path)
        return
    if for_people and path is None and os.environ.get("GITHUB_ACTIONS") == "true":
        text = _guarded(text)
    try:
        encoding = (sys.stdout.encoding or "utf-8") if for_people and path is None else "utf-8"
        plain = encoding.lower().replace("-", "") == (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        if plain or not hasattr(sys.stdout, "buffer"):
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        unwritten(error)


def _guarded(text: str) -> str:
    """Return a report for people as a log of GitHub Actions may hold it: a line that reads as a command is not obeyed.

    Commands are stopped around the report, with a word that nobody can have written into a document.
    """
    import re

    if not re.search(r"^\s*::|##\[", text, re.MULTILINE):
        return text
    from secrets import token_hex

    word = token_hex(16)
    return f"::stop-commands::{word}\n{text}::{word}::\n"


def unwritten(error: OSError) -> NoReturn:
    """Leave as stdout takes no more; what is left unwritten is not tried again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    fail(f"the output cannot be written: {error.strerror}")


def save(text: str, path: str) -> None:
    """Write a file whole or not at all, or leave with what keeps it from being written."""
    data = text.encode("utf-8", "backslashreplace")
    there = os.path.realpath(path)
    try:
        if (os.path.exists(path) and not os.path.isfile(path)) or there.startswith(("/dev/", "/proc/")):
            _in_place(data, path)  # a pipe, a device
        elif os.path.exists(there) and not os.access(there, os.W_OK):
            fail(f"{path}: Permission denied")
        elif not _replaced(data, there):
            _in_place(data, path)
    except OSError as error:
        folder = os.path.dirname(path)
        fail(f"{path}: {error.strerror if os.path.isdir(folder or '.') else f'there is no folder {folder!r}'}")


def _in_place(data: bytes, path: str) -> None:
    """Write into what is there already."""
    with open(path, "wb") as file:
        file.write(data)


def _replaced(data: bytes, path: str) -> bool:
    """Write a file beside and put it in the place of `path`; return whether the folder lets that be done."""
    import errno
    import tempfile

    old = os.stat(path) if os.path.exists(path) else None
    if old is not None and (old.st_nlink > 1 or (hasattr(os, "geteuid") and old.st_uid != os.geteuid())):
        return False  # other names, another owner: both would be lost
    try:
        number, beside = tempfile.mkstemp(dir=os.path.dirname(path))
    except OSError:
        return False
    try:
        with open(number, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        if old is not None and hasattr(os, "chown"):
            os.chown(beside, -1, old.st_gid)
        os.chmod(beside, 0o666 & ~mask if old is None else old.st_mode & 0o7777)
        os.replace(beside, path)
    except OSError as error:
        os.remove(beside)
        if error.errno in (errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM):
            return False
        raise
    return True
