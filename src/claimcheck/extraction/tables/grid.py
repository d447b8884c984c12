"""The tables of a text: rows of cells, the heads of columns, and which number stands in a cell.

Every reader shows a table alike: a row is a line, its cells are parted by tabs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import named_periods
from claimcheck.extraction.text.passage import DURATIONS
from claimcheck.quantity.lexicon.labels import MONTHS
from claimcheck.quantity.period import PeriodError, parse_period
from claimcheck.quantity.period_hint import intended
from claimcheck.quantity.scanner import shifted
from claimcheck.quantity.terms import QUANTITIES
from claimcheck.quantity.written import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.quantity.written import Written

_LONGEST_HEADING = 80  # characters of a line that heads a part of a table
_MOST_HEADS = 3
_LONGEST_STEP = 10  # years from one head to the next
_FEW = 2
_SECTION = 1000
_NARROWEST = 2  # columns: a label and a number
_IN_POINTS = lazy(r"\s*(?:pts?|points?)\.?", re.IGNORECASE)
_NOTE_MARK = 1  # letters beside the number of a cell: "12.5 r"
_YEAR = lazy(
    r"(?P<fy>\b(?:FY|fiscal(?:\s+year)?)\s*)?(?:(?<![\d.,])|(?<=\d\.\d\d\.))(?P<year>(?:19|20)\d\d)(?:[a-z]\b)?(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_FISCAL = lazy(r"\bFY\s?'?(?=\d\d\b)", re.IGNORECASE)
RAISED = lazy("[ᵃ-ᵿ⁰-₟¹²³*†‡§]+")
_ARROWS = frozenset("▲▼△▽▴▾↑↓⬆⬇↗↘")
_EMPTY = lazy(r"[\s\-–—.·0]*|n/?a|nil|none|n\.a\.", re.IGNORECASE)
_DATING = lazy(
    r"\b(?:year|ended|ending|at|as|of|on|in|to|the|end|estimate[ds]?|est|actual|forecast|restated|revised|provisional)\b",
    re.IGNORECASE,
)
_LAST_MONTH = 12
_MONTH = lazy(rf"\b({'|'.join(MONTHS)})\b", re.IGNORECASE)
_SCALE = lazy(
    r"(?:\bin\s+|\(|,\s*|[$€£¥]\s*|\b(?:(?-i:[A-Z]{3})|yuan|dollars?|euros?|pounds?)\s+)"
    r"(thousand|million|billion|trillion|lakh|crore)s?\b|(?:[$€£¥] ?|\b(?-i:[A-Z]{3}(?=[a-z ])) ?)(k|m|mn|bn)\b"
    r"|\((mn|bn|['’]?000s?)\)|[$€£¥] ?(['’]?000s?)\b|^\W*(['’]000s?)\b|^(thousand|million|billion)s? of\b"
    r"|\b(?:population|people|inhabitants|passengers|visitors|users|customers|subscribers|vehicles|units)\s*\((m)\)",
    re.IGNORECASE,
)
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion"}
_OF_ONE = lazy(r"[01]?\.\d+")
_SIZE = lazy(r"\bn\s*=\s*$", re.IGNORECASE)
_PERCENT = lazy(  # none of a name: "80% match", "Late (75%)"
    r"(?<=\b[12]\d{3} )%|(?<!\d)(?<!\d\s)(?:%|\bper ?cent\b|\bpct\b)", re.IGNORECASE
)
_POINTS = lazy(r"\bpp\b|\bp\.p\.|\bpts\b|\b(?:percentage )?points?\b", re.IGNORECASE)


class Cell(NamedTuple):
    """A cell: where it stands, its words, and the one number that fills it."""

    start: int
    end: int
    text: str
    written: Written | None = None
    numbers: tuple[Written, ...] = ()  # all that stand in it
    counts: bool = False  # whether it has a number that is no year, nor a note in parentheses

    @property
    def is_withheld(self) -> bool:
        """Whether it holds something that is not read: neither a number nor what stands for nothing."""
        return self.written is None and not _EMPTY.fullmatch(self.text)


class Head(NamedTuple):
    """What a head says: a period, how that compares with others, what is measured, and in what."""

    text: str
    period: str = ""
    order: tuple[int, int] = (0, 0)  # year and month, by which periods are put in order
    years: tuple[str, ...] = ()  # all years that it names
    measure: str = ""  # its other words
    unit: str = ""  # "%" or "points"
    scale: str = ""
    size: tuple[Cell, Written] | None = None  # how many it is of, "n = 123"


class _Row(NamedTuple):
    part: int
    title: str
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """A table without its head rows: cells of rows, of which each has as many as there are heads."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    parts: tuple[int, ...]  # of each row the part of the table that it stands in, as lines between rows head them
    title: str = ""  # the line before it


