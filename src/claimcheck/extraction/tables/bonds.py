"""What sentences say of a row of a table beside them: "Revenue rose 5.0% in 2023" and a row "Revenue" of both years.

A level or a yearly change is held against the row, or the column, that alone is called by the same words, in the same
period; where it is about what the table says and not that, one of the two is likely to be wrong.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import (
    Bond,
    alike,
    amount,
    is_level,
    is_named,
    over,
    printed_of,
    reckoned_percent,
    value,
)
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.ways import year_before
from claimcheck.extraction.text.bare import falls
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.settings import is_foreseen
from claimcheck.quantity.period import PeriodError, parse_period
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_NEAR = Fraction(1, 50)  # of a level, or points of a change, by which it may be off and still be what the table has
_SWAPPED, _CHANGED = 3, 4  # digits of a level that two swapped, or one changed, hardly make another one by chance
_YEAR = lazy(r"(?:FY)?\d{4}")
_OTHER = lazy(
    r"\b(?:about|excluding|including|adjusted|underlying|organic|comparable|average|seasonally|provisional|preliminary"
    r"|revised|original(?:ly)?|budget|target|forecast|expected|estimated?|record|previous|peak)\b",
    re.IGNORECASE,
)

_MEASURE = lazy(
    r"(?:exports?|imports?|population|employment|unemployment|production|output|births|deaths|passengers|deliveries"
    r"|inflation|investment|consumption|orders|shipments|headcount|assets|debt|equity|dividends?|ebit\w*)",
    re.IGNORECASE,
)

Row = dict[str, "Draft"]  # its levels by period


def in_tables(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the numbers of sentences beside the one row of a table that is called like them, and whether they agree."""
    rows = _rows(drafts, sentences)
    money = {d.written.unit.name for d in drafts if not d.cell and d.written.unit.family == "currency"}
    printed = {(d.group, d.to or d.in_): d for d in drafts if d.cell and d.kind == "growth"}
    beside = {(d.group, d.in_): d for d in drafts if not d.cell and is_level(d)}
    for draft in drafts if rows else ():
        row = rows.get(words.content(" ".join(names.linked[draft.group].words))) if not draft.cell else None
        sentence = sentences[draft.sentence]
        if not row or draft.written.hedge or _OTHER.search(_around(sentence, draft.written)):
            continue
        if sentence.heading != sentences[next(iter(row.values())).sentence].heading:
            continue
        if draft.kind == "value" and not is_foreseen(sentence, draft.written):
            if draft.written.unit.family != "count" and (draft.written.unit.name not in money or len(money) == 1):
                yield from _level(draft, row, sentences)
        elif draft.kind == "growth" and not on_other_basis(sentence, draft.written):
            dated = draft if is_named(draft.in_) else _dated(draft, row, beside.get((draft.group, draft.in_)))
            yield from _growth(draft, dated.in_, row, printed, sentences)
        elif draft.kind == "share" and draft.whole is not None:
            yield from _share(draft, row, rows.get(words.content(" ".join(draft.whole.words)), {}), sentences)


def _around(sentence: Sentence, written: Written) -> str:
    """Return the words on both sides of a number, up to the next ones."""
    start = sentence.start_before(written.start)
    end = min((w.start for w in sentence.quantities if w.start >= written.amount_end), default=sentence.end)
    return sentence.gap(start, end)


