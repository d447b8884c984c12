"""Whether the number of a quote is the one that `is` says, and which of the two counts where both say something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Related, Severity
from claimcheck.kinds.base import Mode, Stated
from claimcheck.quantity.lexicon import words
from claimcheck.quantity.terms import BARE, INDEX_POINTS, MEASURED, POINTS, QUANTITIES
from claimcheck.quantity.unknown_units import is_unknown
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Quote
    from claimcheck.sheet.nodes import Node
    from claimcheck.sheet.values import Values

# Words that praise or blame: a combined ratio improves as it falls.
_JUDGED = words("improve improves improved improving improvement improvements gain gains weakened strengthened widened")
_RATES = {"percent", "points", "multiple", "none"}
# What a hedge of a size says of the number below 0.
_MIRRORED = {"more than": "less than", "less than": "more than", "at least": "at most", "at most": "at least"}
# Units that one word means in a text: 5 degrees may be 5 °C or 5 °F, an ounce of gold is a troy ounce.
_CALLED = {
    "ton": ("t",),
    "degree": ("°C", "°F"),
    "oz": ("oz t", "fl oz"),
    "cal": ("kilocalorie",),
    "Cal": ("kilocalorie",),
}


def repeated(
    said: Written, candidates: list[Written], text: str, *, several: bool, part: bool = False
) -> Written | None:
    """Return the number of a quote that `is` repeats, in the unit that `is` says; `None` where it holds only others.

    Each of `several` readings may put its own unit to the quote's digits; so may a `part` of something, "7.0 points of
    the ratio", which is 7.0%.
    """
    for written in candidates:
        worded = "word" in (written.form, said.form)  # "half a point" is 0.5 points
        same = abs(written.value) == abs(said.value) and (worded or written.decimals == said.decimals)
        same = same and (written.upper and abs(written.upper)) == (said.upper and abs(said.upper))
        bare = _is_bare(said, written)
        judged = _speaks_of_loss(text) or not _JUDGED.isdisjoint(written.text.lower().split())
        agree = _agree(said, written) or (_has_sign(said) and judged)
        if agree and (_in_head(written, said) or _behind_both(written, said, text)):
            return _in_unit_of(said, written)
        if ((same and _alike(written, said)) or bare) and agree:
            per = written.unit.per or said.unit.per  # "390 grams" of a sentence about those per kWh
            called = said.unit.family != "none" and said.unit.name != written.unit.name
            return written._replace(unit=said.unit) if called or per != written.unit.per else written
        percent = part and said.unit.family == "percent" and written.unit in (POINTS, INDEX_POINTS)
        alike = percent and written.digits == said.digits
        if (alike or (several and _readable(written, said))) and _agree(said, written):
            return _in_unit_of(said, written)
    return None


def report_differing(
    values: Values, said: Written, candidates: list[Written], quote: Quote, is_node: Node | None
) -> None:
    """Report that a quote holds other numbers than `is`."""
    texts = " and ".join(shown(written.text) for written in candidates)
    related = (Related(quote.place, f"the quote holds {texts}"),)
    message = f"`is` says {shown(said.text)}, the quote {texts}"
    place = quote.place if is_node is None else is_node
    values.report("number-differs", message, place, "correct the one that is wrong", related=related)


def report_beside_formula(values: Values, stated: Stated, quote: Quote, node: Node, claim: str) -> None:
    """Warn that a quote holds only other numbers than the lone one of a formula, which is what is checked.

    No more than a warning: a formula may say in hours what the text says in minutes.
    """
    own = stated.written
    numbers = [each for each in values.numbers(node, "quote", stated.style.locale) if each.form in QUANTITIES]
    asserted = stated.level(Mode.WIDE)
    for written in numbers:
        same = own.digits == written.digits or abs(own.value) == abs(written.value)
        there = Stated(written, stated.style).level(Mode.WIDE)
        if same or asserted.meets(there) or asserted.meets(there.negated()):
            return
    if numbers:
        texts = " and ".join(shown(written.text) for written in numbers)
        values.report(
            "number-differs",
            f"the formula says {shown(own.text)}, the quote {texts}: only the formula is checked",
            quote.place,
            "correct the one that is wrong",
            claim=claim,
            severity=Severity.WARNING,
        )


def preferred(said: Written | None, quoted: Written | None) -> Written | None:
    """Return what `is` says; where it is bare, the quote's own, with its hedge and verb.

    With a sign or a verb it still leaves to the quote what it does not say: -5.0 beside "a loss of more than $5.0
    million" is below -5.0 million dollars.
    """
    if said is None or quoted is None:
        return said or quoted
    own = said.hedge or said.direction or said.value < 0 or said.by_to or said.text.startswith(("+", "plus "))
    if not own:
        return quoted
    if said.upper is not None or quoted.upper is not None:
        return said
    below = said.value < 0
    if _is_bare(said, quoted) and quoted.unit not in (POINTS, INDEX_POINTS):  # "+15.4" of a score has no unit
        value = -abs(quoted.value) if below else abs(quoted.value)
        said = said._replace(value=value, magnitude=quoted.magnitude, unit=quoted.unit, exact=quoted.exact)
    if quoted.hedge and not said.hedge and abs(said.value) == abs(quoted.value):
        mirrored = below and quoted.value >= 0
        hedge = _MIRRORED.get(quoted.hedge, quoted.hedge) if mirrored else quoted.hedge
        said = said._replace(hedge=hedge, exact=quoted.exact)
    return said


def way_said(cls: type[Kind], said: Written | None) -> str | None:
    """Return the way that `is` itself says, "down" or "up", which holds for the quotes as well; `None` of none."""
    if said is None or not (_has_sign(said) or (cls.reads in ("signed", "rate") and said.direction == "down")):
        return None
    return "up" if said.text.startswith(("+", "plus ")) else "down"


def signed(cls: type[Kind], number: Stated, way: str) -> Stated:
    """Return a number with the sign that `is` says, where it prints none itself; a verb gives way to it."""
    if number.written.value < 0:
        return number
    if cls.reads in ("signed", "rate") and number.written.direction:
        return number._replace(written=number.written._replace(direction=way))
    return number.below_zero() if way == "down" else number


def _is_bare(said: Written, quoted: Written) -> bool:
    """Whether `is` says no more of a quote's number than its digits, perhaps with a sign or a verb."""
    return said.unit.family == "none" and said.magnitude == 1 and said.digits == quoted.digits


