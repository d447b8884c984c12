"""What another number would do: the verdict of every claim before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.app.compile import compile_sheet
from claimcheck.engine import check
from claimcheck.quantity.written import read

if TYPE_CHECKING:
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Assessment, Result


class Impact(NamedTuple):
    """The outcome of one claim with the number as it is, and with the other one."""

    claim: Claim
    before: Result
    after: Result

    @property
    def changed(self) -> bool:
        """Whether its verdict is another one."""
        return self.before.verdict is not self.after.verdict


def impact(sheet: Sheet, claim: Claim, number: str) -> tuple[tuple[Impact, ...], Assessment]:
    """Return what every claim becomes if `claim` printed `number`, and the whole assessment after.

    `number` is read as `is:` reads it; without a verb or hedge of its own it keeps the claim's. Raises NumberError for
    a text that holds no number, and ValueError for a claim that prints none.
    """
    changed = with_number(claim, number)
    others = tuple(changed if each.id == claim.id else each for each in sheet.claims)
    before, after = check(compile_sheet(sheet)), check(compile_sheet(sheet._replace(claims=others)))
    earlier = {result.claim: result for result in before.results}
    later = {result.claim: result for result in after.results}
    visible = [each for each in others if not each.structure]
    return tuple(Impact(each, earlier[each.id], later[each.id]) for each in visible), after


def with_number(claim: Claim, number: str) -> Claim:
    """Return the claim with another written number in place of its own, in every quote."""
    stated = claim.kind.stated
    if stated is None or claim.kind.with_number(stated) is claim.kind:
        raise ValueError(f"{claim.id} prints no number that could change")
    written = read(number, stated.style.locale)
    own = written.hedge or written.direction or written.value < 0
    if not own:
        written = written._replace(
            hedge=stated.written.hedge, direction=stated.written.direction, by_to=stated.written.by_to
        )
    bare = written.unit.family == "none" and written.magnitude == 1
    if bare and stated.written.unit.family in ("percent", "points"):
        scale = stated.written.magnitude
        written = written._replace(value=written.value * scale, magnitude=scale, unit=stated.written.unit)
    other = stated._replace(written=written, negative=stated.negative and written.value >= 0)
    readings = tuple(kind.with_number(other) for kind in claim.readings)
    return claim._replace(readings=readings, quotes=tuple(quote._replace(number=None) for quote in claim.quotes))
