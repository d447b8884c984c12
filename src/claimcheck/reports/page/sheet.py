"""The part of the page that one sheet has: what was found, its documents, its claims, and what they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.covered import BOUND, EXEMPTED, UNCOVERED, percent
from claimcheck.reports.gathered import gathered
from claimcheck.reports.page.claims import Claims
from claimcheck.reports.page.conflict import Conflicts, standing
from claimcheck.reports.page.marks import marks
from claimcheck.reports.page.markup import text
from claimcheck.reports.page.passages import Passages
from claimcheck.reports.summary import counted, counts, summary
from claimcheck.reports.visible import visible
from claimcheck.reports.wording import said
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.model import Document
    from claimcheck.findings import Finding, Span
    from claimcheck.reports import View
    from claimcheck.reports.page.markup import Anchors
    from claimcheck.verdicts import Report

_MANY = 300  # claims from which on a browser lays out only those it shows
_MEANS = {
    "contradicted": "cannot be true together with others",
    "undecided": "could not be decided",
    "rounding": "true only thanks to rounding",
    "consistent": "fits what the others make it",
    "confirmed": "follows from other numbers",
    "unchecked": "nothing else narrows it down",
    "exempted": "needs no claim, as the sheet says",
    "uncovered": "a number that no claim speaks of",
}


class Section:
    """Writes one report."""

    def __init__(self, report: Report, anchors: Anchors, view: View) -> None:
        self.report, self.anchors, self.view = report, anchors, view
        self.anchor = f"{anchors.prefix}report"
        self.texts = {
            id(document): Passages(document, marks(report, document), anchors, position)
            for position, document in enumerate(report.documents)
        }
        self.claims = Claims(report, anchors, self.texts)
        sheet = report.sheet
        self.cards = Conflicts(report, sheet, anchors, self.claims) if sheet and report.conflicts else None

    def parts(self) -> Iterator[str]:
        """Yield the section piece by piece."""
        report, name = self.report, self.anchors.prefix
        yield f'<section id="{self.anchor}" tabindex="-1"><h2>{text(report.path)}</h2>'
        yield f'<p class="sum">{text(_without_name(report))}</p>\n'
        if report.sheet is not None:
            yield self._legend()
        yield from self._findings()
        below, apart = self._cards()
        yield "".join(apart)
        for document in report.documents:
            named = " named" if document.label(0) else ""
            cards = below.get(id(document), {})
            beside = " beside" if cards else ""
            yield f'<h3>{text(document.path)}</h3><div class="doc{named}{beside}">'
            yield from self.texts[id(document)].rows(cards)
            yield "</div>\n"
        if report.claims and report.assessment:
            many = " many" if len(report.claims) > _MANY else ""
            yield f'<h3 id="{name}claims">Claims</h3><div class="claims{many}">'
            yield from self.claims.rows()
            yield "</div>\n"
        yield from self._exempted()
        yield "</section>\n"

    def _legend(self) -> str:
        """Return how many there are of each verdict, drawn as they are marked, with what it means."""
        found = counts(self.report)
        shares = {
            status: sum(each.status == status for each in self.report.numbers)
            for status in (BOUND, EXEMPTED, UNCOVERED)
        }
        rows = [(word, found[word]) for word in WORST_FIRST] + [(word, shares[word]) for word in (EXEMPTED, UNCOVERED)]
        items = "".join(
            f'<li><span class="m {word}">{count:,}<small> {word}</small></span> {word}: {_MEANS[word]}'
            for word, count in rows
            if count
        )
        legend = f'<ul class="legend" aria-label="Verdicts">{items}</ul>'
        if not self.report.numbers:
            return legend
        claimed = f"{counted(shares[BOUND], 'number')} in claims"
        said = f"{claimed}, {shares[EXEMPTED]:,} exempted, {shares[UNCOVERED]:,} not covered"
        return f'{legend}<p class="cover">Coverage {int(percent(self.report.numbers))}%: {said}.</p>\n'

    def _findings(self) -> Iterator[str]:
        """Yield the findings that are no contradiction, and links to those that are."""
        report = self.report
        links = [
            f'<li><a href="#{self.anchors.conflict(i)}">Contradiction {i + 1}</a>: '
            f"{self._said(report.conflicts[i].claims)}{f' ({word})' if word else ''}"
            for i, word in standing(report).items()
        ]
        others = [finding for finding in gathered(report, self.view) if finding.conflict is None]
        if links or others:
            yield "<h3>Found</h3>\n"
        if links:
            yield f'<ul class="found">{"".join(links)}</ul>\n'
        if others:
            yield f'<ul class="found">{"".join(map(self._finding, others))}</ul>\n'

    def _said(self, names: tuple[str, ...]) -> str:
        """Return what the claims of a contradiction say, each with a link to its line."""
        items = []
        for name in names:
            claim = self.report.sheet.claim(name) if self.report.sheet else None
            if claim and not claim.structure:
                located = self.report.located(name)
                items.append(text(said(claim)) + (f" ({self.claims.place(located)})" if located else ""))
        return ", ".join(items)

    def _finding(self, finding: Finding) -> str:
        """Return one finding with its places: links, where they stand on the page."""
        help_ = f" <i>{text(finding.help)}</i>" if finding.help else ""
        label = finding.severity.label
        items = "".join(f"<li>{self._place(each.span)} {text(each.message)}" for each in finding.related)
        return (
            f'<li class="{label}"><b>{label} {finding.code} {finding.name}</b>: {text(finding.message)} '
            f"{self._place(finding.primary)}{help_}{f'<ul>{items}</ul>' if items else ''}"
        )

    def _place(self, span: Span) -> str:
        """Return a place, linked to its line where a document of the page has it."""
        shown = next((each for each in self.texts.values() if each.document.path == span.path), None)
        anchor = shown.anchor_of(span.line) if shown else ""
        return f'<a href="#{anchor}">{text(span.where)}</a>' if anchor else f"<code>{text(span.where)}</code>"

    def _cards(self) -> tuple[dict[int, dict[int, str]], list[str]]:
        """Return the contradictions by document and line, and those that stand in no document."""
        below: dict[int, dict[int, str]] = {}
        apart: list[str] = []
        for position in self.cards.standing if self.cards else ():
            assert self.cards is not None  # noqa: S101  there is a sheet
            card, names = self.cards.card(position), self.report.conflicts[position].claims
            located = [each for name in names for each in self.report.places.get(name, ()) if each]
            if not located:
                apart.append(card)
                continue
            order: list[Document] = list(self.report.documents)
            first = min(located, key=lambda each: (order.index(each.document), each.start))
            lines = below.setdefault(id(first.document), {})
            line = self.texts[id(first.document)].line_of(first.start)
            lines[line] = lines.get(line, "") + card
        return below, apart

    def _exempted(self) -> Iterator[str]:
        exempt = self.report.sheet.exempt if self.report.sheet else ()
        if exempt:
            items = "".join(
                f"<li>{', '.join(f'“{text(quote.text)}”' for quote in each.quotes)}: {text(each.because)}"
                for each in exempt
            )
            yield f'<details class="exempt"><summary>Exemptions and their reasons ({len(exempt):,})</summary>'
            yield f"<ul>{items}</ul></details>\n"


def _without_name(report: Report) -> str:
    return summary(report).removeprefix(f"{visible(report.path)}: ")
