"""The coverage of documents as a table by line, or as JSON."""

from __future__ import annotations

from collections import Counter
from math import floor
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from claimcheck.documents.covered import BOUND, CLASSES, COUNTED, EXEMPTED, Number, percent
from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT_VERSION = "1.0"
_WIDEST = 44


def coverage_table(numbers: Sequence[Number], *, ascii_only: bool = False, all_: bool = False) -> str:
    """Return one line a number, those of each document after its name, and how many are covered.

    Numbers of a class that needs no claim are left out unless `all_`.
    """
    blocks = []
    for path, group in by_document(numbers).items():
        shown = [number for number in group if all_ or number.status in COUNTED]
        lines = [_columns(number) for number in shown]
        place = max((len(line[0]) for line in lines), default=0)
        text = max((cell_len(line[1]) for line in lines), default=0)
        rows = [f"{a.rjust(place)}  {set_cell_size(b, text)}  {c.ljust(9)}  {d}".rstrip() for a, b, c, d in lines]
        blocks.append("\n".join([*rows, "", summary(path, group)] if rows else [summary(path, group)]))
    return plain_lines("\n\n".join(blocks), ascii_only=ascii_only) + "\n" if blocks else "no documents, no numbers\n"


def plain_lines(text: str, *, ascii_only: bool) -> str:
    """Return text whose lines are made plain one by one."""
    return "\n".join(plain(line, ascii_only=ascii_only) for line in text.split("\n"))


def summary(path: str, numbers: Sequence[Number]) -> str:
    """Return "brief.md: 31 of 31 numbers covered (100%): 29 bound, 2 exempted; 22 years need no claim"."""
    counts = Counter(number.status for number in numbers)
    total = sum(counts[status] for status in COUNTED)
    if not total:
        line = f"{path}: no numbers that need a claim"
    else:
        covered = counts[BOUND] + counts[EXEMPTED]
        said = ", ".join(f"{counts[status]} {status}" for status in COUNTED if counts[status])
        line = f"{path}: {covered} of {total} numbers covered ({share_text(percent(numbers))}): {said}"
    free = [
        f"{counts[name]} {name}{'s' if counts[name] > 1 and name != 'code' else ''}" for name in CLASSES if counts[name]
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
    label = number.document.label(number.written.number_start)
    text = number.text if len(number.text) <= _WIDEST else f"{number.text[: _WIDEST - 1]}…"
    return label or f"{place.line}:{place.column}", text, number.status, _why(number)


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
        "place": number.document.label(number.written.number_start) or None,
    }
