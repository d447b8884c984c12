"""A contradiction between drafts of a sum and of its parts, told at the number that is said to be the sum."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import UNPRINTED
from claimcheck.findings import Related
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE, PERCENT
from claimcheck.reports.wording import repair_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.app.extract import Extract
    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.findings import Finding
    from claimcheck.verdicts import Report

_NAMED = 4  # parts that are told by name


def of_sum(document: Document, found: Finding, entries: Sequence[Entry], made: Extract, report: Report) -> Finding:
    """Return a finding on parts and their sum as told at the sum; as it is where other claims take part."""
    sums = [entry.draft for entry in entries if entry.draft.kind in UNPRINTED]
    levels = [entry for entry in entries if entry.draft.kind == "value"]
    if len(sums) != 1 or len(levels) + 1 != len(entries):
        return found
    (sum_,) = sums
    if sum_.kind == "hundred":
        value = sum(entry.draft.written.value for entry in levels)
        told = f"these {len(levels)} percentages add up to {show_number(Fraction(value), PERCENT)}"
        return found._replace(message=told) if len(levels) == len(sum_.parts) else found
    total = next((entry for entry in levels if entry.draft.group == sum_.group and entry.draft.in_ == sum_.in_), None)
    others = [entry for entry in levels if entry is not total]
    groups = (*sum_.parts, *sum_.minus)
    if total is None or any(entry.draft.group not in groups for entry in others):
        return found
    known = {(entry.draft.group, entry.draft.in_): entry for entry in made.entries if entry.draft.kind == "value"}
    times = sum_.times or (sum_.in_,) * len(groups)
    parts = [part for place in zip(groups, times, strict=True) if (part := known.get(place))]
    if any(entry.draft.written.upper is not None for entry in parts):
        return found
    period = f", {sum_.in_}" if sum_.in_ and total.draft.cell else ""
    message = f"{_name(total)}{period} is {printed(document, total.draft)}, but {_added(sum_, parts)}"
    related = tuple(
        Related(document.span(*part.draft.place), f"{_named(part, sum_)}: “{printed(document, part.draft)}”")
        for part in parts
    )
    repairs = report.conflicts[found.conflict].repairs if found.conflict is not None and report.sheet else ()
    whole = [repair for repair in repairs if repair.claim == total.id and len(others) == len(parts)]  # else not all
    mended = [repair_text(report.sheet, repair) for repair in whole if report.sheet]
    help_ = "; or ".join([*mended, "one of its parts is wrong"])
    place = document.span(*total.draft.place)
    return found._replace(message=message, primary=place, related=related, help=help_, claim=total.id)


def is_beyond_rounding(entries: Sequence[Entry]) -> bool:
    """Whether a sum is wrong even if all its numbers were rounded as the finest one: 212,000 and 78,000 of 300,000."""
    sums = [entry.draft for entry in entries if entry.draft.kind == "sum"]
    levels = {entry.draft.group: entry.draft.written for entry in entries if entry.draft.kind == "value"}
    if len(sums) != 1 or {*levels} != {(sum_ := sums[0]).group, *sum_.parts, *sum_.minus}:
        return False
    parts = sum(levels[group].value for group in sum_.parts) - sum(levels[group].value for group in sum_.minus)
    step = min(level.magnitude * 10**level.zeros for level in levels.values())
    return bool(abs(levels[sum_.group].value - parts / sum_.divisor) > step * len(levels))


def _added(sum_: Draft, parts: Sequence[Entry]) -> str:
    """Return what the parts of a sum come to: "its 3 parts add up to 8", "Exports less Imports is 2.3"."""
    taken = [part for part in parts if part.draft.group in sum_.minus]
    given = [part for part in parts if part not in taken]
    value = sum(part.draft.written.value for part in given) - sum(part.draft.written.value for part in taken)
    shown = show_number(Fraction(value) / sum_.divisor, next((part.draft.written.unit for part in parts), BARE))
    if sum_.divisor > 1:
        return f"the average of its {len(parts)} numbers is {shown}"
    if not taken:
        return f"its {len(parts)} parts add up to {shown}"
    if len(parts) > _NAMED:
        return f"what it is made of comes to {shown}"
    return f"{' plus '.join(map(_name, given))} less {' and '.join(map(_name, taken))} is {shown}"


def _name(entry: Entry) -> str:
    return f"“{entry.draft.subject.text}”"


def _named(part: Entry, sum_: Draft) -> str:
    """Return what a part is called: with its period, where the parts are of several."""
    return f"{part.draft.subject.text}{f', {part.draft.in_}' if sum_.times and part.draft.in_ else ''}"


def printed(document: Document, draft: Draft) -> str:
    """Return a number, or its cell, as a document prints it."""
    return " ".join(document.text[slice(*draft.place)].split())