def _rows(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Mapping[frozenset[str], Row]:
    """Return the rows, or columns, of tables by their words, without those that share them with another one.

    Nor those that may be of a place or a firm, of which a sentence can say anything: "Germany grew 3.0% in 2023".
    """
    groups: dict[frozenset[str], set[int]] = {}
    found: dict[frozenset[str], Row] = {}
    for draft in drafts:
        if draft.cell and draft.kind == "value" and is_named(draft.in_):
            told = words.content(draft.subject.text)
            groups.setdefault(told, set()).add(draft.group)
            found.setdefault(told, {})[_dates(draft.in_)] = draft
    text = sentences[0].text if sentences else ""
    alone = {told: row for told, row in found.items() if told and len(groups[told]) == 1}
    return {told: row for told, row in alone.items() if _is_measured(next(iter(row.values())).subject.text, text)}


def _is_measured(label: str, text: str) -> bool:
    """Whether a label is of something that is measured, and no name: a word of it is printed in small letters."""
    said = re.findall(r"[^\W\d_]{4,}", label)
    small = any(word.islower() for word in said) or (len(said) == 1 and re.search(rf"\b{said[0].lower()}\b", text))
    known = (_MEASURE, words.EARNED, words.COSTS, words.RESULT)
    return bool(small) or any(pattern.search(label) for pattern in known)


def _level(draft: Draft, row: Row, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield a level that is the one of its row and period, or is about that and is not.

    Where no period is said it may be any of the row, and two digits swapped alone say which.
    """
    if not is_level(draft):
        return
    named = [row[period]] if is_named(draft.in_) and (period := _dates(draft.in_)) in row else []
    levels = [own for own in named or (() if is_named(draft.in_) else row.values()) if alike(draft, own)]
    own = next((own for own in levels if amount(draft).meets(amount(own))), None)
    wrong = ""
    if own is None:
        own = next((own for own in levels if _is_slip(draft, own) or (named and _is_about(draft, own))), None)
        wrong = f"{printed_of(draft, sentences)} is not the {printed_of(own, sentences)} of the table" if own else ""
    if own is None:
        return
    yield Bond(draft, (own,), wrong, f"{_called(own)} of line {{line}} is the same", laws.same(draft, own))


def _is_about(draft: Draft, own: Draft) -> bool:
    """Whether a level is so near another one that it may be about the same."""
    return abs(value(draft) - value(own)) <= _NEAR * abs(value(own))


def _is_slip(draft: Draft, own: Draft) -> bool:
    """Whether two digits swapped in a level, or one changed, make it another one, which is hardly so by chance."""
    told = sum(map(str.isdecimal, draft.written.digits)) - draft.written.zeros
    names = ("swapped", "digit") if told >= _CHANGED else ("swapped",) if told >= _SWAPPED else ()
    meant = (other for name, other in digit_slips(draft.written) if name in names)
    return any(amount(draft._replace(written=other)).meets(amount(own)) for other in meant)


def _dated(draft: Draft, row: Row, level: Draft | None) -> Draft:
    """Return a change in the year whose level in a table is the one that it comes to, where that is one."""
    same = [own.in_ for own in row.values() if level and alike(level, own) and amount(level).meets(amount(own))]
    return draft._replace(in_=same[0]) if len(same) == 1 else draft


def _growth(
    draft: Draft, end: str, row: Row, printed: Mapping[tuple[int, str], Draft], sentences: Sequence[Sentence]
) -> Iterator[Bond]:
    """Yield a yearly change, and whether it is the one between the levels of its row."""
    start = draft.from_ if is_named(draft.from_) else _year_before(end)
    before, after = row.get(_dates(start)), row.get(_dates(end))
    if before is None or after is None or draft.written.unit.family != "percent" or draft.over:
        return
    ratio = over(amount(after), amount(before))
    if ratio is None or ratio.low is None or ratio.high is None or after.written.unit.family == "percent":
        return
    said, made = interval(draft.written), ratio.shifted(-1)
    said = said.negated() if falls(draft.written) else said
    told = printed.get((after.group, after.in_))
    fits = said.meets(made) or (told is not None and abs(told.written.value) == abs(draft.written.value))
    middle = (ratio.low + ratio.high) / 2 - 1
    if said.low is None or said.high is None:
        return
    near = abs((said.low + said.high) / 2 - middle) <= _NEAR
    if not fits and not near and not said.negated().meets(made):  # which rose, and did not fall
        return
    levels = " to ".join(printed_of(each, sentences) for each in (before, after))
    shown = reckoned_percent(middle)
    text = sentences[draft.sentence].text[draft.written.start : draft.written.amount_end]  # "fell by 3.8%"
    wrong = "" if fits else f"“{' '.join(text.split())}” is not the change of the table, {levels}, which is {shown}"
    law = laws.growth(draft, before, after)
    yield Bond(draft, (before, after), wrong, f"{_called(after)} of line {{line}} is the same", law)


def _share(draft: Draft, row: Row, whole: Row, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield a share that is the one of its row in that of its whole, or is about that and is not."""
    period = _dates(draft.in_)
    part, all_ = row.get(period), whole.get(period)
    if part is None or all_ is None or part is all_ or part.written.unit.family == "percent" or not alike(part, all_):
        return
    made = over(amount(part), amount(all_))
    if made is None or made.low is None or made.high is None:
        return
    middle = (made.low + made.high) / 2
    swapped = (interval(other) for name, other in digit_slips(draft.written) if name == "swapped")
    fits = interval(draft.written).meets(made)
    if not fits and abs(draft.written.value - middle) > _NEAR and not any(map(made.meets, swapped)):
        return
    shown = reckoned_percent(middle)
    of = f"{printed_of(part, sentences)} of the {printed_of(all_, sentences)} of the table are {shown}"
    wrong = "" if fits else f"{of}, not {printed_of(draft, sentences)}"
    law = laws.quotient(draft, part, all_)
    yield Bond(draft, (part, all_), wrong, f"{_called(part)} of line {{line}} is the same", law)


def _called(level: Draft) -> str:
    return f"“{level.subject.text}”"


def _dates(period: str) -> str:
    """Return a period by its days, so that a quarter is the same as its three months; as it is where it has none."""
    try:
        found = parse_period(period)
    except PeriodError:
        return period
    return period if found.is_label else f"{found.first}..{found.last}{'FY' * found.fiscal}"


def _year_before(period: str) -> str:
    """Return the year before one; "" for what is no year, as its change may be one from the quarter before."""
    return year_before(period) if _YEAR.fullmatch(period) else ""
