"""Sentences from facts: what claims state, how a conflict goes, what would mend it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.kinds.base import Fit, Mode, level_names
from claimcheck.quantity.show import exponent_of, outward, power_of_ten, show_interval, show_number
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import BARE, MEASURED, PERCENT, POINTS, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.base import Kind
    from claimcheck.kinds.statement import Quantity
    from claimcheck.quantity.interval import Interval
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Repair, Result

NUMBER_OF = "number of "  # how the unknown behind a compared claim's number is called
_ENOUGH = 16  # last digits that a range is wide: rounding both ends outward then widens it by an eighth at most
_MOST_DIGITS = 6  # of its larger end, unless it is narrower than that shows
_FAINT = 15  # digits: a range that has as many in common at both ends is one number to a reader
_FEWEST_DIGITS = 3  # of a range that begins at 0, whose width says nothing of how well its other end is known
_BASIS_POINT = Fraction(1, 10**4)
_COUNTLESS = 10**6  # half-units; more are no number that tells anything
_AMOUNTS = (*MEASURED, "count")
_TIMES = ("calendar", "duration")
_OF_WHOLES = ("share", "share_of_change", "contribution")
_SIGNED = ("growth", "change", "contribution")
_OTHER_WAY = {"up": "down", "down": "up", "greater": "less", "less": "greater"}
_SLIPS = {
    "digit": "one digit changed",
    "swapped": "two digits swapped",
    "sign": "the sign, or the direction of the verb",
    "power of ten": "a decimal point out of place",
    "magnitude": "another magnitude",
    "points": "percent or percentage points",
    "by for to": '"by" or "to"',
    "year": "the year off by one",
    "reading": "the other reading",
}


def said(claim: Claim) -> str:
    """Return what a claim prints, in quotation marks, or what it assumes."""
    if claim.quotes:
        return f"“{claim.quotes[0].text}”"
    return claim.id if claim.structure else f"{stated_text(claim)} (assumed)"


def structure_text(claim: Claim) -> str:
    """Return in words what a structure says, which a reader knows and nobody prints."""
    if claim.kind.name == "assert":
        return "the sheet declares this ratio"
    if len(getattr(claim.kind, "parts", ())) == 1:
        return "a part is at most its whole"
    complete = getattr(claim.kind, "complete", True)
    return "the parts make the whole" if complete else "the parts are at most the whole"


def stated_text(claim: Claim) -> str:
    """Return the written number of a claim with the counts it is of, its word, or its sum."""
    stated = claim.kind.stated
    if stated is None or not stated.counts:
        return number_text(claim)
    first, *rest = [written.text.strip("()") for written in (stated.written, *stated.counts)]
    plain = stated.of_all or claim_unit(None, claim) == BARE
    return f"{first} of {rest[0]}" if plain else f"{first} ({' of '.join(rest)})"


def number_text(claim: Claim) -> str:
    """Return the written number of a claim as it is printed, its word, or its sum."""
    stated = claim.kind.stated
    if stated is not None:
        return " ".join(stated.written.text.split())
    word: str = getattr(claim.kind, "word", "")
    return word or claim.kind.working()


def claim_unit(sheet: Sheet | None, claim: Claim) -> Unit:
    """Return the unit in which a claim's own number is shown; a bare level has that of its quantity."""
    stated = claim.kind.stated
    if stated is None:
        return BARE
    unit = stated.written.unit
    if claim.kind.base != 1:
        return unit  # a share of 2.9 per 1,000
    if claim.kind.name == "fraction":
        from claimcheck.kinds.fraction import is_rate

        return PERCENT if is_rate(stated.written) else BARE  # "3 of 7", with no percentage
    if claim.kind.fit in (Fit.RATE, Fit.SHARE, Fit.ADDED):
        return POINTS if unit.family == "points" else PERCENT
    if sheet is None or (unit != BARE and not unit.per) or claim.kind.fit not in (Fit.LEVEL, Fit.CHANGE):
        return unit
    known = next((own for name in level_names(claim.kind) if (own := unit_of_name(sheet, name)) != BARE), BARE)
    if unit.per:  # "£8,280 a year" of what is in pounds
        return known if known == unit._replace(per="") else unit
    if known.family == "percent" and stated.written.form in ("word", "fraction"):
        return PERCENT  # "a quarter" of what is a percentage
    return known if known.family in ("currency", "count", "measure") else BARE


