"""`impact`: which claims change their verdict with another number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.machine import json_text
from claimcheck.reports.rows import columns_text, fitted
from claimcheck.reports.summary import counted
from claimcheck.reports.telling import headline
from claimcheck.reports.wording import result_text, stated_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Assessment, Conflict


def render_impact(
    sheet: Sheet, claim: Claim, number: str, impacts: Sequence[Any], after: Assessment, view: View
) -> str:
    """Return the claims whose verdict changes (all with `view.all`), and the contradictions that then stand."""
    if view.format == "json":
        return _json(claim, number, impacts, after)
    shown = [each for each in impacts if each.changed or view.all]
    rows = [
        (e.claim.id, e.before.verdict.value, e.after.verdict.value, result_text(sheet, e.claim, e.after)) for e in shown
    ]
    lines = fitted(f"if {claim.id} said {number} in place of {stated_text(claim)}:", view)
    if rows:
        lines += columns_text(("claim", "now", "then", "recomputed"), rows, view)
    changed = sum(each.changed for each in impacts)
    lines.append(f"{changed} of {counted(len(impacts), 'claim')} would change their verdict")
    then = _saying_so(sheet, next(each.claim for each in impacts if each.claim.id == claim.id))
    lines += [each for c in after.conflicts for each in _contradiction(then, claim, impacts, c, view)]
    return "\n".join(lines) + "\n"


def _saying_so(sheet: Sheet, changed: Claim) -> Sheet:
    """Return the sheet with a claim that says another number, and prints it where it has a quote."""
    quotes = tuple(quote._replace(text=stated_text(changed)) for quote in changed.quotes)
    changed = changed._replace(quotes=quotes)
    return sheet._replace(claims=tuple(changed if each.id == changed.id else each for each in sheet.claims))


def _contradiction(sheet: Sheet, claim: Claim, impacts: Sequence[Any], conflict: Conflict, view: View) -> list[str]:
    """Return what then clashes; what the number has nothing to do with is said to stand already."""
    touched = {claim.id, *(each.claim.id for each in impacts if each.changed)}
    what = "possible contradiction" if conflict.narrow or conflict.hedge else "contradiction"
    what += "" if touched.intersection(conflict.claims) else ", now as then"
    return fitted(f"{what}: {', '.join(conflict.claims)}: {headline(sheet, conflict)}", view)


def _json(claim: Claim, number: str, impacts: Sequence[Any], after: Assessment) -> str:
    record = {
        "format_version": "1.0",
        "claim": claim.id,
        "is": number,
        "claims": [
            {"id": e.claim.id, "before": e.before.verdict.value, "after": e.after.verdict.value, "changed": e.changed}
            for e in impacts
        ],
        "conflicts": [list(conflict.claims) for conflict in after.conflicts],
    }
    return json_text(record)
