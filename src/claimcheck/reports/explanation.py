"""`explain`: one claim in its place, as written, step by step from the others, and what it would have to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from claimcheck.reports.styled import wrapped_text
from claimcheck.reports.telling import favourable, mending, opening, told
from claimcheck.reports.unchecked import why_unchecked
from claimcheck.reports.visible import plain
from claimcheck.reports.wording import (
    as_read,
    interval_text,
    range_text,
    repair_text,
    result_text,
    said,
    series_unit,
    slack_text,
    stated_text,
    structure_text,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Conflict, Located, Miss, Report, Result

_MARGIN = 30  # characters of a long line shown on either side of a quote
_LABEL = 12


def render_explanation(report: Report, claim: Claim, view: View, implied: Sequence[Any] = ()) -> str:
    """Return the explanation of one claim of `report` as text, with the quantities that it implies (`Inferred`)."""
    return "\n".join(_Writer(report, claim, view, implied).lines()) + "\n"


class _Writer:
    def __init__(self, report: Report, claim: Claim, view: View, implied: Sequence[Any]) -> None:
        self.report, self.claim, self.view, self.implied = report, claim, view, implied
        self.result: Result = report.results[claim.id]
        self.out: list[str] = []

    def lines(self) -> list[str]:
        claim = self.claim
        self.add(f"{claim.id}: {as_read(claim, self.result).kind.name}, {self.result.verdict.value}")
        self.add(f"  {claim.place}")
        self.quotes()
        self.add("")
        self.facts()
        for position in self.result.conflicts:
            self.conflict(position, self.report.conflicts[position])
        if not self.result.conflicts:
            self.bearing()
        return self.out

    def add(self, text: str, hang: int = 0) -> None:
        """Add a line, wrapped between words where the terminal is narrow, what follows indented by `hang`."""
        shown = plain(text, ascii_only=self.view.ascii)
        width = self.view.width
        indent = hang or len(shown) - len(shown.lstrip()) + 2
        self.out += wrapped_text(shown, width, " " * min(indent, (width or 0) // 2))

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
        document, span = place.document, place.document.span(place.start, place.end)
        line, column, label = span.line, span.column, span.label
        self.add(f"  {span.where}")
        source = document.text if label else document.line_text(line)
        start = place.start if label else column - 1
        length = min(place.end - place.start, max(1, len(source) - start))
        margin = _MARGIN
        if self.view.width:  # 12: the number of the line, its border, and the marks of what is left out
            margin = max(4, min(margin, (self.view.width - 12 - length) // 2))
        first, last = max(0, start - margin), start + length + margin
        before = plain(("…" if first else "") + source[first:start], ascii_only=self.view.ascii)
        marked = plain(source[start : start + length], ascii_only=self.view.ascii)
        after = plain(source[start + length : last] + ("…" if last < len(source) else ""), ascii_only=self.view.ascii)
        number = "" if label else str(line)
        self.out.append(f"    {number} | {before}{marked}{after}".rstrip())
        self.out.append(f"    {' ' * len(number)} | {' ' * cell_len(before)}{'^' * cell_len(marked)}")

    def fact(self, name: str, text: str) -> None:
        self.add(f"  {name:<{_LABEL}}{text}", hang=_LABEL + 2)

    def facts(self) -> None:
        claim, result = as_read(self.claim, self.result), self.result
        stated = stated_text(claim)
        if claim.kind.stated is not None and result.stated is not None:
            stated += f", which stands for {interval_text(self.report.sheet, claim, result.stated)}"
        self.fact("stated", stated)
        self.fact("working", claim.kind.working())
        for reading in self.claim.readings:
            if reading != claim.kind:
                self.fact("or", reading.working())
        if result.verdict.value == "unchecked":
            self.fact("recomputed", why_unchecked(self.report)[claim.id])
        elif result.recomputed is not None and claim.kind.stated is not None:
            enclosed = within(result.recomputed, exact=result.exact)
            itself = "" if result.bearing else _by_itself(result)
            self.fact("recomputed", enclosed + interval_text(self.report.sheet, claim, result.recomputed) + itself)
        elif recomputed := result_text(self.report.sheet, claim, result):
            self.fact("recomputed", recomputed)
        self.implications()
        if result.slack is not None:
            self.fact("slack", slack_text(result.slack, " of its last printed digit"))
        if result.reason:
            self.fact("because", result.reason)

    def implications(self) -> None:
        for each in self.implied:
            assert self.report.sheet is not None  # noqa: S101  what a claim implies comes from a sheet
            unit = series_unit(self.report.sheet, each.quantity)
            enclosed = within(each.interval, exact=each.exact) + range_text(each.interval, unit)
            self.fact("it implies", f"{each.quantity} is {enclosed}")

    def conflict(self, position: int, conflict: Conflict) -> None:
        sheet = self.report.sheet
        assert sheet is not None  # noqa: S101  a conflict comes from a sheet
        others = [name for name in conflict.claims if name != self.claim.id]
        self.add("")
        narrow = ", if zeros at the end of whole numbers are exact" if conflict.narrow else ""
        with_ = f"with {', '.join(others)}" if others else "by itself"
        self.add(f"contradiction {position + 1}: it cannot be true {with_}{narrow}")
        if conflict.steps:
            self.chain(sheet, conflict)
        elif conflict.miss and conflict.miss.lines:
            self.sum(sheet, conflict, conflict.miss)
        else:
            for name in conflict.claims:
                self.add(f"  {self.source(name)}")
            for each in told(sheet, conflict):
                lead = f"{each.claim}: " if each.claim else ""
                self.add(f"  {'  ' * each.depth}{lead}{each.text}")
        if conflict.repairs:
            self.add(f"  {mending(conflict)}:")
        for repair in conflict.repairs:
            self.add(f"    {repair.claim}: {repair_text(sheet, repair)}")
        from claimcheck.reports.hints import hints

        for what, note in hints(self.report, conflict.claims):
            self.add(f"  {what}: {note}")

    def chain(self, sheet: Sheet, conflict: Conflict) -> None:
        """Tell steps: of each its claim as printed, what its number stands for, and where it puts a quantity."""
        self.lead(conflict)
        sentences = told(sheet, conflict, numbered=True)
        for number, (step, each) in enumerate(zip(conflict.steps, sentences, strict=True), 1):
            self.add(f"  {number}. {self.source(step.claim)}")
            claim = sheet.claim(step.claim)
            stands = self.stands_for(claim) if claim and step.factors and not step.note else ""
            if claim and stands and f"is {stands}" not in each.text:
                self.add(f"       {_says(claim, stands)}")
                self.add(f"       so {each.text}")
            else:
                self.add(f"       {each.text}")

    def sum(self, sheet: Sheet, conflict: Conflict, miss: Miss) -> None:
        """Tell a weighted sum: of each line its claim at the favourable end, and what it adds to those before."""
        self.lead(conflict)
        sentences = told(sheet, conflict, numbered=True)
        for number, (line, each) in enumerate(zip(miss.lines, sentences, strict=False), 1):
            end = favourable(sheet, line, narrow=conflict.narrow)
            self.add(f"  {number}. {self.source(line.claim)}{f', {end}' if end else ''}")
            self.add(f"       {each.text}")
        self.add(f"  {sentences[-1].text}")

    def lead(self, conflict: Conflict) -> None:
        words = opening(conflict)
        if words:
            self.add(f"  {words}")

    def source(self, name: str) -> str:
        """Return what a step rests on: a claim, its line and its words, or what a reader knows."""
        claim = self.report.sheet.claim(name) if self.report.sheet else None
        if claim is None:
            return "a quantity's sign"
        if claim.structure:
            return f"{structure_text(claim)}: {name}"
        located = self.report.located(name)
        where = ""
        if located:
            label = located.document.label(located.start)
            several = f" of {located.document.path}" if len(self.report.documents) > 1 else ""
            where = f", {label or f'line {located.document.place(located.start)[0]}'}{several}"
        return f"{name}{where}: {said(claim)}" if claim.quotes else f"{name}, {stated_text(claim)}, assumed"

    def stands_for(self, claim: Claim) -> str:
        """Return the interval of a printed number; "" where a claim prints none."""
        stated = self.report.results[claim.id].stated
        return (
            interval_text(self.report.sheet, claim, stated)
            if stated and claim.kind.stated and not claim.structure
            else ""
        )

    def bearing(self) -> None:
        sheet = self.report.sheet
        if not self.result.bearing or sheet is None or self.result.verdict.value == "unchecked":
            return
        self.add("")
        follows = "it follows from:" if self.result.verdict.value == "confirmed" else "it is held against:"
        self.add("it is recomputed from:" if self.claim.kind.stated else follows)
        for name in self.result.bearing:
            claim = sheet.claim(name)
            if claim is not None:
                stands = self.stands_for(claim)
                self.add(f"  {self.source(name)}")
                if stands:
                    self.add(f"       {_says(claim, stands)}")


def _says(claim: Claim, stands: str) -> str:
    """Return what a claim says of its sum: "a / b is 14.55% to 14.65%, in whole numbers", of a formula its left."""
    made, comma, how = claim.kind.working().partition(", ")
    if claim.kind.name == "assert":
        return f"{claim.kind.working().partition('=')[0].partition('~')[0].rstrip()} is {stands}"
    return f"{made} is {stands}{comma}{how}"


def _by_itself(result: Result) -> str:
    """Return what a range rests on that no other claim bears on: the counts beside a percentage, or its kind."""
    if result.recomputed is not None and result.recomputed.is_point:
        return ", by what it prints itself"
    return ", by what it says itself" if result.verdict.value == "contradicted" else ""