def interval_text(sheet: Sheet | None, claim: Claim, interval: Interval) -> str:
    """Return a range of a claim's number in its own unit and digits, rounded outward, a change with its sign."""
    unit, signed = claim_unit(sheet, claim), claim.kind.name in _SIGNED
    stated = claim.kind.stated
    printed, digit = stated.printed(claim.kind.reads) if stated else None, _last_digit(claim)
    if stated and unit == POINTS and stated.written.magnitude == _BASIS_POINT:
        printed, digit = printed and printed / _BASIS_POINT, digit and digit / _BASIS_POINT
        interval, unit = interval.scaled(1 / _BASIS_POINT), Unit("bp", "measure")
    return range_text(interval, unit, digit, printed, signed=signed)


def range_text(
    interval: Interval,
    unit: Unit,
    digit: Fraction | None = None,
    printed: Fraction | None = None,
    *,
    signed: bool = False,
) -> str:
    """Return a range rounded outward to the last digit of the printed number, or to as many more as it needs.

    That is so many that the width is at least 16 last digits, three digits of what begins at 0, and that `printed` is
    not shown inside where it is not: 0 to 2.1667 billion beside "2.4 billion" is "0 to 2.17 billion".
    """
    low, high = interval.low, interval.high
    if low is None or high is None or low >= high:
        return show_interval(outward(interval), unit, signed=signed)
    largest = exponent_of(max(abs(low), abs(high)))
    apart = None if printed is None or interval.contains(printed) else min(abs(low - printed), abs(high - printed))
    if high - low < power_of_ten(largest - _FAINT) and (apart is None or apart > power_of_ten(largest - _MOST_DIGITS)):
        return show_number(low, unit, signed=signed)  # an enclosure of one number, such as a root
    step = power_of_ten(exponent_of((high - low) / _ENOUGH))
    fewest = power_of_ten(largest + 1 - _MOST_DIGITS)
    if digit and not (low % digit or high % digit) and (digit >= fewest or step <= digit):
        step = digit
    else:
        step = min(step, max(digit or step, fewest))
        if not low or not high:
            step = min(step, power_of_ten(largest + 1 - _FEWEST_DIGITS))
        beyond = not interval.contains(printed) and low != printed != high if printed is not None else False
        while beyond and printed is not None and low // step * step <= printed <= -(-high // step) * step:
            step /= 10
        if digit and digit >= fewest and step > digit / 10 and not (2 * low % digit or 2 * high % digit):
            step = digit / 10  # an end of a rounding: a number beyond it that fewer digits show would not do
        while digit and step < digit and not (low % (10 * step) or high % (10 * step)):
            step *= 10  # ends that are what fewer digits say need no more
    return show_interval(interval, unit, signed=signed, step=step)


def _last_digit(claim: Claim) -> Fraction | None:
    """Return what the last printed digit of a claim's number is worth; `None` for words."""
    stated = claim.kind.stated
    half = stated.half_unit() if stated else None
    return power_of_ten(exponent_of(2 * half)) if half else None


def result_text(sheet: Sheet | None, claim: Claim, result: Result) -> str:
    """Return the range that the other claims imply; "" where they imply nothing."""
    if sheet is None or result.verdict.value == "unchecked" or claim.kind.stated is None:
        return ""
    if result.recomputed is None:
        return _in_whole_numbers(sheet, claim) if result.verdict.value == "contradicted" else ""
    text = interval_text(sheet, as_read(claim, result), result.recomputed)
    return f"{within(result.recomputed, exact=result.exact)}{text}"


def as_read(claim: Claim, result: Result) -> Claim:
    """Return a claim by the reading in whose terms a result is; as it is where it is told by that already."""
    if not 0 < result.reading < len(claim.readings):
        return claim
    return claim._replace(readings=(claim.readings[result.reading],))


def _in_whole_numbers(sheet: Sheet, claim: Claim) -> str:
    """Return the percentages near to a claim's that so many things can make; "" of claims that count nothing."""
    if claim.kind.name != "fraction":
        return ""
    from claimcheck.quantity.interval import ANY
    from claimcheck.reports.counting import countable

    return countable(sheet, claim, ANY)


def within(interval: Interval, *, exact: bool) -> str:
    """Return "within " before a range that the tight one may be narrower than; one number or bound is what it is."""
    ranged = interval.low is not None and interval.high is not None and not interval.is_point
    return "within " if ranged and not exact else ""