def tables(text: str, numbers: Sequence[Written], borders: Collection[int] = ()) -> Iterator[Table]:
    """Yield the tables of `text` that have heads.

    `numbers` are all numbers of it, in order; no table crosses one of the `borders`, offsets where a sheet begins.
    """
    starts = [written.number_start for written in numbers] if "\t" in text else []
    for lines in _runs(text, sorted(borders)) if starts else ():
        rows = [_Row(part, title, _cells(text, start, end, numbers, starts)) for part, title, start, end in lines]
        width, _ = Counter(len(row.cells) for row in rows).most_common(1)[0]
        if width >= _NARROWEST:
            yield from _parted([row for row in rows if len(row.cells) == width])


def _runs(text: str, borders: Sequence[int]) -> Iterator[list[tuple[int, str, int, int]]]:
    """Yield rows that follow each other: of each its part of the table, what heads that, its start and end.

    A short line between two rows heads a part of the table; what else stands between them ends it.
    """
    run: list[tuple[int, str, int, int]] = []
    title, apart = "", 0  # the last line that is no row, and how many there were since the last row
    end = -1
    for line in text.split("\n"):
        start, end = end + 1, end + 1 + len(line)
        if "\t" not in line:
            if line.strip():
                title, apart = line.strip(), apart + 1
            continue
        crossed = bool(run) and bisect_left(borders, start + 1) > bisect_left(borders, run[-1][2] + 1)
        parted = bool(run) and start > run[-1][3] + 1  # by other lines, empty ones perhaps
        if parted or crossed:
            alike = line.count("\t") == text.count("\t", *run[-1][2:])
            if crossed or apart > 1 or (apart and len(title) > _LONGEST_HEADING) or not alike:
                yield run
                run = []
        run.append((run[-1][0] + bool(apart) if run else 0, title, start, end))
        apart = 0
    if run:
        yield run


def _cells(text: str, start: int, end: int, numbers: Sequence[Written], starts: Sequence[int]) -> tuple[Cell, ...]:
    cells, at = [], start
    for piece in text[start:end].split("\t"):
        first = at + len(piece) - len(piece.lstrip())
        last = first + len(piece.strip())
        inside = _within(numbers, starts, first, last)
        counts = any(_counts(text, first, written) for written in inside)
        cells.append(Cell(first, last, text[first:last], _only(text, first, last, inside), tuple(inside), counts))
        at += len(piece) + 1
    return tuple(cells)


def _counts(text: str, start: int, written: Written) -> bool:
    before = text[start : written.number_start]
    noted = any(map(str.isalnum, before)) and before.count("(") > before.count(")")  # "(5.2)" is below 0
    vague = not any(map(str.isdigit, written.text))  # "Millions of dollars"
    return written.form != "year" and not noted and not vague and not _YEAR.fullmatch(written.digits)


def _within(numbers: Sequence[Written], starts: Sequence[int], start: int, end: int) -> list[Written]:
    """Return the numbers of a cell that may be its own; lengths of time are none."""
    found = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
    return [
        written for written in found if written.form in (*QUANTITIES, "year") and written.unit.name not in DURATIONS
    ]


def _only(text: str, start: int, end: int, inside: Sequence[Written]) -> Written | None:
    """Return the number that fills a cell; `None` where there are several, or words or arrows beside it.

    Four digits alone are a number here, whatever they are in a sentence.
    """
    if len(inside) != 1:
        return None
    (written,) = inside
    if written.form == "year":
        plain = written.digits.isascii() and written.digits.isdecimal() and text[start:end] == written.digits
        return shifted([read(written.digits)], start)[0] if plain else None
    beside = text[start : min(written.start, written.amount_start)] + text[max(written.end, written.amount_end) : end]
    noted = sum(map(str.isalnum, beside)) > _NOTE_MARK and not _IN_POINTS.fullmatch(beside)
    if noted or _ARROWS.intersection(text[start:end]):
        return None
    return written


def _parted(rows: Sequence[_Row]) -> Iterator[Table]:
    """Yield the tables among rows: a row without numbers, or of years that follow each other, heads a new one."""
    heads: list[_Row] = []
    body: list[_Row] = []
    section = 0  # rows with a label alone head parts as well
    for row in rows:
        if not any(cell.text for cell in row.cells[1:]):
            section += 1
            continue
        if not (_heads(row) or (not heads and not body and _names(row))):
            body.append(row._replace(part=row.part + section * _SECTION))
            continue
        if body:
            yield from _made(heads, body)
            heads, body = [], []
        heads.append(row)
    yield from _made(heads, body)


def _names(row: _Row) -> bool:
    """Whether the first row of a table names its columns: no cell is a number alone, but for years."""
    return not any(cell.written and not _YEAR.fullmatch(cell.text) for cell in row.cells[1:])


def _heads(row: _Row) -> bool:
    """Whether a row is one of heads: words and years, and no other numbers."""
    if any(cell.counts for cell in row.cells[1:]):
        return False
    years = [int(cell.text) for cell in row.cells[1:] if cell.text.isdecimal()]
    return len(years) < _FEW or max(abs(b - a) for a, b in pairwise(years)) <= _LONGEST_STEP


