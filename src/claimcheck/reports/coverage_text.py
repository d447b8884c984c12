"""The coverage of documents as a table by line, or as JSON."""

from __future__ import annotations

from collections import Counter
from math import floor
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from claimcheck.documents.covered import BOUND, CLASSES, COUNTED, EXEMPTED, Number, percent
from claimcheck.reports.rows import fitted
from claimcheck.reports.styled import wrapped_text
from claimcheck.reports.summary import counted
from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View

FORMAT_VERSION = "1.0"
_WIDEST, _NARROWEST = 44, 12  # cells of a number as it is printed
_LAST = 24  # cells that a narrow terminal leaves to what is known of a number, rather than to the number
_GAP = "  "


def coverage_table(numbers: Sequence[Number], view: View) -> str:
    """Return one line a number, those of each document after its name, and how many are covered.

    Numbers of a class that needs no claim are left out unless the view has all.
    """
    blocks = []
    for path, group in by_document(numbers).items():
        shown = [number for number in group if view.all or number.status in COUNTED]
        rows = number_rows([_columns(number) for number in shown], view)
        blocks.append("\n".join([*rows, *([""] if rows else []), *fitted(summary(path, group), view)]))
    return "\n\n".join(blocks) + "\n" if blocks else "no numbers\n"


def number_rows(cells: Sequence[tuple[str, str, str, str]], view: View, *, right: bool = False) -> list[str]:
    """Return lines for numbers: its place, the number, a word, and what is known of it, wrapped where it is long.

    In a narrow terminal the number is cut; `right` says that the word stands at the right of its column.
    """
    rows = [[plain(cell, ascii_only=view.ascii) for cell in row] for row in cells]
    place, text, word = (max((cell_len(row[i]) for row in rows), default=0) for i in range(3))
    rest = place + word + 3 * len(_GAP)
    text = min(text, max(_NARROWEST, view.width - rest - _LAST)) if view.width else text
    lines = []
    for a, b, c, d in rows:
        number = set_cell_size(b if cell_len(b) <= text else plain(f"{b[: text - 3]}…", ascii_only=view.ascii), text)
        first = _GAP.join((a.rjust(place), number, c.rjust(word) if right else c.ljust(word), ""))
        for piece in wrapped_text(d, view.width and max(_NARROWEST, view.width - rest - text)) or [""]:
            lines.append((first + piece).rstrip())
            first = " " * (rest + text)
    return lines


def summary(path: str, numbers: Sequence[Number]) -> str:
    """Return "brief.md: 31 of 31 numbers covered (100%): 29 bound, 2 exempted; 22 years need no claim"."""
    counts = Counter(number.status for number in numbers)
    total = sum(counts[status] for status in COUNTED)
    if not total:
        line = f"{path}: no numbers that need a claim"
    else:
        covered = counts[BOUND] + counts[EXEMPTED]
        said = ", ".join(f"{counts[status]:,} {status}" for status in COUNTED if counts[status])
        line = f"{path}: {covered:,} of {counted(total, 'number')} covered ({share_text(percent(numbers))}): {said}"
    free = [
        f"{counts[name]:,} {name}{'s' if counts[name] > 1 and name != 'code' else ''}"
        for name in CLASSES
        if counts[name]
    ]
    return f"{line}; not counted: {', '.join(free)}" if free else line


def share_text(value: float) -> str:
    """Return a percentage that reads 100% only when nothing is missing: 99.96 is 99.9%."""
    return f"{int(value)}%" if value == int(value) else f"{int(value * 10) / 10:.1f}%"


def coverage_json(numbers: Sequence[Number]) -> dict[str, Any]:
    """Return the coverage as data: each document with its percentage and its numbers."""
    return {
        "format_version": FORMAT_VERSION,
        "percent": floor(percent(numbers) * 10_000) / 10_000,
        "documents": [
            {
                "path": path,
                "percent": floor(percent(group) * 10_000) / 10_000,
                "counts": dict(Counter(number.status for number in group)),
                "numbers": [_record(number) for number in group],
            }
            for path, group in by_document(numbers).items()
        ],
    }


def by_document(numbers: Sequence[Number]) -> dict[str, list[Number]]:
    """Return the numbers of each document, by its path."""
    found: dict[str, list[Number]] = {}
    for number in numbers:
        found.setdefault(number.document.path, []).append(number)
    return found


def _columns(number: Number) -> tuple[str, str, str, str]:
    place = number.place
    text = number.text if len(number.text) <= _WIDEST else f"{number.text[: _WIDEST - 1]}…"
    return place.label or f"{place.line}:{place.column}", text, number.status, _why(number)


def _why(number: Number) -> str:
    if number.status == BOUND:
        names = ", ".join(number.claims)
        return f"{names} (the length of its period)" if number.period else names
    if number.status == EXEMPTED:
        return number.because
    return f"in the quote of {', '.join(number.touched)}, which asserts another number" if number.touched else ""


def _record(number: Number) -> dict[str, Any]:
    place = number.place
    return {
        "line": place.line,
        "column": place.column,
        "text": number.text,
        "form": number.written.form,
        "status": number.status,
        "claims": list(number.claims),
        "in_quote_of": list(number.touched),
        "because": number.because or None,
        "place": place.label or None,
    }
