"""A draft sheet with what its numbers make together, as formulas, and with what is doubted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.extract import ids_at, report_of
from claimcheck.app.guesses import judged
from claimcheck.extraction.draft_sheet import Said, formula, with_said
from claimcheck.extraction.fitting.triples import triples
from claimcheck.extraction.linking import untaken
from claimcheck.extraction.readings import bonds
from claimcheck.findings import Severity
from claimcheck.reports.wording import repair_text
from claimcheck.sheet.load import load_sheet
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.app.extract import Extract
    from claimcheck.documents.model import Document
    from claimcheck.extraction.bonds import Bond
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.findings import Finding
    from claimcheck.verdicts import Report

_SLIPS = 2  # that are told
_Number = tuple[int, str]  # where it stands, and the kind of its claim


def whole_draft(document: Document, made: Extract) -> tuple[str, int]:
    """Return a document's draft with what `check` finds beyond its claims, and how much that is.

    What words say of numbers is one more claim where a formula says it: so `verify` finds what is doubted, and holds
    the rest against what is printed when that is edited. What is doubted and no formula says is told in a comment.
    """
    if made.sheet is None:
        return made.text, 0
    found = tuple(bonds([entry.draft for entry in made.entries], made.names, made.sentences))
    report = report_of(document, made.sheet)
    claims, taken = _claims(made), {entry.id: 1 for entry in made.entries}
    doubts = _doubts(judged(document, made, report, found), made, taken)
    rest = []
    for bond in _untold([*found, *_fitting(found, made, report)], made):
        if at := claims.get(_number(bond.at)):
            line = document.place(bond.beside[0].written.amount_start)[0]
            said = f"guessed: {bond.guess.format(line=line)}"
            rest.append(_said(untaken(f"{at.id}-follows", taken, "-"), at.id, said, bond, made, claims))
    kept, _ = _accepted(document, made, doubts, [each for each in rest if each.formula])
    return with_said(made.text, kept), len(doubts)


def with_mending(document: Document, made: Extract, told: Sequence[tuple[Finding, Bond | None]]) -> list[Finding]:
    """Return findings, those on what no claim says with the slips of the pen that would mend them."""
    doubts = _doubts(told, made, {entry.id: 1 for entry in made.entries})
    report = _accepted(document, made, doubts, [])[1] if any(each.formula for each in doubts) else None
    waiting = iter(doubts)
    found = []
    for finding, bond in told:
        said = next(waiting) if bond is not None else None
        found.append(finding._replace(help=_mending(report, said.id)) if said and report else finding)
    return found


def _mending(report: Report, doubt: str) -> str:
    """Return the likeliest slips of which one would mend what is doubted; "" where none is likely."""
    repairs = (each for conflict in report.conflicts if doubt in conflict.claims for each in conflict.repairs)
    likely = [each for each in repairs if each.slip and each.cures and report.sheet]
    return "; or ".join(repair_text(report.sheet, each) for each in likely[:_SLIPS] if report.sheet)


def _doubts(told: Iterable[tuple[Finding, Bond | None]], made: Extract, taken: dict[str, int]) -> list[Said]:
    """Return what is doubted and no claim says."""
    claims, found = _claims(made), []
    for finding, bond in told:
        if bond is not None:
            id_ = untaken(f"{finding.claim}-doubted", taken, "-")
            found.append(_said(id_, finding.claim, f"doubted: {finding.message}", bond, made, claims))
    return found


def _claims(made: Extract) -> dict[_Number, Entry]:
    return {_number(entry.draft): entry for entry in reversed(made.entries)}


def _fitting(found: Sequence[Bond], made: Extract, report: Report) -> Iterator[Bond]:
    """Yield what numbers make whatever the words, of those that no claim and no words hold against others."""
    bound = {bond.at.written.number_start for bond in found}
    results = report.results
    free = {e.draft.written.number_start for e in made.entries if results[e.id].verdict is Verdict.UNCHECKED} - bound
    fits = triples([entry.draft for entry in made.entries], made.names, made.sentences)
    yield from (bond for bond in fits if bond.at.written.number_start in free)


def _said(id_: str, claim: str, comment: str, bond: Bond, made: Extract, claims: Mapping[_Number, Entry]) -> Said:
    """Return what a bond says, with its formula where all its numbers have claims."""
    law = bond.law
    if law is None or any(_number(draft) not in claims for draft in (*law.of, law.told) if draft):
        return Said(id_, claim, comment)
    said = formula(law, made.names)
    return Said(id_, claim, comment, said, claims[_number(law.told)].quoted if law.told and said else None)


def _untold(found: Sequence[Bond], made: Extract) -> Iterator[Bond]:
    """Yield the bonds that hold, each once, and that no claim says already."""
    related = [entry.draft for entry in made.entries if entry.draft.kind != "value"]
    told = {
        summed: [_names(_groups(draft), made) for draft in related if summed == bool(draft.parts or draft.minus)]
        for summed in (True, False)
    }
    for bond in found:
        own = _names((draft.group for draft in bond.law.of), made) if bond.law and not bond.wrong else set()
        if bond.law and own and not any(map(own.issubset, told[bond.law.told is None])):
            told[bond.law.told is None].append(own)
            yield bond


def _names(groups: Iterable[int], made: Extract) -> set[str]:
    return {made.names.of[group] for group in groups}


def _groups(draft: Draft) -> Iterator[int]:
    """Yield the groups that a draft speaks of."""
    yield from (group for group in (draft.group, draft.whole_group, *draft.parts, *draft.minus) if group)


def _accepted(
    document: Document, made: Extract, doubts: list[Said], rest: list[Said]
) -> tuple[list[Said], Report | None]:
    """Return what can be said: no formula that the loader refuses or nothing decides, none that fails by chance.

    With it comes the report on the sheet that says so.
    """
    own = {each.id for each in rest}
    while True:
        said, report = [*doubts, *rest], None
        text = with_said(made.text, said)
        sheet, findings = load_sheet("draft.yaml", text.encode("utf-8", "replace"))
        refused = ids_at(text, [finding.primary.line for finding in findings if finding.severity is Severity.ERROR])
        if sheet is not None and not refused:
            report = report_of(document, sheet)
            results = report.results
            refused = {claim for claim, result in results.items() if result.verdict is Verdict.UNDECIDED}
            refused |= {claim for claim in own if results[claim].verdict is Verdict.CONTRADICTED}
        if not refused.intersection(each.id for each in said if each.formula):
            return said, report
        doubts = [each._replace(formula="") if each.id in refused else each for each in doubts]
        rest = [each for each in rest if each.id not in refused]
        own = {each.id for each in rest}


def _number(draft: Draft) -> _Number:
    return draft.written.number_start, draft.kind