def _made(heads: Sequence[_Row], body: Sequence[_Row]) -> Iterator[Table]:
    if not body or not 0 < len(heads) <= _MOST_HEADS:
        return
    first = _labels(body)
    columns = zip(*[_spread(row.cells[first:]) for row in heads[:-1]], _texts(heads[-1].cells[first:]), strict=True)
    texts = [" ".join(filter(None, column)) for column in columns]
    scale = _scale(texts[0]) or _scale(heads[0].title)
    rows, parts = tuple(row.cells[first:] for row in body), tuple(row.part for row in body)
    if len(texts) >= _NARROWEST:
        sizes = [_size([row.cells[j] for row in heads]) for j in range(first, first + len(texts))]
        made = [head_of(text, scale)._replace(size=size) for text, size in zip(texts, sizes, strict=True)]
        made = [h._replace(unit="") if _is_of_one([row[j] for row in rows]) else h for j, h in enumerate(made)]
        yield Table(tuple(made), rows, parts, heads[0].title)


def _is_of_one(cells: Sequence[Cell]) -> bool:
    """Whether the numbers of a column are fractions of one, whatever its head says: "PCT" above 1.000 and .625."""
    numbers = [cell.text for cell in cells if cell.written]
    return any(text.startswith(".") for text in numbers) and all(map(_OF_ONE.fullmatch, numbers))


def _size(cells: Sequence[Cell]) -> tuple[Cell, Written] | None:
    """Return the number behind "n =" in the heads of a column."""
    for cell in cells:
        for written in cell.numbers:
            if _SIZE.search(cell.text[: written.number_start - cell.start]):
                return cell, written
    return None


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in cells]


def _spread(cells: Sequence[Cell]) -> list[str]:
    """Return the words of a row of heads above another one: one over several columns heads the empty cells behind it.

    A head of the labels, the first, is over them alone.
    """
    texts = _texts(cells)
    for j in range(2, len(texts)):
        texts[j] = texts[j] or texts[j - 1]
    return texts


def _labels(body: Sequence[_Row]) -> int:
    """Return the column of labels: the first with words, behind ranks and numbers of rows."""
    for column in range(len(body[0].cells) - 1):
        cells = [row.cells[column] for row in body if row.cells[column].text]
        worded = sum(any(map(str.isalpha, cell.text)) and not cell.written for cell in cells)
        if 2 * worded > len(cells):
            return column
    return 0


def head_of(text: str, scale: str = "") -> Head:
    """Return what the head of a column or the label of a row says; `scale` is what the whole table is in."""
    text = _FISCAL.sub("FY20", RAISED.sub("", text))
    years = list(_YEAR.finditer(text))
    unit = "points" if _POINTS.search(text) else "%" if _PERCENT.search(text) else ""
    scale = "" if unit else _scale(text) or scale
    period, rest = "", text
    named = named_periods(text, 0, len(text))
    month = _MONTH.search(text)
    if len(named) == 1 and named[0].period:
        period, rest = named[0].period, text[: named[0].start] + text[named[0].end :]
    elif len(years) == 1:
        found = years[0]
        rest = text[: found.start()] + text[found.end() :]
        if any(map(str.isdigit, _bare(rest))) or month:  # a date, or a year of two: a label
            period, rest = _written(" ".join(text.split())), ""
        else:
            period = f"{'FY' if found['fy'] else ''}{found['year']}"
    year = re.search(r"(?:19|20)\d\d", period)
    order = (int(year[0]), _month(period, month)) if year else (0, 0)
    measure = " ".join(re.findall(r"[^\W_]+", _DATING.sub(" ", _bare(rest)) if period else _bare(rest))).casefold()
    return Head(text, period, order, tuple(found["year"] for found in years), measure, unit, scale)


def _written(text: str) -> str:
    """Return a date, or what else names a period, as sheets write it: a label where it is none that they know."""
    for guess in (text, *intended(text), f"the period {text}"):
        try:
            return parse_period(guess).text
        except PeriodError:
            continue
    return ""


def _month(period: str, month: re.Match[str] | None) -> int:
    """Return the month in which a period ends, so that those of one year can be put in order."""
    if found := re.search(r"^\d{4}-(?:Q([1-4])|H([12])|(\d\d))", period):
        return int(found[1] or 0) * 3 or int(found[2] or 0) * 6 or int(found[3])
    return MONTHS[month[1].lower()] if month else _LAST_MONTH


def _bare(text: str) -> str:
    """Return a head without what it says of units."""
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]|%|[$€£¥]\S*", " ", text)


def _scale(text: str) -> str:
    found = _SCALE.search(text)
    if found is None:
        return ""
    said = next(filter(None, found.groups())).lower()
    return _SHORT.get(said, "thousand" if "000" in said else said)
