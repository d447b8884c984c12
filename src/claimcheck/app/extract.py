"""Extract: a draft sheet from a document, and what a document says against itself without any sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import ORDERS, UNPRINTED, levels_of
from claimcheck.extraction.draft_sheet import ID, Entry, sheet_text
from claimcheck.extraction.fitting import with_fitting
from claimcheck.extraction.forms.relations import drafts
from claimcheck.extraction.linking import Names, name_quantities, untaken
from claimcheck.extraction.quoting import cell_quote, quote_of
from claimcheck.extraction.text.passage import Sentence, sentences
from claimcheck.extraction.text.whole import scan_whole
from claimcheck.extraction.wholes import with_wholes
from claimcheck.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft import Draft, Level
    from claimcheck.extraction.quoting import Quoted
    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Report


class Extract(NamedTuple):
    """A draft sheet and what it was made from."""

    text: str  # the sheet
    sheet: Sheet | None
    entries: tuple[Entry, ...]
    names: Names
    sentences: tuple[Sentence, ...]
    refused: str = ""  # why no draft at all is accepted


def extract(
    document: Document,
    path: str,
    *,
    locale: str = "en",
    period: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Extract:
    """Return a draft sheet about `document`, which it names as `path`; `verify` can read it as it is.

    Numbers of which the text names no period are of `period`, where there is one, and what these rose or fell from is
    of the year before.
    A number that no claim can be drafted of, or whose draft the loader refuses, is exempted with that reason.
    """
    scanned = scan_whole(document.text, locale, progress)
    numbers = [number for number in scanned if not document.in_code(number.number_start)]
    read = sentences(document.text, numbers, locale, period)
    tabled = _tabled(document, numbers, read)
    found = drafts(read, tabled, period)
    names = name_quantities(found, read, period)
    found = with_fitting(with_wholes(found, names, read), names, read)
    entries = list(_entries(document, found, names, read, locale))
    text, sheet, entries, why = _accepted(document, path, entries, names, locale)
    return Extract(text, sheet, tuple(entries), names, tuple(read), why)


def _entries(
    document: Document, found: Sequence[Draft], names: Names, read: Sequence[Sentence], locale: str
) -> Iterator[Entry]:
    """Yield the drafts whose numbers can be quoted, and those of what nobody prints."""
    ids: dict[str, int] = {}
    for draft in found:
        quoted = None if draft.kind in UNPRINTED else _quoted(document, draft, read[draft.sentence], locale)
        if quoted is not None or draft.kind in UNPRINTED:
            line = document.place(draft.written.amount_start)[0]
            yield Entry(_fresh(names.of[draft.group], draft.kind, ids), draft, quoted, line)


def _quoted(document: Document, draft: Draft, sentence: Sentence, locale: str) -> Quoted | None:
    """Return the quote of a draft's number: from its cell, else from more and more of what stands around it."""
    start, end = draft.cell or (sentence.start, sentence.end)
    quoted = quote_of(document, draft.written, start, end, draft.also, locale)
    if quoted is None and draft.cell:
        quoted = quote_of(document, draft.written, sentence.start, sentence.end, (), locale)
        quoted = quoted or quote_of(document, draft.written, start, sentence.end, (), locale)  # "7" of "7 7 40"
        quoted = quoted or (cell_quote(document, start, end) if draft.said else None)
    return quoted


def _accepted(
    document: Document, path: str, entries: list[Entry], names: Names, locale: str
) -> tuple[str, Sheet | None, list[Entry], str]:
    """Return a sheet of the drafts that the loader accepts, as text and as read, and why there is none at all."""
    from claimcheck.sheet.load import load_sheet

    left: list[Quoted] = []
    why = ""
    entries = _with_all_parts(entries)
    while True:
        text = sheet_text(document, path, entries, names, left, locale)
        sheet, findings = load_sheet("draft.yaml", text.encode("utf-8", "replace"))
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if not errors or not entries:
            return text, sheet, entries, why
        some = ids_at(text, [finding.primary.line for finding in errors])
        refused = some or {entry.id for entry in entries}  # the mistake is in the sheet as a whole
        left += [entry.quoted for entry in entries if entry.quoted and entry.id in refused]
        entries = _with_all_parts([entry for entry in entries if entry.id not in refused])
        why = "" if entries or some else errors[0].message


def _tabled(document: Document, numbers: Sequence[Written], read: Sequence[Sentence]) -> list[Draft]:
    """Return the drafts of the tables of a document, whose readers show cells parted by tabs."""
    if "\t" not in document.text:
        return []
    from claimcheck.extraction.tables.drafts import table_drafts

    return table_drafts(document.text, numbers, read, _borders(document))


def _with_all_parts(entries: list[Entry]) -> list[Entry]:
    """Return entries without those of tables, and orders, that speak of a level which is not left: it could be any."""
    told = {(entry.draft.group, entry.draft.in_) for entry in entries if entry.draft.kind == "value"}
    return [entry for entry in entries if told.issuperset(_needed(entry.draft))]


def _needed(draft: Draft) -> tuple[Level, ...]:
    return levels_of(draft) if draft.cell or draft.kind in ORDERS else ()


def _borders(document: Document) -> list[int]:
    """Return where another sheet of a workbook begins."""
    offsets, names = document.labels
    sheets = [name.rpartition("!")[0] for name in names]
    return [offset for offset, sheet, before in zip(offsets[1:], sheets[1:], sheets, strict=False) if sheet != before]


def check(document: Document, made: Extract, *, mend: bool = True) -> Report:
    """Return the report on a document's own draft: its findings are the contradictions alone.

    Those within one sentence are errors; those that rest on a guess are warnings, and say which guess. To `mend` is to
    look as well for the slips of the pen that make what no claim says fail, which takes longer than to find it.
    """
    from claimcheck.app.guesses import judged
    from claimcheck.app.kept import kept
    from claimcheck.extraction.readings import bonds
    from claimcheck.verdicts import Report

    if made.sheet is None:
        return Report(document.path, None, None, (), (document,))
    report = report_of(document, made.sheet)
    found = tuple(bonds([entry.draft for entry in made.entries], made.names, made.sentences))
    told = [*judged(document, made, report, found)]
    findings = [finding for finding, _ in told]
    if mend and any(bond is not None for _, bond in told):
        from claimcheck.app.whole_draft import with_mending

        findings = with_mending(document, made, told)
    ids = {entry.draft: entry.id for entry in made.entries}
    held = {ids.get(draft, "") for bond in found if not bond.wrong for draft in (bond.at, *bond.beside)}
    return kept(report._replace(path=document.path), findings, held)


def report_of(document: Document, sheet: Sheet) -> Report:
    """Return the report on a sheet of one document."""
    from claimcheck.app.verify import Options, judge

    return judge(sheet, (document,), [], Options())


def ids_at(text: str, lines: Iterable[int]) -> set[str]:
    """Return the ids of the claims in which the loader found a mistake."""
    printed = text.split("\n")
    above = (next((each for each in reversed(printed[:line]) if each.startswith(ID)), "") for line in lines)
    return {found.removeprefix(ID) for found in above if found}


def _fresh(name: str, kind: str, taken: dict[str, int]) -> str:
    name = name.replace("_", "-")
    return untaken(name if kind == "value" else f"{name}-{kind}", taken, "-")
