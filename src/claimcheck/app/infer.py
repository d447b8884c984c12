"""Quantities that nobody printed: what the claims of a sheet imply for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.compile import compile_sheet
from claimcheck.engine.inference import infer as inferred
from claimcheck.engine.inference import is_bounded
from claimcheck.kinds.statement import quantities
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.inference import Inferred
    from claimcheck.kinds.statement import Quantity
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Report


def infer(sheet: Sheet, names: Sequence[str] = (), *, exact: bool = False) -> tuple[Inferred, ...]:
    """Return the ranges of the quantities called `exports[2014]`, or `exports`, at any period; else of all not printed.

    Contradicted claims are set aside first. `exact` asks for tight ranges in components of any size.
    """
    system = compile_sheet(sheet)
    wanted = [quantity for quantity in _known(sheet) if {str(quantity), quantity.name} & {*names}] if names else None
    found = inferred(system, wanted, exact=exact)
    return tuple(each for each in found if not each.quantity.name.startswith("number of "))


def implied(report: Report, claim: str) -> tuple[Inferred, ...]:
    """Return what an unchecked claim, with the others, makes of those of its quantities that no other speaks of.

    A text that prints one of them as well would have the claim checked.
    """
    from claimcheck.sheet.occurring import Speaking

    if report.sheet is None or report.results[claim].verdict is not Verdict.UNCHECKED:
        return ()
    spoken = Speaking(report.sheet.claims)
    alone = spoken.alone(claim) if len(spoken.of[claim]) > 1 else ()
    return tuple(each for each in infer(report.sheet, [*map(str, alone)]) if is_bounded(each.interval)) if alone else ()


def unknown(sheets: Sequence[Sheet], name: str) -> str | None:
    """Return what to say of a name that no sheet holds, with the nearest one; `None` where one does."""
    known = [text for sheet in sheets for quantity in _known(sheet) for text in (str(quantity), quantity.name)]
    if name in known:
        return None
    from claimcheck.findings.near import did_you_mean

    return did_you_mean(name, known)


def _known(sheet: Sheet) -> list[Quantity]:
    found: dict[Quantity, None] = {}
    for constraint in compile_sheet(sheet).constraints:
        for reading in constraint.readings:
            for condition in reading:
                found.update(dict.fromkeys(quantities(condition)))
    return list(found)