def series_unit(sheet: Sheet, quantity: Quantity) -> Unit:
    """Return the unit of a quantity: as declared, as some claim prints it, or the sheet's default."""
    if quantity.name.startswith(NUMBER_OF):
        named = sheet.claim(quantity.name.removeprefix(NUMBER_OF))
        if named is None or named.kind.base != 1:  # compared as a ratio, not "per 1,000"
            return BARE
        return claim_unit(sheet, named)
    return unit_of_name(sheet, quantity.name)


def unit_of_name(sheet: Sheet, name: str) -> Unit:
    """Return the unit of a quantity: as declared, as printed, the sheet's default, or that of what it is added to."""
    own = _own_unit(sheet, name)
    if own == BARE and not sheet.defaults.unit:
        units = [unit for kin in _added_to(sheet, name) if (unit := _own_unit(sheet, kin)) != BARE]
        nouns = {unit.name for unit in units if unit.family == "count"}
        own = next((unit for unit in units if unit.family != "count" or len(nouns) == 1), BARE)  # men and women
    return own if own != BARE else sheet.defaults.unit or BARE


def _own_unit(sheet: Sheet, name: str) -> Unit:
    if name in sheet.derived.units:
        unit = sheet.derived.units[name]
        counted = unit._replace(family="count")  # the turbines of "4.2 MW per turbine"
        return counted if counted in _printed(sheet).units.values() else unit
    known = sheet.series.get(name)
    if known and known.unit:
        return known.unit
    return _printed(sheet).units.get(name, BARE)


def _added_to(sheet: Sheet, name: str) -> list[str]:
    """Return the quantities that make a sum or a difference with one, or are its part or whole: they have its unit."""
    return _printed(sheet).added.get(name, [])


class _Printed(NamedTuple):
    """What the claims of a sheet say of units: those printed of levels, and what is added to what."""

    sheet: Sheet
    units: dict[str, Unit]
    added: dict[str, list[str]]


_latest: list[_Printed] = []  # of the sheet that was asked about last: a report asks thousands of times


def _printed(sheet: Sheet) -> _Printed:
    if _latest and _latest[0].sheet is sheet:
        return _latest[0]
    made = _Printed(sheet, {}, {})
    for claim in sheet.claims:
        kind: Any = claim.kind
        if kind.name == "value" and kind.stated and kind.stated.written.unit.family != "none":
            made.units.setdefault(level_names(kind)[0], kind.stated.written.unit)
        added = (kind.total, *kind.parts) if kind.name == "sum" else ()
        added = (kind.of, kind.minus) if kind.name == "difference" else added
        added = (kind.of, kind.whole) if kind.name in _OF_WHOLES else added
        names = [term.name for operand in added for term in operand.terms]
        for name in dict.fromkeys(names):
            made.added.setdefault(name, []).extend(names)
    for name, unit in [pair for claim in sheet.claims for pair in _said_of_others(claim.kind)]:
        made.units.setdefault(name, unit)
    _latest[:] = [made]
    return made


def _said_of_others(kind: Any) -> Iterator[tuple[str, Unit]]:
    """Yield what a number that is no level says of units: those of "€0.62 per share" are euros, and shares."""
    unit = kind.stated.written.unit if kind.stated else BARE
    if kind.fit is Fit.CHANGE and unit.family in (*_AMOUNTS, "points"):
        level = PERCENT if unit.family == "points" else unit
        yield from ((name, level) for name in level_names(kind))
    elif kind.name == "ratio" and unit.family in _AMOUNTS and unit.per:
        from claimcheck.quantity.conversion import dimension, per_noun

        yield from ((term.name, unit._replace(per="")) for term in kind.of.terms)
        below = Unit(per_noun(unit.per), "measure")
        if below.name and dimension(below) not in _TIMES:  # what each of them gets a year
            below = below if dimension(below) else below._replace(family="count")
            yield from ((term.name, below) for term in kind.per.terms)


def needed_text(sheet: Sheet, claim: Claim, needs: Interval) -> str:
    """Return the range that a claim needs in the words it prints: of "tripled", that is growth, how many times."""
    stated = claim.kind.stated
    if stated is None or claim.kind.reads != "rate" or not stated.is_times:
        return interval_text(sheet, claim, needs)
    times = needs.shifted(1)
    if stated.divides and times.low is not None and times.low > 0:
        times = times.inverted()
    return range_text(times, stated.written.unit, _last_digit(claim), stated.written.value)


