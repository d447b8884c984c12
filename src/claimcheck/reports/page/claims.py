"""The claims of a report: one row each, which opens to its quote, intervals, slack, and what it was recomputed from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.page.markup import text
from claimcheck.reports.page.scale import pair, tiny
from claimcheck.reports.unchecked import why_unchecked
from claimcheck.reports.wording import as_read, claim_unit, interval_text, result_text, slack_text, stated_text
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.reports.page.markup import Anchors
    from claimcheck.reports.page.passages import Passages
    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Located, Report, Result

_SIGNED = ("growth", "change", "contribution")


class Claims:
    """Writes the claims of one report."""

    def __init__(self, report: Report, anchors: Anchors, texts: dict[int, Passages]) -> None:
        self.report, self.anchors, self.texts = report, anchors, texts
        self.unchecked = why_unchecked(report)

    def rows(self) -> Iterator[str]:
        """Yield every claim, failing ones first, then as the sheet has them."""
        results = self.report.results
        claims = sorted(self.report.claims, key=lambda claim: WORST_FIRST.index(results[claim.id].verdict))
        for claim in claims:
            yield self._row(claim, results[claim.id])

    def place(self, located: Located) -> str:
        """Return a link to the line in which a quote stands."""
        shown = self.texts[id(located.document)]
        name = f"{located.document.path}, " if len(self.texts) > 1 else ""
        return f'<a href="#{shown.anchor(located.start)}">{text(name + shown.where(located.start))}</a>'

    def _row(self, claim: Claim, result: Result) -> str:
        verdict = result.verdict.value
        small, large = self._pictures(as_read(claim, result), result)
        return (
            f'<details class="k {verdict}"><summary><b>{text(claim.id)}</b><span>{text(stated_text(claim))}</span>'
            f'<span class="p">{small}</span><em>{verdict}</em></summary>'
            f'<div id="{self.anchors.claim(claim.id)}">{large}<dl>{"".join(self._facts(claim, result))}</dl></div>'
            "</details>\n"
        )

    def _pictures(self, claim: Claim, result: Result) -> tuple[str, str]:
        """Return the small and the large picture of what is stated and recomputed; "" where one is missing."""
        stated, recomputed = result.stated, result.recomputed
        if claim.kind.stated is None or stated is None or recomputed is None or result.verdict.value == "unchecked":
            return "", ""
        if recomputed.is_empty or (recomputed.low is None and recomputed.high is None):
            return "", ""
        large = pair(stated, recomputed, claim_unit(self.report.sheet, claim), signed=claim.kind.name in _SIGNED)
        return tiny(stated, recomputed), large

    def _facts(self, claim: Claim, result: Result) -> Iterator[str]:
        yield from self._quotes(claim)
        readings, claim = claim.readings, as_read(claim, result)
        yield _fact("asserts", text(claim.kind.working()))
        for reading in readings:
            if reading != claim.kind:
                yield _fact("or", text(reading.working()))
        if claim.kind.stated is not None and result.stated is not None:
            yield _fact(
                "stated",
                f"{text(stated_text(claim))}, that is {text(interval_text(self.report.sheet, claim, result.stated))}",
            )
        if recomputed := result_text(self.report.sheet, claim, result):
            yield _fact("recomputed", text(recomputed))
        elif result.verdict.value == "unchecked":
            yield _fact("recomputed", self.unchecked[claim.id])
        if result.slack is not None:
            yield _fact("slack", slack_text(result.slack))
        if result.reason:
            yield _fact("because", text(result.reason))
        if result.bearing:
            yield _fact("from", self.anchors.links(result.bearing))
        if result.conflicts:
            links = (f'<a href="#{self.anchors.conflict(i)}">contradiction {i + 1}</a>' for i in result.conflicts)
            yield _fact("in", ", ".join(links))
        yield _fact("sheet", text(f"line {claim.place.line}, {claim.kind.name}"))

    def _quotes(self, claim: Claim) -> Iterator[str]:
        if claim.assumed:
            yield _fact("quote", "none: it is assumed, not printed")
        places = self.report.places.get(claim.id, (None,) * len(claim.quotes))
        for quote, located in zip(claim.quotes, places, strict=False):
            where = self.place(located) if located else "not found" if self.report.documents else "no document"
            yield _fact("quote", f"“{text(quote.text)}”, {where}")


def _fact(name: str, html: str) -> str:
    return f"<dt>{name}<dd>{html}"
