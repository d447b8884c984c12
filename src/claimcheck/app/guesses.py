"""What a contradiction between drafts rests on: one sentence by itself, or guesses that are named."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.findings import Finding, Related, Severity
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE
from claimcheck.reports.wording import repair_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.app.extract import Extract
    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.extraction.lengths import Gap
    from claimcheck.findings import Span
    from claimcheck.verdicts import Report


def judged(document: Document, made: Extract, report: Report) -> Iterator[Finding]:
    """Yield the contradictions of a draft as findings: errors, or warnings that name what was guessed."""
    entries = {entry.id: entry for entry in made.entries}
    for finding in report.findings:
        if finding.conflict is None:
            continue
        names = report.conflicts[finding.conflict].claims
        if len(names) == 1 and (alone := entries.get(names[0])) and alone.draft.kind in ("value", "change"):
            continue  # one level by itself, "below zero", contradicts only what was guessed of its sign
        tabled = all(name in entries and entries[name].draft.cell for name in names)
        if tabled and finding.severity is not Severity.ERROR:
            continue  # the zeros of a table may be its rounding
        guessed = _guesses([entries[name] for name in names if name in entries], made)
        if finding.severity is not Severity.ERROR:
            guessed.append("that zeros at the end of whole numbers are exact")
        severity = Severity.WARNING if guessed else Severity.ERROR
        rests = f"; this rests on the guess {', and '.join(guessed)}" if guessed else ""
        told = _of_sum(document, finding, [entries[name] for name in names], made, report) if tabled else finding
        yield _in_document(document, told, entries)._replace(severity=severity, message=told.message + rests)
    yield from (_gap(document, made, gap) for gap in made.gaps)


def _of_sum(document: Document, found: Finding, entries: list[Entry], made: Extract, report: Report) -> Finding:
    """Return a finding on parts and their total, told at the total; as it is where other claims take part."""
    sums = [entry for entry in entries if entry.draft.kind == "sum"]
    total = next(
        (entry for entry in entries if sums and entry.draft.kind == "value" and _is_level(entry, sums[0])), None
    )
    parts = [entry for entry in entries if entry not in sums and entry is not total]
    if len(sums) != 1 or total is None or any(entry.draft.group not in sums[0].draft.parts for entry in parts):
        return found
    named = len(parts)
    parts = [
        entry
        for entry in made.entries
        if entry.draft.kind == "value"
        and entry.draft.group in sums[0].draft.parts
        and entry.draft.in_ == sums[0].draft.in_
    ]
    added = sum(entry.draft.written.value for entry in parts)
    printed = " ".join(document.text[slice(*total.draft.cell)].split()) if total.draft.cell else ""
    period = f", {total.draft.in_}" if total.draft.in_ else ""
    unit = next((entry.draft.written.unit for entry in parts), BARE)
    if any(entry.draft.written.upper is not None for entry in parts):
        return found
    sum_ = f"its {len(parts)} parts add up to {show_number(Fraction(added), unit)}"
    message = f"“{total.draft.subject.text}”{period} is {printed}, but {sum_}"
    related = tuple(
        Related(
            document.span(*entry.draft.cell), f"{entry.draft.subject.text}: “{document.text[slice(*entry.draft.cell)]}”"
        )
        for entry in parts
        if entry.draft.cell
    )
    repairs = report.conflicts[found.conflict].repairs if found.conflict is not None and report.sheet else ()
    whole = [repair for repair in repairs if repair.claim == total.id and named == len(parts)]  # else it is not all
    mended = [repair_text(report.sheet, repair) for repair in whole if report.sheet]
    help_ = "; or ".join([*mended, "one of its parts is wrong"])
    place = document.span(*total.draft.cell) if total.draft.cell else found.primary
    return found._replace(message=message, primary=place, related=related, help=help_, claim=total.id)


def _is_level(entry: Entry, sum_: Entry) -> bool:
    return entry.draft.group == sum_.draft.group and entry.draft.in_ == sum_.draft.in_


def _in_document(document: Document, found: Finding, entries: dict[str, Entry]) -> Finding:
    """Return a finding with sums, which nobody prints, in the places of their totals."""

    def place(claim: str, span: Span) -> Span:
        entry = entries.get(claim)
        return document.span(*entry.draft.cell) if entry and entry.quoted is None and entry.draft.cell else span

    related = tuple(each._replace(span=place(each.claim, each.span)) for each in found.related)
    return found._replace(primary=place(found.claim, found.primary), related=related)


def _guesses(entries: list[Entry], made: Extract) -> list[str]:
    """Return what has to be assumed for some drafts to speak of the same things."""
    found: dict[str, None] = {}
    subjects: dict[str, dict[str, int]] = {}
    for entry in entries:
        subject = made.names.linked[entry.draft.group]
        own = subjects.setdefault(made.names.of[entry.draft.group], {})
        own.setdefault(subject.text, entry.line)
        found |= dict.fromkeys(f"that {guess}" for guess in entry.draft.guesses)
    if all(entry.draft.cell for entry in entries):
        return [*found]
    one_group = len({entry.draft.group for entry in entries}) == 1
    if len({entry.draft.sentence for entry in entries}) == 1:
        # One relation of one sentence: its periods may be guessed, but they are the same for all its numbers.
        for entry in entries:
            if entry.draft.parts:
                return [
                    "that one is a part of the other"
                    if entry.draft.whole_group
                    else "that they are shares of one whole"
                ]
        told_whole = {entry.draft.whole_group for entry in entries} - {0}
        parts = {entry.draft.group for entry in entries if entry.draft.group not in told_whole}
        return (
            []
            if one_group or len(parts) == 1
            else [f"that both are about “{next(iter(next(iter(subjects.values()))))}”"]
        )
    if one_group:
        return [*found]
    told = []
    for words in subjects.values():
        if len(words) > 1:
            printed = " and ".join(f"“{text}” (line {line})" for text, line in words.items())
            told.append(f"that {printed} are the same quantity")
        else:
            text = next(iter(words))
            told.append(f"that “{text}” is the same quantity in each sentence")
    return [*told, *found]


def _gap(document: Document, made: Extract, gap: Gap) -> Finding:
    """Return the warning on a rate that fits the sizes of its sentence in none of the lengths that it may have."""
    text, (first, last) = document.text, (gap.first.written, gap.last.written)
    rate = text[gap.rate.written.amount_start : gap.rate.written.amount_end]
    sizes = [" ".join(text[w.amount_start : w.amount_end].split()) for w in (first, last)]
    lengths = " or ".join(str(length) for length in gap.lengths)
    message = (
        f"{rate} a year over {lengths} years does not lead from {sizes[0]} to {sizes[1]}; this rests on the guess "
        f"that nothing unusual happened between {gap.first.in_} and {gap.rate.from_}"
    )
    related = tuple(
        Related(document.span(w.amount_start, w.amount_end), f"“{size}”")
        for w, size in zip((first, last), sizes, strict=True)
    )
    place = document.span(gap.rate.written.amount_start, gap.rate.written.amount_end)
    name = next(entry.id for entry in made.entries if entry.draft is gap.rate)
    return Finding.of("contradiction", message, place, related, claim=name)._replace(severity=Severity.WARNING)
