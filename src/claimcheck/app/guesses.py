"""What a contradiction between drafts rests on: one sentence by itself, or guesses that are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.moves import of_move
from claimcheck.app.sums import is_beyond_rounding, of_sum
from claimcheck.extraction.bonds import printed_of
from claimcheck.extraction.text.settings import is_foreseen
from claimcheck.extraction.text.words import LEVELS
from claimcheck.findings import Finding, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.app.extract import Extract
    from claimcheck.documents.model import Document
    from claimcheck.extraction.bonds import Bond
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.findings import Span
    from claimcheck.verdicts import Report


def judged(
    document: Document, made: Extract, report: Report, bonds: Iterable[Bond]
) -> Iterator[tuple[Finding, Bond | None]]:
    """Yield the contradictions of a draft as findings: errors, or warnings that name what was guessed.

    With those that none of its claims tells comes what is doubted.
    """
    entries = {entry.id: entry for entry in made.entries}
    clashes: list[set[int]] = []  # where the numbers of each contradiction stand
    for finding in report.findings:
        if finding.conflict is None:
            continue
        names = report.conflicts[finding.conflict].claims
        if len(names) == 1 and (alone := entries.get(names[0])) and alone.draft.kind in ("value", "change"):
            continue  # one level by itself, "below zero", contradicts only what was guessed of its sign
        tabled = all(name in entries and entries[name].draft.cell for name in names)
        drafted = [entries[name] for name in names if name in entries]
        if finding.severity is not Severity.ERROR and (
            (tabled or _all_round(drafted)) and not is_beyond_rounding(drafted)
        ):
            continue  # the zeros of a table, and those of all numbers, may be their rounding
        if _is_forecast(drafted, made):
            continue
        guessed = [*_guesses(drafted, made), *dict.fromkeys(f"that {e.draft.basis}" for e in drafted if e.draft.basis)]
        if finding.severity is not Severity.ERROR:
            guessed.append("that zeros at the end of whole numbers are exact")
        severity = Severity.WARNING if guessed else Severity.ERROR
        rests = f"; this rests on the guess {', and '.join(guessed)}" if guessed else ""
        told = finding
        if len(drafted) == len(names):
            told = of_move(document, of_sum(document, finding, drafted, made, report), drafted)
        clashes.append({entry.draft.written.number_start for entry in drafted})
        yield _in_document(document, told, entries)._replace(severity=severity, message=told.message + rests), None
    for doubt in sorted((bond for bond in bonds if bond.wrong), key=lambda bond: bond.at.place):
        if not _is_told(doubt, clashes):
            clashes.append({draft.written.number_start for draft in (doubt.at, *doubt.beside)})
            yield _doubt(document, made, doubt), doubt


def _is_told(doubt: Bond, clashes: list[set[int]]) -> bool:
    """Whether a contradiction has a doubtful number and another one that it is held against."""
    at, beside = doubt.at.written.number_start, {draft.written.number_start for draft in doubt.beside}
    return any(at in clash and beside & clash for clash in clashes)


def _is_forecast(entries: list[Entry], made: Extract) -> bool:
    """Whether a forecast is held against what came of it: "expected to reach 28% in 2021", "was 28.7% in 2021"."""
    told: dict[tuple[str, str], set[bool]] = {}
    for draft in (entry.draft for entry in entries if entry.draft.kind == "value"):
        foreseen = is_foreseen(made.sentences[draft.sentence], draft.written)
        told.setdefault((made.names.of[draft.group], draft.in_), set()).add(foreseen)
    return any(len(ways) > 1 for ways in told.values())


def _all_round(entries: list[Entry]) -> bool:
    """Whether all amounts end in two zeros: "rose by 17,000 to 177,000 from 159,000", perhaps rounded to thousands."""
    amounts = [entry.draft.written for entry in entries if entry.draft.written.unit.family in LEVELS]
    return all(not amount.decimals and amount.digits.endswith("00") for amount in amounts)


def _in_document(document: Document, found: Finding, entries: dict[str, Entry]) -> Finding:
    """Return a finding with sums, which nobody prints, where they are said."""

    def place(claim: str, span: Span) -> Span:
        entry = entries.get(claim)
        if entry is None or entry.quoted is not None:
            return span
        return document.span(*entry.draft.place)

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
            if entry.draft.kind == "sum":
                return [f"that {guess}" for guess in entry.draft.guesses]
            if entry.draft.parts:
                return [
                    "that one is a part of the other"
                    if entry.draft.whole_group
                    else "that they are shares of one whole"
                ]
        told_whole = {group for entry in entries for group in (entry.draft.whole_group, *entry.draft.minus)} - {0}
        parts = {entry.draft.group for entry in entries if entry.draft.group not in told_whole}
        text = next(iter(next(iter(subjects.values()))))
        about = f"“{text}”" if text else "the same"
        return [] if one_group or len(parts) == 1 else [f"that both are about {about}"]
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


def _doubt(document: Document, made: Extract, doubt: Bond) -> Finding:
    """Return the warning on numbers of several sentences that do not go together."""
    name, line = next((entry.id, entry.line) for entry in made.entries if entry.draft is doubt.beside[0])
    name = next((entry.id for entry in made.entries if _is_of(entry.draft, doubt.at)), name)
    message = f"{doubt.wrong}; this rests on the guess that {doubt.guess.format(line=line)}"
    related = tuple(Related(document.span(*d.place), f"“{printed_of(d, made.sentences)}”") for d in doubt.beside)
    place = document.span(*doubt.at.place)
    return Finding.of("contradiction", message, place, related, claim=name)._replace(severity=Severity.WARNING)


def _is_of(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are of one number, of which one may be read without its parentheses."""
    return (draft.written.number_start, draft.kind) == (other.written.number_start, other.kind)