def _has_sign(written: Written) -> bool:
    return written.value < 0 or written.text.startswith(("+", "plus "))


def _speaks_of_loss(text: str) -> bool:
    """Whether a verb may go the other way: "the loss fell by 2.3 million" may be a change of +2.3 million."""
    return any(word in text.lower() for word in ("loss", "deficit", "shortfall"))


def _alike(quoted: Written, said: Written) -> bool:
    """Whether the unit of a quote may be the one that `is` says, as "$5" may be CAD 5."""
    one, other = quoted.unit, said.unit
    if "none" in (one.family, other.family):
        return True
    if one.family != other.family or not _per_alike(one.per, other.per):
        return False
    if one.name == other.name or one.family not in MEASURED or other.name in _CALLED.get(one.name, ()):
        return True
    from claimcheck.quantity.conversion import may_mean

    return may_mean(quoted, other)


def _per_alike(one: str, other: str) -> bool:
    """Whether two numbers are per the same, as far as both say: "per 1,000" and "per 1,000 people"."""
    return one.startswith(other) or other.startswith(one)


def _readable(quoted: Written, said: Written) -> bool:
    """Whether a reading takes a number of a quote as one of another unit: "rose by 3%" as 3 percentage points."""
    families = {quoted.unit.family, said.unit.family}
    return quoted.digits == said.digits and said.unit.family != "none" and families <= _RATES


def _in_head(quoted: Written, said: Written) -> bool:
    """Whether `is` has the unit of a bare number, as the head of a table does: "24.6%" of a cell that prints 24.6.

    So it has that of a number in a unit of no table, which only its author knows.
    """
    in_unit = said.unit.family in ("percent", "points") or (said.magnitude == 1 and said.unit != BARE)
    bare = quoted.unit == BARE or (is_unknown(quoted.unit) and not is_unknown(said.unit))
    return bare and quoted.magnitude == 1 and quoted.digits == said.digits and in_unit


def _behind_both(quoted: Written, said: Written, text: str) -> bool:
    """Whether what `is` says behind a number stands further on in its quote: the million of "445.2 (398.5) million"."""
    behind = said.text[said.number_end - said.start :].strip()
    alike = quoted.unit == said.unit or BARE in (quoted.unit, said.unit)
    bare = alike and quoted.magnitude == 1 and quoted.digits == said.digits
    return bare and bool(behind) and behind in " ".join(text[quoted.number_end :].split())


def _in_unit_of(said: Written, quoted: Written) -> Written:
    """Return the number of a quote in the unit that `is` says, with its own sign, hedge and verb."""
    value = -abs(said.value) if quoted.value < 0 else said.value
    unit = quoted.unit if said.unit == BARE else said.unit
    return quoted._replace(value=value, upper=said.upper, magnitude=said.magnitude, unit=unit, exact=said.exact)


def _agree(said: Written, quoted: Written) -> bool:
    """Whether the hedge and the direction that `is` says are those of the quote; what it leaves out is the quote's."""
    way = said.direction or ("down" if said.value < 0 else "")
    moved = "" if quoted.by_to == "to" and said.value < 0 else quoted.direction  # "the deficit rose to 7.7 billion"
    theirs = moved or ("down" if quoted.value < 0 else "")
    plainly = said.hedge == "exactly" and not quoted.hedge  # only the author knows that an index base is exactly 100
    return (not said.hedge or said.hedge == quoted.hedge or plainly) and (not way or not theirs or way == theirs)
