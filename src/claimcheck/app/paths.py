"""Which files a run is about: the sheets it takes, and the documents that a sheet may name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SHEET = "claims.yaml"
SUFFIX = ".claims.yaml"
IGNORE = ".claimcheckignore"
_SKIPPED = {".git", ".hg", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox"}


def find_sheets(start: str = ".") -> list[str]:
    """Return the sheets that a run without arguments takes.

    Every `claims.yaml` and `*.claims.yaml` at or below `start`; inside a git repository those that git tracks, or that
    are new and not ignored. A `.claimcheckignore` in `start` names folders or patterns to leave out, one a line. Where
    there is no sheet, the nearest one upwards.
    """
    return sheets_below(start) or _wanted(start, _upwards(start))


def sheets_below(start: str) -> list[str]:
    """Return the sheets at or below a folder, as `find_sheets` takes them."""
    return _below(start, _is_sheet)


def texts_below(start: str) -> list[str]:
    """Return the files at or below a folder that are called as texts are, found as sheets are."""
    from claimcheck.documents.readers import text_suffixes

    suffixes = text_suffixes()
    return _below(start, lambda name: os.path.splitext(name)[1].lower() in suffixes)


def _below(start: str, is_wanted: Callable[[str], bool]) -> list[str]:
    found = _tracked(start, is_wanted) if repository(start) else None
    return sorted(_wanted(start, _walked(start, is_wanted) if found is None else found))


def _wanted(start: str, found: list[str]) -> list[str]:
    """Return the files that no `.claimcheckignore` names, neither the one of `start` nor the one where the run is.

    A line that names `start` itself counts for nothing: whoever named that folder wants what is in it.
    """
    here = [line for line in _ignored(".") if not _names(line, _called(start, "."))]
    return _without(_ignored(start), start, _without(here, ".", found))


def not_ignored(paths: list[str]) -> list[str]:
    """Return the paths that the `.claimcheckignore` of the current folder leaves in, however they were named."""
    return _without(_ignored("."), ".", paths)


def _ignored(folder: str) -> list[str]:
    """Return the lines of the `.claimcheckignore` of a folder."""
    try:
        with open(os.path.join(folder, IGNORE), encoding="utf-8-sig", errors="surrogateescape") as file:
            lines = [line.strip() for line in file]
    except OSError:
        return []
    return [os.path.normpath(line).replace(os.sep, "/").strip("/") for line in lines if line and line[0] != "#"]


def _without(lines: list[str], folder: str, paths: list[str]) -> list[str]:
    """Return the paths that none of the lines names, as seen from the folder they are written in."""
    return [path for path in paths if not any(_names(line, _called(path, folder)) for line in lines)]


def _called(path: str, folder: str) -> str:
    return seen_from(folder, path).replace(os.sep, "/")


def _names(line: str, name: str) -> bool:
    """Whether a line names a file, or a folder that it lies in; what lies elsewhere no line names."""
    from fnmatch import fnmatch

    if os.path.isabs(name) or name.split("/", maxsplit=1)[0] in (".", ".."):
        return False
    return name.startswith(f"{line}/") or fnmatch(name, line) or fnmatch(name, f"{line}/*")


def nearest_sheet() -> list[str]:
    """Return what a run with another document is about: `claims.yaml` here, else other sheets here, else upwards."""
    here = [] if os.path.isfile(SHEET) else sorted(name for name in os.listdir(".") if _is_sheet(name))
    return here or _upwards(".")


def repository(start: str) -> str:
    """Return the folder of the git repository that `start` lies in, "" where there is none."""
    folder = os.path.realpath(start)
    while True:
        if os.path.exists(os.path.join(folder, ".git")):
            return folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent


def _is_sheet(name: str) -> bool:
    return name == SHEET or name.endswith(SUFFIX)


def _tracked(start: str, is_wanted: Callable[[str], bool]) -> list[str] | None:
    """Return the files git knows below `start` whose names are wanted; None where git is not there to ask."""
    import subprocess

    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."]
    try:
        ran = subprocess.run(command, cwd=start, capture_output=True, check=False, timeout=60)  # noqa: S603  fixed words
    except (OSError, subprocess.SubprocessError):
        return None
    if ran.returncode:
        return None
    names = ran.stdout.decode("utf-8", "surrogateescape").split("\0")
    paths = [
        os.path.normpath(os.path.join(start, name))
        for name in dict.fromkeys(names)
        if is_wanted(os.path.basename(name))
    ]
    return [path for path in paths if os.path.isfile(path)]


def _walked(start: str, is_wanted: Callable[[str], bool]) -> list[str]:
    found = []
    for folder, folders, names in os.walk(start):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        found += [os.path.normpath(os.path.join(folder, name)) for name in names if is_wanted(name)]
    return [path for path in found if os.path.isfile(path)]  # no lock of an editor, which links to nowhere


def _upwards(start: str) -> list[str]:
    """Return the nearest sheet at or above `start`, in a repository none from outside it."""
    folder, root = os.path.realpath(start), repository(start)
    while True:
        path = os.path.join(folder, SHEET)
        if os.path.isfile(path):
            return [seen_from(".", path)]
        parent = os.path.dirname(folder)
        if folder in (root, parent):
            return []
        folder = parent


def document_path(sheet: str, named: str) -> str:
    """Return the path of a document that a sheet names, relative to the sheet; an address on the web as it is."""
    if "://" in named:
        return named
    return os.path.normpath(os.path.join(os.path.dirname(sheet), named))


def is_inside(sheet: str, path: str) -> bool:
    """Whether a document lies in the repository of its sheet, or in the sheet's folder where there is none."""
    folder = os.path.realpath(os.path.dirname(sheet) or ".")
    root = repository(folder) or folder
    try:
        return os.path.commonpath([root, os.path.realpath(path)]) == root
    except ValueError:  # another drive
        return False


def seen_from(folder: str, path: str) -> str:
    """Return a path relative to a folder, or as it is where no way leads there."""
    try:
        return os.path.relpath(path, folder or ".")
    except ValueError:  # another drive
        return path
