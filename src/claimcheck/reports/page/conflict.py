"""A contradiction beside its lines: its claims, the ranges that do not meet, the sum, and what would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.terms import BARE
from claimcheck.reports.hints import hints
from claimcheck.reports.page.graph import Graphs
from claimcheck.reports.page.markup import text
from claimcheck.reports.page.scale import apart
from claimcheck.reports.telling import clashing, headline, mending, opening, told
from claimcheck.reports.wording import (
    claim_unit,
    interval_text,
    repair_text,
    said,
    series_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.reports.page.claims import Claims
    from claimcheck.reports.page.markup import Anchors
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Conflict, Report


_MANY = 4  # contradictions from which on each is folded, so that they stay near their lines


def standing(report: Report) -> dict[int, str]:
    """Return the contradictions that a page shows, by position, with a word for those that are no findings of this run.

    They are in the baseline, or acknowledged by the sheet or the call. With `-k` only those with a claim that is shown.
    """
    shown = {claim.id for claim in report.claims}
    found = {finding.conflict for finding in report.findings}
    known = {finding.conflict for finding in report.known}
    return {
        position: "" if position in found else "in the baseline" if position in known else "acknowledged"
        for position, conflict in enumerate(report.conflicts)
        if report.sheet and (not report.hidden or shown.intersection(conflict.claims))
    }


class Conflicts:
    """Writes the contradictions of one report."""

    def __init__(self, report: Report, sheet: Sheet, anchors: Anchors, claims: Claims) -> None:
        self.report, self.sheet, self.anchors, self.claims = report, sheet, anchors, claims
        self.results = report.results
        self.standing = standing(report)
        self.graphs = Graphs(sheet)

    def card(self, position: int) -> str:
        """Return one contradiction."""
        conflict = self.report.conflicts[position]
        anchor = self.anchors.conflict(position)
        kind = "if zeros at the end of whole numbers are exact" if conflict.narrow else ""
        kind = "by the default width of a hedge" if conflict.hedge else kind
        tail = "".join(f" <span>{text(word)}</span>" for word in (kind, self.standing[position]) if word)
        how = "".join([*self._steps(conflict), *self._repairs(conflict)])
        notes = hints(self.report, conflict.claims)
        found = next((each.message for each in self.report.findings if each.conflict == position), "")
        if len(self.standing) > _MANY and how:
            how = f"<details><summary>How, and what would mend it</summary>{how}</details>"
        parts = [
            f'<div class="card" id="{anchor}" role="group" aria-labelledby="{anchor}h">',
            f'<h4 id="{anchor}h">Contradiction {position + 1}{tail}</h4>',
            f"<p>{text(found or headline(self.sheet, conflict))}</p>",
            self._picture(conflict),
            self._members(conflict),
            how,
            *(f"<p><b>{what}</b>: {text(note)}</p>" for what, note in notes),
            self._graph(conflict),
            "</div>\n",
        ]
        return "".join(parts)

    def _picture(self, conflict: Conflict) -> str:
        """Return the two ranges that do not meet: of the last step, else of the likeliest repair."""
        if conflict.steps and (last := conflict.steps[-1]).before is not None:
            unit = BARE if conflict.unit_quantity else series_unit(self.sheet, last.subject)
            others = [name for name in conflict.claims if name != last.claim]
            first = others[0] if len(others) == 1 else f"the other {len(others)} claims"
            own, other = clashing(self.sheet, conflict, last)
            rows = [(f"{last.claim}: {own}", last.interval), (f"{first}: {other}", last.before)]
            return apart(rows, unit, told(self.sheet, conflict)[-1].text)
        for repair in conflict.repairs:
            claim, result = self.sheet.claim(repair.claim), self.results.get(repair.claim)
            if claim and result and result.stated and repair.needs and not repair.needs.is_empty and claim.kind.stated:
                named = (("stated", result.stated), ("needed", repair.needs))
                rows = [(f"{claim.id}, {word}: {interval_text(self.sheet, claim, each)}", each) for word, each in named]
                stands = interval_text(self.sheet, claim, result.stated)
                said_ = f"{claim.id} states {stands}; {repair_text(self.sheet, repair)}"
                return apart(rows, claim_unit(self.sheet, claim), said_)
        return ""

    def _members(self, conflict: Conflict) -> str:
        items = []
        for name in conflict.claims:
            claim = self.sheet.claim(name)
            if claim is None:
                continue
            if claim.structure:
                items.append(f"<li>{text(name)}, which a reader knows")
                continue
            located = self.report.located(name)
            where = f", {self.claims.place(located)}" if located else ""
            items.append(f"<li>{self.anchors.link(name)} {text(said(claim))}{where}")
        return f"<ul>{''.join(items)}</ul>"

    def _steps(self, conflict: Conflict) -> Iterator[str]:
        sentences = told(self.sheet, conflict, numbered=not conflict.cases)
        if not sentences:
            return
        words = opening(conflict)
        yield f"<h5>How</h5>{f'<p>{text(words[0].upper() + words[1:])}</p>' if words else ''}"
        tag = "ul" if conflict.cases else "ol"
        lines = [each for each in sentences if each.claim or conflict.cases]
        yield f"<{tag}>"
        for each in lines:
            yield f"<li>{self.anchors.link(each.claim) + ': ' if each.claim else ''}{text(each.text)}"
        yield f"</{tag}>"
        yield from (f"<p>{text(each.text)}</p>" for each in sentences if each not in lines)

    def _repairs(self, conflict: Conflict) -> Iterator[str]:
        if conflict.repairs:
            yield f"<h5>{mending(conflict).capitalize()}</h5><ul>"
            for repair in conflict.repairs:
                yield f"<li>{self.anchors.link(repair.claim)}: {text(repair_text(self.sheet, repair))}"
            yield "</ul>"

    def _graph(self, conflict: Conflict) -> str:
        picture = self.graphs.draw(conflict)
        if not picture:
            return ""
        name = ' role="group" tabindex="0" aria-label="Which claims speak of which quantities"'
        return (
            f'<details><summary>Which claims bear on which</summary><div class="wide"{name}>{picture}</div></details>'
        )
