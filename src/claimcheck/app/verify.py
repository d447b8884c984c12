"""Verify one sheet: read it and its documents, anchor its quotes, decide its claims, and say what was found."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.model import Document, DocumentError
from claimcheck.findings import Finding, Span
from claimcheck.sheet.load import load_sheet
from claimcheck.sheet.model import Sheet
from claimcheck.verdicts import Report

if TYPE_CHECKING:
    from claimcheck.app.anchors import Exempted, Places


MAX_BYTES = 64 * 1024 * 1024  # of a sheet
_GONE = "a path is relative to the sheet; correct it where the text was moved, and delete the sheet of a deleted one"
Progress = Callable[[int, int], None]  # claims done, claims in all


class Options(NamedTuple):
    """What a caller may ask of a run."""

    documents: tuple[str, ...] = ()  # in place of those the sheet names; then `line:` hints are ignored
    select: tuple[str, ...] = ()  # codes to keep, all others dropped
    ignore: tuple[str, ...] = ()  # codes to drop
    allow_outside: bool = False
    exact: bool = False  # tight ranges however large a component is


def verify(path: str, options: Options = Options(), progress: Progress | None = None) -> Report:
    """Return the report on the sheet at `path`; whatever cannot be read is a finding, nothing is raised for it.

    `progress` is told how many of all claims are done, as `engine.check` goes on.
    """
    data, problem = read_bytes(path)
    if problem is not None:
        return Report(path, None, None, (problem,))
    sheet, findings = read_sheet(path, data)
    if sheet is None:
        return Report(path, None, None, _kept(findings, options))
    documents, problems = _documents(sheet, options)
    return judge(sheet, documents, [*findings, *problems], options, progress)


def verify_bytes(
    path: str,
    data: bytes,
    documents: Mapping[str, bytes],
    options: Options = Options(),
    progress: Progress | None = None,
) -> Report:
    """Return the report on a sheet from its bytes and those of its documents by name: a pure function of both."""
    sheet, findings = load_sheet(path, data)
    if sheet is None:
        return Report(path, None, None, _kept(findings, options))
    found = [one_of_bytes(name, documents[name], place) for name, place in sheet.documents if name in documents]
    read = tuple(document for document, _ in found if document)
    return judge(sheet, read, [*findings, *(problem for _, problem in found if problem)], options, progress)


def judge(
    sheet: Sheet,
    documents: tuple[Document, ...],
    findings: list[Finding],
    options: Options,
    progress: Progress | None = None,
) -> Report:
    """Return the report on a sheet that was read, with the findings of reading it."""
    from claimcheck.app.compile import compile_sheet
    from claimcheck.app.diagnose import diagnose
    from claimcheck.engine import check

    places: Places = {}
    exempted: Exempted = ()
    drift: list[Finding] = []
    if documents:
        from claimcheck.app.anchors import anchor_all

        places, exempted, drift = anchor_all(sheet, documents, hints=not options.documents)
        sheet = _in_context(sheet, places)
        drift += _over_cells(sheet, places)
        drift += [found for document in documents for found in _unmerged(document)]
    elif sheet.claims and not sheet.documents and any(claim.quotes for claim in sheet.claims):
        drift.append(finding("no-document", "the sheet names no document: its quotes are not checked", sheet.place))
    assessment = check(compile_sheet(sheet), exact=options.exact, progress=progress)
    report = Report(sheet.path, sheet, assessment, (), documents, places, exempted)
    found = diagnose(report, [*findings, *drift])
    if documents:
        from claimcheck.app.coverage import uncovered

        found += uncovered(report._replace(findings=tuple(found)))
    return report._replace(findings=_kept(found, options))


def in_documents(sheet: Sheet, *, allow_outside: bool = False) -> Sheet:
    """Return a sheet with its numbers read as its documents have them, as far as these can be read."""
    from claimcheck.app.context import needs_context

    if not sheet.documents or not needs_context(sheet):
        return sheet
    from claimcheck.app.anchors import anchor_all

    documents, _ = _documents(sheet, Options(allow_outside=allow_outside))
    return _in_context(sheet, anchor_all(sheet, documents, hints=True)[0])


def _in_context(sheet: Sheet, places: "Places") -> Sheet:
    from claimcheck.app.context import in_context

    return in_context(sheet, places)


def _over_cells(sheet: Sheet, places: "Places") -> list[Finding]:
    from claimcheck.app.context import over_cells

    return list(over_cells(sheet, places))


def read_sheet(path: str, data: bytes) -> tuple[Sheet | None, list[Finding]]:
    """Return the sheet that a file holds, and every finding; of a document the one that says where documents go."""
    sheet, findings = load_sheet(path, data)
    if sheet is not None or path.endswith((".yaml", ".yml")):
        return sheet, findings
    from claimcheck.documents.readers import supported_suffixes

    hint = f"a document goes with `--document {path}`; `claimcheck extract {path} --check` needs no sheet"
    if path.lower().endswith(supported_suffixes()):
        message = f"{path}: this is a document, not a claims sheet"
        return None, [finding("unreadable-file", message, Span(path), hint)]
    return None, [findings[0]._replace(help=hint), *findings[1:]]


def _documents(sheet: Sheet, options: Options) -> tuple[tuple[Document, ...], list[Finding]]:
    from claimcheck.app.paths import document_path, is_inside

    named = [(path, Span(path)) for path in options.documents]
    inside = not (options.documents or options.allow_outside)
    read, problems = [], []
    wanted = named or [(document_path(sheet.path, name), place) for name, place in sheet.documents]
    once: dict[str, Span] = {}  # a document that is named twice, a.md and ./a.md, is one
    for path, place in wanted:
        once.setdefault(path if "://" in path else os.path.normpath(path), place)
    for path, place in once.items():
        if "://" in path:
            problems.append(finding("unreadable-file", f"{path} is no file", place, "save it as a file, and name that"))
            continue
        if inside and "\0" not in path and not is_inside(sheet.path, path):
            message = f"the document {path} lies outside the sheet's repository or folder"
            problems.append(finding("outside-path", message, place, "`--allow-outside` reads it all the same"))
            continue
        document, problem = read_one(path, place)
        if document is not None:
            read.append(document)
        problems += [problem] if problem else []
    return tuple(read), problems


def read_one(path: str, place: Span) -> tuple[Document | None, Finding | None]:
    """Return the document at `path`, or what keeps it from being read, told at `place`."""
    from claimcheck.documents.readers import read_document

    try:
        return read_document(path), None
    except DocumentError as error:
        gone = place.path != path and not os.path.lexists(path)
        return None, _unreadable(path, place, error, _beside(path) or (_GONE if gone else ""))


def one_of_bytes(name: str, data: bytes, place: Span) -> tuple[Document | None, Finding | None]:
    """Return the document that `data` holds, or what keeps it from being read, told at `place`."""
    from claimcheck.documents.readers import document_from_bytes

    try:
        return document_from_bytes(name, data), None
    except DocumentError as error:
        return None, _unreadable(name, place, error)


def _unmerged(document: Document) -> list[Finding]:
    """Return a finding where Git left both sides of a merge in a document: their numbers are all read."""
    if "\n=======" not in document.source:
        return []
    import re

    conflict = re.search(r"^<{7} [^\n]*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", document.source, re.MULTILINE)
    if conflict is None:
        return []
    line = document.source.count("\n", 0, conflict.start()) + 1
    help_ = "keep one side, and take the lines <<<<<<<, ======= and >>>>>>> out"
    return [finding("merge-conflict", "a merge conflict stands here", Span(document.path, line, 1), help_)]


def _unreadable(path: str, place: Span, error: DocumentError, help_: str = "") -> Finding:
    where = Span(path, error.line, error.column or 1) if error.line else place
    name = "missing-extra" if "pip install" in error.message else "unreadable-file"
    return finding(name, f"{path}: {error.message}", where, help_)


def _beside(path: str) -> str:
    """Return the file that a missing one was plausibly meant to be, as a question."""
    if "\0" in path or os.path.lexists(path):
        return ""
    from claimcheck.findings.near import nearest

    folder, name = os.path.split(path)
    try:
        near = nearest(name, sorted(os.listdir(folder or ".")))
    except OSError:
        return ""
    return f"did you mean {os.path.join(folder, near)!r}?" if near else ""


def read_bytes(path: str) -> tuple[bytes, Finding | None]:
    """Return the bytes of a file, or a finding that says why there are none."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            return data, None
        reason = f"larger than {MAX_BYTES // 2**20} MB, the most that is read"
    except FileNotFoundError:
        reason = "there is no such file"
    except IsADirectoryError:
        from claimcheck.app.paths import sheets_below

        named = sheets_below(path)
        reason = "this is a folder; name a sheet in it" if named else "no claims.yaml in this folder or below"
    except OSError as error:
        reason = error.strerror or "it cannot be read"
    except ValueError:  # a NUL
        reason = "no file can be called so"
    return b"", finding("unreadable-file", f"{path}: {reason}", Span(path), _beside(path))


def finding(name: str, message: str, place: Span, help_: str = "") -> Finding:
    """Return a finding of the rule called `name`."""
    return Finding.of(name, message, place, help_=help_)


def _kept(findings: list[Finding], options: Options) -> tuple[Finding, ...]:
    """Return the findings that the codes asked for leave, worst first, then by place.

    Input that cannot be read is always kept: dropping it would pass what was never checked.
    """
    kept = [
        each
        for each in findings
        if each.is_unread or ((not options.select or _among(each, options.select)) and not _among(each, options.ignore))
    ]
    kept.sort(key=lambda each: (-each.severity, each.primary.path, each.primary.line, each.primary.column))
    return tuple(kept)


def _among(each: Finding, codes: tuple[str, ...]) -> bool:
    """Whether a finding is among codes, prefixes of codes (CC2) or names."""
    return any(each.code.startswith(code) or each.name == code for code in codes)
