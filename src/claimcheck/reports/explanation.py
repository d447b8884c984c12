"""`explain`: one claim in its place, as written, step by step from the others, and what it would have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from claimcheck.quantity.show import outward
from claimcheck.reports.visible import plain
from claimcheck.reports.wording import (
    clash_text,
    interval_text,
    miss_text,
    repair_text,
    said,
    stated_text,
    step_text,
)

if TYPE_CHECKING:
    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Conflict, Located, Report, Result

_MARGIN = 30  # characters of a long line shown on either side of a quote
_LABEL = 12


def render_explanation(report: Report, claim: Claim, view: View) -> str:
    """Return the explanation of one claim of `report` as text."""
    return "\n".join(_Writer(report, claim, view).lines()) + "\n"


class _Writer:
    def __init__(self, report: Report, claim: Claim, view: View) -> None:
        self.report, self.claim, self.view = report, claim, view
        self.result: Result = report.results[claim.id]
        self.out: list[str] = []

    def lines(self) -> list[str]:
        claim = self.claim
        self.add(f"{claim.id}: {claim.kind.name}, {self.result.verdict.value}")
        self.add(f"  {claim.place}")
        self.quotes()
        self.add("")
        self.facts()
        for position in self.result.conflicts:
            self.conflict(position, self.report.conflicts[position])
        if not self.result.conflicts:
            self.bearing()
        return self.out

    def add(self, text: str) -> None:
        """Add a line, wrapped between words with a hanging indent where the terminal is narrow."""
        shown = plain(text, ascii_only=self.view.ascii)
        width = self.view.width
        if not width or cell_len(shown) <= width:
            self.out.append(shown)
            return
        from textwrap import wrap

        indent = " " * min(len(shown) - len(shown.lstrip()) + 2, width // 2)
        self.out += wrap(
            shown, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )

    def quotes(self) -> None:
        located = self.report.places.get(self.claim.id, (None,) * len(self.claim.quotes))
        if not self.claim.quotes:
            self.add("  assumed: no document prints it")
        for quote, place in zip(self.claim.quotes, located, strict=True):
            if place is None:
                self.add(f"  “{quote.text}”" + (", not found in the document" if self.report.documents else ""))
            else:
                self.in_place(place)

    def in_place(self, place: Located) -> None:
        """Show a quote in its line, underlined."""
        document, (line, column) = place.document, place.document.place(place.start)
        label = document.label(place.start)
        self.add(f"  {document.path}:{f'{line}:{column}' if not label else ' ' + label}")
        source = document.text if label else document.line_text(line)
        start = place.start if label else column - 1
        length = min(place.end - place.start, max(1, len(source) - start))
        first, last = max(0, start - _MARGIN), start + length + _MARGIN
        before = plain(("…" if first else "") + source[first:start], ascii_only=self.view.ascii)
        marked = plain(source[start : start + length], ascii_only=self.view.ascii)
        after = plain(source[start + length : last] + ("…" if last < len(source) else ""), ascii_only=self.view.ascii)
        number = "" if label else str(line)
        self.out.append(f"    {number} | {before}{marked}{after}".rstrip())
        self.out.append(f"    {' ' * len(number)} | {' ' * cell_len(before)}{'^' * cell_len(marked)}")

    def fact(self, name: str, text: str) -> None:
        self.add(f"  {name:<{_LABEL}}{text}")

    def facts(self) -> None:
        claim, result = self.claim, self.result
        stated = stated_text(claim)
        if claim.kind.stated is not None and result.stated is not None:
            stated += f", which stands for {interval_text(claim, result.stated)}"
        self.fact("stated", stated)
        self.fact("working", claim.kind.working())
        for reading in claim.readings[1:]:
            self.fact("or", reading.working())
        if result.verdict.value == "unchecked":
            self.fact("recomputed", "nothing else in the sheet bears on it")
        elif result.recomputed is not None:
            within = "" if result.exact else "within "
            self.fact("recomputed", within + interval_text(claim, outward(result.recomputed)))
        if result.slack is not None:
            self.fact("slack", _slack(float(result.slack)))
        if result.reason:
            self.fact("because", result.reason)

    def conflict(self, position: int, conflict: Conflict) -> None:
        sheet = self.report.sheet
        assert sheet is not None  # noqa: S101  a conflict comes from a sheet
        others = [name for name in conflict.claims if name != self.claim.id]
        self.add("")
        narrow = ", if zeros at the end of whole numbers are exact" if conflict.narrow else ""
        with_ = f"with {', '.join(others)}" if others else "by itself"
        self.add(f"contradiction {position + 1}: it cannot be true {with_}{narrow}")
        if conflict.unit_quantity:
            self.add(f"  take {conflict.unit_quantity} as 1")
        for number, step in enumerate(conflict.steps, 1):
            source = sheet.claim(step.claim)
            tail = f", {clash_text(sheet, conflict)}" if step is conflict.steps[-1] else ""
            self.add(f"  {number}. {step.claim} {said(source) if source and not source.structure else ''}".rstrip())
            if source and not source.structure:
                self.add(
                    f"       {source.kind.working()} = {stated_text(source)}"
                    if source.kind.stated
                    else f"       {source.kind.working()}"
                )
            self.add(f"       so {step_text(sheet, conflict, step)}{tail}")
        if not conflict.steps:
            for name in conflict.claims:
                source = sheet.claim(name)
                if source:
                    self.add(f"  {name} {said(source) if not source.structure else ''}".rstrip())
        if conflict.miss:
            self.add(f"  {miss_text(sheet, conflict.miss)}")
        self.add("  to mend it, one of:")
        for repair in conflict.repairs:
            self.add(f"    {repair.claim}: {repair_text(sheet, repair)}")

    def bearing(self) -> None:
        sheet = self.report.sheet
        if not self.result.bearing or sheet is None:
            return
        self.add("")
        self.add("it is recomputed from")
        for name in self.result.bearing:
            claim = sheet.claim(name)
            if claim is not None:
                self.add(f"  {name}: {said(claim)}, {claim.kind.working()}" if not claim.structure else f"  {name}")


def _slack(value: float) -> str:
    amount = f"{abs(value):.3g} half-unit{'' if abs(value) == 1 else 's'} of its last printed digit"
    return f"fails by {amount}" if value < 0 else f"{amount} until it fails"