def _allows(needs: Interval, kind: Kind) -> bool:
    """Whether what a claim would need allows what it says: a mere enclosure, beside products or whole numbers."""
    asserted = kind.asserted(Mode.WIDE)
    return asserted is not None and asserted.within(needs)


def _of_other_quote(sheet: Sheet, claim: Claim, *, cures: bool | None) -> str:
    """Return what the other of two quotes that disagree would have to be; "" where they agree, or several are off."""
    kind, stated, own = claim.kind, claim.kind.stated, claim.kind.asserted(Mode.WIDE)
    if stated is None or own is None or len(claim.readings) > 1:
        return ""
    pairs = [(kind.with_number(n), own.scaled(stated.factor / n.factor)) for n in claim.again(0)]  # tonnes as kilograms
    off = [(other, needs) for other, needs in pairs if (its := other.asserted(Mode.WIDE)) and not needs.meets(its)]
    if len(off) != 1:
        return ""
    other = claim._replace(readings=(off[0][0],), printed=())
    slip = _slip_within(off[0][1], off[0][0]) if cures else ""
    return f"; or {number_text(other)} would have to be {needed_text(sheet, other, off[0][1])}{slip}{_alone(cures)}"


def _slip_within(needs: Interval, kind: Kind) -> str:
    """Return the digit, or the two swapped, that make a number what it needs to be; "" where none do."""
    stated = kind.stated
    for name, slipped in digit_slips(stated.written) if stated else ():
        asserted = kind.with_number(stated._replace(written=slipped)).asserted(Mode.WIDE) if stated else None
        if asserted is not None and asserted.meets(needs):
            return f"; perhaps {slipped.text} ({_SLIPS[name]})"
    return ""


def _alone(cures: bool | None) -> str:
    """Return what is said of a number whose change by itself mends all, or not, or may."""
    if cures is None:
        return "; whether that alone would do was not decided"
    return "" if cures else ", and that alone would not do"


def repair_text(sheet: Sheet, repair: Repair) -> str:
    """Return what one claim would have to be: "35% would have to be 24.53% to 24.61%"."""
    claim = sheet.claim(repair.claim)
    if claim is None:
        return ""
    if claim.structure:
        return "would not hold"
    stated = claim.kind.stated
    if stated is None:
        other = _OTHER_WAY.get(stated_text(claim))
        return f"{stated_text(claim)} would have to be {other}" if other else f"{claim.kind.working()} would not hold"
    if repair.needs is None or repair.needs.is_empty:
        return f"{number_text(claim)}: no other number of its own would do"
    from claimcheck.reports.counting import countable

    counted = countable(sheet, claim, repair.needs)
    perhaps = f"; perhaps {repair.slip.text} ({_SLIPS.get(repair.slip.name, repair.slip.name)})" if repair.slip else ""
    if counted.startswith(f"{stated.written.digits}% (") and " or " not in counted:  # its counts make what is printed
        return f"{number_text(claim)}: no other number of its own would do"
    if counted:
        other_counts = repair.slip is not None and " of " in repair.slip.text  # else the slip is among what is counted
        return f"{number_text(claim)} would have to be {counted}{perhaps if other_counts else ''}"
    needs = f"{within(repair.needs, exact=repair.exact)}{needed_text(sheet, claim, repair.needs)}"
    open_ = repair.needs.low is None and repair.needs.high is None  # it may be either of several ranges apart
    if open_ or _allows(repair.needs, claim.kind):
        needs = "another number"
    alone = _alone(repair.cures if repair.decided else None)
    other = _of_other_quote(sheet, claim, cures=repair.others_cure)
    return f"{number_text(claim)} would have to be {needs}{perhaps}{alone}{other}"


def slack_text(slack: Fraction, of: str = "") -> str:
    """Return how many half-units `of` something a claim is from failing, or by how many it fails."""
    size = "more than a million" if abs(slack) > _COUNTLESS else f"{float(f'{float(abs(slack)):.3g}'):,g}"
    amount = f"{size} half-unit{'' if size == '1' else 's'}{of}"
    return f"fails by {amount}" if slack < 0 else f"{amount} until it fails"
